/* What pasted rows and their columns are: by the header, or by what stands in the cells. */
#include "intake/rows-private.h"

#include "map/date.h"
#include "map/fold.h"

#include <string.h>

static NkRowColumn *
column_at (NkRows *rows,
           guint   i)
{
  return &g_array_index (rows->columns, NkRowColumn, i);
}

static void
set_field (NkRows *rows,
           guint   column,
           int     field)
{
  NkRowColumn *there = column_at (rows, column);

  g_clear_pointer (&there->attribute, g_free);
  there->field = field;
}

int
nk_rows_find_column (const NkRows *rows,
                     NkField       field)
{
  for (guint i = 0; i < rows->columns->len; i++)
    if (g_array_index (rows->columns, NkRowColumn, i).field == (int) field)
      return (int) i;
  return -1;
}

/* By the header */

static gboolean
has_column (NkRows         *rows,
            guint           before,
            const NkRowColumn *column)
{
  for (guint i = 0; i < before; i++)
    if (nk_row_column_equal (column_at (rows, i), column))
      return TRUE;
  return FALSE;
}

/* Where ties go from "source" to "target", that is no source as in evidence. */
static void
mend_source (NkRows *rows)
{
  int source = nk_rows_find_column (rows, NK_FIELD_EVIDENCE);

  if (rows->kind == NK_TIE && source >= 0 && nk_rows_find_column (rows, NK_FIELD_FROM) < 0
      && nk_rows_find_column (rows, NK_FIELD_TO) >= 0)
    set_field (rows, (guint) source, NK_FIELD_FROM);
}

/* Takes the first row for a header; returns how many of its cells are one. */
static guint
read_header (NkRows       *rows,
             NkRecordKind  kind)
{
  guint n = 0;

  rows->kind = kind;
  for (guint i = 0; i < rows->sheet->n_columns; i++)
    {
      NkRowColumn column = nk_row_column_of_header (rows->map, kind, nk_sheet_at (rows->sheet, 0, i));

      set_field (rows, i, NK_ROW_COLUMN_NONE);
      if (column.field == NK_ROW_COLUMN_NONE || has_column (rows, i, &column))
        {
          g_free (column.attribute);
          continue;
        }
      *column_at (rows, i) = column;
      n++;
    }
  mend_source (rows);
  return n;
}

static gboolean
is_about_ties (NkRows *rows)
{
  return nk_rows_find_column (rows, NK_FIELD_FROM) >= 0
         && nk_rows_find_column (rows, NK_FIELD_TO) >= 0;
}

static guint
count_filled (NkRows *rows,
              guint   row)
{
  guint n = 0;

  for (guint i = 0; i < rows->sheet->n_columns; i++)
    n += *nk_sheet_at (rows->sheet, row, i) != '\0';
  return n;
}

/* By what stands in the cells */

typedef gboolean (*IsSo) (NkRows     *rows,
                          const char *text,
                          int         kind);

static gboolean
is_date (NkRows     *rows,
         const char *text,
         int         kind)
{
  return nk_date_is_valid (text);
}

static gboolean
is_name (NkRows     *rows,
         const char *text,
         int         kind)
{
  return nk_rows_known (rows, kind, text) != NULL;
}

/* How many cells of a column are so, in hundredths of those that are filled; 0 if none is. */
static guint
share_of (NkRows *rows,
          guint   column,
          IsSo    is_so,
          int     kind)
{
  guint filled = 0, so = 0;

  for (guint i = 0; i < nk_rows_count (rows); i++)
    {
      const char *text = nk_rows_cell (rows, i, column);

      filled += *text != '\0';
      so += *text != '\0' && is_so (rows, text, kind);
    }
  return filled > 0 ? 100 * so / filled : 0;
}

static int
field_by_content (NkRows *rows,
                  guint   column)
{
  static const struct { NkField field; NkRecordKind kind, target; } names[] = {
    { NK_FIELD_LEVEL, NK_ACTOR, NK_LEVEL },
    { NK_FIELD_DISTRICT, NK_ACTOR, NK_DISTRICT },
    { NK_FIELD_SECTOR, NK_ACTOR, NK_SECTOR },
    { NK_FIELD_KIND, NK_TIE, NK_KIND },
  };

  if (share_of (rows, column, is_date, 0) == 100)
    return nk_rows_find_column (rows, NK_FIELD_SINCE) < 0 ? NK_FIELD_SINCE : NK_FIELD_UNTIL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].kind == rows->kind && share_of (rows, column, is_name, names[i].target) == 100)
      return names[i].field;
  return share_of (rows, column, is_name, NK_SOURCE) == 100 ? NK_FIELD_EVIDENCE : NK_ROW_COLUMN_NONE;
}

static void
set_if_new (NkRows *rows,
            guint   column,
            int     field)
{
  if (field == NK_ROW_COLUMN_NONE || nk_rows_find_column (rows, (NkField) field) < 0)
    set_field (rows, column, field);
}

static void
read_content (NkRows *rows)
{
  guint first = rows->kind == NK_TIE ? 2 : 1;

  for (guint i = 0; i < rows->columns->len; i++)
    set_field (rows, i, NK_ROW_COLUMN_NONE);
  for (guint i = first; i < rows->columns->len; i++)
    set_if_new (rows, i, field_by_content (rows, i));
}

/* The first column that means nothing yet gets the meaning that rows can't do without. */
static void
need (NkRows  *rows,
      NkField  field)
{
  for (guint i = 0; nk_rows_find_column (rows, field) < 0 && i < rows->columns->len; i++)
    if (column_at (rows, i)->field == NK_ROW_COLUMN_NONE)
      set_field (rows, i, field);
}

void
nk_rows_guess_columns (NkRows *rows)
{
  if (rows->has_header)
    read_header (rows, rows->kind);
  else
    read_content (rows);
  if (rows->kind == NK_ACTOR)
    {
      need (rows, NK_FIELD_NAME);
      return;
    }
  need (rows, NK_FIELD_FROM);
  need (rows, NK_FIELD_TO);
  /* What stands behind the two ends is nearly always what binds them. */
  if (!rows->has_header && rows->columns->len > 2 && column_at (rows, 2)->field == NK_ROW_COLUMN_NONE)
    set_if_new (rows, 2, NK_FIELD_KIND);
}

/* TRUE if a cell of the first row names something of the map, as no header does. */
static gboolean
begins_with_known (NkRows *rows)
{
  static const NkRecordKind kinds[] = { NK_ACTOR, NK_LEVEL, NK_DISTRICT, NK_SECTOR };

  for (guint i = 0; i < rows->sheet->n_columns; i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      if (nk_rows_known (rows, kinds[j], nk_sheet_at (rows->sheet, 0, i)) != NULL)
        return TRUE;
  return FALSE;
}

static gboolean
find_header (NkRows *rows)
{
  guint filled = count_filled (rows, 0), n = read_header (rows, NK_TIE);

  if (is_about_ties (rows) && 2 * n >= filled)
    return TRUE;
  n = read_header (rows, NK_ACTOR);
  if (n == 0 || 2 * n < filled)
    return FALSE;
  return nk_rows_find_column (rows, NK_FIELD_NAME) >= 0 || !begins_with_known (rows);
}

void
nk_rows_guess_kind (NkRows *rows)
{
  rows->has_header = find_header (rows);
  if (rows->has_header)
    return;
  rows->kind = NK_ACTOR;
  if (rows->sheet->n_columns > 1 && share_of (rows, 0, is_name, NK_ACTOR) >= 50
      && share_of (rows, 1, is_name, NK_ACTOR) >= 50)
    rows->kind = NK_TIE;
}
