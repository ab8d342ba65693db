#include "layout/slice.h"

#include <math.h>
#include <stdlib.h>

/* A rectangle on one axis. */
typedef struct
{
  int number;
  double low, high;
} Stretch;

/* Between the first `n` and the others of a list sorted along an axis. */
typedef struct
{
  gboolean upright;        /* a vertical line */
  int n;
  double from, to;         /* where the line may lie */
  double at;               /* where it lies best */
  double hurt;             /* how much the wishes of both sides overlap */
} Cut;

typedef struct
{
  const NkHull *seats, *wishes;
  double gap;
  NkHull *regions;
  Stretch *sorted;         /* room for all */
  double *latest;          /* the same: the last edge of the wishes of these and all before them, */
  double *soonest;         /* and the first edge of the wishes of these and all behind them */
} Slicing;

static int
compare_stretches (const void *left,
                   const void *right)
{
  const Stretch *a = left;
  const Stretch *b = right;

  if (a->low != b->low)
    return a->low < b->low ? -1 : 1;
  return a->number - b->number;
}

static void
sort_along (const Slicing *slicing,
            gboolean       upright,
            int           *numbers,
            int            n)
{
  for (int i = 0; i < n; i++)
    {
      const NkHull *seat = &slicing->seats[numbers[i]];

      slicing->sorted[i] = (Stretch) { numbers[i], upright ? seat->left : seat->top,
                                       upright ? seat->right : seat->bottom };
    }
  qsort (slicing->sorted, (gsize) n, sizeof (Stretch), compare_stretches);
  for (int i = 0; i < n; i++)
    numbers[i] = slicing->sorted[i].number;
}

/* How far the wishes of a sorted list reach. */
static void
measure_wishes (const Slicing *slicing,
                gboolean       upright,
                const int     *numbers,
                int            n)
{
  double latest = -INFINITY, soonest = INFINITY;

  for (int i = 0; i < n; i++)
    {
      const NkHull *wish = &slicing->wishes[numbers[i]];

      slicing->latest[i] = latest = MAX (latest, upright ? wish->right : wish->bottom);
    }
  for (int i = n - 1; i >= 0; i--)
    {
      const NkHull *wish = &slicing->wishes[numbers[i]];

      slicing->soonest[i] = soonest = MIN (soonest, upright ? wish->left : wish->top);
    }
}

/* Takes the cut along an axis that hurts least, and of these the widest, if it is better than
 * `best`. */
static void
find_cut (const Slicing *slicing,
          gboolean       upright,
          int           *numbers,
          int            n,
          Cut           *best)
{
  double reach = -INFINITY;

  sort_along (slicing, upright, numbers, n);
  measure_wishes (slicing, upright, numbers, n);
  for (int i = 0; i + 1 < n; i++)
    {
      double next = slicing->sorted[i + 1].low;
      Cut cut = { upright, i + 1, 0, next, 0,
                  MAX (0, slicing->latest[i] - slicing->soonest[i + 1]) };

      cut.from = reach = MAX (reach, slicing->sorted[i].high);
      cut.at = CLAMP ((slicing->latest[i] + slicing->soonest[i + 1]) / 2, reach, MAX (reach, next));
      if (next >= reach && (cut.hurt < best->hurt
                            || (cut.hurt == best->hurt && next - reach > best->to - best->from)))
        *best = cut;
    }
}

static void
slice (const Slicing *slicing,
       int           *numbers,
       int            n,
       NkHull         region)
{
  Cut cut = { .n = 0, .hurt = INFINITY };
  NkHull first = region, second = region;
  double half = slicing->gap / 2;

  if (n > 1)
    {
      find_cut (slicing, TRUE, numbers, n, &cut);
      find_cut (slicing, FALSE, numbers, n, &cut);
    }
  if (cut.n == 0)
    {
      for (int i = 0; i < n; i++)
        slicing->regions[numbers[i]] = region;
      return;
    }
  sort_along (slicing, cut.upright, numbers, n);
  if (cut.upright)
    {
      first.right = MAX (cut.at - half, cut.from);
      second.left = MIN (cut.at + half, cut.to);
    }
  else
    {
      first.bottom = MAX (cut.at - half, cut.from);
      second.top = MIN (cut.at + half, cut.to);
    }
  slice (slicing, numbers, cut.n, first);
  slice (slicing, numbers + cut.n, n - cut.n, second);
}

void
nk_slice (int           n,
          const NkHull *seats,
          const NkHull *wishes,
          NkHull        whole,
          double        gap,
          NkHull       *regions)
{
  g_autofree Stretch *sorted = g_new (Stretch, n);
  g_autofree double *latest = g_new (double, n);
  g_autofree double *soonest = g_new (double, n);
  g_autofree int *numbers = g_new (int, n);
  Slicing slicing = { seats, wishes, gap, regions, sorted, latest, soonest };

  for (int i = 0; i < n; i++)
    numbers[i] = i;
  slice (&slicing, numbers, n, whole);
}
