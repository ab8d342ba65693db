/* The value of one attribute: typed, or taken from the values that the attribute has. What is typed
 * and not among them can be added to them. */
#include "ui/inspector/entry-editor.h"
#include "ui/inspector/entry-menu.h"
#include "ui/inspector/field-editors.h"

#include "map/text.h"

static const NkRecord *
attribute_of (NkFieldRow *row)
{
  return nk_map_find (nk_session_map (nk_field_row_session (row)), NK_ATTRIBUTE,
                      nk_field_row_attribute (row));
}

static void
list_values (GMenu    *menu,
             gpointer  row)
{
  const NkRecord *attribute = attribute_of (row);
  const char *const *values;

  if (attribute == NULL)
    return;
  values = nk_record_texts (attribute, NK_FIELD_CATEGORIES);
  for (guint i = 0; values[i] != NULL; i++)
    nk_entry_menu_add (menu, values[i], values[i]);
  nk_entry_menu_add (menu, _("None"), "");
}

/* The parts of the editor: the entry with its menu, and below it the offer. */

static GtkWidget *
entry_of (GtkWidget *box)
{
  return nk_entry_menu_entry (gtk_widget_get_first_child (box));
}

static gboolean
is_new (const NkRecord *attribute,
        const char     *value)
{
  return attribute != NULL && *value != '\0'
         && !g_strv_contains (nk_record_texts (attribute, NK_FIELD_CATEGORIES), value);
}

/* Shows the offer only for what was typed here: who only looks at actors sees nothing move. */
static void
update_offer (NkFieldRow *row,
              GtkWidget  *box,
              gboolean    is_typed)
{
  GtkWidget *offer = gtk_widget_get_last_child (box);
  const char *value = gtk_editable_get_text (GTK_EDITABLE (entry_of (box)));
  g_autofree char *label = g_strdup_printf (_("Add “%s” to the Values"), value);

  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (offer))), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (offer), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (offer, is_typed && is_new (attribute_of (row), value));
}

static void
on_add (GtkWidget  *offer,
        NkFieldRow *row)
{
  GtkWidget *box = gtk_widget_get_parent (offer);
  const char *value = gtk_editable_get_text (GTK_EDITABLE (entry_of (box)));
  const NkRecord *attribute = attribute_of (row);
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  NkRecord *changed;
  NkEdit *edit;

  if (!is_new (attribute, value))
    return;
  g_strv_builder_addv (values, (const char **) nk_record_texts (attribute, NK_FIELD_CATEGORIES));
  g_strv_builder_add (values, value);
  all = g_strv_builder_end (values);
  edit = nk_edit_new (_("Add Value"));
  changed = nk_record_copy (attribute, NULL);
  nk_record_set_texts (changed, NK_FIELD_CATEGORIES, (const char *const *) all);
  nk_edit_put (edit, nk_session_map (nk_field_row_session (row)), changed);
  nk_field_row_begin_step (row);
  gtk_widget_grab_focus (entry_of (box));
  nk_field_row_apply (row, edit);
}

static void
on_typed (GtkWidget  *entry,
          NkFieldRow *row)
{
  GtkWidget *box = gtk_widget_get_parent (gtk_widget_get_parent (entry));

  if (!nk_field_row_is_filling (row))
    update_offer (row, box, TRUE);
}

static GtkWidget *
make_offer (NkFieldRow *row)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *offer = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_button_set_child (GTK_BUTTON (offer), label);
  gtk_widget_set_visible (offer, FALSE);
  g_signal_connect (offer, "clicked", G_CALLBACK (on_add), row);
  return offer;
}

static GtkWidget *
make (NkFieldRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *entry = nk_row_entry_new (row);

  gtk_box_append (GTK_BOX (box), nk_entry_menu_new (entry, _("Choose a value"), list_values, row));
  gtk_box_append (GTK_BOX (box), make_offer (row));
  g_signal_connect_after (entry, "changed", G_CALLBACK (on_typed), row);
  nk_field_row_set_main (row, entry);
  return box;
}

static void
fill (NkFieldRow *row,
      GtkWidget  *box)
{
  const NkRecord *attribute = attribute_of (row);

  nk_row_entry_fill (row, entry_of (box), NULL);
  nk_entry_menu_show (gtk_widget_get_first_child (box),
                      attribute != NULL
                      && nk_record_texts (attribute, NK_FIELD_CATEGORIES)[0] != NULL);
  update_offer (row, box, FALSE);
}

const NkFieldEditor nk_attribute_editor = { .make = make, .fill = fill, .typed = TRUE };
