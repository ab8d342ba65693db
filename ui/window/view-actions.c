#include "ui/window/window-actions.h"

#include "ui/window/window-memory.h"

#define ZOOM_STEP 1.25
#define GAP_STEP 0.25
#define ANGLE_STEP 5.0   /* degrees */

static void
on_zoom_in (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_canvas_zoom_by (nk_window_canvas (user_data), ZOOM_STEP);
}

static void
on_zoom_out (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_canvas_zoom_by (nk_window_canvas (user_data), 1 / ZOOM_STEP);
}

static void
on_zoom_original (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_canvas_zoom_to (nk_window_canvas (user_data), 1);
}

static void
on_zoom_fit (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_canvas_fit (nk_window_canvas (user_data));
}

static void
on_view (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  int show = nk_show_from_name (g_variant_get_string (state, NULL));

  if (show < 0)
    return;
  nk_canvas_set_show (nk_window_canvas (user_data), show);
  g_simple_action_set_state (action, state);
  nk_window_update_actions (user_data);
}

/* The last plane stays. */
static void
set_plane (NkWindow      *window,
           GSimpleAction *action,
           int            plane,
           GVariant      *state)
{
  NkSession *session = nk_window_session (window);
  guint planes = nk_session_planes (session) & ~(1u << plane);

  if (g_variant_get_boolean (state))
    planes |= 1u << plane;
  if (planes == 0)
    return;
  nk_canvas_cancel (nk_window_canvas (window));
  nk_session_set_planes (session, planes);
  g_simple_action_set_state (action, state);
}

static void
on_structure (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  set_plane (user_data, action, 0, state);
}

static void
on_place (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  set_plane (user_data, action, 1, state);
}

static void
on_people (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  set_plane (user_data, action, 2, state);
}

static void
change_look (NkWindow *window,
             double    farther,
             double    higher)
{
  NkSession *session = nk_window_session (window);
  double gap, angle;

  nk_session_look (session, &gap, &angle);
  nk_session_set_look (session, CLAMP (gap + farther, NK_GAP_LEAST, NK_GAP_MOST),
                       CLAMP (angle + higher, NK_ANGLE_LEAST, NK_ANGLE_MOST));
}

static void
on_farther (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_look (user_data, GAP_STEP, 0);
}

static void
on_nearer (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_look (user_data, -GAP_STEP, 0);
}

static void
on_higher (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_look (user_data, 0, ANGLE_STEP);
}

static void
on_lower (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  change_look (user_data, 0, -ANGLE_STEP);
}

/* New windows show it, too. */
static void
on_theme (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  const NkTheme *theme = nk_theme (g_variant_get_string (state, NULL));

  if (theme == NULL)
    return;
  nk_session_set_theme (nk_window_session (user_data), theme);
  nk_window_memory_set_text ("theme", theme->name);
  g_simple_action_set_state (action, state);
}

static void
on_legend (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  nk_session_set_legend (nk_window_session (user_data), g_variant_get_boolean (state));
  nk_canvas_fit (nk_window_canvas (user_data));
  g_simple_action_set_state (action, state);
}

static void
on_bundle (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  nk_session_set_bundle (nk_window_session (user_data), g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
on_inspector (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  nk_window_set_inspects (user_data, g_variant_get_boolean (state));
  nk_window_memory_set_boolean ("inspector", g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

/* Who opens the tables wants to go on there, and who closes them, on the map. */
static void
on_tables (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  NkTables *tables = nk_window_tables (user_data);

  nk_tables_set_shown (tables, g_variant_get_boolean (state));
  nk_window_memory_set_boolean ("tables", g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
  if (nk_tables_is_shown (tables))
    nk_tables_focus (tables);
  else
    gtk_widget_grab_focus (GTK_WIDGET (nk_window_canvas (user_data)));
}

static void
on_fullscreen (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (user_data);
  else
    gtk_window_unfullscreen (user_data);
  g_simple_action_set_state (action, state);
}

static const GActionEntry actions[] = {
  { .name = "zoom-in", .activate = on_zoom_in },
  { .name = "zoom-out", .activate = on_zoom_out },
  { .name = "zoom-original", .activate = on_zoom_original },
  { .name = "zoom-fit", .activate = on_zoom_fit },
  { .name = "view", .parameter_type = "s", .state = "'levels'", .change_state = on_view },
  { .name = "structure", .state = "true", .change_state = on_structure },
  { .name = "place", .state = "true", .change_state = on_place },
  { .name = "people", .state = "true", .change_state = on_people },
  { .name = "farther", .activate = on_farther },
  { .name = "nearer", .activate = on_nearer },
  { .name = "higher", .activate = on_higher },
  { .name = "lower", .activate = on_lower },
  { .name = "theme", .parameter_type = "s", .state = "''", .change_state = on_theme },
  { .name = "legend", .state = "false", .change_state = on_legend },
  { .name = "bundle", .state = "false", .change_state = on_bundle },
  { .name = "inspector", .state = "true", .change_state = on_inspector },
  { .name = "tables", .state = "false", .change_state = on_tables },
  { .name = "fullscreen", .state = "false", .change_state = on_fullscreen },
};

static void
recall_theme (NkWindow *window)
{
  g_autofree char *name = nk_window_memory_text ("theme");
  const NkTheme *theme = nk_theme (name) != NULL ? nk_theme (name) : nk_theme (NULL);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "theme");

  nk_session_set_theme (nk_window_session (window), theme);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (theme->name));
}

static void
recall_inspector (NkWindow *window)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "inspector");
  gboolean inspects = nk_window_memory_boolean ("inspector", TRUE);

  nk_window_set_inspects (window, inspects);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (inspects));
}

static void
recall_tables (NkWindow *window)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "tables");
  gboolean shown = nk_window_memory_boolean ("tables", FALSE);

  nk_tables_set_shown (nk_window_tables (window), shown);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
}

void
nk_view_actions_add (NkWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  recall_theme (window);
  recall_inspector (window);
  recall_tables (window);
}

void
nk_view_actions_update (NkWindow *window)
{
  static const char *const planes[] = { "structure", "place", "people" };
  static const char *const looks[] = { "farther", "nearer", "higher", "lower" };
  NkShow show = nk_session_show (nk_window_session (window));
  gboolean layers = show == NK_SHOW_LAYERS;

  for (guint i = 0; i < G_N_ELEMENTS (planes); i++)
    nk_window_enable (window, planes[i], layers || show == NK_SHOW_PANELS);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    nk_window_enable (window, looks[i], layers);
}
