#include "ui/window/files.h"

#include "files/native.h"
#include "files/store.h"
#include "ui/window/ask.h"
#include "ui/window/filedialog.h"
#include "ui/layout/layout.h"
#include "ui/window/recent.h"
#include "ui/program/trace.h"

#include "map/text.h"

#define SUFFIX ".netzkarte.json"

static void
say (NkWindow   *window,
     const char *text)
{
  nk_message_bar_say (nk_window_messages (window), text);
}

static const NkFilePattern *
map_patterns (void)
{
  static NkFilePattern patterns[] = {
    { N_("Netzkarte Maps"), "*" SUFFIX },
    { N_("JSON Files"), "*.json" },
    { N_("All Files"), "*" },
    { NULL, NULL },
  };
  static gboolean translated;

  for (guint i = 0; !translated && patterns[i].name != NULL; i++)
    patterns[i].name = _(patterns[i].name);
  translated = TRUE;
  return patterns;
}

/* The folder of the map's file, or NULL. */
static GFile *
folder_of (NkWindow *window)
{
  GFile *file = nk_session_file (nk_window_session (window));

  return file != NULL ? g_file_get_parent (file) : NULL;
}

/* New */

void
nk_files_begin (NkWindow         *window,
                const NkTemplate *model)
{
  g_autoptr (NkMap) map = nk_template_map (model);

  nk_session_open (nk_window_session (window), map, NULL, NULL);
  nk_trace ("new");
}

/* Opening */

typedef struct
{
  NkWindow *window;
  GFile *file;
  char *entity;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_object_unref (loading->window);
  g_object_unref (loading->file);
  g_free (loading->entity);
  g_free (loading);
}

static NkWindow *
find_window (NkWindow *window,
             GFile    *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    {
      GFile *other = NK_IS_WINDOW (link->data) ? nk_session_file (nk_window_session (link->data))
                                               : NULL;

      if (other != NULL && g_file_equal (other, file))
        return link->data;
    }
  return NULL;
}

static void
read_map (GTask        *task,
          gpointer      source,
          gpointer      task_data,
          GCancellable *cancellable)
{
  Loading *loading = task_data;
  GError *error = NULL;
  NkMap *map = nk_store_open (loading->file, &loading->entity, &error);

  if (map != NULL)
    g_task_return_pointer (task, map, (GDestroyNotify) nk_map_unref);
  else
    g_task_return_error (task, error);
}

static void
show_map (NkWindow   *window,
          NkMap      *map,
          GFile      *file,
          const char *entity)
{
  g_autofree char *path = g_file_get_parse_name (file);

  nk_session_open (nk_window_session (window), map, file, entity);
  nk_recent_add (file);
  gtk_window_present (GTK_WINDOW (window));
  nk_trace ("opened %s actors=%u ties=%u", path, nk_map_count (map, NK_ACTOR),
            nk_map_count (map, NK_TIE));
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Loading *loading = g_task_get_task_data (G_TASK (result));
  NkWindow *window = loading->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMap) map = g_task_propagate_pointer (G_TASK (result), &error);

  if (!nk_window_is_open (window))
    return;
  if (map == NULL)
    {
      if (nk_session_is_pristine (nk_window_session (window)))
        nk_window_welcome (window);
      say (window, error->message);
      return;
    }
  if (!nk_session_is_pristine (nk_window_session (window)))
    window = nk_window_new (gtk_window_get_application (GTK_WINDOW (window)));
  show_map (window, map, loading->file, loading->entity);
}

void
nk_files_load (NkWindow *window,
               GFile    *file)
{
  NkWindow *other = find_window (window, file);
  g_autoptr (GTask) task = NULL;
  Loading *loading;

  if (other != NULL)
    {
      gtk_window_present (GTK_WINDOW (other));
      return;
    }
  loading = g_new0 (Loading, 1);
  loading->window = g_object_ref (window);
  loading->file = g_object_ref (file);
  task = g_task_new (NULL, NULL, on_read, NULL);
  g_task_set_task_data (task, loading, loading_free);
  g_task_run_in_thread (task, read_map);
}

static void
on_open_chosen (GFile   *file,
                gpointer user_data)
{
  g_autoptr (NkWindow) window = user_data;

  if (file != NULL && nk_window_is_open (window))
    nk_files_load (window, file);
}

void
nk_files_open (NkWindow *window)
{
  g_autoptr (GFile) folder = folder_of (window);

  nk_file_dialog_open (GTK_WINDOW (window), _("Open Map"), folder, map_patterns (), on_open_chosen,
                       g_object_ref (window));
}

/* Saving */

typedef struct
{
  NkWindow *window;
  GFile *file;
  char *entity;          /* what the file must still be, or NULL; then what it is */
  NkMap *map;            /* a copy: the window's may go on */
  guint revision;
  gboolean then_close;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->window);
  g_object_unref (saving->file);
  g_free (saving->entity);
  nk_map_unref (saving->map);
  g_free (saving);
}

static void start_saving (NkWindow   *window,
                          GFile      *file,
                          const char *entity,
                          gboolean    then_close);

static void
write_map (GTask        *task,
           gpointer      source,
           gpointer      task_data,
           GCancellable *cancellable)
{
  Saving *saving = task_data;
  g_autoptr (GBytes) bytes = nk_native_write (saving->map);
  GError *error = NULL;

  if (nk_store_replace (saving->file, bytes, &saving->entity, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  NkWindow *window;
  GFile *file;
  gboolean then_close;
} Conflict;

static void
on_conflict_answered (int      answer,
                      gpointer user_data)
{
  Conflict *conflict = user_data;

  if (answer == 0)
    nk_files_save_as (conflict->window, conflict->then_close);
  else if (answer == 1)
    start_saving (conflict->window, conflict->file, NULL, conflict->then_close);
  g_object_unref (conflict->window);
  g_object_unref (conflict->file);
  g_free (conflict);
}

static void
ask_about_conflict (Saving *saving)
{
  const NkAnswerButton buttons[] = {
    { _("Save _As…"), NK_ANSWER_PLAIN },
    { _("_Overwrite"), NK_ANSWER_DESTRUCTIVE },
  };
  g_autofree char *base = g_file_get_basename (saving->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *question = g_strdup_printf (_("“%s” has been changed by somebody else"), name);
  Conflict *conflict = g_new0 (Conflict, 1);

  conflict->window = g_object_ref (saving->window);
  conflict->file = g_object_ref (saving->file);
  conflict->then_close = saving->then_close;
  nk_ask (GTK_WINDOW (saving->window), question,
          _("The file on disk is not the one that you opened. If you overwrite it, what was "
            "changed there is lost."),
          buttons, G_N_ELEMENTS (buttons), on_conflict_answered, conflict);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Saving *saving = g_task_get_task_data (G_TASK (result));
  NkSession *session = nk_window_session (saving->window);
  g_autofree char *path = g_file_get_parse_name (saving->file);
  g_autoptr (GError) error = NULL;

  if (!nk_window_is_open (saving->window))
    return;
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      nk_session_saved (session, saving->file, saving->entity, saving->revision);
      nk_recent_add (saving->file);
      nk_message_bar_clear (nk_window_messages (saving->window));
      nk_trace ("saved %s", path);
      if (saving->then_close)
        gtk_window_close (GTK_WINDOW (saving->window));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    ask_about_conflict (saving);
  else
    say (saving->window, error->message);
}

static void
start_saving (NkWindow   *window,
              GFile      *file,
              const char *entity,
              gboolean    then_close)
{
  NkSession *session = nk_window_session (window);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_written, NULL);
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  saving->file = g_object_ref (file);
  saving->entity = g_strdup (entity);
  saving->map = nk_map_copy (nk_session_map (session));
  saving->revision = nk_session_revision (session);
  saving->then_close = then_close;
  nk_document_end_gesture (nk_session_document (session));
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, write_map);
}

void
nk_files_save (NkWindow *window,
               gboolean  then_close)
{
  NkSession *session = nk_window_session (window);

  nk_layout_cancel_preview (nk_window_layout (window));
  nk_canvas_end_naming (nk_window_canvas (window));
  if (nk_session_file (session) == NULL)
    nk_files_save_as (window, then_close);
  else
    start_saving (window, nk_session_file (session), nk_session_entity (session), then_close);
}

static void
save_chosen (NkWindow *window,
             GFile    *file,
             gboolean  then_close)
{
  if (file != NULL && nk_window_is_open (window))
    start_saving (window, file, NULL, then_close);
}

static void
on_save_chosen (GFile   *file,
                gpointer user_data)
{
  g_autoptr (NkWindow) window = user_data;

  save_chosen (window, file, FALSE);
}

static void
on_save_and_close_chosen (GFile   *file,
                          gpointer user_data)
{
  g_autoptr (NkWindow) window = user_data;

  save_chosen (window, file, TRUE);
}

/* A file name made of the map's title. */
static char *
suggest_name (NkSession *session)
{
  g_autofree char *title = nk_session_title (session);

  if (nk_session_file (session) != NULL)
    return g_file_get_basename (nk_session_file (session));
  g_strdelimit (title, "/\\:", '-');
  return g_strconcat (title, SUFFIX, NULL);
}

void
nk_files_save_as (NkWindow *window,
                  gboolean  then_close)
{
  g_autoptr (GFile) folder = folder_of (window);
  g_autofree char *name = suggest_name (nk_window_session (window));

  nk_layout_cancel_preview (nk_window_layout (window));
  nk_canvas_end_naming (nk_window_canvas (window));
  nk_file_dialog_save (GTK_WINDOW (window), _("Save Map"), folder, name, map_patterns (),
                       then_close ? on_save_and_close_chosen : on_save_chosen,
                       g_object_ref (window));
}

/* Closing */

static void
on_close_answered (int      answer,
                   gpointer user_data)
{
  g_autoptr (NkWindow) window = user_data;

  if (answer == 0)
    nk_window_close_now (window);
  else if (answer == 1)
    nk_files_save (window, TRUE);
}

void
nk_files_ask_to_close (NkWindow *window)
{
  const NkAnswerButton buttons[] = {
    { _("_Discard"), NK_ANSWER_DESTRUCTIVE },
    { _("_Save"), NK_ANSWER_SUGGESTED },
  };
  g_autofree char *title = nk_session_title (nk_window_session (window));
  g_autofree char *question = g_strdup_printf (_("Save the changes to “%s”?"), title);

  nk_ask (GTK_WINDOW (window), question, _("What you do not save is lost."),
          buttons, G_N_ELEMENTS (buttons), on_close_answered, g_object_ref (window));
}
