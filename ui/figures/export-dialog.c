#include "ui/figures/export-dialog.h"

#include "map/anonymise.h"
#include "ui/window/escape.h"
#include "ui/figures/export-form.h"
#include "ui/figures/figure-content.h"
#include "ui/figures/figure-maker.h"
#include "ui/figures/figure-memory.h"
#include "ui/figures/figure-preview.h"
#include "ui/figures/figure-task.h"
#include "ui/window/filedialog.h"
#include "ui/program/trace.h"

#include <math.h>

#include "map/text.h"

#define REST 120        /* ms without a change after which the figure is drawn */
#define PATIENCE 300    /* ms after which it is said that it is being drawn */

struct _NkExportDialog
{
  GtkWindow parent_instance;

  /* owned */
  NkWindow *window;
  NkFigureMaker *maker;
  guint rest_timer, patience_timer;
  double wanted_width;    /* points: that the page needs; 0: it needs none */

  /* template */
  NkExportForm *form;
  NkFigurePreview *preview;
  GtkStack *stack;
  GtkLabel *problem;
  GtkButton *widen;
  GtkLabel *size;
  GtkSpinner *spinner;
  GtkToggleButton *fit;
  GtkPopover *naming;
  GtkEditable *name;
  GtkWidget *keep;
  GtkWidget *export;
};

G_DEFINE_FINAL_TYPE (NkExportDialog, nk_export_dialog, GTK_TYPE_WINDOW)

static const struct { const char *end, *name; } formats[] = {
  { "pdf", N_("PDF Documents") },
  { "svg", N_("SVG Drawings") },
  { "png", N_("PNG Pictures") },
};

/* The preview */

static void
show_scene (NkExportDialog *dialog,
            NkScene        *scene)
{
  double type = nk_export_form_choice (dialog->form)->setting.type;
  g_autofree char *size = NULL;
  double width, height;

  nk_scene_page (scene, &width, &height);
  /* Translators: width, height and type size of a page. */
  size = g_strdup_printf (_("%.0f × %.0f mm, type of %.4g pt"), width / NK_POINTS_A_MILLIMETRE,
                          height / NK_POINTS_A_MILLIMETRE, type);
  gtk_label_set_text (dialog->size, size);
  nk_figure_preview_set_scene (dialog->preview, scene);
  gtk_stack_set_visible_child_name (dialog->stack, "page");
  nk_trace ("preview %.0f x %.0f mm", width / NK_POINTS_A_MILLIMETRE,
            height / NK_POINTS_A_MILLIMETRE);
}

/* Where the picture would be. `wanted_width` is a way out (points), or 0. */
static void
say_problem (NkExportDialog *dialog,
             const char     *text,
             double          wanted_width)
{
  dialog->wanted_width = wanted_width;
  gtk_label_set_text (dialog->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (dialog->widen), wanted_width > 0);
  if (wanted_width > 0)
    {
      g_autofree char *label = g_strdup_printf (_("_Make It %.0f mm Wide"),
                                                wanted_width / NK_POINTS_A_MILLIMETRE);

      gtk_button_set_label (dialog->widen, label);
    }
  gtk_label_set_text (dialog->size, "");
  gtk_stack_set_visible_child_name (dialog->stack, "problem");
  nk_trace ("preview refused \"%s\"", text);
}

static void
on_made (NkScene      *scene,
         const GError *error,
         gpointer      user_data)
{
  NkExportDialog *dialog = user_data;

  g_clear_handle_id (&dialog->patience_timer, g_source_remove);
  gtk_spinner_stop (dialog->spinner);
  gtk_widget_set_sensitive (dialog->export, scene != NULL);
  if (scene != NULL)
    show_scene (dialog, scene);
  else
    say_problem (dialog, error->message, nk_figure_error_width (error));
}

static gboolean
on_patience (gpointer data)
{
  NkExportDialog *dialog = data;

  dialog->patience_timer = 0;
  gtk_spinner_start (dialog->spinner);
  gtk_label_set_text (dialog->size, _("The figure is being drawn."));
  return G_SOURCE_REMOVE;
}

static gboolean
on_rest (gpointer data)
{
  NkExportDialog *dialog = data;

  dialog->rest_timer = 0;
  nk_figure_maker_ask (dialog->maker, nk_session_map (nk_window_session (dialog->window)),
                       nk_export_form_choice (dialog->form));
  if (dialog->patience_timer == 0)
    dialog->patience_timer = g_timeout_add (PATIENCE, on_patience, dialog);
  return G_SOURCE_REMOVE;
}

static void
on_changed (NkExportDialog *dialog)
{
  g_clear_handle_id (&dialog->rest_timer, g_source_remove);
  dialog->rest_timer = g_timeout_add (REST, on_rest, dialog);
}

static void
on_fit (NkExportDialog *dialog)
{
  nk_figure_preview_set_fit (dialog->preview, gtk_toggle_button_get_active (dialog->fit));
}

static void
on_widen (NkExportDialog *dialog)
{
  nk_export_form_widen (dialog->form, dialog->wanted_width);
}

/* Saving it in the map */

static void
on_naming (NkExportDialog *dialog)
{
  const char *name = nk_export_form_saved_name (dialog->form);

  if (name[0] == '\0')
    name = nk_export_form_choice (dialog->form)->setting.title;
  gtk_editable_set_text (dialog->name, name != NULL ? name : "");
  gtk_editable_select_region (dialog->name, 0, -1);
}

static void
on_name (NkExportDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (dialog->name)));

  gtk_widget_set_sensitive (dialog->keep, name[0] != '\0');
}

static void
on_keep (NkExportDialog *dialog)
{
  NkSession *session = nk_window_session (dialog->window);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (dialog->name)));
  g_autoptr (GError) error = NULL;

  if (name[0] == '\0')
    return;
  gtk_popover_popdown (dialog->naming);
  if (!nk_session_apply (session,
                         nk_figure_choice_save (nk_export_form_choice (dialog->form),
                                                nk_session_map (session), name), NULL, &error))
    say_problem (dialog, error->message, 0);
  else
    nk_export_form_set_map (dialog->form, nk_session_map (session), name);
}

/* The file */

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

/* A sentence if an anonymised figure must not be called that; to be freed. */
static char *
refuse_name (NkExportDialog *dialog,
             GFile          *file)
{
  const NkMap *map = nk_session_map (nk_window_session (dialog->window));
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);

  if (!nk_export_form_choice (dialog->form)->anonymise || !nk_anonymise_finds (map, name))
    return NULL;
  return g_strdup_printf (_("The file name “%s” holds a name that is replaced. Choose another."),
                          name);
}

static void
on_chosen (GFile   *file,
           gpointer user_data)
{
  g_autoptr (NkExportDialog) dialog = user_data;
  g_autofree char *refusal = NULL;

  if (dialog->maker == NULL || !nk_window_is_open (dialog->window))
    return;
  if (file == NULL)
    {
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }
  refusal = refuse_name (dialog, file);
  if (refusal != NULL)
    {
      say_problem (dialog, refusal, 0);
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }
  nk_figure_task_write (dialog->window, nk_export_form_choice (dialog->form), file);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_export (NkExportDialog *dialog)
{
  NkSession *session = nk_window_session (dialog->window);
  const NkFigureChoice *choice = nk_export_form_choice (dialog->form);
  g_autofree char *pattern = g_strconcat ("*.", choice->format, NULL);
  NkFilePattern patterns[] = { { NULL, pattern }, { NULL, NULL } };
  GFile *file = nk_session_file (session);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = suggest_name (session, choice->format);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].end, choice->format))
      patterns[0].name = _(formats[i].name);
  nk_file_dialog_save (GTK_WINDOW (dialog->window), _("Export Figure"), folder, name, patterns,
                       on_chosen, g_object_ref (dialog));
  /* If both went at once, some window managers would give the keyboard to neither window. */
  gtk_widget_set_visible (GTK_WIDGET (dialog), FALSE);
}

/* Dragging it out */

#define ICON_WIDTH 160.0    /* pixels */

/* The preview in little. */
static GdkPaintable *
draw_icon (GtkWidget *preview)
{
  g_autoptr (GdkPaintable) whole = gtk_widget_paintable_new (preview);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  double height = ICON_WIDTH * gtk_widget_get_height (preview) / gtk_widget_get_width (preview);

  gdk_paintable_snapshot (whole, snapshot, ICON_WIDTH, height);
  return gtk_snapshot_to_paintable (snapshot, &GRAPHENE_SIZE_INIT (ICON_WIDTH, (float) height));
}

static GdkContentProvider *
on_drag (NkExportDialog *dialog,
         double          x,
         double          y,
         GtkDragSource  *source)
{
  g_autoptr (GdkPaintable) icon = draw_icon (GTK_WIDGET (dialog->preview));

  gtk_drag_source_set_icon (source, icon, 0, 0);
  return nk_figure_content_new (nk_session_map (nk_window_session (dialog->window)),
                                nk_export_form_choice (dialog->form));
}

static void
on_cancel (NkExportDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

/* The class */

static void
nk_export_dialog_dispose (GObject *object)
{
  NkExportDialog *dialog = NK_EXPORT_DIALOG (object);

  if (dialog->maker != NULL)
    nk_figure_memory_remember (nk_export_form_choice (dialog->form),
                               nk_session_file (nk_window_session (dialog->window)));
  g_clear_handle_id (&dialog->rest_timer, g_source_remove);
  g_clear_handle_id (&dialog->patience_timer, g_source_remove);
  g_clear_pointer (&dialog->maker, nk_figure_maker_free);
  g_clear_object (&dialog->window);
  G_OBJECT_CLASS (nk_export_dialog_parent_class)->dispose (object);
}

static void
nk_export_dialog_class_init (NkExportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_export_dialog_dispose;
  g_type_ensure (NK_TYPE_EXPORT_FORM);
  g_type_ensure (NK_TYPE_FIGURE_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, widen);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, size);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, fit);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, export);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, naming);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, NkExportDialog, keep);
  gtk_widget_class_bind_template_callback (widget_class, on_naming);
  gtk_widget_class_bind_template_callback (widget_class, on_name);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_fit);
  gtk_widget_class_bind_template_callback (widget_class, on_widen);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_bind_template_callback (widget_class, on_drag);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
nk_export_dialog_init (NkExportDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  nk_escape_closes (GTK_WINDOW (dialog));
}

NkExportDialog *
nk_export_dialog_new (NkWindow *window)
{
  NkExportDialog *dialog = g_object_new (NK_TYPE_EXPORT_DIALOG, "transient-for", window, NULL);
  NkSession *session = nk_window_session (window);
  NkFigureChoice *choice = nk_figure_choice_new (session);

  dialog->window = g_object_ref (window);
  dialog->maker = nk_figure_maker_new (on_made, dialog);
  nk_figure_memory_recall (choice, nk_session_file (session));
  nk_export_form_set_map (dialog->form, nk_session_map (session), NULL);
  nk_export_form_set_choice (dialog->form, choice);
  return dialog;
}
