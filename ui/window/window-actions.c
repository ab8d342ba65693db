#include "ui/window/window-actions.h"

#include "ui/figures/anonymous-dialog.h"
#include "ui/figures/export-dialog.h"
#include "ui/figures/figure-memory.h"
#include "ui/figures/figure-task.h"
#include "ui/window/files.h"
#include "ui/layout/layout.h"
#include "ui/figures/printing.h"
#include "ui/window/shortcuts.h"
#include "ui/window/theme-memory.h"

#define ZOOM_STEP 1.25
#define GAP_STEP 0.25
#define ANGLE_STEP 5.0   /* degrees */

/* Files */

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = gtk_window_get_application (user_data);
  NkWindow *window = nk_window_new (application);

  nk_files_new (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_files_open (user_data);
}

static void
on_open_recent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  nk_files_load (user_data, file);
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_files_save (user_data, FALSE);
}

static void
on_save_as (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_files_save_as (user_data, FALSE);
}

static void
on_save_anonymised (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_layout_cancel_preview (nk_window_layout (user_data));
  nk_canvas_end_naming (nk_window_canvas (user_data));
  gtk_window_present (GTK_WINDOW (nk_anonymous_dialog_new (user_data)));
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_layout_cancel_preview (nk_window_layout (user_data));
  nk_canvas_end_naming (nk_window_canvas (user_data));
  gtk_window_present (GTK_WINDOW (nk_export_dialog_new (user_data)));
}

/* The figure as it was last chosen for this map, of what the window shows. */
static NkFigureChoice *
usual_figure (NkWindow *window)
{
  NkSession *session = nk_window_session (window);
  NkFigureChoice *choice = nk_figure_choice_new (session);

  nk_figure_memory_recall (choice, nk_session_file (session));
  return choice;
}

static void
on_copy_figure (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (NkFigureChoice) choice = usual_figure (user_data);

  nk_figure_task_copy (user_data, choice);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (NkFigureChoice) choice = usual_figure (user_data);

  nk_print_figure (user_data, choice);
}

static void
on_cancel_figure (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_figure_task_cancel (user_data);
}

/* Editing */

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkCanvas *canvas = nk_window_canvas (user_data);

  /* What is under way is the last thing that was done. */
  if (nk_canvas_cancel (canvas) || nk_layout_cancel (nk_window_layout (user_data)))
    return;
  nk_canvas_begin_transition (canvas);
  nk_session_undo (nk_window_session (user_data));
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkCanvas *canvas = nk_window_canvas (user_data);

  nk_canvas_cancel (canvas);
  nk_canvas_begin_transition (canvas);
  nk_session_redo (nk_window_session (user_data));
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkSession *session = nk_window_session (user_data);

  nk_canvas_apply (nk_window_canvas (user_data),
                   nk_edit_for_delete (nk_session_map (session), nk_session_selection (session)),
                   NULL);
}

static void
on_select_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_session_select_all (nk_window_session (user_data));
}

static void
on_rename (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const NkSelection *selection = nk_session_selection (nk_window_session (user_data));

  nk_canvas_name_actor (nk_window_canvas (user_data), nk_selection_at (selection, 0)->id);
}

/* The view */

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
  nk_theme_memory_remember (theme);
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
  g_simple_action_set_state (action, state);
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

/* Layout */

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

/* Help */

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_shortcuts_show (user_data);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = on_new },
  { .name = "open", .activate = on_open },
  { .name = "open-recent", .activate = on_open_recent, .parameter_type = "s" },
  { .name = "save", .activate = on_save },
  { .name = "save-as", .activate = on_save_as },
  { .name = "save-anonymised", .activate = on_save_anonymised },
  { .name = "export", .activate = on_export },
  { .name = "print", .activate = on_print },
  { .name = "cancel-figure", .activate = on_cancel_figure },
  { .name = "copy-figure", .activate = on_copy_figure },
  { .name = "undo", .activate = on_undo },
  { .name = "redo", .activate = on_redo },
  { .name = "delete", .activate = on_delete },
  { .name = "select-all", .activate = on_select_all },
  { .name = "rename", .activate = on_rename },
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
  { .name = "fullscreen", .state = "false", .change_state = on_fullscreen },
  { .name = "lay-out", .activate = on_lay_out },
  { .name = "lay-out-selection", .activate = on_lay_out_selection },
  { .name = "lay-out-new", .activate = on_lay_out_new },
  { .name = "method", .parameter_type = "s", .state = "'levels'", .change_state = on_method },
  { .name = "try-another", .activate = on_try_another },
  { .name = "keep-layout", .activate = on_keep_layout },
  { .name = "cancel-layout", .activate = on_cancel_layout },
  { .name = "shortcuts", .activate = on_shortcuts },
};

static void
recall_theme (NkWindow *window)
{
  const NkTheme *theme = nk_theme_memory_recall ();
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "theme");

  nk_session_set_theme (nk_window_session (window), theme);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (theme->name));
}

void
nk_window_add_actions (NkWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
  recall_theme (window);
}

static void
enable (NkWindow   *window,
        const char *name,
        gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window),
                                                                            name)), enabled);
}

static guint
count_new (const NkMap *map)
{
  guint n = 0;

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    n += !nk_record_is_placed (nk_map_at (map, NK_ACTOR, i));
  return n;
}

void
nk_window_update_actions (NkWindow *window)
{
  NkSession *session = nk_window_session (window);
  NkDocument *document = nk_session_document (session);
  const NkSelection *selection = nk_session_selection (session);
  NkLayout *layout = nk_window_layout (window);
  gboolean is_on = nk_layout_is_on (layout);
  gboolean has_actors = nk_map_count (nk_session_map (session), NK_ACTOR) > 0;
  gboolean only_actors = nk_selection_is_all (selection, NK_ACTOR);
  static const char *const planes[] = { "structure", "place", "people" };
  static const char *const looks[] = { "farther", "nearer", "higher", "lower" };
  NkShow show = nk_session_show (session);
  gboolean layers = show == NK_SHOW_LAYERS;

  enable (window, "undo", nk_document_undo_name (document) != NULL || is_on);
  enable (window, "redo", nk_document_redo_name (document) != NULL);
  enable (window, "delete", nk_selection_count (selection) > 0);
  enable (window, "select-all", has_actors);
  enable (window, "rename", only_actors && nk_selection_count (selection) == 1);
  enable (window, "save-anonymised", has_actors);
  enable (window, "export", has_actors);
  enable (window, "print", has_actors);
  enable (window, "copy-figure", has_actors);
  for (guint i = 0; i < G_N_ELEMENTS (planes); i++)
    enable (window, planes[i], layers || show == NK_SHOW_PANELS);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    enable (window, looks[i], layers);
  enable (window, "lay-out", has_actors);
  enable (window, "lay-out-selection", only_actors);
  enable (window, "lay-out-new", count_new (nk_session_map (session)) > 0);
  enable (window, "method", has_actors);
  enable (window, "try-another", nk_layout_can_try (layout));
  enable (window, "keep-layout", nk_layout_can_keep (layout));
  enable (window, "cancel-layout", is_on);
}
