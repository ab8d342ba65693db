#include "ui/window/window-actions.h"

#include "ui/session/session-select.h"

static void
on_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_all (nk_window_session (user_data));
}

static void
on_ties (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_ties (nk_window_session (user_data));
}

static void
on_none (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_none (nk_window_session (user_data));
}

static void
on_invert (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_invert (nk_window_session (user_data));
}

static void
on_neighbors (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_neighbors (nk_window_session (user_data));
}

static void
on_their_ties (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_their_ties (nk_window_session (user_data));
}

static void
on_ties_between (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_ties_between (nk_window_session (user_data));
}

static void
on_same_sector (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_same (nk_window_session (user_data), NK_FIELD_SECTOR);
}

static void
on_same_level (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_same (nk_window_session (user_data), NK_FIELD_LEVEL);
}

static void
on_same_district (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_same (nk_window_session (user_data), NK_FIELD_DISTRICT);
}

static void
on_same_kind (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_same (nk_window_session (user_data), NK_FIELD_KIND);
}

static void
on_sector (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_by (nk_window_session (user_data), NK_FIELD_SECTOR,
                        g_variant_get_string (parameter, NULL));
}

static void
on_level (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_by (nk_window_session (user_data), NK_FIELD_LEVEL,
                        g_variant_get_string (parameter, NULL));
}

static void
on_district (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_by (nk_window_session (user_data), NK_FIELD_DISTRICT,
                        g_variant_get_string (parameter, NULL));
}

static void
on_kind (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_by (nk_window_session (user_data), NK_FIELD_KIND,
                        g_variant_get_string (parameter, NULL));
}

static void
on_find (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_find_bar_open (nk_window_find_bar (user_data));
}

static void
on_find_next (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_find_bar_step (nk_window_find_bar (user_data), 1);
}

static void
on_find_previous (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_find_bar_step (nk_window_find_bar (user_data), -1);
}

static void
on_found (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_find_bar_select_all (nk_window_find_bar (user_data));
}

static const GActionEntry actions[] = {
  { .name = "select-all", .activate = on_all },
  { .name = "select-ties", .activate = on_ties },
  { .name = "select-none", .activate = on_none },
  { .name = "select-invert", .activate = on_invert },
  { .name = "select-neighbors", .activate = on_neighbors },
  { .name = "select-their-ties", .activate = on_their_ties },
  { .name = "select-ties-between", .activate = on_ties_between },
  { .name = "select-same-sector", .activate = on_same_sector },
  { .name = "select-same-level", .activate = on_same_level },
  { .name = "select-same-district", .activate = on_same_district },
  { .name = "select-same-kind", .activate = on_same_kind },
  { .name = "find", .activate = on_find },
  { .name = "find-next", .activate = on_find_next },
  { .name = "find-previous", .activate = on_find_previous },
  { .name = "select-found", .activate = on_found },
  { .name = "select-sector", .activate = on_sector, .parameter_type = "s" },
  { .name = "select-level", .activate = on_level, .parameter_type = "s" },
  { .name = "select-district", .activate = on_district, .parameter_type = "s" },
  { .name = "select-kind", .activate = on_kind, .parameter_type = "s" },
};

void
nk_select_actions_add (NkWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

void
nk_select_actions_update (NkWindow *window)
{
  static const char *const with_actors[] = {
    "select-their-ties", "select-same-sector", "select-same-level", "select-same-district",
  };
  NkSession *session = nk_window_session (window);
  const NkMap *map = nk_session_map (session);
  const NkSelection *selection = nk_session_selection (session);
  guint actors = nk_selection_count_of (selection, NK_ACTOR);
  guint ties = nk_selection_count_of (selection, NK_TIE);
  gboolean has_bodies = nk_map_count (map, NK_ACTOR) + nk_map_count (map, NK_NOTE) > 0;

  nk_window_enable (window, "select-all", has_bodies);
  nk_window_enable (window, "select-invert", has_bodies);
  nk_window_enable (window, "select-ties", nk_map_count (map, NK_TIE) > 0);
  nk_window_enable (window, "select-none", nk_selection_count (selection) > 0);
  for (guint i = 0; i < G_N_ELEMENTS (with_actors); i++)
    nk_window_enable (window, with_actors[i], actors > 0);
  nk_window_enable (window, "select-neighbors", actors + ties > 0);
  nk_window_enable (window, "select-ties-between", actors > 1);
  nk_window_enable (window, "select-same-kind", ties > 0);
}
