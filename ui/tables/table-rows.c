#include "ui/tables/table-rows.h"

/* More rows than this that have changed are named as one stretch: each costs those who listen a look at
 * all of their order. */
#define FEW 16

struct _NkTableRows
{
  GObject parent_instance;

  NkRecordKind kind;
  GPtrArray *rows;       /* NkTableRow, owned */
  GHashTable *by_id;     /* id → NkTableRow; both belong to the rows */
  NkTableRow *draft;     /* owned, or NULL */
  gboolean ordered;      /* somebody else has put them into an order */
};

static void init_list_model (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NkTableRows, nk_table_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

/* The list */

static GType
get_item_type (GListModel *model)
{
  return NK_TYPE_TABLE_ROW;
}

static guint
get_n_items (GListModel *model)
{
  NkTableRows *rows = NK_TABLE_ROWS (model);

  return rows->rows->len + (rows->draft != NULL);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  NkTableRows *rows = NK_TABLE_ROWS (model);

  if (position < rows->rows->len)
    return g_object_ref (g_ptr_array_index (rows->rows, position));
  return position == rows->rows->len && rows->draft != NULL ? g_object_ref (rows->draft) : NULL;
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
emit (NkTableRows *rows,
      guint        position,
      guint        removed,
      guint        added)
{
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (rows), position, removed, added);
}

/* Other records */

static void
index_rows (NkTableRows *rows)
{
  g_hash_table_remove_all (rows->by_id);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      NkTableRow *row = g_ptr_array_index (rows->rows, i);

      g_hash_table_insert (rows->by_id, (gpointer) nk_record_id (nk_table_row_record (row)), row);
    }
}

/* Replaces the list, and says between which ends it differs from what it was. Takes `list`. */
static void
replace (NkTableRows *rows,
         GPtrArray   *list)
{
  g_autoptr (GPtrArray) old = rows->rows;
  guint shorter = MIN (old->len, list->len), head = 0, tail = 0;

  while (head < shorter && old->pdata[head] == list->pdata[head])
    head++;
  while (tail < shorter - head
         && old->pdata[old->len - 1 - tail] == list->pdata[list->len - 1 - tail])
    tail++;
  rows->rows = list;
  index_rows (rows);
  emit (rows, head, old->len - head - tail, list->len - head - tail);
}

void
nk_table_rows_set_map (NkTableRows *rows,
                       const NkMap *map)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  nk_table_rows_drop_draft (rows);
  for (guint i = 0; map != NULL && i < nk_map_count (map, rows->kind); i++)
    g_ptr_array_add (list, nk_table_row_new (nk_map_at (map, rows->kind, i), FALSE));
  replace (rows, list);
}

/* The rows in the order that the map has now: those of records that were there are the same. */
static void
reorder (NkTableRows *rows,
         const NkMap *map)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < nk_map_count (map, rows->kind); i++)
    {
      NkRecord *record = nk_map_at (map, rows->kind, i);
      NkTableRow *row = nk_table_rows_find (rows, nk_record_id (record));

      g_ptr_array_add (list, row != NULL ? g_object_ref (row) : nk_table_row_new (record, FALSE));
    }
  replace (rows, list);
}

/* What an edit changes */

/* Which rows say something else after an edit. */
typedef struct
{
  NkTableRows *rows;
  const NkMap *map;
  GHashTable *ids;       /* borrowed of the map */
  gboolean all;
} Changed;

static void
add_changed (Changed    *changed,
             const char *id)
{
  g_hash_table_add (changed->ids, (gpointer) id);
}

static void
add_ties_of (Changed    *changed,
             const char *actor)
{
  const GArray *ties = nk_map_ties_of (changed->map, actor);

  for (guint i = 0; ties != NULL && i < ties->len; i++)
    add_changed (changed, nk_record_id (nk_map_at (changed->map, NK_TIE,
                                                   g_array_index (ties, guint, i))));
}

/* Who has one tie more or less. */
static void
add_ends (Changed        *changed,
          const NkRecord *tie)
{
  if (tie == NULL)
    return;
  add_changed (changed, nk_record_text (tie, NK_FIELD_FROM));
  add_changed (changed, nk_record_text (tie, NK_FIELD_TO));
}

static gboolean
has_other_name (const NkChange *change)
{
  return change->before != NULL && change->after != NULL
         && !nk_record_field_equal (change->before, change->after, NK_FIELD_NAME);
}

/* Records of other kinds stand in the cells as well: by their names, their order and their number. */
static void
add_others (Changed        *changed,
            const NkChange *change)
{
  NkRecordKind kind = changed->rows->kind;

  if (change->kind == NK_ACTOR && kind == NK_TIE && has_other_name (change))
    add_ties_of (changed, nk_record_id (change->after));
  else if (change->kind == NK_TIE && kind == NK_ACTOR)
    {
      add_ends (changed, change->before);
      add_ends (changed, change->after);
    }
  else if (kind == NK_SOURCE)
    changed->all = TRUE;
  else if (change->kind >= NK_LEVEL && change->kind <= NK_KIND)
    changed->all = TRUE;
}

/* FALSE if records have come, gone or moved. */
static gboolean
collect (Changed      *changed,
         const NkEdit *edit)
{
  gboolean in_order = TRUE;

  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    {
      const NkChange *change = nk_edit_change (edit, i);
      NkTableRow *row;

      if (change->kind != changed->rows->kind)
        {
          add_others (changed, change);
          continue;
        }
      in_order &= change->before != NULL && change->after != NULL && change->after_position < 0;
      if (change->before == NULL || change->after == NULL)
        continue;
      row = nk_table_rows_find (changed->rows, nk_record_id (change->after));
      nk_table_row_set_record (row, change->after);
      /* The id by which it is found belongs to its record. */
      g_hash_table_replace (changed->rows->by_id, (gpointer) nk_record_id (change->after), row);
      if (nk_columns_differ (change->kind, change->before, change->after))
        add_changed (changed, nk_record_id (change->after));
    }
  return in_order;
}

static void
tell_rows (Changed *changed)
{
  NkTableRows *rows = changed->rows;
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; changed->all && i < rows->rows->len; i++)
    nk_table_row_changed (g_ptr_array_index (rows->rows, i));
  g_hash_table_iter_init (&iter, changed->ids);
  while (!changed->all && g_hash_table_iter_next (&iter, &id, NULL))
    {
      NkTableRow *row = nk_table_rows_find (rows, id);

      if (row != NULL)
        nk_table_row_changed (row);
    }
}

/* Those that have changed may have another place in somebody's order. */
static void
tell_listeners (Changed *changed)
{
  guint n = g_hash_table_size (changed->ids), first = G_MAXUINT, last = 0;
  GHashTableIter iter;
  gpointer id;

  if (changed->all)
    {
      nk_table_rows_touch_all (changed->rows);
      return;
    }
  g_hash_table_iter_init (&iter, changed->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      int position = nk_map_position (changed->map, changed->rows->kind, id);

      if (position < 0)
        continue;
      first = MIN (first, (guint) position);
      last = MAX (last, (guint) position);
      if (n <= FEW)
        emit (changed->rows, (guint) position, 1, 1);
    }
  if (n > FEW && first <= last)
    emit (changed->rows, first, last - first + 1, last - first + 1);
}

void
nk_table_rows_follow (NkTableRows  *rows,
                      const NkMap  *map,
                      const NkEdit *edit)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Changed changed = { rows, map, ids, FALSE };
  gboolean in_order = collect (&changed, edit);

  if (!in_order)
    reorder (rows, map);
  tell_rows (&changed);
  if (rows->ordered)
    tell_listeners (&changed);
}

void
nk_table_rows_set_ordered (NkTableRows *rows,
                           gboolean     ordered)
{
  rows->ordered = ordered;
}

void
nk_table_rows_touch_all (NkTableRows *rows)
{
  guint n = get_n_items (G_LIST_MODEL (rows));

  emit (rows, 0, n, n);
}

NkTableRow *
nk_table_rows_find (NkTableRows *rows,
                    const char  *id)
{
  return g_hash_table_lookup (rows->by_id, id);
}

guint
nk_table_rows_count (NkTableRows *rows)
{
  return rows->rows->len;
}

/* The draft */

NkTableRow *
nk_table_rows_add_draft (NkTableRows *rows,
                         NkRecord    *record)
{
  nk_table_rows_drop_draft (rows);
  rows->draft = nk_table_row_new (record, TRUE);
  emit (rows, rows->rows->len, 0, 1);
  return rows->draft;
}

NkTableRow *
nk_table_rows_draft (NkTableRows *rows)
{
  return rows->draft;
}

void
nk_table_rows_drop_draft (NkTableRows *rows)
{
  g_autoptr (NkTableRow) draft = g_steal_pointer (&rows->draft);

  if (draft != NULL)
    emit (rows, rows->rows->len, 1, 0);
}

/* The class */

static void
nk_table_rows_finalize (GObject *object)
{
  NkTableRows *rows = NK_TABLE_ROWS (object);

  g_hash_table_unref (rows->by_id);
  g_ptr_array_unref (rows->rows);
  g_clear_object (&rows->draft);
  G_OBJECT_CLASS (nk_table_rows_parent_class)->finalize (object);
}

static void
nk_table_rows_class_init (NkTableRowsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = nk_table_rows_finalize;
}

static void
nk_table_rows_init (NkTableRows *rows)
{
  rows->rows = g_ptr_array_new_with_free_func (g_object_unref);
  rows->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

NkTableRows *
nk_table_rows_new (NkRecordKind kind)
{
  NkTableRows *rows = g_object_new (NK_TYPE_TABLE_ROWS, NULL);

  rows->kind = kind;
  return rows;
}
