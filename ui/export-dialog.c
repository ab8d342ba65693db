#include "ui/export-dialog.h"

#include "drawing/figure.h"
#include "files/store.h"
#include "ui/escape.h"
#include "ui/filedialog.h"
#include "ui/trace.h"

#include "map/text.h"

struct _NkExportDialog
{
  GtkWindow parent_instance;

  /* owned */
  NkWindow *window;

  /* template */
  GtkDropDown *format;
  GtkSpinButton *width;
  GtkSpinButton *dpi;
  GtkWidget *dpi_label;
  GtkEditable *title;
  GtkSwitch *legend;
};

G_DEFINE_FINAL_TYPE (NkExportDialog, nk_export_dialog, GTK_TYPE_WINDOW)

/* In the order of the drop-down of the template. */
static const struct { const char *end, *name; } formats[] = {
  { "pdf", N_("PDF Documents") },
  { "svg", N_("SVG Drawings") },
  { "png", N_("PNG Pictures") },
};

/* What is written, on its way. */
typedef struct
{
  NkWindow *window;
  NkMap *map;
  NkFigureSetting setting;
  char *title, *date;
  const char *format;
} Figure;

static void
figure_free (Figure *figure)
{
  g_object_unref (figure->window);
  nk_map_unref (figure->map);
  g_free (figure->title);
  g_free (figure->date);
  g_free (figure);
}

static Figure *
figure_new (NkExportDialog *dialog)
{
  NkSession *session = nk_window_session (dialog->window);
  Figure *figure = g_new0 (Figure, 1);

  figure->window = g_object_ref (dialog->window);
  figure->map = nk_map_copy (nk_session_map (session));
  figure->title = g_strdup (gtk_editable_get_text (dialog->title));
  figure->date = g_strdup (nk_session_date (session));
  figure->format = formats[gtk_drop_down_get_selected (dialog->format)].end;
  figure->setting = nk_figure_setting (nk_profile (NULL));
  figure->setting.view = (NkViewSetting) { .show = nk_session_show (session),
                                           .date = figure->date,
                                           .bundle = nk_session_bundle (session) };
  figure->setting.width = gtk_spin_button_get_value (dialog->width) * NK_POINTS_A_MILLIMETRE;
  figure->setting.dpi = gtk_spin_button_get_value (dialog->dpi);
  figure->setting.legend = gtk_switch_get_active (dialog->legend) ? NK_LEGEND_BELOW
                                                                  : NK_LEGEND_NONE;
  figure->setting.title = figure->title;
  return figure;
}

/* Text in a file is painted through layouts, which only the main thread may do, and so this is
 * not done in another. */
static void
write_figure (Figure *figure,
              GFile  *file)
{
  g_autofree char *base = g_file_get_basename (file);
  const char *format = nk_figure_format (base);
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *text = g_strdup_printf (_("The figure was written to “%s”."), path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nk_figure_data (figure->map, &figure->setting,
                                             format != NULL ? format : figure->format, &error);

  if (bytes == NULL || !nk_store_replace (file, bytes, NULL, &error))
    {
      nk_message_bar_say (nk_window_messages (figure->window), error->message);
      return;
    }
  nk_message_bar_confirm (nk_window_messages (figure->window), text);
  nk_trace ("exported %s", path);
}

static void
on_chosen (GFile   *file,
           gpointer user_data)
{
  Figure *figure = user_data;

  if (file != NULL && nk_window_is_open (figure->window))
    write_figure (figure, file);
  figure_free (figure);
}

/* The map's file name with the end of the format, or the title with it. */
static char *
suggest_name (NkSession  *session,
              const char *end)
{
  GFile *file = nk_session_file (session);
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : nk_session_title (session);
  char *point = strchr (name, '.');

  if (point != NULL && point != name)
    *point = '\0';
  g_strdelimit (name, "/\\:", '-');
  return g_strconcat (name, ".", end, NULL);
}

static void
on_export (NkExportDialog *dialog)
{
  NkSession *session = nk_window_session (dialog->window);
  guint format = gtk_drop_down_get_selected (dialog->format);
  g_autofree char *pattern = g_strconcat ("*.", formats[format].end, NULL);
  NkFilePattern patterns[] = { { _(formats[format].name), pattern }, { NULL, NULL } };
  GFile *file = nk_session_file (session);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = suggest_name (session, formats[format].end);
  Figure *figure = figure_new (dialog);

  nk_file_dialog_save (GTK_WINDOW (dialog->window), _("Export Figure"), folder, name, patterns,
                       on_chosen, figure);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_cancel (NkExportDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

/* Only pictures made of dots have a resolution. */
static void
on_format (NkExportDialog *dialog)
{
  gboolean dots = g_str_equal (formats[gtk_drop_down_get_selected (dialog->format)].end, "png");

  gtk_widget_set_sensitive (GTK_WIDGET (dialog->dpi), dots);
  gtk_widget_set_sensitive (dialog->dpi_label, dots);
}

static void
nk_export_dialog_finalize (GObject *object)
{
  g_clear_object (&NK_EXPORT_DIALOG (object)->window);
  G_OBJECT_CLASS (nk_export_dialog_parent_class)->finalize (object);
}

static void
nk_export_dialog_class_init (NkExportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = nk_export_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, width);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, dpi);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, dpi_label);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, legend);
  gtk_widget_class_bind_template_callback (widget_class, on_format);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
nk_export_dialog_init (NkExportDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  nk_escape_closes (GTK_WINDOW (dialog));
  on_format (dialog);
}

NkExportDialog *
nk_export_dialog_new (NkWindow *window)
{
  NkExportDialog *dialog = g_object_new (NK_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);

  dialog->window = g_object_ref (window);
  gtk_editable_set_text (dialog->title,
                         nk_record_text (nk_map_head (nk_session_map (nk_window_session (window))),
                                         NK_FIELD_TITLE));
  return dialog;
}
