#include "ui/inspector/field-row.h"

#include "map/date.h"
#include "ui/inspector/field-editors.h"

#include "map/text.h"

#define LABEL_WIDTH 92

struct _NkFieldRow
{
  GtkWidget parent_instance;

  /* owned */
  NkSession *session;
  NkSelection *subject;
  char **before;         /* dates: what each of the records had before somebody typed */

  /* borrowed */
  const NkKindSchema *kind;
  const NkFieldSchema *field;
  const NkFieldEditor *editor;
  gboolean filling;
  gboolean typing;       /* a date: its editor has what is being typed, whatever the map has */

  /* children */
  GtkWidget *box;
  GtkWidget *widget;
  GtkLabel *wrong;
};

G_DEFINE_FINAL_TYPE (NkFieldRow, nk_field_row, GTK_TYPE_WIDGET)

static guint failed_signal;

NkSession *
nk_field_row_session (NkFieldRow *row)
{
  return row->session;
}

const NkFieldSchema *
nk_field_row_field (NkFieldRow *row)
{
  return row->field;
}

static const NkRecord *
record_at (NkFieldRow *row,
           guint       i)
{
  return nk_map_find (nk_session_map (row->session), row->kind->kind,
                      nk_selection_at (row->subject, i)->id);
}

const NkRecord *
nk_field_row_record (NkFieldRow *row)
{
  return record_at (row, 0);
}

gboolean
nk_field_row_is_mixed (NkFieldRow *row)
{
  for (guint i = 1; i < nk_selection_count (row->subject); i++)
    if (!nk_record_field_equal (record_at (row, 0), record_at (row, i), row->field->field))
      return TRUE;
  return FALSE;
}

gboolean
nk_field_row_is_filling (NkFieldRow *row)
{
  return row->filling;
}

/* What is wrong */

static void
say_wrong (NkFieldRow *row,
           const char *message)
{
  gtk_label_set_text (row->wrong, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (row->wrong), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (row->widget, "error");
  else
    gtk_widget_remove_css_class (row->widget, "error");
}

/* What is wrong with the field as the records have it. */
static const char *
doubt (NkFieldRow *row)
{
  const NkRecord *record = nk_field_row_record (row);
  const char *since, *until;

  if (row->field->field != NK_FIELD_UNTIL)
    return NULL;
  since = nk_record_text (record, NK_FIELD_SINCE);
  until = nk_record_text (record, NK_FIELD_UNTIL);
  return nk_date_first (since) > nk_date_last (until) ? _("This is before it begins.") : NULL;
}

/* Changing it */

static NkEdit *
start_edit (NkFieldRow *row)
{
  /* Translators: %s is the label of a field, such as "Name". */
  g_autofree char *name = g_strdup_printf (_("Change “%s”"), _(row->field->label));

  return nk_edit_new (name);
}

static void
apply (NkFieldRow *row,
       NkEdit     *edit)
{
  g_autofree char *gesture = g_strdup_printf ("field %s", nk_field_name (row->field->field));
  g_autoptr (GError) error = NULL;

  if (!nk_session_apply (row->session, edit, gesture, &error))
    g_signal_emit (row, failed_signal, 0, error->message);
}

/* Remembers what there is, since somebody may begin to type. */
static void
remember (NkFieldRow *row)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  if (row->field->type != NK_TYPE_DATE)
    return;
  for (guint i = 0; i < nk_selection_count (row->subject); i++)
    g_strv_builder_add (texts, nk_record_text (record_at (row, i), row->field->field));
  g_strfreev (row->before);
  row->before = g_strv_builder_end (texts);
}

/* While what is typed is no date, there is what was there before: not the date with which it
 * began. */
void
nk_field_row_set_text (NkFieldRow *row,
                       const char *value)
{
  g_autofree char *refusal = nk_field_refuse_text (row->field, value);
  gboolean is_date = row->field->type == NK_TYPE_DATE;
  NkEdit *edit;

  if (refusal != NULL && !is_date)
    {
      say_wrong (row, refusal);
      return;
    }
  edit = start_edit (row);
  for (guint i = 0; i < nk_selection_count (row->subject); i++)
    nk_edit_set_text (edit, nk_session_map (row->session), row->kind->kind,
                      nk_selection_at (row->subject, i)->id, row->field->field,
                      refusal != NULL ? row->before[i] : value);
  row->typing = is_date;
  apply (row, edit);
  row->typing = FALSE;
  say_wrong (row, refusal != NULL ? refusal : doubt (row));
}

void
nk_field_row_set_integer (NkFieldRow *row,
                          int         value)
{
  NkEdit *edit = start_edit (row);

  for (guint i = 0; i < nk_selection_count (row->subject); i++)
    nk_edit_set_integer (edit, nk_session_map (row->session), row->kind->kind,
                         nk_selection_at (row->subject, i)->id, row->field->field, value);
  apply (row, edit);
}

void
nk_field_row_set_boolean (NkFieldRow *row,
                          gboolean    value)
{
  NkEdit *edit = start_edit (row);

  for (guint i = 0; i < nk_selection_count (row->subject); i++)
    nk_edit_set_boolean (edit, nk_session_map (row->session), row->kind->kind,
                         nk_selection_at (row->subject, i)->id, row->field->field, value);
  apply (row, edit);
}

void
nk_field_row_show (NkFieldRow        *row,
                   const NkSelection *subject)
{
  if (row->typing)
    return;
  g_clear_pointer (&row->subject, nk_selection_free);
  row->subject = nk_selection_copy (subject);
  row->filling = TRUE;
  row->editor->fill (row, row->widget);
  row->filling = FALSE;
  say_wrong (row, doubt (row));
  remember (row);
}

/* The widget */

static GtkWidget *
make_label (NkFieldRow *row)
{
  GtkWidget *label = gtk_label_new (_(row->field->label));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), row->widget);
  gtk_widget_set_size_request (label, LABEL_WIDTH, -1);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
fill_box (NkFieldRow *row)
{
  gboolean above = row->editor->label == NK_LABEL_ABOVE;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *line = gtk_box_new (above ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                 above ? 4 : 8);

  row->widget = row->editor->make (row);
  gtk_widget_set_hexpand (row->widget, TRUE);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (remember), row);
  gtk_widget_add_controller (row->widget, focus);
  if (row->editor->label != NK_LABEL_WITHIN)
    gtk_box_append (GTK_BOX (line), make_label (row));
  gtk_box_append (GTK_BOX (line), row->widget);
  gtk_box_append (GTK_BOX (row->box), line);

  row->wrong = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (row->wrong, TRUE);
  gtk_label_set_xalign (row->wrong, 0);
  gtk_widget_set_visible (GTK_WIDGET (row->wrong), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (row->wrong), "wrong");
  gtk_box_append (GTK_BOX (row->box), GTK_WIDGET (row->wrong));
}

static void
nk_field_row_dispose (GObject *object)
{
  NkFieldRow *row = NK_FIELD_ROW (object);

  /* What its editor still says while it goes is nobody's wish. */
  row->filling = TRUE;
  g_clear_pointer (&row->box, gtk_widget_unparent);
  g_clear_pointer (&row->subject, nk_selection_free);
  g_clear_pointer (&row->before, g_strfreev);
  g_clear_object (&row->session);
  G_OBJECT_CLASS (nk_field_row_parent_class)->dispose (object);
}

static void
nk_field_row_class_init (NkFieldRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = nk_field_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  failed_signal = g_signal_new ("failed", NK_TYPE_FIELD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nk_field_row_init (NkFieldRow *row)
{
  row->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (row->box, GTK_WIDGET (row));
}

NkFieldRow *
nk_field_row_new (NkSession           *session,
                  const NkKindSchema  *kind,
                  const NkFieldSchema *field)
{
  NkFieldRow *row = g_object_new (NK_TYPE_FIELD_ROW, NULL);

  row->session = g_object_ref (session);
  row->kind = kind;
  row->field = field;
  row->editor = nk_field_editor_for (field);
  fill_box (row);
  return row;
}
