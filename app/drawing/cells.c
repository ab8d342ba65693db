#include "drawing/cells.h"

#include <math.h>

#define SIZE_LEAST 80.0  /* points: about a box */
#define MOST 200         /* in each direction */
#define SLACK 1e-6       /* points: a line this near to a cell runs through it */

typedef struct
{
  guint *things;
  guint n, room;
} Cell;

struct _NkCells
{
  double left, top, size;
  int columns, rows;
  Cell *cells;           /* row by row */
};

NkCells *
nk_cells_new (double left,
              double top,
              double right,
              double bottom)
{
  NkCells *cells = g_new (NkCells, 1);

  if (!(right >= left && bottom >= top))
    left = top = right = bottom = 0;
  cells->left = left;
  cells->top = top;
  cells->size = MAX (SIZE_LEAST, MAX (right - left, bottom - top) / MOST);
  cells->columns = (int) ((right - left) / cells->size) + 1;
  cells->rows = (int) ((bottom - top) / cells->size) + 1;
  cells->cells = g_new0 (Cell, cells->columns * cells->rows);
  return cells;
}

void
nk_cells_free (NkCells *cells)
{
  for (int i = 0; i < cells->columns * cells->rows; i++)
    g_free (cells->cells[i].things);
  g_free (cells->cells);
  g_free (cells);
}

static int
column_of (const NkCells *cells,
           double         x)
{
  return (int) CLAMP (floor ((x - cells->left) / cells->size), 0, cells->columns - 1);
}

static int
row_of (const NkCells *cells,
        double         y)
{
  return (int) CLAMP (floor ((y - cells->top) / cells->size), 0, cells->rows - 1);
}

static void
add (Cell  *cell,
     guint  thing)
{
  if (cell->n == cell->room)
    {
      cell->room = MAX (4, cell->room * 2);
      cell->things = g_renew (guint, cell->things, cell->room);
    }
  cell->things[cell->n++] = thing;
}

void
nk_cells_add_box (NkCells *cells,
                  guint    thing,
                  double   left,
                  double   top,
                  double   right,
                  double   bottom)
{
  int column1 = column_of (cells, right), row1 = row_of (cells, bottom);

  for (int row = row_of (cells, top); row <= row1; row++)
    for (int column = column_of (cells, left); column <= column1; column++)
      add (&cells->cells[row * cells->columns + column], thing);
}

/* Sets a walk to its present column: the rows that the line runs through there. */
static void
enter_column (NkCellsWalk *walk)
{
  const NkCells *cells = walk->cells;
  double dx = walk->to.x - walk->from.x, dy = walk->to.y - walk->from.y;
  double y0 = walk->from.y, y1 = walk->to.y;

  if (fabs (dx) > SLACK)
    {
      double left = cells->left + walk->column * cells->size, right = left + cells->size;
      double enter = ((walk->rightward ? left : right) - walk->from.x) / dx;
      double leave = ((walk->rightward ? right : left) - walk->from.x) / dx;

      /* The cells at the rim take in all that is outside. */
      if (enter > 0 && (walk->rightward ? walk->column > 0 : walk->column < cells->columns - 1))
        y0 = walk->from.y + MIN (enter, 1) * dy;
      if (leave < 1 && walk->column != walk->last_column)
        y1 = walk->from.y + MAX (leave, 0) * dy;
    }
  walk->row = row_of (cells, walk->downward ? y0 - SLACK : y0 + SLACK);
  walk->last_row = row_of (cells, walk->downward ? y1 + SLACK : y1 - SLACK);
  walk->last_row = walk->downward ? MAX (walk->row, walk->last_row)
                                  : MIN (walk->row, walk->last_row);
}

void
nk_cells_walk (const NkCells *cells,
               NkPoint        from,
               NkPoint        to,
               NkCellsWalk   *walk)
{
  walk->cells = cells;
  walk->from = from;
  walk->to = to;
  walk->rightward = to.x >= from.x;
  walk->downward = to.y >= from.y;
  walk->column = column_of (cells, from.x);
  walk->last_column = column_of (cells, to.x);
  enter_column (walk);
}

/* The next cell of a walk, or NULL. */
static Cell *
next_cell (NkCellsWalk *walk)
{
  Cell *cell;

  if (walk->rightward ? walk->column > walk->last_column : walk->column < walk->last_column)
    return NULL;
  cell = &walk->cells->cells[walk->row * walk->cells->columns + walk->column];
  if (walk->row != walk->last_row)
    walk->row += walk->downward ? 1 : -1;
  else
    {
      gboolean over = walk->column == walk->last_column;

      walk->column += walk->rightward ? 1 : -1;
      if (!over)
        enter_column (walk);
    }
  return cell;
}

gboolean
nk_cells_next (NkCellsWalk  *walk,
               const guint **things,
               guint        *n)
{
  const Cell *cell = next_cell (walk);

  if (cell == NULL)
    return FALSE;
  *things = cell->things;
  *n = cell->n;
  return TRUE;
}

void
nk_cells_add_line (NkCells *cells,
                   guint    thing,
                   NkPoint  a,
                   NkPoint  b)
{
  NkCellsWalk walk;
  Cell *cell;

  nk_cells_walk (cells, a, b, &walk);
  while ((cell = next_cell (&walk)) != NULL)
    add (cell, thing);
}

void
nk_cells_remove_line (NkCells *cells,
                      guint    thing,
                      NkPoint  a,
                      NkPoint  b)
{
  NkCellsWalk walk;
  Cell *cell;

  nk_cells_walk (cells, a, b, &walk);
  while ((cell = next_cell (&walk)) != NULL)
    for (guint i = 0; i < cell->n; i++)
      if (cell->things[i] == thing)
        {
          cell->things[i] = cell->things[--cell->n];
          break;
        }
}
