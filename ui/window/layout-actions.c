#include "ui/window/window-actions.h"

#include "ui/layout/layout.h"

static void
on_lay_out (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_layout_start (nk_window_layout (user_data), NK_SCOPE_ALL);
}

static void
on_lay_out_selection (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_layout_start (nk_window_layout (user_data), NK_SCOPE_SELECTION);
}

static void
on_lay_out_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_layout_start (nk_window_layout (user_data), NK_SCOPE_NEW);
}

static void
on_method (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  g_simple_action_set_state (action, state);
  nk_layout_follow_method (nk_window_layout (user_data));
}

static void
on_try_another (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_layout_try_another (nk_window_layout (user_data));
}

static void
on_keep_layout (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_layout_keep (nk_window_layout (user_data));
}

static void
on_cancel_layout (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_layout_cancel (nk_window_layout (user_data));
}

static const GActionEntry actions[] = {
  { .name = "lay-out", .activate = on_lay_out },
  { .name = "lay-out-selection", .activate = on_lay_out_selection },
  { .name = "lay-out-new", .activate = on_lay_out_new },
  { .name = "method", .parameter_type = "s", .state = "'levels'", .change_state = on_method },
  { .name = "try-another", .activate = on_try_another },
  { .name = "keep-layout", .activate = on_keep_layout },
  { .name = "cancel-layout", .activate = on_cancel_layout },
};

void
nk_layout_actions_add (NkWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

void
nk_layout_actions_update (NkWindow *window)
{
  NkSession *session = nk_window_session (window);
  NkLayout *layout = nk_window_layout (window);
  gboolean has_actors = nk_map_count (nk_session_map (session), NK_ACTOR) > 0;

  nk_window_enable (window, "lay-out", has_actors);
  nk_window_enable (window, "lay-out-selection",
                    nk_selection_is_all (nk_session_selection (session), NK_ACTOR));
  nk_window_enable (window, "lay-out-new", nk_map_count_unplaced (nk_session_map (session)) > 0);
  nk_window_enable (window, "method", has_actors);
  nk_window_enable (window, "try-another", nk_layout_can_try (layout));
  nk_window_enable (window, "keep-layout", nk_layout_can_keep (layout));
  nk_window_enable (window, "cancel-layout", nk_layout_is_on (layout));
}
