/* Numbers: small whole ones have a button each, others are typed. */
#include "ui/inspector/entry-editor.h"
#include "ui/inspector/field-editors.h"

#include "map/text.h"

#include <math.h>

/* One button each */

static void
on_number (NkFieldRow      *row,
           GtkToggleButton *button)
{
  if (!nk_field_row_is_filling (row) && gtk_toggle_button_get_active (button))
    nk_field_row_set_integer (row,
                              GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "number")));
}

static GtkWidget *
make_button (NkFieldRow *row,
             int         number)
{
  g_autofree char *title = nk_field_row_title (row);
  g_autofree char *text = g_strdup_printf ("%d", number);
  g_autofree char *label = g_strdup_printf ("%s %d", title, number);
  GtkWidget *button = gtk_toggle_button_new_with_label (text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "number", GINT_TO_POINTER (number));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_number), row);
  return button;
}

static GtkWidget *
make_buttons (NkFieldRow *row)
{
  const NkFieldSchema *field = nk_field_row_field (row);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkToggleButton *first = NULL;

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "numbers");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (int number = (int) field->least; number <= (int) field->most; number++)
    {
      GtkWidget *button = make_button (row, number);

      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

/* If the records differ, none of the buttons is down. */
static void
fill_buttons (NkFieldRow *row,
              GtkWidget  *box)
{
  gboolean mixed = nk_field_row_is_mixed (row);
  int value = nk_record_integer (nk_field_row_record (row), nk_field_row_field (row)->field);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int number = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "number"));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), !mixed && number == value);
    }
}

const NkFieldEditor nk_integer_editor = { .make = make_buttons, .fill = fill_buttons };

/* Typed, with the decimal sign of whoever types */

typedef struct
{
  NkField field;
  double number;
} Number;

static void
set_number (NkRecord *record,
            guint     i,
            gpointer  user_data)
{
  const Number *number = user_data;

  nk_record_set_number (record, number->field, number->number);
}

/* NaN for an empty text. */
static gboolean
read_number (const char *text,
             double     *number)
{
  g_autofree char *plain = g_strstrip (g_strdelimit (g_strdup (text), ",", '.'));
  char *end;

  *number = *plain == '\0' ? NAN : g_ascii_strtod (plain, &end);
  return *plain == '\0' || (*end == '\0' && isfinite (*number));
}

static char *
write_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (isnan (number) ? "" : g_ascii_formatd (text, sizeof text, "%.10g", number));
}

static char *
refuse (NkFieldRow *row,
        const char *text)
{
  const NkFieldSchema *field = nk_field_row_field (row);
  g_autofree char *least = write_number (field->least), *most = write_number (field->most);
  double number;

  if (!read_number (text, &number))
    return g_strdup_printf (_("“%s” is not a number."), text);
  if (number < field->least || number > field->most)
    return g_strdup_printf (_("This must be from %s to %s."), least, most);
  return NULL;
}

static void
on_typed (NkFieldRow  *row,
          GtkEditable *entry)
{
  const char *text = gtk_editable_get_text (entry);
  g_autofree char *refusal = NULL;
  Number value = { .field = nk_field_row_field (row)->field };

  if (nk_field_row_is_filling (row))
    return;
  refusal = refuse (row, text);
  if (refusal == NULL && read_number (text, &value.number))
    nk_field_row_change (row, set_number, &value);
  nk_field_row_say_wrong (row, refusal);
}

static GtkWidget *
make_entry (NkFieldRow *row)
{
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "enable-undo", FALSE, "width-chars", 8,
                                   "input-purpose", GTK_INPUT_PURPOSE_NUMBER, NULL);

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_typed), row);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (nk_field_row_go_on), row);
  return entry;
}

static void
fill_entry (NkFieldRow *row,
            GtkWidget  *entry)
{
  gboolean mixed = nk_field_row_is_mixed (row);
  double number = nk_record_number (nk_field_row_record (row), nk_field_row_field (row)->field);
  g_autofree char *text = write_number (mixed ? NAN : number);
  double shown;

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), mixed ? _("Mixed") : _("By itself"));
  /* While somebody types, "120." is 120 as well. */
  if (!read_number (gtk_editable_get_text (GTK_EDITABLE (entry)), &shown) || shown != number)
    nk_entry_set_text (entry, text);
}

const NkFieldEditor nk_number_editor = { .make = make_entry, .fill = fill_entry, .typed = TRUE };
