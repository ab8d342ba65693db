/* A row of a table: one record as it is now, or one that is still being typed.
 *
 * Signal: "changed", when its cells say something else. */
#pragma once

#include "ui/tables/columns.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define NK_TYPE_TABLE_ROW (nk_table_row_get_type ())
G_DECLARE_FINAL_TYPE (NkTableRow, nk_table_row, NK, TABLE_ROW, GObject)

/* A draft takes the record over and may fill it; any other row takes a reference. */
NkTableRow *nk_table_row_new       (NkRecord        *record,
                                    gboolean         draft);
NkRecord   *nk_table_row_record    (NkTableRow      *row);
void        nk_table_row_set_record(NkTableRow      *row,
                                    NkRecord        *record);
/* A draft is in no map yet. */
gboolean    nk_table_row_is_draft  (NkTableRow      *row);
void        nk_table_row_changed   (NkTableRow      *row);

/* Whether the filter lets it through. */
gboolean    nk_table_row_is_found  (NkTableRow      *row);
void        nk_table_row_set_found (NkTableRow      *row,
                                    gboolean         found);

/* Its key in a column; kept until the row changes. */
const NkKey *nk_table_row_key      (NkTableRow      *row,
                                    const NkColumn  *columns,
                                    guint            n,
                                    guint            column,
                                    NkLookup        *lookup);

G_END_DECLS
