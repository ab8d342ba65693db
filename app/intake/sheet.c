#include "intake/sheet.h"

#include <csv.h>
#include <string.h>

/* So many columns are more than anybody's; what lies beyond is not a table. */
#define MOST_COLUMNS 500

/* Text */

/* What UTF-16 has at its beginning, or NULL. */
static const char *
utf16_of (const char *text,
          gsize       length)
{
  if (length >= 2 && memcmp (text, "\xff\xfe", 2) == 0)
    return "UTF-16LE";
  return length >= 2 && memcmp (text, "\xfe\xff", 2) == 0 ? "UTF-16BE" : NULL;
}

static char *
convert (const char *text,
         gsize       length,
         const char *encoding)
{
  return g_convert_with_fallback (text, (gssize) length, "UTF-8", encoding, "?", NULL, NULL, NULL);
}

static gboolean
is_control (gunichar c)
{
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/* Without a byte order mark, zeros and characters that nobody types. */
static char *
clean (const char *text)
{
  GString *kept = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!is_control (letter) && letter != 0x7f && letter != 0xfeff)
        g_string_append_unichar (kept, letter);
    }
  return g_string_free (kept, FALSE);
}

static char *
to_utf8 (const char *text,
         gsize       length)
{
  const char *utf16 = utf16_of (text, length);
  g_autofree char *whole = NULL;

  if (utf16 != NULL)
    whole = convert (text + 2, (length - 2) / 2 * 2, utf16);
  else
    {
      g_autofree char *bytes = g_malloc (length + 1);

      for (gsize i = 0; i < length; i++)
        bytes[i] = text[i] != '\0' ? text[i] : ' ';
      bytes[length] = '\0';
      whole = g_utf8_validate (bytes, -1, NULL) ? g_steal_pointer (&bytes)
                                                : convert (bytes, length, "WINDOWS-1252");
      if (whole == NULL)
        whole = g_utf8_make_valid (bytes, -1);
    }
  return clean (whole != NULL ? whole : "");
}

/* Cells */

typedef struct
{
  GPtrArray *rows;     /* of GPtrArray of char * */
  GPtrArray *row;      /* the one that is being read */
} Reader;

static void
on_cell (void   *data,
         size_t  length,
         void   *user_data)
{
  Reader *reader = user_data;

  if (reader->row->len < MOST_COLUMNS)
    g_ptr_array_add (reader->row, g_strstrip (g_strndup (data != NULL ? data : "", length)));
}

static void
on_row (int   end,
        void *user_data)
{
  Reader *reader = user_data;
  gboolean is_empty = TRUE;

  for (guint i = 0; is_empty && i < reader->row->len; i++)
    is_empty = *(const char *) g_ptr_array_index (reader->row, i) == '\0';
  if (is_empty)
    g_ptr_array_set_size (reader->row, 0);
  else
    {
      g_ptr_array_add (reader->rows, reader->row);
      reader->row = g_ptr_array_new_with_free_func (g_free);
    }
}

static void
row_free (gpointer row)
{
  g_ptr_array_unref (row);
}

/* The rows, as GPtrArray of GPtrArray; NULL if the quotes do not fit. With `quote` 0 they mean nothing. */
static GPtrArray *
parse (const char    *text,
       unsigned char  delimiter,
       unsigned char  quote)
{
  Reader reader = { g_ptr_array_new_with_free_func (row_free),
                    g_ptr_array_new_with_free_func (g_free) };
  struct csv_parser parser;
  gsize length = strlen (text);
  gboolean fits;

  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
  csv_set_delim (&parser, delimiter);
  csv_set_quote (&parser, quote);
  fits = csv_parse (&parser, text, length, on_cell, on_row, &reader) == length
         && csv_fini (&parser, on_cell, on_row, &reader) == 0;
  csv_free (&parser);
  g_ptr_array_unref (reader.row);
  if (!fits)
    g_clear_pointer (&reader.rows, g_ptr_array_unref);
  return reader.rows;
}

static GPtrArray *
split (const char *text,
       char        delimiter)
{
  GPtrArray *rows = parse (text, (unsigned char) delimiter, CSV_QUOTE);

  return rows != NULL ? rows : parse (text, (unsigned char) delimiter, 0);
}

/* TRUE if all rows have several cells, and the same number of them if `equal`. */
static gboolean
is_table (GPtrArray *rows,
          gboolean   equal)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      guint length = ((GPtrArray *) g_ptr_array_index (rows, i))->len;

      if (length < 2 || (equal && i > 0 && length != n))
        return FALSE;
      n = length;
    }
  return TRUE;
}

static GPtrArray *
find_rows (const char *text)
{
  /* Commas stand in names as well, so they must prove that they are none of these. */
  static const struct { char delimiter; gboolean equal; } tries[] = { { ';', FALSE }, { ',', TRUE } };

  if (strchr (text, '\t') != NULL)
    return split (text, '\t');
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      GPtrArray *rows = NULL;

      if (strchr (text, tries[i].delimiter) != NULL)
        rows = split (text, tries[i].delimiter);
      if (rows != NULL && is_table (rows, tries[i].equal))
        return rows;
      g_clear_pointer (&rows, g_ptr_array_unref);
    }
  return split (text, '\t');
}

/* All rows as long as the longest, but for columns where nothing stands. */
static guint
count_columns (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint j = row->len; j > n; j--)
        if (*(const char *) g_ptr_array_index (row, j - 1) != '\0')
          {
            n = j;
            break;
          }
    }
  return n;
}

static char **
make_row (GPtrArray *row,
          guint      n)
{
  char **cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = g_strdup (i < row->len ? g_ptr_array_index (row, i) : "");
  return cells;
}

static void
cells_row_free (gpointer row)
{
  g_strfreev (row);
}

NkSheet *
nk_sheet_read (const char *text,
               gsize       length)
{
  NkSheet *sheet = g_new0 (NkSheet, 1);
  g_autofree char *utf8 = to_utf8 (text, length);
  g_autoptr (GPtrArray) rows = find_rows (utf8);

  sheet->rows = g_ptr_array_new_with_free_func (cells_row_free);
  sheet->n_columns = count_columns (rows);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (sheet->rows, make_row (g_ptr_array_index (rows, i), sheet->n_columns));
  return sheet;
}

void
nk_sheet_free (NkSheet *sheet)
{
  g_ptr_array_unref (sheet->rows);
  g_free (sheet);
}

const char *
nk_sheet_at (const NkSheet *sheet,
             guint          row,
             guint          column)
{
  if (row >= sheet->rows->len || column >= sheet->n_columns)
    return "";
  return ((char **) g_ptr_array_index (sheet->rows, row))[column];
}
