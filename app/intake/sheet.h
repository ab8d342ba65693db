/* A sheet: the cells in the text of a spreadsheet, or of a file with separated values. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *rows;      /* of char **, ended by NULL: all have n_columns cells, without blanks around */
  guint n_columns;
} NkSheet;

/* The cells of a text of `length` bytes: UTF-8, UTF-16 with its mark, or else windows-1252, with any
 * line breaks. Separated by tabs; else by semicolons or commas, if that makes a table. Rows without
 * anything are left out, and so are columns at the right. No bytes can do harm. To be freed.
 * O(length). */
NkSheet    *nk_sheet_read (const char    *text,
                           gsize          length);
void        nk_sheet_free (NkSheet       *sheet);
/* A cell; "" if nothing is there. */
const char *nk_sheet_at   (const NkSheet *sheet,
                           guint          row,
                           guint          column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSheet, nk_sheet_free)

G_END_DECLS
