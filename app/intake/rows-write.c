#include "intake/rows-write.h"

#include <csv.h>
#include <string.h>

static gboolean
has_something (const NkMap    *map,
               GPtrArray      *records,
               const NkRowColumn *column)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autofree char *text = nk_row_column_text (map, g_ptr_array_index (records, i), column);

      if (*text != '\0')
        return TRUE;
    }
  return FALSE;
}

GArray *
nk_rows_columns (const NkMap *map,
                 GPtrArray   *records)
{
  NkRecordKind kind = nk_record_kind (g_ptr_array_index (records, 0));
  GArray *columns = nk_row_columns_all (map, kind);

  for (guint i = columns->len; i > 0; i--)
    if (!has_something (map, records, &g_array_index (columns, NkRowColumn, i - 1)))
      g_array_remove_index (columns, i - 1);
  return columns;
}

/* How rows and cells are written. */
typedef struct
{
  const char *row, *row_end;
  const char *between;                 /* two cells */
  const char *head, *head_end;         /* of a cell in the first row */
  const char *cell, *cell_end;
  void (*append) (GString    *text,
                  const char *cell);
} Form;

static void
append_quoted (GString    *text,
               const char *cell)
{
  gsize length = strlen (cell);
  g_autofree char *quoted = NULL;
  gsize n;

  if (strpbrk (cell, "\t\r\n\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  n = csv_write (NULL, 0, cell, length);
  quoted = g_malloc (n);
  csv_write (quoted, n, cell, length);
  g_string_append_len (text, quoted, (gssize) n);
}

static void
append_escaped (GString    *text,
                const char *cell)
{
  g_autofree char *escaped = g_markup_escape_text (cell, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *broken = g_strjoinv ("<br>", lines);

  g_string_append (text, broken);
}

static const Form tabbed = { "", "\n", "\t", "", "", "", "", append_quoted };
static const Form table = {
  "<tr>", "</tr>\n", "", "<th>", "</th>", "<td>", "</td>", append_escaped
};

static void
append_cell (GString    *text,
             const Form *form,
             gboolean    is_head,
             gboolean    is_first,
             const char *cell)
{
  g_string_append (text, is_first ? "" : form->between);
  g_string_append (text, is_head ? form->head : form->cell);
  form->append (text, cell);
  g_string_append (text, is_head ? form->head_end : form->cell_end);
}

static void
append_rows (GString     *text,
             const Form  *form,
             const NkMap *map,
             GPtrArray   *records,
             GArray      *columns)
{
  NkRecordKind kind = nk_record_kind (g_ptr_array_index (records, 0));

  g_string_append (text, form->row);
  for (guint i = 0; i < columns->len; i++)
    append_cell (text, form, TRUE, i == 0,
                 nk_row_column_label (map, kind, &g_array_index (columns, NkRowColumn, i)));
  g_string_append (text, form->row_end);
  for (guint i = 0; i < records->len; i++)
    {
      g_string_append (text, form->row);
      for (guint j = 0; j < columns->len; j++)
        {
          g_autofree char *cell = nk_row_column_text (map, g_ptr_array_index (records, i),
                                                  &g_array_index (columns, NkRowColumn, j));

          append_cell (text, form, FALSE, j == 0, cell);
        }
      g_string_append (text, form->row_end);
    }
}

char *
nk_rows_text (const NkMap *map,
              GPtrArray   *records,
              GArray      *columns)
{
  GString *text = g_string_new (NULL);

  append_rows (text, &tabbed, map, records, columns);
  return g_string_free (text, FALSE);
}

char *
nk_rows_html (const NkMap *map,
              GPtrArray   *records,
              GArray      *columns)
{
  GString *text = g_string_new ("<meta charset=\"utf-8\">\n<table>\n");

  append_rows (text, &table, map, records, columns);
  g_string_append (text, "</table>\n");
  return g_string_free (text, FALSE);
}
