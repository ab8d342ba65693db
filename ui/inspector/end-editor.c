/* The ends of a tie: another actor can be chosen, and the one that is there be selected. */
#include "ui/inspector/record-chooser.h"
#include "ui/inspector/field-editors.h"
#include "ui/session/tie-edits.h"

#include "map/text.h"

static void
on_chosen (NkFieldRow *row,
           const char *id)
{
  const NkMap *map = nk_session_map (nk_field_row_session (row));

  nk_field_row_begin_step (row);
  nk_field_row_apply (row, nk_edit_for_end (map, nk_record_id (nk_field_row_record (row)),
                                            nk_field_row_field (row)->field, id));
}

static void
on_select (NkFieldRow *row)
{
  const char *id = nk_record_text (nk_field_row_record (row), nk_field_row_field (row)->field);

  nk_session_select_only (nk_field_row_session (row), NK_ACTOR, id);
}

static GtkWidget *
make (NkFieldRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *chooser = nk_record_chooser_new (nk_field_row_session (row), NK_ACTOR);
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (chooser, TRUE);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (on_chosen), row);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_select), row);
  gtk_box_append (GTK_BOX (box), chooser);
  gtk_box_append (GTK_BOX (box), button);
  nk_field_row_set_main (row, nk_record_chooser_button (NK_RECORD_CHOOSER (chooser)));
  return box;
}

static void
fill (NkFieldRow *row,
      GtkWidget  *box)
{
  GtkWidget *chooser = gtk_widget_get_first_child (box), *button = gtk_widget_get_last_child (box);
  const NkMap *map = nk_session_map (nk_field_row_session (row));
  const NkRecord *actor = nk_map_find (map, NK_ACTOR,
                                       nk_record_text (nk_field_row_record (row),
                                                       nk_field_row_field (row)->field));
  g_autofree char *select = g_strdup_printf (_("Select “%s”"), nk_record_title (actor));

  nk_record_chooser_show (NK_RECORD_CHOOSER (chooser), nk_record_title (actor));
  gtk_widget_set_tooltip_text (button, select);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, select,
                                  -1);
}

const NkFieldEditor nk_end_editor = { .make = make, .fill = fill };
