#include "ui/figures/figure-task.h"

#include "files/store.h"
#include "ui/figures/figure-maker.h"
#include "ui/program/trace.h"

#include "map/text.h"

#define PATIENCE 400        /* ms after which the progress is shown */
#define RUNNING "figure-task"

typedef struct
{
  NkWindow *window;
  GCancellable *cancellable;
  char *progress;
  guint timer;
  gboolean shown;
  NkFigureReady ready;
  gpointer user_data;
  GDestroyNotify free_data;
} FigureTask;

static void
task_free (FigureTask *task)
{
  g_clear_handle_id (&task->timer, g_source_remove);
  if (g_object_get_data (G_OBJECT (task->window), RUNNING) == task)
    g_object_set_data (G_OBJECT (task->window), RUNNING, NULL);
  if (task->free_data != NULL)
    task->free_data (task->user_data);
  g_object_unref (task->cancellable);
  g_object_unref (task->window);
  g_free (task->progress);
  g_free (task);
}

static gboolean
on_patience (gpointer data)
{
  FigureTask *task = data;

  task->timer = 0;
  task->shown = TRUE;
  if (nk_window_is_open (task->window))
    nk_message_bar_progress (nk_window_messages (task->window), task->progress, _("_Cancel"),
                             "win.cancel-figure");
  return G_SOURCE_REMOVE;
}

/* Says what there is to be said; TRUE if something was made and the window is there. */
static gboolean
is_ready (FigureTask   *task,
          const GError *error)
{
  NkMessageBar *messages = nk_window_messages (task->window);

  if (!nk_window_is_open (task->window))
    return FALSE;
  if (task->shown)
    nk_message_bar_clear (messages);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    nk_trace ("figure cancelled");
  else if (error != NULL)
    nk_message_bar_say (messages, error->message);
  return error == NULL;
}

static void
on_files (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  FigureTask *task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = nk_figure_make_files (result, &error);

  if (is_ready (task, error))
    task->ready (task->window, files, task->user_data);
  task_free (task);
}

static void
on_scene (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  FigureTask *task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NkScene) scene = nk_figure_make_scene (result, &error);

  if (is_ready (task, error))
    task->ready (task->window, scene, task->user_data);
  task_free (task);
}

void
nk_figure_task_start (NkWindow             *window,
                      const NkFigureChoice *choice,
                      const char *const    *formats,
                      const char           *progress,
                      NkFigureReady         ready,
                      gpointer              user_data,
                      GDestroyNotify        free_data)
{
  FigureTask *task = g_new0 (FigureTask, 1);

  nk_figure_task_cancel (window);
  task->window = g_object_ref (window);
  task->cancellable = g_cancellable_new ();
  task->progress = g_strdup (progress);
  task->ready = ready;
  task->user_data = user_data;
  task->free_data = free_data;
  task->timer = g_timeout_add (PATIENCE, on_patience, task);
  g_object_set_data (G_OBJECT (window), RUNNING, task);
  nk_figure_make_async (nk_session_map (nk_window_session (window)), choice, formats,
                        task->cancellable, formats != NULL ? on_files : on_scene, task);
}

void
nk_figure_task_cancel (NkWindow *window)
{
  FigureTask *task = g_object_get_data (G_OBJECT (window), RUNNING);

  if (task != NULL)
    g_cancellable_cancel (task->cancellable);
}

/* Writing */

static void
write_file (NkWindow *window,
            gpointer  made,
            gpointer  user_data)
{
  GPtrArray *files = made;
  GFile *file = user_data;
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *text = g_strdup_printf (_("The figure was written to “%s”."), path);
  g_autoptr (GError) error = NULL;

  if (!nk_store_replace (file, g_ptr_array_index (files, 0), NULL, &error))
    {
      nk_message_bar_say (nk_window_messages (window), error->message);
      return;
    }
  nk_message_bar_confirm (nk_window_messages (window), text);
  nk_trace ("exported %s", path);
}

void
nk_figure_task_write (NkWindow             *window,
                      const NkFigureChoice *choice,
                      GFile                *file)
{
  g_autofree char *base = g_file_get_basename (file);
  const char *format = nk_figure_format (base);
  const char *formats[] = { format != NULL ? format : choice->format, NULL };

  nk_figure_task_start (window, choice, formats, _("The figure is being written."), write_file,
                        g_object_ref (file), g_object_unref);
}

/* Copying */

/* In the order in which whoever takes several should prefer them. */
static const char *const copied[] = { "png", "svg", "pdf", NULL };
static const char *const types[] = { "image/png", "image/svg+xml", "application/pdf" };

static void
fill_clipboard (NkWindow *window,
                gpointer  made,
                gpointer  user_data)
{
  GPtrArray *files = made;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentProvider *providers[G_N_ELEMENTS (types)];
  g_autoptr (GdkContentProvider) all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    providers[i] = gdk_content_provider_new_for_bytes (types[i], g_ptr_array_index (files, i));
  all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (clipboard, all);
  nk_message_bar_confirm (nk_window_messages (window),
                          _("The figure was copied: as a picture, as a drawing and as PDF."));
  nk_trace ("copied");
}

void
nk_figure_task_copy (NkWindow             *window,
                     const NkFigureChoice *choice)
{
  nk_figure_task_start (window, choice, copied, _("The figure is being copied."), fill_clipboard,
                        NULL, NULL);
}
