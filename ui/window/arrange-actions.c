#include "ui/window/window-actions.h"

#include "ui/session/arranging.h"

typedef struct
{
  const char *name;
  NkSide side;
} Side;

static const Side sides[] = {
  { "left", NK_SIDE_LEFT }, { "centre", NK_SIDE_CENTRE }, { "right", NK_SIDE_RIGHT },
  { "top", NK_SIDE_TOP }, { "middle", NK_SIDE_MIDDLE }, { "bottom", NK_SIDE_BOTTOM },
};

static void
apply (NkWindow *window,
       NkEdit   *edit)
{
  nk_canvas_begin_transition (nk_window_canvas (window));
  nk_canvas_apply (nk_window_canvas (window), edit, NULL);
}

static void
on_align (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkSession *session = nk_window_session (user_data);

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (g_str_equal (g_variant_get_string (parameter, NULL), sides[i].name))
      apply (user_data, nk_edit_for_align (nk_session_map (session), nk_session_scene (session),
                                           nk_session_selection (session), sides[i].side));
}

static void
on_distribute (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkSession *session = nk_window_session (user_data);
  gboolean across = g_str_equal (g_variant_get_string (parameter, NULL), "x");

  apply (user_data, nk_edit_for_distribute (nk_session_map (session), nk_session_scene (session),
                                            nk_session_selection (session),
                                            across ? NK_AXIS_X : NK_AXIS_Y));
}

static void
on_pinned (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  NkSession *session = nk_window_session (user_data);

  nk_canvas_apply (nk_window_canvas (user_data),
                   nk_edit_for_pinned (nk_session_map (session), nk_session_selection (session),
                                       g_variant_get_boolean (state)), NULL);
}

static const GActionEntry actions[] = {
  { .name = "align", .parameter_type = "s", .activate = on_align },
  { .name = "distribute", .parameter_type = "s", .activate = on_distribute },
  { .name = "pinned", .state = "false", .change_state = on_pinned },
};

void
nk_arrange_actions_add (NkWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

void
nk_arrange_actions_update (NkWindow *window)
{
  NkSession *session = nk_window_session (window);
  const NkMap *map = nk_session_map (session);
  const NkSelection *selection = nk_session_selection (session);
  g_autoptr (GPtrArray) actors = nk_arranging_actors (map, selection);
  /* In the triangle nobody stands where they are placed. */
  gboolean can_move = !nk_session_is_proposing (session)
    && nk_session_show (session) != NK_SHOW_TRIANGLE;
  GAction *pinned = g_action_map_lookup_action (G_ACTION_MAP (window), "pinned");

  nk_window_enable (window, "align", can_move && actors->len >= 2);
  nk_window_enable (window, "distribute", can_move && actors->len >= 3);
  nk_window_enable (window, "pinned", !nk_session_is_proposing (session) && actors->len > 0);
  g_simple_action_set_state (G_SIMPLE_ACTION (pinned),
                             g_variant_new_boolean (nk_arranging_is_pinned (map, selection)));
}
