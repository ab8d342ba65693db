#include "drawing/index.h"

#include "drawing/path.h"

#include <math.h>
#include <stdlib.h>

#define CELL_LEAST 160.0   /* points */
#define CELLS_MOST 160     /* in each direction */
#define WIDE 80            /* an item in more cells than this is looked at in every query */
#define FEW 6              /* an item in no more cells than this is not looked at part by part */
#define MANY 100           /* more numbers than this are not sorted one by one */
#define TIE_PARTS 8        /* a tie is entered by its pieces: its bounds are mostly empty */

typedef struct
{
  double x0, y0, x1, y1;
} Box;

struct _NkIndex
{
  const NkItem *items;
  guint n;           /* of them */
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

/* The bounds of a part of a cubic curve: it lies within its controls. */
static Box
curve_bounds (const NkPoint *curve,
              double         t0,
              double         t1)
{
  NkPoint p[4] = { curve[0], curve[1], curve[2], curve[3] };

  nk_cubic_clip (p, t0, t1);
  return (Box) { MIN (MIN (p[0].x, p[1].x), MIN (p[2].x, p[3].x)),
                 MIN (MIN (p[0].y, p[1].y), MIN (p[2].y, p[3].y)),
                 MAX (MAX (p[0].x, p[1].x), MAX (p[2].x, p[3].x)),
                 MAX (MAX (p[0].y, p[1].y), MAX (p[2].y, p[3].y)) };
}

static Box
line_bounds (const NkPoint *line,
             double         t0,
             double         t1)
{
  double dx = line[1].x - line[0].x, dy = line[1].y - line[0].y;
  double x0 = line[0].x + dx * t0, x1 = line[0].x + dx * t1;
  double y0 = line[0].y + dy * t0, y1 = line[0].y + dy * t1;

  return (Box) { MIN (x0, x1), MIN (y0, y1), MAX (x0, x1), MAX (y0, y1) };
}

static guint
n_pieces (const NkItem *item)
{
  return item->curved ? (item->n_path - 1) / 3 : item->n_path - 1;
}

/* How many boxes together cover what an item draws. */
static guint
n_parts (const NkItem *item)
{
  if (item->type != NK_ITEM_TIE || item->n_path < 2)
    return 1;
  return n_pieces (item) * MAX (TIE_PARTS / n_pieces (item), 1);
}

/* The `i`th of these boxes. */
static Box
item_part (const NkItem *item,
           guint         i)
{
  double rim = item->line_width + item->end_size;
  guint each;
  Box box;

  if (item->type != NK_ITEM_TIE || item->n_path < 2)
    return item_bounds (item);
  each = n_parts (item) / n_pieces (item);
  if (item->curved)
    box = curve_bounds (item->path + i / each * 3, i % each / (double) each,
                        (i % each + 1) / (double) each);
  else
    box = line_bounds (item->path + i / each, i % each / (double) each,
                       (i % each + 1) / (double) each);
  return (Box) { box.x0 - rim, box.y0 - rim, box.x1 + rim, box.y1 + rim };
}

static int
cell_of (double offset,
         double cell,
         int    count)
{
  double at = offset / cell;

  return at >= count ? count - 1 : at > 0 ? (int) at : 0;
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

static guint
area_of (Cells c)
{
  return (c.column1 - c.column0 + 1) * (c.row1 - c.row0 + 1);
}

/* That an item is in a cell. */
typedef struct
{
  guint number, cell;
} Entry;

static void
enter_cells (NkIndex *index,
             guint    number,
             Cells    c,
             GArray  *entries)
{
  guint next = entries->len;

  g_array_set_size (entries, next + area_of (c));
  for (int row = c.row0; row <= c.row1; row++)
    for (int column = c.column0; column <= c.column1; column++)
      {
        guint cell = row * index->columns + column;

        g_array_index (entries, Entry, next++) = (Entry) { number, cell };
        index->starts[cell]++;
      }
}

/* Counts an item in its cells and appends its entries; TRUE if it is too wide for that. */
static gboolean
enter (NkIndex *index,
       guint    number,
       GArray  *entries)
{
  const NkItem *item = &index->items[number];
  Cells all = cells_of (index, item_bounds (item));
  guint n = area_of (all) > FEW ? n_parts (item) : 1, area = 0;
  Cells parts[WIDE + 1];   /* each is a cell at least */

  if (n == 1 && area_of (all) <= WIDE)
    enter_cells (index, number, all, entries);
  if (n == 1)
    return area_of (all) > WIDE;
  for (guint i = 0; i < n && area <= WIDE; i++)
    area += area_of (parts[i] = cells_of (index, item_part (item, i)));
  if (area > WIDE)
    return TRUE;
  for (guint i = 0; i < n; i++)
    enter_cells (index, number, parts[i], entries);
  return FALSE;
}

/* Brings the entries into the order of their cells, whose sizes are known. */
static void
sort_entries (NkIndex *index,
              guint    n_cells,
              GArray  *entries)
{
  guint sum = 0;

  for (guint i = 0; i <= n_cells; i++)
    {
      sum += index->starts[i];
      index->starts[i] = sum;   /* the end of the cell; entering counts it down to its start */
    }
  index->entries = g_new (guint, MAX (sum, 1));
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      index->entries[--index->starts[entry->cell]] = entry->number;
    }
}

NkIndex *
nk_index_new (const NkItem *items,
              guint         n)
{
  NkIndex *index = g_new0 (NkIndex, 1);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Box all = { 0, 0, 0, 0 };
  guint n_cells;

  for (guint i = 0; i < n; i++)
    {
      Box box = item_bounds (&items[i]);

      all = i == 0 ? box : (Box) { MIN (all.x0, box.x0), MIN (all.y0, box.y0),
                                   MAX (all.x1, box.x1), MAX (all.y1, box.y1) };
    }
  index->items = items;
  index->n = n;
  index->x = all.x0;
  index->y = all.y0;
  index->cell = MAX (CELL_LEAST, MAX (all.x1 - all.x0, all.y1 - all.y0) / CELLS_MOST);
  index->columns = (int) ((all.x1 - all.x0) / index->cell) + 1;
  index->rows = (int) ((all.y1 - all.y0) / index->cell) + 1;
  n_cells = index->columns * index->rows;
  index->starts = g_new0 (guint, n_cells + 1);
  index->wide = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n; i++)
    if (enter (index, i, entries))
      g_array_append_val (index->wide, i);
  sort_entries (index, n_cells, entries);
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

/* Appends those of the numbers whose items touch the box after all. */
static void
append_touching (const NkIndex *index,
                 const guint   *numbers,
                 guint          n,
                 Box            box,
                 GArray        *found)
{
  for (guint i = 0; i < n; i++)
    if (touch (item_bounds (&index->items[numbers[i]]), box))
      g_array_append_val (found, numbers[i]);
}

/* The same as settle () for numbers that are many: a bit for each item. */
static void
settle_many (const NkIndex *index,
             GArray        *found)
{
  guint n_words = index->n / 64 + 1, kept = 0;
  g_autofree guint64 *bits = g_new0 (guint64, n_words);
  guint *numbers = (guint *) (gpointer) found->data;

  for (guint i = 0; i < found->len; i++)
    bits[numbers[i] / 64] |= G_GUINT64_CONSTANT (1) << numbers[i] % 64;
  for (guint word = 0; word < n_words; word++)
    for (guint64 rest = bits[word]; rest != 0; rest &= rest - 1)
      numbers[kept++] = word * 64 + (guint) __builtin_ctzll (rest);
  g_array_set_size (found, kept);
}

/* Sorts the numbers, and takes out doubles. */
static void
settle (GArray *found)
{
  guint *numbers = (guint *) (gpointer) found->data;
  guint kept = 0;

  if (found->len > 0)
    qsort (numbers, found->len, sizeof *numbers, compare_numbers);
  for (guint i = 0; i < found->len; i++)
    if (kept == 0 || numbers[kept - 1] != numbers[i])
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

  append_touching (index, (const guint *) (gconstpointer) index->wide->data, index->wide->len, box,
                   found);
  for (int row = c.row0; row <= c.row1; row++)
    for (int column = c.column0; column <= c.column1; column++)
      {
        guint cell = row * index->columns + column;
        guint n = index->starts[cell + 1] - index->starts[cell];

        append_touching (index, index->entries + index->starts[cell], n, box, found);
      }
  if (found->len > MANY)
    settle_many (index, found);
  else
    settle (found);
  return found;
}
