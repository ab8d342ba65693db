#include "geometry/align.h"

#include <stdlib.h>

/* 0: the start of a box, 0.5: its middle, 1: its end. */
static double
share_of (NkSide side)
{
  return side % 3 / 2.0;
}

static NkAxis
axis_of (NkSide side)
{
  return side <= NK_SIDE_RIGHT ? NK_AXIS_X : NK_AXIS_Y;
}

void
nk_align (NkBox  *boxes,
          guint   n,
          NkSide  side)
{
  NkAxis axis = axis_of (side);
  double share = share_of (side), start = G_MAXDOUBLE, end = -G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      start = MIN (start, nk_box_start (&boxes[i], axis));
      end = MAX (end, nk_box_end (&boxes[i], axis));
    }
  for (guint i = 0; i < n; i++)
    {
      double is = nk_box_start (&boxes[i], axis) + share * nk_box_size (&boxes[i], axis);

      nk_box_move (&boxes[i], axis, start + share * (end - start) - is);
    }
}

typedef struct
{
  NkBox *box;
  double middle;
} Place;

/* Those with one middle in the order in which they came. */
static int
by_middle (gconstpointer a,
           gconstpointer b)
{
  const Place *first = a, *second = b;

  if (first->middle != second->middle)
    return first->middle < second->middle ? -1 : 1;
  return (first->box > second->box) - (first->box < second->box);
}

void
nk_distribute (NkBox  *boxes,
               guint   n,
               NkAxis  axis)
{
  g_autofree Place *places = g_new (Place, n + 1);
  double sum = 0, gap, next;

  if (n < 3)
    return;
  for (guint i = 0; i < n; i++)
    {
      places[i] = (Place) { &boxes[i], nk_box_middle (&boxes[i], axis) };
      sum += nk_box_size (&boxes[i], axis);
    }
  qsort (places, n, sizeof (Place), by_middle);
  next = nk_box_start (places[0].box, axis);
  gap = (nk_box_end (places[n - 1].box, axis) - next - sum) / (n - 1);
  for (guint i = 0; i < n; i++)
    {
      nk_box_move (places[i].box, axis, next - nk_box_start (places[i].box, axis));
      next += nk_box_size (places[i].box, axis) + gap;
    }
}
