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
} Cut;

typedef struct
{
  const NkHull *seats, *wishes;
  double gap;
  NkHull *regions;
  Stretch *sorted;         /* room for all */
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

/* Takes the widest cut along an axis if it is wider than `best`. */
static void
find_cut (const Slicing *slicing,
          gboolean       upright,
          int           *numbers,
          int            n,
          Cut           *best)
{
  double reach = -INFINITY;

  sort_along (slicing, upright, numbers, n);
  for (int i = 0; i + 1 < n; i++)
    {
      double next = slicing->sorted[i + 1].low;

      reach = MAX (reach, slicing->sorted[i].high);
      if (next - reach >= 0 && next - reach > best->to - best->from)
        *best = (Cut) { upright, i + 1, reach, next };
    }
}

/* The middle between what the two sides would like to have, as far as the cut lets it be. */
static double
cut_at (const Slicing *slicing,
        const Cut     *cut,
        const int     *numbers,
        int            n)
{
  double first = -INFINITY, second = INFINITY;

  for (int i = 0; i < cut->n; i++)
    first = MAX (first, cut->upright ? slicing->wishes[numbers[i]].right
                                     : slicing->wishes[numbers[i]].bottom);
  for (int i = cut->n; i < n; i++)
    second = MIN (second, cut->upright ? slicing->wishes[numbers[i]].left
                                       : slicing->wishes[numbers[i]].top);
  return CLAMP ((first + second) / 2, cut->from, cut->to);
}

static void
slice (const Slicing *slicing,
       int           *numbers,
       int            n,
       NkHull         region)
{
  Cut cut = { FALSE, 0, 0, -INFINITY };
  NkHull first = region, second = region;
  double line, half;

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
  line = cut_at (slicing, &cut, numbers, n);
  half = slicing->gap / 2;
  if (cut.upright)
    {
      first.right = MAX (line - half, cut.from);
      second.left = MIN (line + half, cut.to);
    }
  else
    {
      first.bottom = MAX (line - half, cut.from);
      second.top = MIN (line + half, cut.to);
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
  g_autofree int *numbers = g_new (int, n);
  Slicing slicing = { seats, wishes, gap, regions, sorted };

  for (int i = 0; i < n; i++)
    numbers[i] = i;
  slice (&slicing, numbers, n, whole);
}
