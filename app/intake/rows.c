#include "intake/rows-private.h"

#include "drawing/room.h"
#include "intake/trial.h"

/* So many new actors stand on the map at once; more are for the layout. */
#define MOST_PLACED 40

/* Life */

static void
column_clear (gpointer data)
{
  g_free (((NkRowColumn *) data)->attribute);
}

static void
forget_outcome (NkRows *rows)
{
  g_clear_pointer (&rows->outcome, nk_rows_outcome_free);
}

static void
look_again (NkRows *rows)
{
  forget_outcome (rows);
  nk_rows_find_names (rows);
}

NkRows *
nk_rows_new (const NkMap *map,
             const char  *text,
             gsize        length)
{
  NkSheet *sheet = nk_sheet_read (text, length);
  NkRows *rows;

  if (sheet->rows->len == 0)
    {
      nk_sheet_free (sheet);
      return NULL;
    }
  rows = g_new0 (NkRows, 1);
  rows->map = nk_map_copy (map);
  rows->sheet = sheet;
  rows->matcher = nk_matcher_new ();
  rows->columns = g_array_new (FALSE, TRUE, sizeof (NkRowColumn));
  g_array_set_clear_func (rows->columns, column_clear);
  g_array_set_size (rows->columns, sheet->n_columns);
  nk_rows_guess_kind (rows);
  nk_rows_guess_columns (rows);
  look_again (rows);
  return rows;
}

void
nk_rows_free (NkRows *rows)
{
  forget_outcome (rows);
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      g_clear_pointer (&rows->known[kind], g_hash_table_unref);
      g_clear_pointer (&rows->by_text[kind], g_hash_table_unref);
    }
  g_ptr_array_unref (rows->names);
  g_array_unref (rows->columns);
  nk_matcher_free (rows->matcher);
  nk_sheet_free (rows->sheet);
  nk_map_unref (rows->map);
  g_free (rows);
}

/* What stands in them */

guint
nk_rows_count (const NkRows *rows)
{
  return rows->sheet->rows->len - (rows->has_header ? 1 : 0);
}

guint
nk_rows_n_columns (const NkRows *rows)
{
  return rows->sheet->n_columns;
}

const char *
nk_rows_header (const NkRows *rows,
                guint         column)
{
  return rows->has_header ? nk_sheet_at (rows->sheet, 0, column) : "";
}

const char *
nk_rows_cell (const NkRows *rows,
              guint         row,
              guint         column)
{
  return nk_sheet_at (rows->sheet, row + (rows->has_header ? 1 : 0), column);
}

/* What they are */

NkRecordKind
nk_rows_kind (const NkRows *rows)
{
  return rows->kind;
}

void
nk_rows_set_kind (NkRows       *rows,
                  NkRecordKind  kind)
{
  rows->kind = kind;
  nk_rows_guess_columns (rows);
  look_again (rows);
}

gboolean
nk_rows_has_header (const NkRows *rows)
{
  return rows->has_header;
}

void
nk_rows_set_header (NkRows   *rows,
                    gboolean  has_header)
{
  rows->has_header = has_header;
  look_again (rows);
}

const NkRowColumn *
nk_rows_column (const NkRows *rows,
                guint         column)
{
  return &g_array_index (rows->columns, NkRowColumn, column);
}

static void
replace_column (NkRows         *rows,
                guint           column,
                const NkRowColumn *meaning)
{
  NkRowColumn *there = &g_array_index (rows->columns, NkRowColumn, column);
  NkRowColumn copy = nk_row_column_copy (meaning);

  g_free (there->attribute);
  *there = copy;
}

void
nk_rows_set_column (NkRows         *rows,
                    guint           column,
                    const NkRowColumn *meaning)
{
  const NkRowColumn none = { NK_ROW_COLUMN_NONE, NULL };

  for (guint i = 0; i < rows->columns->len; i++)
    if (i != column && nk_row_column_equal (nk_rows_column (rows, i), meaning))
      replace_column (rows, i, &none);
  replace_column (rows, column, meaning);
  look_again (rows);
}

gboolean
nk_rows_replaces (const NkRows *rows)
{
  return rows->replaces;
}

void
nk_rows_set_replaces (NkRows   *rows,
                      gboolean  replaces)
{
  rows->replaces = replaces;
  forget_outcome (rows);
}

/* Names */

static void
add_asked (GPtrArray    *asked,
           const NkRows *rows,
           gboolean      actors)
{
  for (guint i = 0; i < rows->names->len; i++)
    {
      Name *name = g_ptr_array_index (rows->names, i);

      if (name->is_asked && (name->public.kind == NK_ACTOR) == actors)
        g_ptr_array_add (asked, &name->public);
    }
}

GPtrArray *
nk_rows_names (const NkRows *rows)
{
  GPtrArray *asked = g_ptr_array_new ();

  add_asked (asked, rows, TRUE);
  add_asked (asked, rows, FALSE);
  return asked;
}

void
nk_rows_answer (NkRows       *rows,
                const NkName *name,
                int           answer)
{
  g_return_if_fail (answer >= NK_NAME_NONE && answer < (int) name->candidates->len);
  ((Name *) name)->public.answer = answer;
  forget_outcome (rows);
}

/* What comes of them */

static const NkRowsOutcome *
outcome_of (const NkRows *rows)
{
  /* It follows from the rows, so to know it changes nothing. */
  if (rows->outcome == NULL)
    ((NkRows *) rows)->outcome = nk_rows_outcome_new (rows);
  return rows->outcome;
}

GPtrArray *
nk_rows_problems (const NkRows *rows)
{
  return outcome_of (rows)->problems;
}

NkRowFate
nk_rows_fate (const NkRows *rows,
              guint         row)
{
  return g_array_index (outcome_of (rows)->fates, NkRowFate, row);
}

NkRowsCounts
nk_rows_counts (const NkRows *rows)
{
  return outcome_of (rows)->counts;
}

static void
place (const NkRows  *rows,
       NkRowsOutcome *outcome)
{
  g_autoptr (NkMap) trial = nk_trial_of_lists (rows->map, outcome->edit);
  g_autoptr (NkRoom) room = nk_room_new (trial);

  for (guint i = 0; i < outcome->added->len; i++)
    {
      NkRecord *actor = g_ptr_array_index (outcome->added, i);
      NkPoint spot = nk_room_take (room, actor, NULL);

      nk_record_set_number (actor, NK_FIELD_X, spot.x);
      nk_record_set_number (actor, NK_FIELD_Y, spot.y);
    }
}

NkEdit *
nk_rows_edit (const NkRows *rows,
              guint        *unplaced)
{
  NkRowsOutcome *outcome = nk_rows_outcome_new (rows);
  NkEdit *edit = nk_edit_ref (outcome->edit);
  gboolean too_many = outcome->added->len > MOST_PLACED;

  if (!too_many)
    place (rows, outcome);
  if (unplaced != NULL)
    *unplaced = too_many ? outcome->added->len : 0;
  nk_rows_outcome_free (outcome);
  return edit;
}
