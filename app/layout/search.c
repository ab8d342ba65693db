#include "layout/search.h"

#include "layout/try.h"

#include <math.h>

/* The work that a search may do, in links looked at, and how many tries a box is worth at most. */
#define MOST_WORK 1.5e9
#define TRIES_A_BOX 1200
#define FEWEST_TRIES 100

/* Tries that only watch how much a change costs, to know how warm the search has to start. */
#define WATCHED_TRIES 60
#define WARMTH 0.4

/* Gaps are spread to so many times the least, where a row has room. */
#define MOST_GAPS 4

#define POLISH_ROUNDS 6

/* The moves. Each changes a row or two that it has kept, or does nothing and returns FALSE. */

static gboolean
fits_instead (const NkTry *it,
              const NkRow *row,
              int          leaving,
              int          coming)
{
  const NkBox *boxes = it->plan->boxes;
  double used = row->used + boxes[coming].width - boxes[leaving].width;

  return used <= row->right - row->left + it->plan->job->gap_x + 1e-6
         && boxes[coming].height <= row->height;
}

static void
put_instead (NkRow *row,
             int    leaving,
             int    coming,
             double change)
{
  int at = 0;

  while (row->members[at] != leaving)
    at++;
  row->members[at] = coming;
  row->used += change;
}

/* Two boxes of a zone take each other's place. */
static gboolean
move_swap (NkTry *it,
           int    box)
{
  NkRows *rows = it->rows;
  const NkZone *zone = &rows->zones->zones[rows->zones->of_box[box]];
  int other = zone->members[nk_plan_random_below (it->plan, zone->n_members)];
  int from = rows->of_box[box], to = rows->of_box[other];
  double change = it->plan->boxes[other].width - it->plan->boxes[box].width;
  double want = rows->want[box];

  if (other == box || to < 0)
    return FALSE;
  if (from != to && (!fits_instead (it, &rows->rows[from], box, other)
                     || !fits_instead (it, &rows->rows[to], other, box)))
    return FALSE;
  nk_try_keep (it, from);
  nk_try_keep (it, to);
  put_instead (&rows->rows[from], box, -1, change);
  put_instead (&rows->rows[to], other, box, -change);
  put_instead (&rows->rows[from], -1, other, 0);
  rows->of_box[box] = to;
  rows->of_box[other] = from;
  rows->want[box] = rows->want[other];
  rows->want[other] = want;
  nk_try_place (it);
  return TRUE;
}

/* A box goes to another place of its zone: towards its ties, or anywhere. */
static gboolean
move_away (NkTry *it,
           int    box)
{
  NkRows *rows = it->rows;
  int zone = rows->zones->of_box[box];
  int first = rows->first_of_zone[zone];
  int to = first + nk_plan_random_below (it->plan, rows->first_of_zone[zone + 1] - first);
  int from = rows->of_box[box];
  const NkRow *row = &rows->rows[to];
  double x, y;

  if (from != to && !nk_row_has_room (rows, row, &it->plan->boxes[box]))
    return FALSE;
  if (nk_plan_random_below (it->plan, 2) == 0
      || !nk_plan_pull (it->plan, box, FALSE, &x, &y))
    x = row->left + nk_plan_random_unit (it->plan) * (row->right - row->left);
  nk_try_keep (it, from);
  nk_try_keep (it, to);
  nk_row_remove (rows, from, box);
  rows->want[box] = CLAMP (x, row->left, row->right);
  nk_row_insert (rows, to, box);
  nk_try_place (it);
  return TRUE;
}

/* A box moves within its row towards its ties, as far as its neighbours let it. */
static gboolean
move_nudge (NkTry *it,
            int    box)
{
  double x, y;

  if (!nk_plan_pull (it->plan, box, FALSE, &x, &y))
    return FALSE;
  nk_try_keep (it, it->rows->of_box[box]);
  it->rows->want[box] = x;
  nk_try_place (it);
  return TRUE;
}

static gboolean
move_even (NkTry *it,
           int    box)
{
  nk_try_keep (it, it->rows->of_box[box]);
  nk_row_want_even (it->rows, it->rows->of_box[box], MOST_GAPS);
  nk_try_place (it);
  return TRUE;
}

typedef gboolean (*MoveFunc) (NkTry *it,
                              int    box);

/* How often each is tried: once for each time that it is named here. */
static const MoveFunc moves[] = {
  move_swap, move_swap, move_swap, move_swap, move_swap,
  move_away, move_away, move_away,
  move_nudge, move_even,
};

/* Changes something at random. FALSE if nothing was changed. */
static gboolean
try_any (NkTry     *it,
         const int *free,
         int        n_free)
{
  int box = free[nk_plan_random_below (it->plan, n_free)];
  int move = nk_plan_random_below (it->plan, G_N_ELEMENTS (moves));

  return moves[move] (it, box);
}

/* How warm the search starts: in proportion to what a change costs at first. */
static double
first_warmth (NkTry     *it,
              const int *free,
              int        n_free)
{
  double sum = 0;

  for (int i = 0; i < WATCHED_TRIES; i++)
    if (try_any (it, free, n_free))
      {
        sum += fabs (nk_try_rise (it));
        nk_try_take_back (it);
      }
  return WARMTH * sum / WATCHED_TRIES;
}

/* Lists the boxes that stand in rows. Returns how many. */
static int
list_free (const NkRows *rows,
           int          *free)
{
  int n = 0;

  for (int i = 0; i < rows->plan->n_boxes; i++)
    if (rows->of_box[i] >= 0)
      free[n++] = i;
  return n;
}

/* What a try costs in links and boxes looked at, on average. */
static double
work_of_try (const NkRows *rows,
             int           n_free)
{
  const NkPlan *plan = rows->plan;
  double moved = MIN (2.0 * n_free / MAX (rows->n, 1), n_free) + 1;
  double links = moved * 2 * plan->n_links / MAX (plan->n_boxes, 1) + 1;

  return 2 * links * (plan->n_links + plan->n_boxes) + 2 * moved * plan->n_links + 100;
}

void
nk_search (NkRows *rows)
{
  g_autoptr (NkTry) it = nk_try_new (rows);
  g_autofree int *free = g_new (int, rows->plan->n_boxes + 1);
  int n_free = list_free (rows, free);
  double warmth;
  int tries;

  if (n_free < 2)
    return;
  tries = (int) CLAMP (MOST_WORK / work_of_try (rows, n_free), FEWEST_TRIES,
                       (double) TRIES_A_BOX * n_free);
  warmth = first_warmth (it, free, n_free);
  for (int i = 0; i < tries; i++)
    {
      double now = warmth * (tries - i) / tries;
      double rise;

      if (!try_any (it, free, n_free))
        continue;
      rise = nk_try_rise (it);
      if (rise <= 0 || nk_plan_random_unit (it->plan) < exp (-rise / now))
        nk_try_accept (it);
      else
        nk_try_take_back (it);
    }
}

/* All boxes of a row at once towards their ties, the order kept. */
static void
move_row_nudge (NkTry *it,
                int    row)
{
  double x, y;

  nk_try_keep (it, row);
  for (int i = 0; i < it->rows->rows[row].n; i++)
    if (nk_plan_pull (it->plan, it->rows->rows[row].members[i], FALSE, &x, &y))
      it->rows->want[it->rows->rows[row].members[i]] = x;
  nk_try_place (it);
}

/* Keeps what has been tried if it makes the drawing better. */
static void
settle (NkTry *it)
{
  if (nk_try_rise (it) < -1e-9)
    nk_try_accept (it);
  else
    nk_try_take_back (it);
}

static void
polish_row (NkTry *it,
            int    number)
{
  const NkRow *row = &it->rows->rows[number];

  if (row->n == 0)
    return;
  move_row_nudge (it, number);
  settle (it);
  move_even (it, row->members[0]);
  settle (it);
  for (int i = 0; i < row->n; i++)
    if (move_nudge (it, row->members[i]))
      settle (it);
}

void
nk_polish (NkRows *rows)
{
  g_autoptr (NkTry) it = nk_try_new (rows);
  g_autofree int *free = g_new (int, rows->plan->n_boxes + 1);
  int n_free = list_free (rows, free);
  double rounds = MIN (MOST_WORK / (work_of_try (rows, n_free) * MAX (n_free, 1)), POLISH_ROUNDS);

  for (int round = 1; round <= rounds; round++)
    for (int row = 0; row < rows->n; row++)
      polish_row (it, row);
}
