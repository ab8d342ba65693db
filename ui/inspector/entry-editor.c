#include "ui/inspector/entry-editor.h"

#include "ui/inspector/entry-menu.h"
#include "ui/inspector/field-editors.h"

#include "map/text.h"

static void
on_changed (NkFieldRow  *row,
            GtkEditable *entry)
{
  if (!nk_field_row_is_filling (row))
    nk_field_row_set_text (row, gtk_editable_get_text (entry));
}

GtkWidget *
nk_row_entry_new (NkFieldRow *row)
{
  /* The map has its own undo. */
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "enable-undo", FALSE, "width-chars", 8, NULL);

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), row);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (nk_field_row_go_on), row);
  return entry;
}

void
nk_entry_set_text (GtkWidget  *entry,
                   const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

void
nk_row_entry_fill (NkFieldRow *row,
                   GtkWidget  *entry,
                   const char *hint)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry),
                                  nk_field_row_is_mixed (row) ? _("Mixed") : hint);
  nk_entry_set_text (entry, nk_field_row_text (row));
}

/* Any text */

static void
fill_text (NkFieldRow *row,
           GtkWidget  *entry)
{
  nk_row_entry_fill (row, entry, NULL);
}

const NkFieldEditor nk_entry_editor = {
  .make = nk_row_entry_new, .fill = fill_text, .typed = TRUE
};

/* The language of the map: hyphens and the words that the program writes on it follow from it. */

static void
list_languages (GMenu    *menu,
                gpointer  row)
{
  nk_entry_menu_add (menu, _("German"), "de");
  nk_entry_menu_add (menu, _("English"), "en");
}

static GtkWidget *
make_language (NkFieldRow *row)
{
  GtkWidget *entry = nk_row_entry_new (row);

  nk_field_row_set_main (row, entry);
  return nk_entry_menu_new (entry, _("Choose a language"), list_languages, row);
}

static void
fill_language (NkFieldRow *row,
               GtkWidget  *box)
{
  nk_row_entry_fill (row, nk_entry_menu_entry (box), "de");
}

const NkFieldEditor nk_language_editor = {
  .make = make_language, .fill = fill_language, .typed = TRUE
};
