#include "ui/tables/table-row.h"

typedef struct
{
  NkKey key;
  gboolean known;
} Kept;

struct _NkTableRow
{
  GObject parent_instance;

  NkRecord *record;
  gboolean draft;
  gboolean found;
  Kept *keys;       /* by column, or NULL: most rows are never put into order */
};

G_DEFINE_FINAL_TYPE (NkTableRow, nk_table_row, G_TYPE_OBJECT)

static guint changed_signal;

NkTableRow *
nk_table_row_new (NkRecord *record,
                  gboolean  draft)
{
  NkTableRow *row = g_object_new (NK_TYPE_TABLE_ROW, NULL);

  row->record = draft ? record : nk_record_ref (record);
  row->draft = draft;
  row->found = TRUE;
  return row;
}

NkRecord *
nk_table_row_record (NkTableRow *row)
{
  return row->record;
}

void
nk_table_row_set_record (NkTableRow *row,
                         NkRecord   *record)
{
  nk_record_ref (record);
  nk_record_unref (row->record);
  row->record = record;
}

gboolean
nk_table_row_is_draft (NkTableRow *row)
{
  return row->draft;
}

void
nk_table_row_changed (NkTableRow *row)
{
  g_clear_pointer (&row->keys, g_free);
  g_signal_emit (row, changed_signal, 0);
}

gboolean
nk_table_row_is_found (NkTableRow *row)
{
  return row->found || row->draft;
}

void
nk_table_row_set_found (NkTableRow *row,
                        gboolean    found)
{
  row->found = found;
}

const NkKey *
nk_table_row_key (NkTableRow     *row,
                  const NkColumn *columns,
                  guint           n,
                  guint           column,
                  NkLookup       *lookup)
{
  Kept *kept;

  if (row->keys == NULL)
    row->keys = g_new0 (Kept, n);
  kept = &row->keys[column];
  if (!kept->known)
    kept->key = nk_column_key (&columns[column], lookup, row->record);
  kept->known = TRUE;
  return &kept->key;
}

static void
nk_table_row_finalize (GObject *object)
{
  NkTableRow *row = NK_TABLE_ROW (object);

  nk_record_unref (row->record);
  g_free (row->keys);
  G_OBJECT_CLASS (nk_table_row_parent_class)->finalize (object);
}

static void
nk_table_row_class_init (NkTableRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = nk_table_row_finalize;
  changed_signal = g_signal_new ("changed", NK_TYPE_TABLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
nk_table_row_init (NkTableRow *row)
{
}
