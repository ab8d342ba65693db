#include "ui/window/filedialog.h"

typedef struct
{
  gboolean saving;
  NkFileChosen chosen;
  gpointer user_data;
} Request;

static Request *
request_new (gboolean     saving,
             NkFileChosen chosen,
             gpointer     user_data)
{
  Request *request = g_new0 (Request, 1);

  request->saving = saving;
  request->chosen = chosen;
  request->user_data = user_data;
  return request;
}

static GtkFileFilter *
filter_for (const NkFilePattern *pattern)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, pattern->name);
  gtk_file_filter_add_pattern (filter, pattern->pattern);
  return filter;
}

static GFile *
folder_or_documents (GFile *folder)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (folder != NULL)
    return g_object_ref (folder);
  return g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
}

/* The project asks for nothing newer than GTK 4.8 but here, where newer systems have another
 * way. */
#if GTK_CHECK_VERSION (4, 10, 0)

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Request *request = user_data;
  GtkFileDialog *dialog = GTK_FILE_DIALOG (source);
  g_autoptr (GFile) file = NULL;

  if (request->saving)
    file = gtk_file_dialog_save_finish (dialog, result, NULL);
  else
    file = gtk_file_dialog_open_finish (dialog, result, NULL);
  request->chosen (file, request->user_data);
  g_free (request);
}

static void
run (GtkWindow           *parent,
     const char          *title,
     GFile               *folder,
     const char          *name,
     const NkFilePattern *patterns,
     Request             *request)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  for (guint i = 0; patterns[i].name != NULL; i++)
    {
      g_autoptr (GtkFileFilter) filter = filter_for (&patterns[i]);

      g_list_store_append (filters, filter);
    }
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  if (request->saving)
    {
      gtk_file_dialog_set_initial_name (dialog, name);
      gtk_file_dialog_save (dialog, parent, NULL, on_done, request);
    }
  else
    gtk_file_dialog_open (dialog, parent, NULL, on_done, request);
}

G_GNUC_END_IGNORE_DEPRECATIONS

#else

static void
on_done (GtkFileChooserNative *dialog,
         int                   response,
         gpointer              user_data)
{
  Request *request = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  request->chosen (file, request->user_data);
  g_free (request);
  g_object_unref (dialog);
}

static void
run (GtkWindow           *parent,
     const char          *title,
     GFile               *folder,
     const char          *name,
     const NkFilePattern *patterns,
     Request             *request)
{
  GtkFileChooserAction action = request->saving ? GTK_FILE_CHOOSER_ACTION_SAVE
                                                : GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);

  for (guint i = 0; patterns[i].name != NULL; i++)
    {
      g_autoptr (GtkFileFilter) filter = filter_for (&patterns[i]);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  if (request->saving)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (on_done), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

void
nk_file_dialog_open (GtkWindow           *parent,
                     const char          *title,
                     GFile               *folder,
                     const NkFilePattern *patterns,
                     NkFileChosen         chosen,
                     gpointer             user_data)
{
  g_autoptr (GFile) start = folder_or_documents (folder);

  run (parent, title, start, NULL, patterns, request_new (FALSE, chosen, user_data));
}

void
nk_file_dialog_save (GtkWindow           *parent,
                     const char          *title,
                     GFile               *folder,
                     const char          *name,
                     const NkFilePattern *patterns,
                     NkFileChosen         chosen,
                     gpointer             user_data)
{
  g_autoptr (GFile) start = folder_or_documents (folder);

  run (parent, title, start, name, patterns, request_new (TRUE, chosen, user_data));
}
