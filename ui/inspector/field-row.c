#include "ui/inspector/field-row.h"

#include "map/date.h"
#include "ui/inspector/field-editors.h"
#include "ui/inspector/inspector.h"

#include "map/text.h"

#define LABEL_CHARS 12

struct _NkFieldRow
{
  GtkWidget parent_instance;

  /* owned */
  NkSession *session;
  NkSubject *subject;    /* NULL until it shows something */
  GPtrArray *before;     /* the records as they were when this visit of the row began */
  char *attribute;       /* or NULL */

  /* borrowed */
  const NkFieldSchema *field;
  const NkFieldEditor *editor;
  guint visit;           /* each has a number of its own */
  gboolean mixed;        /* the records do not all have the same value */
  gboolean filling;
  gboolean applying;     /* what changes in the map is what is done here */
  gboolean refused;      /* the editor has a text that the map has not */

  /* children */
  GtkWidget *box;
  GtkWidget *widget;     /* what the editor has made */
  GtkWidget *main;       /* in it, what has the label */
  GtkLabel *wrong;
};

G_DEFINE_FINAL_TYPE (NkFieldRow, nk_field_row, GTK_TYPE_WIDGET)

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

const char *
nk_field_row_attribute (NkFieldRow *row)
{
  return row->attribute;
}

char *
nk_field_row_title (NkFieldRow *row)
{
  const NkRecord *attribute = nk_map_find (nk_session_map (row->session), NK_ATTRIBUTE,
                                           row->attribute);

  if (row->attribute != NULL)
    return g_strdup (attribute != NULL ? nk_record_title (attribute) : row->attribute);
  return g_strdup (_(row->editor->title != NULL ? row->editor->title : row->field->label));
}

const NkSubject *
nk_field_row_subject (NkFieldRow *row)
{
  return row->subject;
}

const NkRecord *
nk_field_row_record (NkFieldRow *row)
{
  return nk_subject_first (row->subject);
}

gboolean
nk_field_row_is_mixed (NkFieldRow *row)
{
  return row->mixed;
}

static const char *
text_of (NkFieldRow     *row,
         const NkRecord *record)
{
  return row->attribute != NULL ? nk_attribute_value (record, row->attribute)
                                : nk_record_text (record, row->field->field);
}

const char *
nk_field_row_text (NkFieldRow *row)
{
  return row->mixed ? "" : text_of (row, nk_field_row_record (row));
}

gboolean
nk_field_row_is_filling (NkFieldRow *row)
{
  return row->filling;
}

void
nk_field_row_set_main (NkFieldRow *row,
                       GtkWidget  *widget)
{
  row->main = widget;
}

void
nk_field_row_focus (NkFieldRow *row)
{
  gtk_widget_grab_focus (row->main);
}

void
nk_field_row_go_on (NkFieldRow *row)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (row))),
                          GTK_DIR_TAB_FORWARD);
}

/* What is wrong */

void
nk_field_row_say_wrong (NkFieldRow *row,
                        const char *message)
{
  GtkAccessible *main = GTK_ACCESSIBLE (row->main);

  gtk_label_set_text (row->wrong, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (row->wrong), message != NULL);
  if (message != NULL)
    {
      gtk_widget_add_css_class (row->main, "error");
      gtk_accessible_update_state (main, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                                   -1);
    }
  else
    {
      gtk_widget_remove_css_class (row->main, "error");
      gtk_accessible_reset_state (main, GTK_ACCESSIBLE_STATE_INVALID);
    }
}

/* TRUE if one of the records ends before it begins. */
static gboolean
ends_early (NkFieldRow *row)
{
  for (guint i = 0; i < row->subject->records->len; i++)
    {
      const NkRecord *record = g_ptr_array_index (row->subject->records, i);

      if (nk_date_first (nk_record_text (record, NK_FIELD_SINCE))
          > nk_date_last (nk_record_text (record, NK_FIELD_UNTIL)))
        return TRUE;
    }
  return FALSE;
}

/* What is wrong with the field as the records have it. */
static const char *
doubt (NkFieldRow *row)
{
  if (row->field->field != NK_FIELD_UNTIL || !ends_early (row))
    return NULL;
  return nk_subject_has_several (row->subject) ? _("For some, this is before they begin.")
                                               : _("This is before it begins.");
}

/* What becomes of a text that is refused, in a sentence. To be freed. */
static char *
say_what_stays (NkFieldRow *row)
{
  const char *kept = text_of (row, g_ptr_array_index (row->before, 0));

  if (row->mixed)
    return g_strdup (_("Until then, each keeps what it has."));
  if (*kept == '\0')
    return g_strdup (_("Until then, the map has none."));
  /* Translators: %s is a date or another value, such as 2015-09. */
  return g_strdup_printf (_("Until then, the map keeps %s."), kept);
}

static void
say_refused (NkFieldRow *row,
             const char *refusal)
{
  g_autofree char *stays = say_what_stays (row);
  g_autofree char *said = g_strdup_printf ("%s %s", refusal, stays);

  nk_field_row_say_wrong (row, said);
}

/* Changing it */

NkEdit *
nk_field_row_edit (NkFieldRow *row)
{
  g_autofree char *title = nk_field_row_title (row);
  /* Translators: %s is the label of a field, such as "Name". */
  g_autofree char *name = g_strdup_printf (_("Change “%s”"), title);

  return nk_edit_new (name);
}

void
nk_field_row_begin_step (NkFieldRow *row)
{
  static guint visits;

  row->visit = ++visits;
  g_clear_pointer (&row->before, g_ptr_array_unref);
  if (row->subject != NULL)
    row->before = g_ptr_array_ref (row->subject->records);
}

/* The keyboard has come to it. A text that is refused still stands against what was there before
 * it. */
static void
on_enter (NkFieldRow *row)
{
  if (!row->refused)
    nk_field_row_begin_step (row);
}

void
nk_field_row_apply (NkFieldRow *row,
                    NkEdit     *edit)
{
  g_autofree char *gesture = g_strdup_printf ("row %u", row->visit);
  g_autoptr (GError) error = NULL;

  row->applying = TRUE;
  if (!nk_session_apply (row->session, edit, gesture, &error))
    nk_inspector_fail (GTK_WIDGET (row), error->message);
  row->applying = FALSE;
}

void
nk_field_row_change (NkFieldRow     *row,
                     NkRecordChange  change,
                     gpointer        user_data)
{
  NkEdit *edit = nk_field_row_edit (row);

  nk_subject_change (row->subject, row->session, edit, change, user_data);
  nk_field_row_apply (row, edit);
}

typedef struct
{
  NkFieldRow *row;
  const char *text;   /* NULL: what was there before */
  int integer;        /* and booleans */
} NewValue;

static void
set_text (NkRecord *record,
          guint     i,
          gpointer  user_data)
{
  const NewValue *value = user_data;

  if (value->row->attribute != NULL)
    nk_attribute_set_value (record, value->row->attribute, value->text);
  else
    nk_record_set_text (record, value->row->field->field, value->text);
}

static void
set_back (NkRecord *record,
          guint     i,
          gpointer  user_data)
{
  NkFieldRow *row = user_data;
  const NkRecord *before = g_ptr_array_index (row->before, i);

  if (row->attribute != NULL)
    nk_attribute_set_value (record, row->attribute, nk_attribute_value (before, row->attribute));
  else
    nk_record_set_from (record, row->field->field, before);
}

static void
set_integer (NkRecord *record,
             guint     i,
             gpointer  user_data)
{
  const NewValue *value = user_data;

  nk_record_set_integer (record, value->row->field->field, value->integer);
}

static void
set_boolean (NkRecord *record,
             guint     i,
             gpointer  user_data)
{
  const NewValue *value = user_data;

  nk_record_set_boolean (record, value->row->field->field, value->integer);
}

/* While what is typed is refused, there is what was there before: not the date with which it
 * began. */
void
nk_field_row_set_text (NkFieldRow *row,
                       const char *value)
{
  g_autofree char *refusal = nk_field_refuse_text (row->field, value);

  row->refused = refusal != NULL;
  if (refusal != NULL)
    nk_field_row_change (row, set_back, row);
  else
    nk_field_row_change (row, set_text, &(NewValue) { row, value });
  if (refusal != NULL)
    say_refused (row, refusal);
  else
    nk_field_row_say_wrong (row, doubt (row));
}

void
nk_field_row_set_integer (NkFieldRow *row,
                          int         value)
{
  nk_field_row_change (row, set_integer, &(NewValue) { row, .integer = value });
}

void
nk_field_row_set_boolean (NkFieldRow *row,
                          gboolean    value)
{
  nk_field_row_change (row, set_boolean, &(NewValue) { row, .integer = value });
}

static void
fill (NkFieldRow *row)
{
  row->refused = FALSE;
  row->filling = TRUE;
  row->editor->fill (row, row->widget);
  row->filling = FALSE;
  nk_field_row_say_wrong (row, doubt (row));
}

void
nk_field_row_revert (NkFieldRow *row)
{
  if (!row->editor->typed || row->subject == NULL || row->before == NULL)
    return;
  nk_field_row_change (row, set_back, row);
  fill (row);
}

/* TRUE if a text that was refused is still to be seen: it is about the same records, and they have
 * the same as when it was typed. */
static gboolean
holds_text (NkFieldRow *row,
            NkSubject  *subject)
{
  if (!row->refused || !nk_subject_is_same (row->subject, subject))
    return FALSE;
  for (guint i = 0; i < subject->records->len; i++)
    if (!nk_record_field_equal (g_ptr_array_index (row->subject->records, i),
                                g_ptr_array_index (subject->records, i), row->field->field))
      return FALSE;
  return TRUE;
}

void
nk_field_row_show (NkFieldRow *row,
                   NkSubject  *subject)
{
  gboolean holds = row->applying ? row->refused : holds_text (row, subject);

  g_clear_pointer (&row->subject, nk_subject_unref);
  row->subject = nk_subject_ref (subject);
  row->mixed = row->attribute != NULL ? nk_subject_differs_in (subject, row->attribute)
                                      : nk_subject_is_mixed (subject, row->field->field);
  if (!holds)
    fill (row);
  if (!row->applying && !holds)
    nk_field_row_begin_step (row);
}

/* The widget */

/* All labels are as wide as each other, so that the editors stand in a column. What does not fit is
 * in the tooltip. */
static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LABEL_CHARS);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_label (NkFieldRow *row,
           GtkWidget  *line)
{
  g_autofree char *title = nk_field_row_title (row);
  gboolean within = row->editor->label == NK_LABEL_WITHIN;
  GtkWidget *label;

  if (row->editor->label == NK_LABEL_NONE)
    return;
  label = make_label (within ? NULL : title);
  if (!within)
    gtk_label_set_mnemonic_widget (GTK_LABEL (label), row->main);
  gtk_box_append (GTK_BOX (line), label);
}

static void
add_wrong (NkFieldRow *row)
{
  row->wrong = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (row->wrong, TRUE);
  gtk_label_set_xalign (row->wrong, 0);
  gtk_widget_set_visible (GTK_WIDGET (row->wrong), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (row->wrong), "wrong");
  gtk_box_append (GTK_BOX (row->box), GTK_WIDGET (row->wrong));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row->main),
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, row->wrong, NULL, -1);
}

static void
fill_box (NkFieldRow *row)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  gboolean above = row->editor->label == NK_LABEL_ABOVE;
  GtkWidget *line = gtk_box_new (above ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 6);

  row->widget = row->editor->make (row);
  if (row->main == NULL)
    row->main = row->widget;
  gtk_widget_set_hexpand (row->widget, TRUE);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_enter), row);
  gtk_widget_add_controller (GTK_WIDGET (row), focus);
  add_label (row, line);
  gtk_box_append (GTK_BOX (line), row->widget);
  gtk_box_append (GTK_BOX (row->box), line);
  add_wrong (row);
}

static void
nk_field_row_dispose (GObject *object)
{
  NkFieldRow *row = NK_FIELD_ROW (object);

  /* What its editor still says while it goes is nobody's wish. */
  row->filling = TRUE;
  g_clear_pointer (&row->box, gtk_widget_unparent);
  g_clear_pointer (&row->subject, nk_subject_unref);
  g_clear_pointer (&row->before, g_ptr_array_unref);
  g_clear_pointer (&row->attribute, g_free);
  g_clear_object (&row->session);
  G_OBJECT_CLASS (nk_field_row_parent_class)->dispose (object);
}

static void
nk_field_row_class_init (NkFieldRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = nk_field_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
nk_field_row_init (NkFieldRow *row)
{
  row->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (row->box, GTK_WIDGET (row));
}

NkFieldRow *
nk_field_row_new (NkSession           *session,
                  const NkFieldSchema *field,
                  const char          *attribute)
{
  NkFieldRow *row = g_object_new (NK_TYPE_FIELD_ROW, NULL);

  row->session = g_object_ref (session);
  row->field = field;
  row->attribute = g_strdup (attribute);
  row->editor = nk_field_editor_for (field);
  fill_box (row);
  return row;
}
