/* Rows for records that are still being typed: once they have what they need, they are added to the map. */
#include "ui/tables/table-private.h"

#include "drawing/room.h"

#include "map/text.h"

/* An actor begins in the band and the district of the one that the keyboard was on; a tie has the kind of
 * the last one. */
static NkRecord *
begin (NkTable *table)
{
  NkRecord *record = nk_record_new (table->kind, "draft");
  const NkRecord *near = table->cursor != NULL ? nk_table_row_record (table->cursor) : NULL;

  if (table->kind == NK_ACTOR && near != NULL)
    {
      nk_record_set_from (record, NK_FIELD_LEVEL, near);
      nk_record_set_from (record, NK_FIELD_DISTRICT, near);
    }
  if (table->kind == NK_TIE)
    {
      const NkNextTie *next = nk_session_next_tie (table->session);

      nk_record_set_text (record, NK_FIELD_KIND,
                          nk_next_tie_kind (next, nk_session_map (table->session)));
      nk_record_set_boolean (record, NK_FIELD_FORMAL, next->formal);
    }
  return record;
}

static guint
first_field (NkTable *table)
{
  NkField field = table->kind == NK_TIE ? NK_FIELD_FROM : NK_FIELD_NAME;

  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == NK_COLUMN_FIELD && table->columns[i].field->field == field)
      return i;
  g_return_val_if_reached (0);
}

void
nk_table_add (NkTable *table)
{
  g_autoptr (NkTableRow) draft = NULL;
  guint column = first_field (table);

  if (nk_canvas_refuses (table->canvas))
    return;
  nk_table_end_editing (table);
  /* What has to be typed has to be seen. */
  gtk_column_view_column_set_visible (table->view_columns[column], TRUE);
  draft = g_object_ref (nk_table_rows_add_draft (table->rows, begin (table)));
  nk_table_edit (table, draft, column, NULL);
}

static gboolean
is_done (const NkRecord *record)
{
  if (nk_record_kind (record) == NK_TIE)
    return *nk_record_text (record, NK_FIELD_FROM) != '\0'
           && *nk_record_text (record, NK_FIELD_TO) != '\0';
  return *nk_record_text (record, NK_FIELD_NAME) != '\0';
}

static void
give_place (const NkMap *map,
            NkRecord    *actor)
{
  g_autoptr (NkRoom) room = nk_room_new (map);
  NkPoint place = nk_room_take (room, actor, NULL);

  nk_record_set_number (actor, NK_FIELD_X, place.x);
  nk_record_set_number (actor, NK_FIELD_Y, place.y);
}

static const char *
step_name (NkRecordKind kind)
{
  switch (kind)
    {
    case NK_ACTOR:
      return _("Add Actor");
    case NK_TIE:
      return _("Add Tie");
    case NK_SOURCE:
      return _("Add Source");
    default:
      return _("Add Event");
    }
}

/* The words that the id of a record is made of. To be freed. */
static char *
words_of (const NkRecord *record)
{
  if (nk_record_kind (record) == NK_TIE)
    return g_strdup_printf ("%s %s", nk_record_text (record, NK_FIELD_FROM),
                            nk_record_text (record, NK_FIELD_TO));
  return g_strdup (nk_record_text (record, NK_FIELD_NAME));
}

static gboolean
add_record (NkTable        *table,
            const NkRecord *draft)
{
  const NkMap *map = nk_session_map (table->session);
  NkEdit *edit = nk_edit_new (step_name (table->kind));
  g_autofree char *words = words_of (draft);
  g_autofree char *id = nk_map_new_id (map, edit, table->kind, words);
  NkRecord *record = nk_record_copy (draft, id);
  NkTableRow *row;

  if (table->kind == NK_ACTOR)
    give_place (map, record);
  nk_edit_put (edit, map, record);
  nk_table_rows_drop_draft (table->rows);
  if (!nk_canvas_apply (table->canvas, edit, NULL))
    return FALSE;
  row = nk_table_rows_find (table->rows, id);
  g_set_object (&table->cursor, row);
  nk_table_select (table, nk_table_position (table, row));
  return TRUE;
}

gboolean
nk_table_set_draft (NkTable    *table,
                    NkField     field,
                    const char *value)
{
  g_autoptr (NkTableRow) draft = g_object_ref (nk_table_rows_draft (table->rows));
  NkRecord *record = nk_table_row_record (draft);
  const NkFieldSchema *schema = nk_schema_field (table->kind, field);

  if (schema->type == NK_TYPE_INTEGER)
    nk_record_set_integer (record, field, (int) g_ascii_strtoll (value, NULL, 10));
  else
    nk_record_set_text (record, field, value);
  nk_table_row_changed (draft);
  return is_done (record) && add_record (table, record);
}
