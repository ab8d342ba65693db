#include "layout/try.h"

#include <math.h>
#include <string.h>

NkTry *
nk_try_new (NkRows *rows)
{
  NkTry *it = g_new0 (NkTry, 1);
  int n = rows->plan->n_boxes + 1;

  it->rows = rows;
  it->plan = rows->plan;
  it->cost = nk_cost_new (rows->plan);
  it->before = g_new (NkJobPosition, n);
  it->wanted = g_new (double, n);
  it->moved = g_new (int, n);
  for (int i = 0; i < 2; i++)
    it->kept[i].members = g_new (int, n);
  return it;
}

void
nk_try_free (NkTry *it)
{
  nk_cost_free (it->cost);
  g_free (it->before);
  g_free (it->wanted);
  g_free (it->moved);
  for (int i = 0; i < 2; i++)
    g_free (it->kept[i].members);
  g_free (it);
}

void
nk_try_keep (NkTry *it,
             int    number)
{
  const NkRow *row = &it->rows->rows[number];
  NkKeptRow *kept = &it->kept[it->n_kept];

  if (it->n_kept == 1 && it->kept[0].row == number)
    return;
  it->n_kept++;
  kept->row = number;
  kept->n = row->n;
  kept->used = row->used;
  kept->uneven = nk_row_unevenness (it->rows, number);
  memcpy (kept->members, row->members, sizeof (int) * (gsize) row->n);
  for (int i = 0; i < row->n; i++)
    {
      int box = row->members[i];

      it->before[box] = (NkJobPosition) { it->plan->boxes[box].x, it->plan->boxes[box].y };
      it->wanted[box] = it->rows->want[box];
    }
}

static void
restore_rows (NkTry *it)
{
  for (int k = 0; k < it->n_kept; k++)
    {
      const NkKeptRow *kept = &it->kept[k];
      NkRow *row = &it->rows->rows[kept->row];

      row->n = kept->n;
      row->used = kept->used;
      memcpy (row->members, kept->members, sizeof (int) * (gsize) kept->n);
      for (int i = 0; i < kept->n; i++)
        {
          it->rows->of_box[row->members[i]] = kept->row;
          it->rows->want[row->members[i]] = it->wanted[row->members[i]];
        }
    }
}

/* The boxes of the kept rows that stand elsewhere now. */
static void
find_moved (NkTry *it)
{
  it->n_moved = 0;
  for (int k = 0; k < it->n_kept; k++)
    for (int i = 0; i < it->kept[k].n; i++)
      {
        int box = it->kept[k].members[i];

        if (fabs (it->plan->boxes[box].x - it->before[box].x) > 1e-6
            || fabs (it->plan->boxes[box].y - it->before[box].y) > 1e-6)
          it->moved[it->n_moved++] = box;
      }
}

/* Puts the moved boxes where they were, and notes where they are. */
static void
swap_positions (NkTry *it)
{
  for (int i = 0; i < it->n_moved; i++)
    {
      NkBox *box = &it->plan->boxes[it->moved[i]];
      NkJobPosition now = { box->x, box->y };

      box->x = it->before[it->moved[i]].x;
      box->y = it->before[it->moved[i]].y;
      it->before[it->moved[i]] = now;
    }
}

/* How far a box is from the column in which it would like to be. */
static double
off_column (const NkTry *it,
            const NkBox *box)
{
  const NkZones *zones = it->rows->zones;
  double nearest = INFINITY;

  if (box->column < 0)
    return 0;
  for (int i = 0; i < zones->n; i++)
    if (zones->zones[i].boxed && zones->zones[i].district == box->column)
      {
        double half = (zones->zones[i].right - zones->zones[i].left) / 4;
        double away = fabs (box->x - (zones->zones[i].left + zones->zones[i].right) / 2);

        nearest = MIN (nearest, MAX (0, away - half));
      }
  return isinf (nearest) ? 0 : nearest;
}

static double
cost_now (NkTry *it)
{
  double cost = nk_cost_around (it->cost, it->moved, it->n_moved);

  for (int i = 0; i < it->n_moved; i++)
    cost += NK_COST_COLUMN * off_column (it, &it->plan->boxes[it->moved[i]]);
  return cost;
}

double
nk_try_rise (NkTry *it)
{
  double rise = 0;

  find_moved (it);
  if (it->n_moved == 0)
    return 0;
  for (int k = 0; k < it->n_kept; k++)
    rise += NK_COST_UNEVEN * (nk_row_unevenness (it->rows, it->kept[k].row)
                           - it->kept[k].uneven);
  rise += cost_now (it);
  swap_positions (it);
  rise -= cost_now (it);
  swap_positions (it);
  return rise;
}

void
nk_try_accept (NkTry *it)
{
  nk_cost_update (it->cost, it->moved, it->n_moved);
  it->n_kept = 0;
}

void
nk_try_take_back (NkTry *it)
{
  swap_positions (it);
  restore_rows (it);
  it->n_kept = 0;
}

void
nk_try_place (NkTry *it)
{
  for (int k = 0; k < it->n_kept; k++)
    nk_row_place (it->rows, it->kept[k].row);
}
