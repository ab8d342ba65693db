/* The columns of rows: what a column of a spreadsheet means for the actors or the ties that its rows
 * are, by its header in German or English or by what stands in it. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

#define NK_COLUMN_NONE -1   /* a column that is left out */

typedef struct
{
  int field;          /* an NkField, or NK_COLUMN_NONE; NK_FIELD_EVIDENCE: the names of its sources */
  char *attribute;    /* of NK_FIELD_ATTRIBUTES: whose value it is, by id; else NULL */
} NkColumn;

/* All columns that records of a kind (actors, ties, notes, sources, events) can have, in the order in
 * which they are written. An array of NkColumn, to be freed. */
GArray     *nk_columns_all     (const NkMap     *map,
                                NkRecordKind     kind);
gboolean    nk_column_equal    (const NkColumn  *a,
                                const NkColumn  *b);
NkColumn    nk_column_copy     (const NkColumn  *column);

/* What a person calls it ("Level"). Borrowed. */
const char *nk_column_label    (const NkMap     *map,
                                NkRecordKind     kind,
                                const NkColumn  *column);
/* What stands in it for a record: names instead of ids, "" for nothing. To be freed. */
char       *nk_column_text     (const NkMap     *map,
                                const NkRecord  *record,
                                const NkColumn  *column);
/* The column of this header; NK_COLUMN_NONE if none is meant. To be freed by its attribute. */
NkColumn    nk_column_of_header (const NkMap    *map,
                                 NkRecordKind    kind,
                                 const char     *header);

G_END_DECLS
