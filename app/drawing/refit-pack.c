/* Packing: boxes stood as close as they go, more or less in the order and at the places that they
 * had. What has been stood so far ends below in a skyline, and a box stands on a part of it. */
#include "drawing/refit-private.h"

#include <math.h>

/* How many of those that come next in the order may be taken. */
#define AHEAD 8
/* What it costs to take one before its turn, in points of height for each that it passes. */
#define TURN 3.0

#define NEAR 1e-6

/* Between these all is full down to `top`. */
typedef struct
{
  double left, right, top;
} Step;

typedef struct
{
  const NkRefit *refit;
  const NkRefitZone *zone;
  GArray *skyline;          /* of Step, from the left */
  guint *waiting;           /* boxes, in the order in which they stood */
  guint n_waiting;
  double gap, aside;
} Packing;

/* A box that may stand somewhere next. */
typedef struct
{
  guint turn;               /* its number in `waiting` */
  double left, top;
  double cost;
} Stand;

/* How high something can stand between these. */
static double
top_between (const Packing *packing,
             double         left,
             double         right)
{
  double top = -INFINITY;

  for (guint i = 0; i < packing->skyline->len; i++)
    {
      const Step *step = &g_array_index (packing->skyline, Step, i);

      if (step->right > left + NEAR && step->left < right - NEAR)
        top = MAX (top, step->top);
    }
  return top;
}

static void
add_step (GArray *skyline,
          double  left,
          double  right,
          double  top)
{
  const Step step = { left, right, top };

  if (right > left + NEAR)
    g_array_append_val (skyline, step);
}

static void
fill_between (Packing *packing,
              double   left,
              double   right,
              double   top)
{
  GArray *skyline = g_array_new (FALSE, FALSE, sizeof (Step));
  gboolean filled = FALSE;

  for (guint i = 0; i < packing->skyline->len; i++)
    {
      const Step *step = &g_array_index (packing->skyline, Step, i);

      add_step (skyline, step->left, MIN (step->right, left), step->top);
      if (!filled && step->right > left + NEAR)
        {
          add_step (skyline, left, right, top);
          filled = TRUE;
        }
      add_step (skyline, MAX (step->left, right), step->right, step->top);
    }
  g_array_unref (packing->skyline);
  packing->skyline = skyline;
}

/* Tries a box with its left there; keeps it in `best` if that costs less. */
static void
try_stand (const Packing *packing,
           guint          turn,
           double         left,
           Stand         *best)
{
  guint number = packing->waiting[turn];
  double width = packing->refit->from[number].width;
  double want = nk_refit_wanted_x (packing->refit, packing->zone, number) - width / 2;
  double top, cost = packing->aside * fabs (left - want) + TURN * turn;

  if (left < packing->zone->to_left - NEAR || left + width > packing->zone->to_right + NEAR
      || cost >= best->cost)
    return;
  top = top_between (packing, left, left + width + packing->refit->gap);
  if (top + cost < best->cost - NEAR)
    *best = (Stand) { turn, left, top, top + cost };
}

/* The cheapest of all stands: where a box wants to be, or against the end of a step. */
static Stand
find_stand (const Packing *packing)
{
  const NkRefitZone *zone = packing->zone;
  Stand best = { 0, zone->to_left, 0, INFINITY };

  for (guint turn = 0; turn < MIN (packing->n_waiting, AHEAD); turn++)
    {
      guint number = packing->waiting[turn];
      double width = packing->refit->from[number].width;

      try_stand (packing, turn,
                 nk_refit_wanted_x (packing->refit, zone, number) - width / 2, &best);
      for (guint i = 0; i < packing->skyline->len; i++)
        {
          const Step *step = &g_array_index (packing->skyline, Step, i);

          try_stand (packing, turn, step->left, &best);
          try_stand (packing, turn, step->right - width - packing->refit->gap, &best);
        }
    }
  return best;
}

static void
stand_next (Packing *packing)
{
  Stand stand = find_stand (packing);
  NkRefitBox *box = &packing->refit->boxes[packing->waiting[stand.turn]];

  box->x = stand.left + box->width / 2;
  box->y = stand.top + box->height / 2;
  fill_between (packing, stand.left, stand.left + box->width + packing->refit->gap,
                stand.top + box->height + packing->gap);
  packing->n_waiting--;
  for (guint i = stand.turn; i < packing->n_waiting; i++)
    packing->waiting[i] = packing->waiting[i + 1];
}

/* How far a box of the zone could sink, no more than `most`. */
static double
room_below (const Packing    *packing,
            const NkRefitBox *box,
            double            most)
{
  const NkRefit *refit = packing->refit;
  const guint *members = refit->members + packing->zone->first;
  double bottom = box->y + box->height / 2;

  for (guint i = 0; i < packing->zone->n; i++)
    {
      const NkRefitBox *other = &refit->boxes[members[i]];
      double top = other->y - other->height / 2;

      if (top > bottom - NEAR
          && fabs (other->x - box->x) < (other->width + box->width) / 2 + refit->gap - NEAR)
        most = MIN (most, MAX (top - packing->gap - bottom, 0));
    }
  return most;
}

/* How much higher the tallest box is whose top is level with that of this one. */
static double
lack_beside (const Packing    *packing,
             const NkRefitBox *box)
{
  const NkRefit *refit = packing->refit;
  const guint *members = refit->members + packing->zone->first;
  double tallest = box->height;

  for (guint i = 0; i < packing->zone->n; i++)
    {
      const NkRefitBox *other = &refit->boxes[members[i]];

      if (fabs ((other->y - other->height / 2) - (box->y - box->height / 2)) < 1)
        tallest = MAX (tallest, other->height);
    }
  return tallest - box->height;
}

static int
from_below (gconstpointer a,
            gconstpointer b,
            gpointer      data)
{
  const NkRefitBox *boxes = data;
  const NkRefitBox *p = &boxes[*(const guint *) a], *q = &boxes[*(const guint *) b];
  double bottom = p->y + p->height / 2, other = q->y + q->height / 2;

  return (other > bottom) - (other < bottom);
}

/* Boxes whose tops are level get their middles level where what is below lets them. */
static void
straighten (const Packing *packing,
            double         bottom)
{
  NkRefitBox *boxes = packing->refit->boxes;
  guint n = packing->zone->n;
  g_autofree guint *order = g_memdup2 (packing->refit->members + packing->zone->first,
                                       n * sizeof *order);
  g_autofree double *lacks = g_new (double, n);

  g_qsort_with_data (order, n, sizeof *order, from_below, boxes);
  for (guint i = 0; i < n; i++)
    lacks[i] = lack_beside (packing, &boxes[order[i]]);
  for (guint i = 0; i < n; i++)
    {
      NkRefitBox *box = &boxes[order[i]];
      double most = MIN (lacks[i] / 2, bottom - box->y - box->height / 2);

      box->y += room_below (packing, box, most);
    }
}

double
nk_refit_pack (const NkRefit *refit,
               guint          zone,
               double         top,
               double         gap,
               double         aside)
{
  const NkRefitZone *it = nk_refit_zone (refit, zone);
  g_autofree guint *waiting = g_memdup2 (refit->members + it->first, it->n * sizeof *waiting);
  Packing packing = { refit, it, g_array_new (FALSE, FALSE, sizeof (Step)), waiting, it->n, gap,
                      aside };
  double bottom = top;

  add_step (packing.skyline, it->to_left, it->to_right + refit->gap,
            top + nk_refit_head (refit, it));
  while (packing.n_waiting > 0)
    stand_next (&packing);
  for (guint i = 0; i < packing.skyline->len; i++)
    bottom = MAX (bottom, g_array_index (packing.skyline, Step, i).top - gap);
  straighten (&packing, bottom);
  g_array_unref (packing.skyline);
  return bottom + nk_refit_pad (it);
}
