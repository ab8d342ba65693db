/* The columns of rows: what a column of a spreadsheet means for the actors or the ties that its rows
 * are, by its header in German or English or by what stands in it. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

#define NK_ROW_COLUMN_NONE -1   /* a column that is left out */

typedef struct
{
  int field;          /* an NkField, or NK_ROW_COLUMN_NONE; NK_FIELD_EVIDENCE: the names of its sources */
  char *attribute;    /* of NK_FIELD_ATTRIBUTES: whose value it is, by id; else NULL */
} NkRowColumn;

/* All columns that records of a kind (actors, ties, notes, sources, events) can have, in the order in
 * which they are written. An array of NkRowColumn, to be freed. */
GArray     *nk_row_columns_all     (const NkMap     *map,
                                NkRecordKind     kind);
gboolean    nk_row_column_equal    (const NkRowColumn  *a,
                                const NkRowColumn  *b);
NkRowColumn    nk_row_column_copy     (const NkRowColumn  *column);

/* What a person calls it ("Level"). Borrowed. */
const char *nk_row_column_label    (const NkMap     *map,
                                NkRecordKind     kind,
                                const NkRowColumn  *column);
/* What stands in it for a record: names instead of ids, "" for nothing. To be freed. */
char       *nk_row_column_text     (const NkMap     *map,
                                const NkRecord  *record,
                                const NkRowColumn  *column);
/* The column of this header; NK_ROW_COLUMN_NONE if none is meant. To be freed by its attribute. */
NkRowColumn    nk_row_column_of_header (const NkMap    *map,
                                 NkRecordKind    kind,
                                 const char     *header);

G_END_DECLS
