#include "ui/clipboard/paste-dialog.h"

#include "intake/rows.h"
#include "ui/clipboard/paste-question.h"
#include "ui/clipboard/paste-sample.h"
#include "ui/program/access.h"
#include "ui/program/trace.h"
#include "ui/window/escape.h"

#include "map/text.h"

struct _NkPasteDialog
{
  GtkWindow parent_instance;

  /* owned */
  NkWindow *window;
  NkRows *rows;
  GListStore *asked;      /* of NkPasteQuestion: names, then sentences */
  guint n_names;
  gboolean filling;       /* what is set now was not done by hand */

  /* template */
  GtkLabel *summary;
  GtkDropDown *kind;
  GtkLabel *kind_label;
  GtkCheckButton *header;
  GtkCheckButton *replace;
  NkPasteSample *sample;
  GtkWidget *heading;
  GtkWidget *questions;
  GtkListView *list;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (NkPasteDialog, nk_paste_dialog, GTK_TYPE_WINDOW)

/* The summary */

/* Takes the sentence, which is not said of nobody. */
static void
append_count (GPtrArray *sentences,
              guint      n,
              char      *sentence)
{
  if (n > 0)
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

static char *
summarise (const NkRowsCounts *counts)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  append_count (sentences, counts->actors,
                g_strdup_printf (ngettext ("%u actor is new.",
                                           "%u actors are new.",
                                           counts->actors), counts->actors));
  append_count (sentences, counts->ties,
                g_strdup_printf (ngettext ("%u tie is new.",
                                           "%u ties are new.",
                                           counts->ties), counts->ties));
  append_count (sentences, counts->known,
                g_strdup_printf (ngettext ("%u row is on the map already.",
                                           "%u rows are on the map already.",
                                           counts->known), counts->known));
  append_count (sentences, counts->spelling,
                g_strdup_printf (ngettext ("%u name is known under another spelling.",
                                           "%u names are known under another spelling.",
                                           counts->spelling), counts->spelling));
  append_count (sentences, counts->nobody,
                g_strdup_printf (ngettext ("%u tie points to nobody on the map.",
                                           "%u ties point to nobody on the map.",
                                           counts->nobody), counts->nobody));
  append_count (sentences, counts->left_out,
                g_strdup_printf (ngettext ("%u row is left out.",
                                           "%u rows are left out.",
                                           counts->left_out), counts->left_out));
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

static void
show_summary (NkPasteDialog *dialog)
{
  NkRowsCounts counts = nk_rows_counts (dialog->rows);
  g_autofree char *text = summarise (&counts);

  gtk_label_set_label (dialog->summary, text);
  gtk_widget_set_sensitive (dialog->add, counts.actors + counts.ties + counts.known > 0);
  nk_trace ("pasting kind=%s actors=%u ties=%u known=%u spelling=%u nobody=%u left-out=%u",
            nk_schema_kind (nk_rows_kind (dialog->rows))->name, counts.actors, counts.ties,
            counts.known, counts.spelling, counts.nobody, counts.left_out);
}

/* The questions */

/* The sentences behind the names. */
static void
show_problems (NkPasteDialog *dialog)
{
  GPtrArray *problems = nk_rows_problems (dialog->rows);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (dialog->asked));

  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (items, nk_paste_question_new (NULL, g_ptr_array_index (problems, i)));
  g_list_store_splice (dialog->asked, dialog->n_names, n - dialog->n_names, items->pdata, items->len);
  gtk_widget_set_visible (dialog->heading, dialog->n_names + problems->len > 0);
  gtk_widget_set_visible (dialog->questions, dialog->n_names + problems->len > 0);
}

static void
show_names (NkPasteDialog *dialog)
{
  g_autoptr (GPtrArray) names = nk_rows_names (dialog->rows);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (items, nk_paste_question_new (g_ptr_array_index (names, i), NULL));
  g_list_store_splice (dialog->asked, 0, g_list_model_get_n_items (G_LIST_MODEL (dialog->asked)),
                       items->pdata, items->len);
  dialog->n_names = names->len;
}

static void
show_all (NkPasteDialog *dialog)
{
  dialog->filling = TRUE;
  gtk_drop_down_set_selected (dialog->kind, nk_rows_kind (dialog->rows) == NK_TIE ? 1 : 0);
  gtk_check_button_set_active (dialog->header, nk_rows_has_header (dialog->rows));
  nk_paste_sample_show (dialog->sample, nk_session_map (nk_window_session (dialog->window)),
                        dialog->rows);
  dialog->filling = FALSE;
  show_names (dialog);
  show_problems (dialog);
  show_summary (dialog);
}

static void
show_fates (NkPasteDialog *dialog)
{
  nk_paste_sample_refresh (dialog->sample, dialog->rows);
  show_problems (dialog);
  show_summary (dialog);
}

/* What is answered */

static void
on_answer (const NkName *name,
           int           answer,
           gpointer      user_data)
{
  NkPasteDialog *dialog = user_data;

  nk_rows_answer (dialog->rows, name, answer);
  show_fates (dialog);
}

static void
on_kind (NkPasteDialog *dialog)
{
  if (dialog->filling || dialog->rows == NULL)
    return;
  nk_rows_set_kind (dialog->rows,
                    gtk_drop_down_get_selected (dialog->kind) == 1 ? NK_TIE : NK_ACTOR);
  show_all (dialog);
}

static void
on_header (NkPasteDialog *dialog)
{
  if (dialog->filling)
    return;
  nk_rows_set_header (dialog->rows, gtk_check_button_get_active (dialog->header));
  show_all (dialog);
}

static void
on_replace (NkPasteDialog *dialog)
{
  nk_rows_set_replaces (dialog->rows, gtk_check_button_get_active (dialog->replace));
  show_fates (dialog);
}

static void
on_column (NkPasteDialog  *dialog,
           guint           column,
           const NkRowColumn *meaning)
{
  nk_rows_set_column (dialog->rows, column, meaning);
  show_names (dialog);
  show_fates (dialog);
}

/* Adding */

/* Those that are new: the actors, or the ties between known ones. */
static void
select_added (NkSession    *session,
              const NkEdit *edit)
{
  NkSelection *actors = nk_selection_new (), *ties = nk_selection_new ();

  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    {
      const NkChange *change = nk_edit_change (edit, i);

      if (change->before == NULL && change->kind == NK_ACTOR)
        nk_selection_add (actors, NK_ACTOR, nk_record_id (change->after));
      else if (change->before == NULL && change->kind == NK_TIE)
        nk_selection_add (ties, NK_TIE, nk_record_id (change->after));
    }
  nk_session_select (session, nk_selection_count (actors) > 0 ? nk_selection_copy (actors)
                                                              : nk_selection_copy (ties));
  nk_selection_free (actors);
  nk_selection_free (ties);
}

static void
say_added (NkWindow *window,
           guint     unplaced)
{
  g_autofree char *text = NULL;

  if (unplaced == 0)
    return;
  text = g_strdup_printf (ngettext ("%u new actor has no place on the map yet.",
                                    "%u new actors have no place on the map yet.", unplaced),
                          unplaced);
  nk_message_bar_offer (nk_window_messages (window), text, _("_Lay Out"), "win.lay-out-new");
}

static void
on_add (NkPasteDialog *dialog)
{
  NkWindow *window = dialog->window;
  guint unplaced;
  g_autoptr (NkEdit) edit = nk_rows_edit (dialog->rows, &unplaced);

  if (!nk_window_is_open (window))
    return;
  if (nk_edit_is_empty (edit))
    nk_message_bar_confirm (nk_window_messages (window), _("The map has all of it already."));
  else if (nk_canvas_apply (nk_window_canvas (window), nk_edit_ref (edit), NULL))
    {
      select_added (nk_window_session (window), edit);
      say_added (window, unplaced);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
on_cancel (NkPasteDialog *dialog)
{
  gtk_window_close (GTK_WINDOW (dialog));
}

/* The class */

static void
nk_paste_dialog_dispose (GObject *object)
{
  NkPasteDialog *dialog = NK_PASTE_DIALOG (object);

  /* The questions point into the rows. */
  if (dialog->asked != NULL)
    g_list_store_remove_all (dialog->asked);
  g_clear_object (&dialog->asked);
  g_clear_pointer (&dialog->rows, nk_rows_free);
  g_clear_object (&dialog->window);
  G_OBJECT_CLASS (nk_paste_dialog_parent_class)->dispose (object);
}

static void
nk_paste_dialog_class_init (NkPasteDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_paste_dialog_dispose;
  g_type_ensure (NK_TYPE_PASTE_SAMPLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NkPasteDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, NkPasteDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, NkPasteDialog, kind_label);
  gtk_widget_class_bind_template_child (widget_class, NkPasteDialog, header);
  gtk_widget_class_bind_template_child (widget_class, NkPasteDialog, replace);
  gtk_widget_class_bind_template_child (widget_class, NkPasteDialog, sample);
  gtk_widget_class_bind_template_child (widget_class, NkPasteDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, NkPasteDialog, questions);
  gtk_widget_class_bind_template_child (widget_class, NkPasteDialog, list);
  gtk_widget_class_bind_template_child (widget_class, NkPasteDialog, add);
  gtk_widget_class_bind_template_callback (widget_class, on_kind);
  gtk_widget_class_bind_template_callback (widget_class, on_header);
  gtk_widget_class_bind_template_callback (widget_class, on_replace);
  gtk_widget_class_bind_template_callback (widget_class, on_column);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

/* Large text has no room on one line. */
static void
wrap_label (GtkCheckButton *check)
{
  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_last_child (GTK_WIDGET (check))), TRUE);
}

static void
nk_paste_dialog_init (NkPasteDialog *dialog)
{
  g_autoptr (GtkListItemFactory) factory = nk_paste_question_factory (on_answer, dialog);
  GtkNoSelection *shown;

  gtk_widget_init_template (GTK_WIDGET (dialog));
  nk_access_name_list (GTK_WIDGET (dialog->kind), gtk_label_get_text (dialog->kind_label));
  wrap_label (dialog->header);
  wrap_label (dialog->replace);
  nk_escape_closes (GTK_WINDOW (dialog));
  dialog->asked = g_list_store_new (NK_TYPE_PASTE_QUESTION);
  shown = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (dialog->asked)));
  gtk_list_view_set_model (dialog->list, GTK_SELECTION_MODEL (shown));
  gtk_list_view_set_factory (dialog->list, factory);
  g_object_unref (shown);
}

NkPasteDialog *
nk_paste_dialog_new (NkWindow   *window,
                     const char *text,
                     gsize       length)
{
  NkRows *rows = nk_rows_new (nk_session_map (nk_window_session (window)), text, length);
  NkPasteDialog *dialog;

  if (rows == NULL)
    return NULL;
  dialog = g_object_new (NK_TYPE_PASTE_DIALOG, "transient-for", window, NULL);
  dialog->window = g_object_ref (window);
  dialog->rows = rows;
  show_all (dialog);
  return dialog;
}
