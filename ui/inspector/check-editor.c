/* Yes and no. */
#include "ui/inspector/field-editors.h"

static void
on_check (NkFieldRow     *row,
          GtkCheckButton *check)
{
  if (nk_field_row_is_filling (row))
    return;
  gtk_check_button_set_inconsistent (check, FALSE);
  nk_field_row_set_boolean (row, gtk_check_button_get_active (check));
}

static GtkWidget *
make (NkFieldRow *row)
{
  g_autofree char *title = nk_field_row_title (row);
  GtkWidget *check = gtk_check_button_new_with_label (title);

  gtk_widget_set_halign (check, GTK_ALIGN_START);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_check), row);
  return check;
}

static void
fill (NkFieldRow *row,
      GtkWidget  *check)
{
  NkField field = nk_field_row_field (row)->field;
  gboolean mixed = nk_field_row_is_mixed (row);

  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), mixed);
  /* What differs becomes yes at the first click. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !mixed && nk_record_boolean (nk_field_row_record (row), field));
}

const NkFieldEditor nk_check_editor = { .make = make, .fill = fill, .label = NK_LABEL_WITHIN };
