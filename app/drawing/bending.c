#include "drawing/bending.h"

#include <math.h>
#include <string.h>

static double
distance (NkPoint a,
          NkPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

/* How far a point is from the line between two others; beyond its ends, from these. */
static double
from_line (NkPoint p,
           NkPoint a,
           NkPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
  double along = length2 > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0, 1) : 0;

  return distance (p, (NkPoint) { a.x + along * dx, a.y + along * dy });
}

/* The point before bend `i`, and the one that is at its place: its ends included. */
static NkPoint
point_at (const NkPoint *bends,
          guint          n,
          NkPoint        first,
          NkPoint        last,
          int            i)
{
  return i < 0 ? first : (guint) i >= n ? last : bends[i];
}

/* The part of the line that would become longer by the least if it went by way of the point. */
static guint
part_near (const NkPoint *bends,
           guint          n,
           NkPoint        first,
           NkPoint        last,
           NkPoint        point)
{
  double least = INFINITY;
  guint nearest = 0;

  for (guint i = 0; i <= n; i++)
    {
      NkPoint a = point_at (bends, n, first, last, (int) i - 1);
      NkPoint b = point_at (bends, n, first, last, (int) i);
      double longer = distance (a, point) + distance (point, b) - distance (a, b);

      if (longer >= least)
        continue;
      least = longer;
      nearest = i;
    }
  return nearest;
}

NkPoint *
nk_bends_move (const NkPoint *bends,
               guint         *n,
               NkPoint        first,
               NkPoint        last,
               guint          i,
               NkPoint        now,
               double         slack)
{
  NkPoint *moved = g_memdup2 (bends, *n * sizeof *bends);
  NkPoint before = point_at (bends, *n, first, last, (int) i - 1);
  NkPoint after = point_at (bends, *n, first, last, (int) i + 1);

  moved[i] = now;
  if (from_line (now, before, after) >= slack)
    return moved;
  memmove (moved + i, moved + i + 1, (*n - i - 1) * sizeof *moved);
  --*n;
  return moved;
}

NkPoint *
nk_bends_add (const NkPoint *bends,
              guint         *n,
              NkPoint        first,
              NkPoint        last,
              NkPoint        held,
              NkPoint        now,
              double         slack)
{
  guint i = part_near (bends, *n, first, last, held);
  g_autofree NkPoint *more = g_new (NkPoint, *n + 1);

  for (guint j = 0; j <= *n; j++)
    more[j] = j < i ? bends[j] : j == i ? now : bends[j - 1];
  ++*n;
  return nk_bends_move (more, n, first, last, i, now, slack);
}
