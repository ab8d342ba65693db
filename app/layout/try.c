#include "layout/try.h"

#include <math.h>
#include <string.h>

/* A row as it was before the try. */
typedef struct
{
  int row;
  int n;
  int *members;            /* in the try's room for them */
  double used;
  double uneven;
} KeptRow;

struct _NkTry
{
  NkRows *rows;
  NkPlan *plan;
  NkCost *cost;
  KeptRow *kept;
  int n_kept;
  int *members;            /* of all kept rows */
  int n_members;
  NkJobPosition *before;   /* of the boxes of the kept rows, and what they wanted */
  double *wanted;
  int *moved;              /* boxes that stand elsewhere after the try */
  int n_moved;
};

NkTry *
nk_try_new (NkRows   *rows,
            gboolean  only_length)
{
  NkTry *it = g_new0 (NkTry, 1);
  int n = rows->plan->n_boxes + 1;

  it->rows = rows;
  it->plan = rows->plan;
  it->cost = nk_cost_new (rows->plan, only_length);
  it->kept = g_new (KeptRow, rows->n + 1);
  it->members = g_new (int, n);
  it->before = g_new (NkJobPosition, n);
  it->wanted = g_new (double, n);
  it->moved = g_new (int, n);
  return it;
}

void
nk_try_free (NkTry *it)
{
  nk_cost_free (it->cost);
  g_free (it->kept);
  g_free (it->members);
  g_free (it->before);
  g_free (it->wanted);
  g_free (it->moved);
  g_free (it);
}

const NkCost *
nk_try_cost (const NkTry *it)
{
  return it->cost;
}

void
nk_try_keep (NkTry *it,
             int    number)
{
  const NkRow *row = &it->rows->rows[number];
  KeptRow *kept = &it->kept[it->n_kept];

  for (int i = 0; i < it->n_kept; i++)
    if (it->kept[i].row == number)
      return;
  *kept = (KeptRow) { number, row->n, &it->members[it->n_members], row->used,
                      nk_row_unevenness (it->rows, number) };
  it->n_kept++;
  it->n_members += row->n;
  memcpy (kept->members, row->members, sizeof (int) * (gsize) row->n);
  for (int i = 0; i < row->n; i++)
    {
      int box = row->members[i];

      it->before[box] = (NkJobPosition) { it->plan->boxes[box].x, it->plan->boxes[box].y };
      it->wanted[box] = it->rows->want[box];
    }
}

void
nk_try_place (NkTry *it)
{
  for (int k = 0; k < it->n_kept; k++)
    nk_row_place (it->rows, it->kept[k].row);
}

/* The boxes of the kept rows that stand elsewhere now. What is moved by less than anyone would see
 * stays where it was. */
static void
find_moved (NkTry *it)
{
  it->n_moved = 0;
  for (int i = 0; i < it->n_members; i++)
    {
      NkBox *box = &it->plan->boxes[it->members[i]];
      NkJobPosition before = it->before[it->members[i]];

      if (fabs (box->x - before.x) > 1e-6 || fabs (box->y - before.y) > 1e-6)
        it->moved[it->n_moved++] = it->members[i];
      else
        box->x = before.x, box->y = before.y;
    }
}

/* How far a box at `x` is from the column in which it would like to be. */
static double
off_column (const NkTry *it,
            int          box,
            double       x)
{
  const NkZones *zones = it->rows->zones;
  int column = it->plan->boxes[box].column;
  double nearest = INFINITY;

  if (column < 0)
    return 0;
  for (int i = 0; i < zones->n; i++)
    if (zones->zones[i].boxed && zones->zones[i].district == column)
      {
        double half = (zones->zones[i].right - zones->zones[i].left) / 4;
        double away = fabs (x - (zones->zones[i].left + zones->zones[i].right) / 2);

        nearest = MIN (nearest, MAX (0, away - half));
      }
  return isinf (nearest) ? 0 : nearest;
}

double
nk_try_rise (NkTry  *it,
             double  most)
{
  double rise = 0;

  find_moved (it);
  if (it->n_moved == 0)
    return 0;
  for (int k = 0; k < it->n_kept; k++)
    rise += NK_COST_UNEVEN * (nk_row_unevenness (it->rows, it->kept[k].row)
                              - it->kept[k].uneven);
  for (int i = 0; i < it->n_moved; i++)
    {
      int box = it->moved[i];

      rise += NK_COST_COLUMN * (off_column (it, box, it->plan->boxes[box].x)
                                - off_column (it, box, it->before[box].x));
    }
  return rise + nk_cost_rise (it->cost, it->moved, it->n_moved, most - rise);
}

double
nk_try_total (const NkTry *it)
{
  double total = nk_cost_total (it->cost);

  for (int i = 0; i < it->rows->n; i++)
    total += NK_COST_UNEVEN * nk_row_unevenness (it->rows, i);
  for (int i = 0; i < it->plan->n_boxes; i++)
    total += NK_COST_COLUMN * off_column (it, i, it->plan->boxes[i].x);
  return total;
}

static void
forget (NkTry *it)
{
  it->n_kept = 0;
  it->n_members = 0;
}

void
nk_try_accept (NkTry *it)
{
  nk_cost_accept (it->cost, it->moved, it->n_moved);
  for (int i = 0; i < it->n_members; i++)
    it->rows->want[it->members[i]] = it->plan->boxes[it->members[i]].x;
  forget (it);
}

void
nk_try_take_back (NkTry *it)
{
  for (int k = 0; k < it->n_kept; k++)
    {
      const KeptRow *kept = &it->kept[k];
      NkRow *row = &it->rows->rows[kept->row];

      row->n = kept->n;
      row->used = kept->used;
      memcpy (row->members, kept->members, sizeof (int) * (gsize) kept->n);
      for (int i = 0; i < kept->n; i++)
        it->rows->of_box[kept->members[i]] = kept->row;
    }
  for (int i = 0; i < it->n_members; i++)
    {
      int box = it->members[i];

      it->rows->want[box] = it->wanted[box];
      it->plan->boxes[box].x = it->before[box].x;
      it->plan->boxes[box].y = it->before[box].y;
    }
  forget (it);
}
