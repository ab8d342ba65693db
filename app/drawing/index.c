#include "drawing/index.h"

#include "drawing/path.h"

#include <math.h>
#include <stdlib.h>

#define CELL_LEAST 160.0   /* points */
#define CELLS_MOST 160     /* in each direction */
#define WIDE 48            /* an item in more cells than this is looked at in every query */
#define TIE_PARTS 8        /* a tie is entered by its pieces: its bounds are mostly empty */

typedef struct
{
  double x0, y0, x1, y1;
} Box;

struct _NkIndex
{
  const NkItem *items;
  double x, y, cell;
  int columns, rows;
  guint *starts;     /* of each cell, and one more */
  guint *entries;
  GArray *wide;
};

static Box
item_bounds (const NkItem *item)
{
  return (Box) { item->x, item->y, item->x + item->width, item->y + item->height };
}

static gboolean
touch (Box a,
       Box b)
{
  return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;
}

static NkPoint
path_point (const NkItem *item,
            double        t)
{
  guint n_pieces = item->curved ? (item->n_path - 1) / 3 : item->n_path - 1;
  guint piece = MIN ((guint) (t * n_pieces), n_pieces - 1);
  double u = t * n_pieces - piece;
  const NkPoint *p = item->path + piece * (item->curved ? 3 : 1);

  if (item->curved)
    return nk_cubic_point (p, u);
  return (NkPoint) { p[0].x + (p[1].x - p[0].x) * u, p[0].y + (p[1].y - p[0].y) * u };
}

/* The boxes that together cover what an item draws. */
static guint
item_parts (const NkItem *item,
            Box           parts[TIE_PARTS * 2])
{
  guint n = TIE_PARTS * (item->n_path > 4 ? 2 : 1);
  double rim;
  NkPoint from;

  if (item->type != NK_ITEM_TIE || item->n_path < 2)
    {
      parts[0] = item_bounds (item);
      return 1;
    }
  /* A curve leaves its chord by little on so short a part; the rim covers that as well. */
  rim = item->line_width + item->end_size + (item->curved ? (item->width + item->height) / 64 : 0);
  from = item->path[0];
  for (guint i = 0; i < n; i++)
    {
      NkPoint to = path_point (item, (i + 1) / (double) n);

      parts[i] = (Box) { MIN (from.x, to.x) - rim, MIN (from.y, to.y) - rim,
                         MAX (from.x, to.x) + rim, MAX (from.y, to.y) + rim };
      from = to;
    }
  return n;
}

static int
cell_of (double offset,
         double cell,
         int    count)
{
  double at = floor (offset / cell);

  return at < 0 ? 0 : at >= count ? count - 1 : (int) at;
}

typedef struct
{
  int column0, row0, column1, row1;
} Cells;

static Cells
cells_of (const NkIndex *index,
          Box            box)
{
  return (Cells) { cell_of (box.x0 - index->x, index->cell, index->columns),
                   cell_of (box.y0 - index->y, index->cell, index->rows),
                   cell_of (box.x1 - index->x, index->cell, index->columns),
                   cell_of (box.y1 - index->y, index->cell, index->rows) };
}

/* Counts an item in its cells, or, if `fill`, enters it there; TRUE if it is too wide for that. */
static gboolean
enter (NkIndex *index,
       guint    number,
       gboolean fill)
{
  Box parts[TIE_PARTS * 2];
  guint n = item_parts (&index->items[number], parts);
  int area = 0;

  for (guint i = 0; i < n; i++)
    {
      Cells c = cells_of (index, parts[i]);

      area += (c.column1 - c.column0 + 1) * (c.row1 - c.row0 + 1);
    }
  if (area > WIDE)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      Cells c = cells_of (index, parts[i]);

      for (int row = c.row0; row <= c.row1; row++)
        for (int column = c.column0; column <= c.column1; column++)
          {
            guint cell = row * index->columns + column;

            if (fill)
              index->entries[--index->starts[cell]] = number;
            else
              index->starts[cell]++;
          }
    }
  return FALSE;
}

NkIndex *
nk_index_new (const NkItem *items,
              guint         n)
{
  NkIndex *index = g_new0 (NkIndex, 1);
  Box all = { 0, 0, 0, 0 };
  guint n_cells, sum = 0;

  for (guint i = 0; i < n; i++)
    {
      Box box = item_bounds (&items[i]);

      all = i == 0 ? box : (Box) { MIN (all.x0, box.x0), MIN (all.y0, box.y0),
                                   MAX (all.x1, box.x1), MAX (all.y1, box.y1) };
    }
  index->items = items;
  index->x = all.x0;
  index->y = all.y0;
  index->cell = MAX (CELL_LEAST, MAX (all.x1 - all.x0, all.y1 - all.y0) / CELLS_MOST);
  index->columns = (int) ((all.x1 - all.x0) / index->cell) + 1;
  index->rows = (int) ((all.y1 - all.y0) / index->cell) + 1;
  n_cells = index->columns * index->rows;
  index->starts = g_new0 (guint, n_cells + 1);
  index->wide = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (enter (index, i, FALSE))
      g_array_append_val (index->wide, i);
  for (guint i = 0; i <= n_cells; i++)
    {
      sum += index->starts[i];
      index->starts[i] = sum;   /* the end of the cell; entering counts it down to its start */
    }
  index->entries = g_new (guint, MAX (sum, 1));
  for (guint i = 0; i < n; i++)
    enter (index, i, TRUE);
  return index;
}

void
nk_index_free (NkIndex *index)
{
  g_free (index->starts);
  g_free (index->entries);
  g_array_unref (index->wide);
  g_free (index);
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Sorts the numbers, and takes out doubles and those that do not touch the box after all. */
static void
settle (const NkIndex *index,
        GArray        *found,
        Box            box)
{
  guint *numbers = (guint *) (gpointer) found->data;
  guint kept = 0;

  if (found->len > 0)
    qsort (numbers, found->len, sizeof *numbers, compare_numbers);
  for (guint i = 0; i < found->len; i++)
    if ((kept == 0 || numbers[kept - 1] != numbers[i])
        && touch (item_bounds (&index->items[numbers[i]]), box))
      numbers[kept++] = numbers[i];
  g_array_set_size (found, kept);
}

GArray *
nk_index_query (const NkIndex *index,
                double         x,
                double         y,
                double         width,
                double         height)
{
  Box box = { x, y, x + width, y + height };
  Cells c = cells_of (index, box);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (found, index->wide->data, index->wide->len);
  for (int row = c.row0; row <= c.row1; row++)
    for (int column = c.column0; column <= c.column1; column++)
      {
        guint cell = row * index->columns + column;
        guint n = index->starts[cell + 1] - index->starts[cell];

        g_array_append_vals (found, index->entries + index->starts[cell], n);
      }
  settle (index, found, box);
  return found;
}
