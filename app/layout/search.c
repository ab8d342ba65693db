#include "layout/search.h"

#include "layout/cost.h"

#include <math.h>
#include <string.h>

/* What the drawing's evenness is worth, in crossings: for a gap that is out of step, and for a
 * point of distance from the district that an actor would like to stand above or below. */
#define COST_UNEVEN 0.5
#define COST_COLUMN (3 / 70.0)

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

/* A row as it was before a try. */
typedef struct
{
  int row;
  int n;
  int *members;
  double used;
  double uneven;
} Kept;

typedef struct
{
  NkRows *rows;
  NkPlan *plan;
  NkCost *cost;
  int *free;               /* boxes that stand in rows */
  int n_free;
  Kept kept[2];
  int n_kept;
  NkJobPosition *before;   /* of the boxes of the kept rows, and what they wanted */
  double *wanted;
  int *moved;              /* boxes that stand elsewhere after the try */
  int n_moved;
} Search;

static void
search_init (Search *search,
             NkRows *rows)
{
  int n = rows->plan->n_boxes + 1;

  *search = (Search) { .rows = rows, .plan = rows->plan, .cost = nk_cost_new (rows->plan) };
  search->free = g_new (int, n);
  search->before = g_new (NkJobPosition, n);
  search->wanted = g_new (double, n);
  search->moved = g_new (int, n);
  for (int i = 0; i < 2; i++)
    search->kept[i].members = g_new (int, n);
  for (int i = 0; i < rows->plan->n_boxes; i++)
    if (rows->of_box[i] >= 0)
      search->free[search->n_free++] = i;
}

static void
search_clear (Search *search)
{
  nk_cost_free (search->cost);
  g_free (search->free);
  g_free (search->before);
  g_free (search->wanted);
  g_free (search->moved);
  for (int i = 0; i < 2; i++)
    g_free (search->kept[i].members);
}

/* Remembers a row, so that the try can be taken back. */
static void
keep_row (Search *search,
          int     number)
{
  const NkRow *row = &search->rows->rows[number];
  Kept *kept = &search->kept[search->n_kept];

  if (search->n_kept == 1 && search->kept[0].row == number)
    return;
  search->n_kept++;
  kept->row = number;
  kept->n = row->n;
  kept->used = row->used;
  kept->uneven = nk_row_unevenness (search->rows, number);
  memcpy (kept->members, row->members, sizeof (int) * (gsize) row->n);
  for (int i = 0; i < row->n; i++)
    {
      int box = row->members[i];

      search->before[box] = (NkJobPosition) { search->plan->boxes[box].x, search->plan->boxes[box].y };
      search->wanted[box] = search->rows->want[box];
    }
}

static void
restore_rows (Search *search)
{
  for (int k = 0; k < search->n_kept; k++)
    {
      const Kept *kept = &search->kept[k];
      NkRow *row = &search->rows->rows[kept->row];

      row->n = kept->n;
      row->used = kept->used;
      memcpy (row->members, kept->members, sizeof (int) * (gsize) kept->n);
      for (int i = 0; i < kept->n; i++)
        {
          search->rows->of_box[row->members[i]] = kept->row;
          search->rows->want[row->members[i]] = search->wanted[row->members[i]];
        }
    }
}

/* The boxes of the kept rows that stand elsewhere now. */
static void
find_moved (Search *search)
{
  search->n_moved = 0;
  for (int k = 0; k < search->n_kept; k++)
    for (int i = 0; i < search->kept[k].n; i++)
      {
        int box = search->kept[k].members[i];

        if (fabs (search->plan->boxes[box].x - search->before[box].x) > 1e-6
            || fabs (search->plan->boxes[box].y - search->before[box].y) > 1e-6)
          search->moved[search->n_moved++] = box;
      }
}

/* Puts the moved boxes where they were, and notes where they are. */
static void
swap_positions (Search *search)
{
  for (int i = 0; i < search->n_moved; i++)
    {
      NkBox *box = &search->plan->boxes[search->moved[i]];
      NkJobPosition now = { box->x, box->y };

      box->x = search->before[search->moved[i]].x;
      box->y = search->before[search->moved[i]].y;
      search->before[search->moved[i]] = now;
    }
}

/* How far a box is from the column in which it would like to be. */
static double
off_column (const Search *search,
            const NkBox  *box)
{
  const NkZones *zones = search->rows->zones;
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
cost_now (Search *search)
{
  double cost = nk_cost_around (search->cost, search->moved, search->n_moved);

  for (int i = 0; i < search->n_moved; i++)
    cost += COST_COLUMN * off_column (search, &search->plan->boxes[search->moved[i]]);
  return cost;
}

/* By how much the try that has just been made raises the cost. */
static double
rise_of_cost (Search *search)
{
  double rise = 0;

  find_moved (search);
  if (search->n_moved == 0)
    return 0;
  for (int k = 0; k < search->n_kept; k++)
    rise += COST_UNEVEN * (nk_row_unevenness (search->rows, search->kept[k].row)
                           - search->kept[k].uneven);
  rise += cost_now (search);
  swap_positions (search);
  rise -= cost_now (search);
  swap_positions (search);
  return rise;
}

static void
accept (Search *search)
{
  nk_cost_update (search->cost, search->moved, search->n_moved);
  search->n_kept = 0;
}

static void
take_back (Search *search)
{
  swap_positions (search);
  restore_rows (search);
  search->n_kept = 0;
}

static void
place_kept (Search *search)
{
  for (int k = 0; k < search->n_kept; k++)
    nk_row_place (search->rows, search->kept[k].row);
}

/* The moves. Each changes a row or two that it has kept, or does nothing and returns FALSE. */

static gboolean
fits_instead (const Search *search,
              const NkRow  *row,
              int           leaving,
              int           coming)
{
  const NkBox *boxes = search->plan->boxes;
  double used = row->used + boxes[coming].width - boxes[leaving].width;

  return used <= row->right - row->left + search->plan->job->gap_x + 1e-6
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
move_swap (Search *search,
           int     box)
{
  NkRows *rows = search->rows;
  const NkZone *zone = &rows->zones->zones[rows->zones->of_box[box]];
  int other = zone->members[nk_plan_random_below (search->plan, zone->n_members)];
  int from = rows->of_box[box], to = rows->of_box[other];
  double change = search->plan->boxes[other].width - search->plan->boxes[box].width;
  double want = rows->want[box];

  if (other == box || to < 0)
    return FALSE;
  if (from != to && (!fits_instead (search, &rows->rows[from], box, other)
                     || !fits_instead (search, &rows->rows[to], other, box)))
    return FALSE;
  keep_row (search, from);
  keep_row (search, to);
  put_instead (&rows->rows[from], box, -1, change);
  put_instead (&rows->rows[to], other, box, -change);
  put_instead (&rows->rows[from], -1, other, 0);
  rows->of_box[box] = to;
  rows->of_box[other] = from;
  rows->want[box] = rows->want[other];
  rows->want[other] = want;
  place_kept (search);
  return TRUE;
}

/* A box goes to another place of its zone: towards its ties, or anywhere. */
static gboolean
move_away (Search *search,
           int     box)
{
  NkRows *rows = search->rows;
  int zone = rows->zones->of_box[box];
  int first = rows->first_of_zone[zone];
  int to = first + nk_plan_random_below (search->plan, rows->first_of_zone[zone + 1] - first);
  int from = rows->of_box[box];
  const NkRow *row = &rows->rows[to];
  double x, y;

  if (from != to && !nk_row_has_room (rows, row, &search->plan->boxes[box]))
    return FALSE;
  if (nk_plan_random_below (search->plan, 2) == 0
      || !nk_plan_pull (search->plan, box, FALSE, &x, &y))
    x = row->left + nk_plan_random_unit (search->plan) * (row->right - row->left);
  keep_row (search, from);
  keep_row (search, to);
  nk_row_remove (rows, from, box);
  rows->want[box] = CLAMP (x, row->left, row->right);
  nk_row_insert (rows, to, box);
  place_kept (search);
  return TRUE;
}

/* A box moves within its row towards its ties, as far as its neighbours let it. */
static gboolean
move_nudge (Search *search,
            int     box)
{
  double x, y;

  if (!nk_plan_pull (search->plan, box, FALSE, &x, &y))
    return FALSE;
  keep_row (search, search->rows->of_box[box]);
  search->rows->want[box] = x;
  place_kept (search);
  return TRUE;
}

static gboolean
move_even (Search *search,
           int     box)
{
  keep_row (search, search->rows->of_box[box]);
  nk_row_want_even (search->rows, search->rows->of_box[box], MOST_GAPS);
  place_kept (search);
  return TRUE;
}

typedef gboolean (*MoveFunc) (Search *search,
                              int     box);

/* How often each is tried: once for each time that it is named here. */
static const MoveFunc moves[] = {
  move_swap, move_swap, move_swap, move_swap, move_swap,
  move_away, move_away, move_away,
  move_nudge, move_even,
};

static gboolean
try_any (Search *search)
{
  int box = search->free[nk_plan_random_below (search->plan, search->n_free)];
  int move = nk_plan_random_below (search->plan, G_N_ELEMENTS (moves));

  return moves[move] (search, box);
}

/* How warm the search starts: in proportion to what a change costs at first. */
static double
first_warmth (Search *search)
{
  double sum = 0;

  for (int i = 0; i < WATCHED_TRIES; i++)
    if (try_any (search))
      {
        sum += fabs (rise_of_cost (search));
        take_back (search);
      }
  return WARMTH * sum / WATCHED_TRIES;
}

/* What a try costs in links and boxes looked at, on average. */
static double
work_of_try (const Search *search)
{
  const NkPlan *plan = search->plan;
  double moved = MIN (2.0 * search->n_free / MAX (search->rows->n, 1), search->n_free) + 1;
  double links = moved * 2 * plan->n_links / MAX (plan->n_boxes, 1) + 1;

  return 2 * links * (plan->n_links + plan->n_boxes) + 2 * moved * plan->n_links + 100;
}

void
nk_search (NkRows *rows)
{
  Search search;
  double warmth;
  int tries;

  search_init (&search, rows);
  tries = search.n_free > 1 ? (int) CLAMP (MOST_WORK / work_of_try (&search), FEWEST_TRIES,
                                           (double) TRIES_A_BOX * search.n_free) : 0;
  warmth = tries > 0 ? first_warmth (&search) : 0;
  for (int i = 0; i < tries; i++)
    {
      double now = warmth * (tries - i) / tries;
      double rise;

      if (!try_any (&search))
        continue;
      rise = rise_of_cost (&search);
      if (rise <= 0 || nk_plan_random_unit (search.plan) < exp (-rise / now))
        accept (&search);
      else
        take_back (&search);
    }
  search_clear (&search);
}

/* All boxes of a row at once towards their ties, the order kept. */
static gboolean
move_row_nudge (Search *search,
                int     row)
{
  double x, y;

  keep_row (search, row);
  for (int i = 0; i < search->rows->rows[row].n; i++)
    if (nk_plan_pull (search->plan, search->rows->rows[row].members[i], FALSE, &x, &y))
      search->rows->want[search->rows->rows[row].members[i]] = x;
  place_kept (search);
  return TRUE;
}

static void
settle (Search *search)
{
  if (rise_of_cost (search) < -1e-9)
    accept (search);
  else
    take_back (search);
}

void
nk_polish (NkRows *rows)
{
  Search search;
  int rounds;

  search_init (&search, rows);
  rounds = (int) MIN (MOST_WORK / (work_of_try (&search) * MAX (search.n_free, 1)), POLISH_ROUNDS);
  for (int round = 0; round < rounds; round++)
    for (int row = 0; row < rows->n; row++)
      {
        if (rows->rows[row].n == 0)
          continue;
        move_row_nudge (&search, row);
        settle (&search);
        move_even (&search, rows->rows[row].members[0]);
        settle (&search);
        for (int i = 0; i < rows->rows[row].n; i++)
          if (move_nudge (&search, rows->rows[row].members[i]))
            settle (&search);
      }
  search_clear (&search);
}
