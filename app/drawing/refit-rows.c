/* Rows of a refit: boxes side by side, broken where they are too long, one below the other. */
#include "drawing/refit-private.h"

#include "geometry/pool.h"

#include <math.h>

static int
by_x (gconstpointer a,
      gconstpointer b,
      gpointer      data)
{
  const NkRefitBox *boxes = data;
  double p = boxes[*(const guint *) a].x, q = boxes[*(const guint *) b].x;

  return (p > q) - (p < q);
}

static void
add_row (NkRefit *refit,
         guint    zone,
         guint    first,
         guint    n)
{
  NkRefitRow row = { .zone = zone, .first = first, .n = n };

  for (guint i = first; i < first + n; i++)
    row.height = MAX (row.height, refit->from[refit->members[i]].height);
  g_qsort_with_data (refit->members + first, n, sizeof *refit->members, by_x,
                     (gpointer) refit->from);
  g_array_append_val (refit->rows, row);
}

/* How many members of a zone, from one of them on, stood in a row: their middles are nearly level.
 * */
static guint
row_length (const NkRefit     *refit,
            const NkRefitZone *zone,
            guint              first)
{
  const NkRefitBox *box = &refit->from[refit->members[first]];
  double sum = box->y, least = box->height;
  guint n = 1;

  for (; first + n < zone->first + zone->n; n++)
    {
      const NkRefitBox *next = &refit->from[refit->members[first + n]];

      least = MIN (least, next->height);
      if (next->y - sum / n > least / 2)
        break;
      sum += next->y;
    }
  return n;
}

void
nk_refit_find_rows (NkRefit *refit)
{
  for (guint z = 0; z < refit->zones->len; z++)
    {
      const NkRefitZone *zone = nk_refit_zone (refit, z);
      guint end = zone->first + zone->n;

      for (guint first = zone->first, n; first < end; first += n)
        {
          n = row_length (refit, zone, first);
          add_row (refit, z, first, n);
        }
    }
}

/* Deals boxes, from left to right, to so many rows: each to the one that has come the least far, so
 * that neighbours stand one above the other. FALSE if a row gets too long. */
static gboolean
deal (const NkRefit *refit,
      const guint   *members,
      guint          n,
      double         room,
      guint          n_rows,
      guint         *row_of)
{
  g_autofree double *used = g_new0 (double, n_rows);
  gboolean fits = TRUE;

  for (guint i = 0; i < n; i++)
    {
      guint best = 0;

      for (guint row = 1; row < n_rows; row++)
        if (used[row] < used[best] - 1e-9)
          best = row;
      row_of[i] = best;
      used[best] += refit->from[members[i]].width + refit->gap;
      fits = fits && used[best] <= room;
    }
  return fits;
}

/* Adds a row as often as it has to be broken. */
static void
break_row (NkRefit          *refit,
           const NkRefitRow *row)
{
  const NkRefitZone *zone = nk_refit_zone (refit, row->zone);
  guint *members = refit->members + row->first;
  g_autofree guint *all = g_memdup2 (members, row->n * sizeof *members);
  g_autofree guint *row_of = g_new (guint, row->n);
  double room = zone->to_right - zone->to_left + refit->gap + 1e-6;
  guint n_rows = 1, at = 0;

  while (!deal (refit, all, row->n, room, n_rows, row_of) && n_rows < row->n)
    n_rows++;
  for (guint k = 0; k < n_rows; k++)
    {
      guint first = at;

      for (guint i = 0; i < row->n; i++)
        if (row_of[i] == k)
          members[at++] = all[i];
      add_row (refit, row->zone, row->first + first, at - first);
    }
}

void
nk_refit_break_rows (NkRefit *refit)
{
  g_autoptr (GArray) whole = refit->rows;

  refit->rows = g_array_new (FALSE, FALSE, sizeof (NkRefitRow));
  for (guint i = 0; i < whole->len; i++)
    break_row (refit, &g_array_index (whole, NkRefitRow, i));
}

/* Stands the boxes of a row as near as can be to where they want to be. */
static void
place_row (const NkRefit    *refit,
           const NkRefitRow *row,
           double            top)
{
  const NkRefitZone *zone = nk_refit_zone (refit, row->zone);
  const guint *members = refit->members + row->first;
  g_autofree double *sizes = g_new (double, row->n), *at = g_new (double, row->n);
  g_autofree NkPoolBlock *blocks = g_new (NkPoolBlock, row->n);

  for (guint i = 0; i < row->n; i++)
    {
      sizes[i] = refit->from[members[i]].width;
      at[i] = nk_refit_wanted_x (refit, zone, members[i]);
    }
  nk_pool (row->n, sizes, at, refit->gap, zone->to_left, zone->to_right, blocks, at);
  for (guint i = 0; i < row->n; i++)
    {
      refit->boxes[members[i]].x = at[i];
      refit->boxes[members[i]].y = top + row->height / 2;
    }
}

double
nk_refit_stack (const NkRefit *refit,
                guint          zone,
                double         top,
                double         gap)
{
  double y = top + nk_refit_head (refit, nk_refit_zone (refit, zone)) - gap;

  for (guint i = 0; i < refit->rows->len; i++)
    {
      const NkRefitRow *row = &g_array_index (refit->rows, NkRefitRow, i);

      if (row->zone != zone)
        continue;
      place_row (refit, row, y + gap);
      y += gap + row->height;
    }
  return y + nk_refit_pad (nk_refit_zone (refit, zone));
}
