#include "ui/window/window-actions.h"

#include "ui/figures/anonymous-dialog.h"
#include "ui/figures/export-dialog.h"
#include "ui/figures/figure-memory.h"
#include "ui/figures/figure-task.h"
#include "ui/figures/printing.h"
#include "ui/layout/layout.h"
#include "ui/lists/lists-dialog.h"
#include "ui/window/files.h"

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = gtk_window_get_application (user_data);
  NkWindow *window = nk_window_new (application);

  gtk_window_present (GTK_WINDOW (window));
  nk_window_welcome (window);
}

static void
on_begin (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const NkTemplate *model = nk_template (g_variant_get_string (parameter, NULL));

  if (model != NULL)
    nk_files_begin (user_data, model);
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

static void
on_lists (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  nk_lists_dialog_show (user_data);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = on_new },
  { .name = "begin", .activate = on_begin, .parameter_type = "s" },
  { .name = "open", .activate = on_open },
  { .name = "open-recent", .activate = on_open_recent, .parameter_type = "s" },
  { .name = "save", .activate = on_save },
  { .name = "save-as", .activate = on_save_as },
  { .name = "save-anonymised", .activate = on_save_anonymised },
  { .name = "export", .activate = on_export },
  { .name = "print", .activate = on_print },
  { .name = "lists", .activate = on_lists },
  { .name = "cancel-figure", .activate = on_cancel_figure },
  { .name = "copy-figure", .activate = on_copy_figure },
};

void
nk_file_actions_add (NkWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

void
nk_file_actions_update (NkWindow *window)
{
  gboolean has_actors = nk_map_count (nk_session_map (nk_window_session (window)), NK_ACTOR) > 0;

  nk_window_enable (window, "save-anonymised", has_actors);
  nk_window_enable (window, "export", has_actors);
  nk_window_enable (window, "print", has_actors);
  nk_window_enable (window, "copy-figure", has_actors);
}
