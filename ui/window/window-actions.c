#include "ui/window/window-actions.h"

#include "ui/window/shortcuts.h"

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_shortcuts_show (user_data);
}

static void
on_next_pane (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_window_step_pane (user_data, 1);
}

static void
on_previous_pane (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_window_step_pane (user_data, -1);
}

static const GActionEntry actions[] = {
  { .name = "next-pane", .activate = on_next_pane },
  { .name = "previous-pane", .activate = on_previous_pane },
  { .name = "shortcuts", .activate = on_shortcuts },
};

void
nk_window_enable (NkWindow   *window,
                  const char *name,
                  gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
nk_window_add_actions (NkWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  nk_file_actions_add (window);
  nk_edit_actions_add (window);
  nk_select_actions_add (window);
  nk_tie_actions_add (window);
  nk_clipboard_actions_add (window);
  nk_view_actions_add (window);
  nk_layout_actions_add (window);
  nk_arrange_actions_add (window);
}

/* While nothing is open there is little that can be done. */
static gboolean
needs_map (const char *name)
{
  static const char *const without[] = { "new", "begin", "open", "open-recent", "theme", "fullscreen",
                                         "shortcuts" };

  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    if (g_str_equal (without[i], name))
      return FALSE;
  return TRUE;
}

void
nk_window_update_actions (NkWindow *window)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (window));

  for (guint i = 0; names[i] != NULL; i++)
    nk_window_enable (window, names[i], !needs_map (names[i]) || !nk_window_is_welcoming (window));
  if (nk_window_is_welcoming (window))
    return;
  nk_file_actions_update (window);
  nk_edit_actions_update (window);
  nk_select_actions_update (window);
  nk_tie_actions_update (window);
  nk_clipboard_actions_update (window);
  nk_view_actions_update (window);
  nk_layout_actions_update (window);
  nk_arrange_actions_update (window);
}
