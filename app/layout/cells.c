#include "layout/cells.h"

#include <math.h>
#include <string.h>

/* Things a cell, if each was in one; and how many cells there are. */
#define THINGS_A_CELL 3
#define FEWEST_CELLS 16
#define MOST_CELLS 4096

struct _NkCells
{
  double left, top;
  double size;            /* of a cell, both ways */
  int n_columns, n_rows;
  int n_words;            /* of bits a cell */
  guint64 *bits;
  guint64 *found;         /* the bits of several cells together */
  gint64 work;
};

NkCells *
nk_cells_new (NkExtent all,
              int      n)
{
  NkCells *cells = g_new0 (NkCells, 1);
  double width = MAX (all.right - all.left, 1), height = MAX (all.bottom - all.top, 1);
  double wanted = CLAMP (n / THINGS_A_CELL, FEWEST_CELLS, MOST_CELLS);

  cells->left = all.left;
  cells->top = all.top;
  cells->size = MAX (sqrt (width * height / wanted), MAX (width, height) / wanted);
  cells->n_columns = (int) ceil (width / cells->size);
  cells->n_rows = (int) ceil (height / cells->size);
  cells->n_words = n / 64 + 1;
  cells->bits = g_new0 (guint64, cells->n_columns * cells->n_rows * cells->n_words);
  cells->found = g_new0 (guint64, cells->n_words);
  return cells;
}

void
nk_cells_free (NkCells *cells)
{
  g_free (cells->bits);
  g_free (cells->found);
  g_free (cells);
}

static int
column_at (const NkCells *cells,
           double         x)
{
  return (int) CLAMP ((x - cells->left) / cells->size, 0, cells->n_columns - 1);
}

static int
row_at (const NkCells *cells,
        double         y)
{
  return (int) CLAMP ((y - cells->top) / cells->size, 0, cells->n_rows - 1);
}

/* What is done with the cells `first` to `last` of a row. */
typedef void (*CellsFunc) (NkCells *cells,
                           int      row,
                           int      first,
                           int      last,
                           int      thing);

static void
put_in (NkCells *cells,
        int      row,
        int      first,
        int      last,
        int      thing)
{
  guint64 *word = &cells->bits[(row * cells->n_columns + first) * cells->n_words + thing / 64];

  for (int i = first; i <= last; i++, word += cells->n_words)
    *word |= G_GUINT64_CONSTANT (1) << (thing % 64);
}

static void
take_out (NkCells *cells,
          int      row,
          int      first,
          int      last,
          int      thing)
{
  guint64 *word = &cells->bits[(row * cells->n_columns + first) * cells->n_words + thing / 64];

  for (int i = first; i <= last; i++, word += cells->n_words)
    *word &= ~(G_GUINT64_CONSTANT (1) << (thing % 64));
}

static void
collect (NkCells *cells,
         int      row,
         int      first,
         int      last,
         int      thing)
{
  const guint64 *restrict word = &cells->bits[(row * cells->n_columns + first) * cells->n_words];
  guint64 *restrict found = cells->found;

  for (int i = first; i <= last; i++, word += cells->n_words)
    for (int k = 0; k < cells->n_words; k++)
      found[k] |= word[k];
  cells->work += (last - first + 1) * cells->n_words / 4 + 1;
}

/* Goes along a line, row by row of the cells. */
static void
along_line (NkCells      *cells,
            const NkLine *line,
            CellsFunc     visit,
            int           thing)
{
  const NkLine down = line->y0 <= line->y1 ? *line
                      : (NkLine) { line->x1, line->y1, line->x0, line->y0 };
  double slope = (down.x1 - down.x0) / MAX (down.y1 - down.y0, 1e-9);
  int last_row = row_at (cells, down.y1);
  double x = down.x0;

  for (int row = row_at (cells, down.y0); row <= last_row; row++)
    {
      double below = cells->top + (row + 1) * cells->size;
      double next = row < last_row ? down.x0 + (below - down.y0) * slope : down.x1;

      visit (cells, row, column_at (cells, MIN (x, next) - 0.01),
             column_at (cells, MAX (x, next) + 0.01), thing);
      x = next;
    }
}

static void
over_box (NkCells        *cells,
          const NkExtent *extent,
          CellsFunc       visit,
          int             thing)
{
  int last_row = row_at (cells, extent->bottom);

  for (int row = row_at (cells, extent->top); row <= last_row; row++)
    visit (cells, row, column_at (cells, extent->left), column_at (cells, extent->right), thing);
}

void
nk_cells_put_line (NkCells      *cells,
                   int           thing,
                   const NkLine *line,
                   gboolean      in)
{
  along_line (cells, line, in ? put_in : take_out, thing);
}

void
nk_cells_put_box (NkCells        *cells,
                  int             thing,
                  const NkExtent *extent,
                  gboolean        in)
{
  over_box (cells, extent, in ? put_in : take_out, thing);
}

/* Lists what has been found, and forgets it. */
static int
list_found (NkCells *cells,
            int     *near)
{
  int n = 0;

  for (int k = 0; k < cells->n_words; k++)
    {
      guint64 word = cells->found[k];

      for (cells->found[k] = 0; word != 0; word &= word - 1)
        near[n++] = 64 * k + __builtin_ctzll (word);
    }
  return n;
}

int
nk_cells_near_line (NkCells      *cells,
                    const NkLine *line,
                    int          *near)
{
  along_line (cells, line, collect, 0);
  return list_found (cells, near);
}

int
nk_cells_near_box (NkCells        *cells,
                   const NkExtent *extent,
                   int            *near)
{
  over_box (cells, extent, collect, 0);
  return list_found (cells, near);
}

gint64
nk_cells_work (const NkCells *cells)
{
  return cells->work;
}
