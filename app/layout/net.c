#include "layout/net.h"

#include <math.h>
#include <string.h>

/* Things a cell, if each was in one; and how many cells there are. */
#define THINGS_A_CELL 3
#define FEWEST_CELLS 16
#define MOST_CELLS 4096

struct _NkNet
{
  double left, top;
  double size;            /* of a cell, both ways */
  int n_columns, n_rows;
  int n_words;            /* of bits a cell */
  guint64 *bits;
  guint64 *found;         /* the bits of several cells together */
  gint64 work;
};

NkNet *
nk_net_new (NkExtent all,
            int      n)
{
  NkNet *net = g_new0 (NkNet, 1);
  double width = MAX (all.right - all.left, 1), height = MAX (all.bottom - all.top, 1);
  double wanted = CLAMP (n / THINGS_A_CELL, FEWEST_CELLS, MOST_CELLS);

  net->left = all.left;
  net->top = all.top;
  net->size = MAX (sqrt (width * height / wanted), MAX (width, height) / wanted);
  net->n_columns = (int) ceil (width / net->size);
  net->n_rows = (int) ceil (height / net->size);
  net->n_words = n / 64 + 1;
  net->bits = g_new0 (guint64, net->n_columns * net->n_rows * net->n_words);
  net->found = g_new0 (guint64, net->n_words);
  return net;
}

void
nk_net_free (NkNet *net)
{
  g_free (net->bits);
  g_free (net->found);
  g_free (net);
}

static int
column_at (const NkNet *net,
           double       x)
{
  return (int) CLAMP ((x - net->left) / net->size, 0, net->n_columns - 1);
}

static int
row_at (const NkNet *net,
        double       y)
{
  return (int) CLAMP ((y - net->top) / net->size, 0, net->n_rows - 1);
}

/* What is done with the cells `first` to `last` of a row. */
typedef void (*NetFunc) (NkNet *net,
                         int    row,
                         int    first,
                         int    last,
                         int    thing);

static void
put_in (NkNet *net,
        int    row,
        int    first,
        int    last,
        int    thing)
{
  guint64 *word = &net->bits[(row * net->n_columns + first) * net->n_words + thing / 64];

  for (int i = first; i <= last; i++, word += net->n_words)
    *word |= G_GUINT64_CONSTANT (1) << (thing % 64);
}

static void
take_out (NkNet *net,
          int    row,
          int    first,
          int    last,
          int    thing)
{
  guint64 *word = &net->bits[(row * net->n_columns + first) * net->n_words + thing / 64];

  for (int i = first; i <= last; i++, word += net->n_words)
    *word &= ~(G_GUINT64_CONSTANT (1) << (thing % 64));
}

static void
collect (NkNet *net,
         int    row,
         int    first,
         int    last,
         int    thing)
{
  const guint64 *restrict word = &net->bits[(row * net->n_columns + first) * net->n_words];
  guint64 *restrict found = net->found;

  for (int i = first; i <= last; i++, word += net->n_words)
    for (int k = 0; k < net->n_words; k++)
      found[k] |= word[k];
  net->work += (last - first + 1) * net->n_words / 4 + 1;
}

/* Goes along a line, row by row of the cells. */
static void
along_line (NkNet        *net,
            const NkLine *line,
            NetFunc       visit,
            int           thing)
{
  const NkLine down = line->y0 <= line->y1 ? *line
                      : (NkLine) { line->x1, line->y1, line->x0, line->y0 };
  double slope = (down.x1 - down.x0) / MAX (down.y1 - down.y0, 1e-9);
  int last_row = row_at (net, down.y1);
  double x = down.x0;

  for (int row = row_at (net, down.y0); row <= last_row; row++)
    {
      double below = net->top + (row + 1) * net->size;
      double next = row < last_row ? down.x0 + (below - down.y0) * slope : down.x1;

      visit (net, row, column_at (net, MIN (x, next) - 0.01),
             column_at (net, MAX (x, next) + 0.01), thing);
      x = next;
    }
}

static void
over_box (NkNet          *net,
          const NkExtent *extent,
          NetFunc         visit,
          int             thing)
{
  int last_row = row_at (net, extent->bottom);

  for (int row = row_at (net, extent->top); row <= last_row; row++)
    visit (net, row, column_at (net, extent->left), column_at (net, extent->right), thing);
}

void
nk_net_put_line (NkNet        *net,
                 int           thing,
                 const NkLine *line,
                 gboolean      in)
{
  along_line (net, line, in ? put_in : take_out, thing);
}

void
nk_net_put_box (NkNet          *net,
                int             thing,
                const NkExtent *extent,
                gboolean        in)
{
  over_box (net, extent, in ? put_in : take_out, thing);
}

/* Lists what has been found, and forgets it. */
static int
list_found (NkNet *net,
            int   *near)
{
  int n = 0;

  for (int k = 0; k < net->n_words; k++)
    {
      guint64 word = net->found[k];

      for (net->found[k] = 0; word != 0; word &= word - 1)
        near[n++] = 64 * k + __builtin_ctzll (word);
    }
  return n;
}

int
nk_net_near_line (NkNet        *net,
                  const NkLine *line,
                  int          *near)
{
  along_line (net, line, collect, 0);
  return list_found (net, near);
}

int
nk_net_near_box (NkNet          *net,
                 const NkExtent *extent,
                 int            *near)
{
  over_box (net, extent, collect, 0);
  return list_found (net, near);
}

gint64
nk_net_work (const NkNet *net)
{
  return net->work;
}
