/* Colors: as #rrggbb, beside the look of the sector or kind that has it. */
#include "ui/inspector/entry-editor.h"
#include "ui/inspector/field-editors.h"
#include "ui/inspector/option.h"

static GtkWidget *
make (NkFieldRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = nk_row_entry_new (row);

  gtk_widget_set_hexpand (entry, TRUE);
  gtk_box_append (GTK_BOX (box), nk_look_new (nk_field_row_session (row)));
  gtk_box_append (GTK_BOX (box), entry);
  nk_field_row_set_main (row, entry);
  return box;
}

static void
fill (NkFieldRow *row,
      GtkWidget  *box)
{
  const NkRecord *record = nk_field_row_record (row);

  nk_look_set (gtk_widget_get_first_child (box), nk_record_kind (record), nk_record_id (record));
  nk_row_entry_fill (row, gtk_widget_get_last_child (box), "#3465a4");
}

const NkFieldEditor nk_color_editor = { .make = make, .fill = fill, .typed = TRUE };
