#include "ui/figures/anonymous-dialog.h"

#include "files/native.h"
#include "files/store.h"
#include "map/anonymise.h"
#include "ui/window/escape.h"
#include "ui/window/filedialog.h"
#include "ui/window/recent.h"
#include "ui/program/trace.h"

#include <string.h>

#include "map/text.h"

#define SUFFIX ".netzkarte.json"

struct _NkAnonymousDialog
{
  GtkWindow parent_instance;

  /* owned */
  NkWindow *window;

  /* template */
  GtkTextView *list;
};

G_DEFINE_FINAL_TYPE (NkAnonymousDialog, nk_anonymous_dialog, GTK_TYPE_WINDOW)

/* The map as it was when the dialog was shown, on its way to a file. */
typedef struct
{
  NkWindow *window;
  NkMap *map;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->window);
  nk_map_unref (copy->map);
  g_free (copy);
}

/* A sentence if the file must not be that; to be freed. */
static char *
refuse_file (const Copy *copy,
             GFile      *file)
{
  GFile *own = nk_session_file (nk_window_session (copy->window));
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  if (own != NULL && g_file_equal (own, file))
    return g_strdup (_("The map itself would be written over, and its names would be lost. Name "
                       "another file."));
  if (nk_anonymise_finds (copy->map, name))
    return g_strdup_printf (_("The file name “%s” holds a name that is replaced. Choose another."),
                            name);
  return NULL;
}

static void
write_copy (const Copy *copy,
            GFile      *file)
{
  NkMessageBar *messages = nk_window_messages (copy->window);
  g_autofree char *refusal = refuse_file (copy, file);
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *text = g_strdup_printf (_("The anonymised copy was saved as “%s”."), path);
  g_autoptr (NkMap) anonymous = nk_anonymise (copy->map, NULL);
  g_autoptr (GBytes) bytes = nk_native_write (anonymous);
  g_autoptr (GError) error = NULL;

  if (refusal != NULL)
    nk_message_bar_say (messages, refusal);
  else if (!nk_store_replace (file, bytes, NULL, &error))
    nk_message_bar_say (messages, error->message);
  else
    {
      nk_recent_add (file);
      nk_message_bar_confirm (messages, text);
      nk_trace ("anonymised %s", path);
    }
}

static void
on_chosen (GFile   *file,
           gpointer user_data)
{
  Copy *copy = user_data;

  if (file != NULL && nk_window_is_open (copy->window))
    write_copy (copy, file);
  copy_free (copy);
}

/* The map's file name, or its title, without names. */
static char *
suggest_name (NkSession *session)
{
  const NkMap *map = nk_session_map (session);
  GFile *file = nk_session_file (session);
  g_autofree char *base = file != NULL ? g_file_get_basename (file) : nk_session_title (session);
  g_autofree char *name = g_filename_display_name (base);
  char *point = strchr (name, '.');

  if (point != NULL && point != name)
    *point = '\0';
  if (nk_anonymise_finds (map, name))
    return g_strconcat (_("Anonymised map"), SUFFIX, NULL);
  g_strdelimit (name, "/\\:", '-');
  /* Translators: the end of a file name, behind a hyphen. */
  return g_strconcat (name, "-", _("anonymised"), SUFFIX, NULL);
}

static void
on_save (NkAnonymousDialog *dialog)
{
  NkSession *session = nk_window_session (dialog->window);
  GFile *file = nk_session_file (session);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = suggest_name (session);
  const NkFilePattern patterns[] = { { _("Netzkarte Maps"), "*" SUFFIX }, { NULL, NULL } };
  Copy *copy = g_new (Copy, 1);

  *copy = (Copy) { g_object_ref (dialog->window), nk_map_copy (nk_session_map (session)) };
  nk_file_dialog_save (GTK_WINDOW (dialog->window), _("Save Anonymised Copy"), folder, name,
                       patterns, on_chosen, copy);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_cancel (NkAnonymousDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
show_list (NkAnonymousDialog *dialog)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (NkMap) copy = nk_anonymise (nk_session_map (nk_window_session (dialog->window)),
                                         &list);
  g_autofree char *text = NULL;

  g_ptr_array_add (list, NULL);
  text = g_strjoinv ("\n", (char **) list->pdata);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (dialog->list), text, -1);
}

static void
nk_anonymous_dialog_finalize (GObject *object)
{
  g_clear_object (&NK_ANONYMOUS_DIALOG (object)->window);
  G_OBJECT_CLASS (nk_anonymous_dialog_parent_class)->finalize (object);
}

static void
nk_anonymous_dialog_class_init (NkAnonymousDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = nk_anonymous_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/anonymous-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NkAnonymousDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
nk_anonymous_dialog_init (NkAnonymousDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  nk_escape_closes (GTK_WINDOW (dialog));
}

NkAnonymousDialog *
nk_anonymous_dialog_new (NkWindow *window)
{
  NkAnonymousDialog *dialog = g_object_new (NK_TYPE_ANONYMOUS_DIALOG, "transient-for", window,
                                            NULL);

  dialog->window = g_object_ref (window);
  show_list (dialog);
  return dialog;
}
