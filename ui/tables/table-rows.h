/* The rows of a table: all records of one kind, in the order of their list, and behind them perhaps one
 * that is being typed. It follows edits: who stays is the same row as before, and "items-changed" names
 * no more than what has come, gone or moved. */
#pragma once

#include "ui/tables/table-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NK_TYPE_TABLE_ROWS (nk_table_rows_get_type ())
G_DECLARE_FINAL_TYPE (NkTableRows, nk_table_rows, NK, TABLE_ROWS, GObject)

NkTableRows *nk_table_rows_new       (NkRecordKind   kind);

/* Another map, or NULL: none, without rows. O(records). */
void         nk_table_rows_set_map   (NkTableRows   *rows,
                                      const NkMap   *map);
/* The map after an edit of it. O(changes), and O(records) where some come, go or move. */
void         nk_table_rows_follow    (NkTableRows   *rows,
                                      const NkMap   *map,
                                      const NkEdit  *edit);

/* The row of a record, or NULL. O(1). */
NkTableRow  *nk_table_rows_find      (NkTableRows   *rows,
                                      const char    *id);
/* All of them, without the draft. */
guint        nk_table_rows_count     (NkTableRows   *rows);

/* Adds a row for a record that is not in the map yet, taking it; there is one at a time. */
NkTableRow  *nk_table_rows_add_draft (NkTableRows   *rows,
                                      NkRecord      *record);
NkTableRow  *nk_table_rows_draft     (NkTableRows   *rows);   /* or NULL */
void         nk_table_rows_drop_draft(NkTableRows   *rows);

/* Whether somebody has put the rows into an order that follows from their values: then those that have
 * changed are named by "items-changed" as well. */
void         nk_table_rows_set_ordered (NkTableRows *rows,
                                        gboolean     ordered);
/* Names all of them. */
void         nk_table_rows_touch_all (NkTableRows   *rows);

G_END_DECLS
