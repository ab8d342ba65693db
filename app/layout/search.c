#include "layout/search.h"

#include "layout/moves.h"

#include <math.h>

/* While only lengths count: how many tries a box is worth, and how many all are. */
#define TRIES_TO_GATHER 300
#define MOST_TRIES_TO_GATHER 600000

/* When all counts: how many tries a box is worth; how often that is done as long as there is time
 * for it, since the best of some is better than one that takes longer; and what may be looked at
 * in all, for large maps some more. */
#define TRIES_TO_UNTANGLE 800
#define MOST_ROUNDS 5
#define WORK 8e7
#define WORK_A_BOX 4e4
#define WORK_TO_POLISH 2e7

/* With more links than that, only lengths count from the beginning to the end. */
#define MOST_LINKS 12000

/* Tries that only watch how much a change costs, to know how warm the search has to start. */
#define WATCHED_TRIES 100
#define WARMTH 0.4

#define POLISH_ROUNDS 6

/* How long a search may take: tries, and what they look at. */
typedef struct
{
  double tries, work;
} Budget;

/* Where a box stands. */
typedef struct
{
  int row;
  double x;
} Spot;

typedef struct
{
  NkRows *rows;
  NkPlan *plan;
  int *free;               /* the boxes that stand in rows */
  int n_free;
} Search;

static gboolean
try_any (Search *search,
         NkTry  *it)
{
  int box = search->free[nk_plan_random_below (search->plan, search->n_free)];

  return nk_move_any (it, search->rows, box);
}

/* How warm a search starts: in proportion to what a change costs at first. */
static double
first_warmth (Search *search,
              NkTry  *it)
{
  double sum = 0;

  for (int i = 0; i < WATCHED_TRIES; i++)
    if (try_any (search, it))
      {
        sum += fabs (nk_try_rise (it, INFINITY));
        nk_try_take_back (it);
      }
  return WARMTH * sum / WATCHED_TRIES;
}

/* Keeps what has been tried if the cost rises by no more than that. */
static void
settle (NkTry  *it,
        double  most)
{
  if (nk_try_rise (it, most) <= most)
    nk_try_accept (it);
  else
    nk_try_take_back (it);
}

/* Tries, and cools down meanwhile. */
static void
anneal (Search *search,
        NkTry  *it,
        Budget  budget,
        double  warmth)
{
  gint64 before = nk_cost_work (nk_try_cost (it));
  double done = 0;

  for (int i = 1; done < 1; i++)
    {
      double most = -warmth * (1 - done) * log (1 - nk_plan_random_unit (search->plan));

      if (try_any (search, it))
        settle (it, most);
      done = MAX (i / budget.tries,
                  (double) (nk_cost_work (nk_try_cost (it)) - before) / budget.work);
    }
}

/* Brings together what is tied. */
static void
gather (Search *search)
{
  g_autoptr (NkTry) it = nk_try_new (search->rows, TRUE);
  Budget budget = { MIN (TRIES_TO_GATHER * search->n_free, MOST_TRIES_TO_GATHER), INFINITY };

  anneal (search, it, budget, first_warmth (search, it));
}

static void
remember (const Search *search,
          Spot         *spots)
{
  for (int i = 0; i < search->n_free; i++)
    spots[i] = (Spot) { search->rows->of_box[search->free[i]],
                        search->plan->boxes[search->free[i]].x };
}

static void
go_back (Search     *search,
         const Spot *spots)
{
  NkRows *rows = search->rows;

  for (int i = 0; i < search->n_free; i++)
    nk_row_remove (rows, rows->of_box[search->free[i]], search->free[i]);
  for (int i = 0; i < search->n_free; i++)
    {
      rows->want[search->free[i]] = spots[i].x;
      nk_row_insert (rows, spots[i].row, search->free[i]);
    }
  for (int i = 0; i < rows->n; i++)
    nk_row_place (rows, i);
}

/* Where there is time for less than all tries, warmth would but undo what has been gathered. */
static void
untangle (Search *search)
{
  g_autoptr (NkTry) it = nk_try_new (search->rows, FALSE);
  g_autofree Spot *best = g_new (Spot, search->n_free);
  gint64 before = nk_cost_work (nk_try_cost (it));
  double warmth = first_warmth (search, it);
  double a_try = (double) (nk_cost_work (nk_try_cost (it)) - before) / WATCHED_TRIES;
  double work = WORK + WORK_A_BOX * search->n_free;
  double full = (double) TRIES_TO_UNTANGLE * search->n_free;
  double share = work / (a_try * full);
  int rounds = (int) CLAMP (share, 1, MOST_ROUNDS);
  double least = INFINITY;

  for (int i = 0; i < rounds; i++)
    {
      anneal (search, it, (Budget) { full, work / rounds }, warmth * MIN (2 * share, 1));
      if (nk_try_total (it) >= least)
        continue;
      least = nk_try_total (it);
      remember (search, best);
    }
  go_back (search, best);
}

/* Lists the boxes that stand in rows, and lets them want to be where they are. */
static void
search_init (Search *search,
             NkRows *rows)
{
  *search = (Search) { rows, rows->plan, g_new (int, rows->plan->n_boxes + 1), 0 };
  for (int i = 0; i < rows->plan->n_boxes; i++)
    if (rows->of_box[i] >= 0)
      {
        rows->want[i] = rows->plan->boxes[i].x;
        search->free[search->n_free++] = i;
      }
}

void
nk_search (NkRows *rows)
{
  Search search;

  search_init (&search, rows);
  if (search.n_free >= 2)
    {
      gather (&search);
      if (rows->plan->n_links <= MOST_LINKS)
        untangle (&search);
    }
  g_free (search.free);
}

static void
polish_row (NkTry  *it,
            NkRows *rows,
            int     number)
{
  const NkRow *row = &rows->rows[number];

  if (row->n == 0)
    return;
  nk_move_row_nudge (it, rows, number);
  settle (it, -1e-9);
  nk_move_even (it, rows, number);
  settle (it, -1e-9);
  for (int i = 0; i < row->n; i++)
    if (nk_move_nudge (it, rows, row->members[i]))
      settle (it, -1e-9);
}

void
nk_polish (NkRows *rows)
{
  g_autoptr (NkTry) it = nk_try_new (rows, rows->plan->n_links > MOST_LINKS);
  gint64 before = nk_cost_work (nk_try_cost (it));

  for (int round = 1; round <= POLISH_ROUNDS; round++)
    for (int row = 0; row < rows->n; row++)
      if (nk_cost_work (nk_try_cost (it)) - before < WORK_TO_POLISH)
        polish_row (it, rows, row);
}
