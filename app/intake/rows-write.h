/* Records as rows that a spreadsheet takes: text with tabs, or a table in HTML. The first row holds the
 * names of the columns. */
#pragma once

#include "intake/rows-columns.h"

G_BEGIN_DECLS

/* The columns in which some of these records (NkRecord *, all of one kind) have something. An array of
 * NkRowColumn, to be freed. */
GArray *nk_rows_columns (const NkMap *map,
                         GPtrArray   *records);

/* Both to be freed. Cells with tabs, line breaks or quotes are quoted. */
char   *nk_rows_text    (const NkMap *map,
                         GPtrArray   *records,
                         GArray      *columns);
char   *nk_rows_html    (const NkMap *map,
                         GPtrArray   *records,
                         GArray      *columns);

G_END_DECLS
