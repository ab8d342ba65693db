/* Dates: typed, or taken from a phase or an event of the map. What is no date is not set, and the
 * row says why. */
#include "ui/inspector/entry-editor.h"
#include "ui/inspector/entry-menu.h"
#include "ui/inspector/field-editors.h"

#include "map/text.h"

/* The date of a phase or an event that may be meant by a field. */
static const char *
date_for (const NkRecord *record,
          NkField         field)
{
  if (nk_record_kind (record) == NK_EVENT)
    return nk_record_text (record, NK_FIELD_DATE);
  return nk_record_text (record, field == NK_FIELD_UNTIL ? NK_FIELD_UNTIL : NK_FIELD_SINCE);
}

static void
list_dates_of (GMenu        *menu,
               NkFieldRow   *row,
               NkRecordKind  kind)
{
  const NkMap *map = nk_session_map (nk_field_row_session (row));
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < nk_map_count (map, kind); i++)
    {
      const NkRecord *record = nk_map_at (map, kind, i);
      const char *date = date_for (record, nk_field_row_field (row)->field);
      g_autofree char *label = g_strdup_printf ("%s  %s", date, nk_record_title (record));

      if (*date != '\0')
        nk_entry_menu_add (section, label, date);
    }
  g_menu_append_section (menu, kind == NK_PHASE ? _("Phases") : _("Events"),
                         G_MENU_MODEL (section));
}

static gboolean
has_dates_of (NkFieldRow   *row,
              NkRecordKind  kind)
{
  const NkMap *map = nk_session_map (nk_field_row_session (row));

  for (guint i = 0; i < nk_map_count (map, kind); i++)
    if (*date_for (nk_map_at (map, kind, i), nk_field_row_field (row)->field) != '\0')
      return TRUE;
  return FALSE;
}

static void
list_dates (GMenu    *menu,
            gpointer  row)
{
  if (has_dates_of (row, NK_PHASE))
    list_dates_of (menu, row, NK_PHASE);
  if (has_dates_of (row, NK_EVENT))
    list_dates_of (menu, row, NK_EVENT);
}

static GtkWidget *
make (NkFieldRow *row)
{
  GtkWidget *entry = nk_row_entry_new (row);

  nk_field_row_set_main (row, entry);
  return nk_entry_menu_new (entry, _("Take the date of a phase or an event"), list_dates, row);
}

static void
fill (NkFieldRow *row,
      GtkWidget  *box)
{
  nk_row_entry_fill (row, nk_entry_menu_entry (box), _("2015-09"));
  nk_entry_menu_show (box, has_dates_of (row, NK_PHASE) || has_dates_of (row, NK_EVENT));
}

const NkFieldEditor nk_date_editor = { .make = make, .fill = fill, .typed = TRUE };
