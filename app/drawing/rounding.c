#include "drawing/rounding.h"

#include "drawing/path.h"

#include <math.h>
#include <string.h>

#define WIDEST 90.0      /* points from a corner at which its curve begins at most */
#define LEAST 2.0        /* and at least: so small a curve is no danger */
#define UNEVEN 2.0       /* one arm of a curve is at most so much longer than the other */
#define TENSION 0.62     /* how far towards the corner its controls lie */
#define STEPS 10

/* A corner, the arms of its curve, and where they may reach at most. */
typedef struct
{
  NkPoint at, before, after;
  double arm_before, arm_after;
} Corner;

static NkPoint
towards (NkPoint from,
         NkPoint to,
         double  length)
{
  double whole = MAX (hypot (to.x - from.x, to.y - from.y), 1e-9);

  return (NkPoint) { from.x + (to.x - from.x) / whole * length,
                     from.y + (to.y - from.y) / whole * length };
}

static void
corner_curve (const Corner *corner,
              NkPoint       p[4])
{
  p[0] = towards (corner->at, corner->before, corner->arm_before);
  p[3] = towards (corner->at, corner->after, corner->arm_after);
  p[1] = towards (corner->at, corner->before, corner->arm_before * (1 - TENSION));
  p[2] = towards (corner->at, corner->after, corner->arm_after * (1 - TENSION));
}

static gboolean
is_clear (const Corner *corner,
          NkStands     *stands,
          double        margin,
          const NkBody *from,
          const NkBody *to)
{
  NkPoint p[4], at;

  corner_curve (corner, p);
  at = p[0];
  for (int i = 1; i <= STEPS; i++)
    {
      NkPoint next = nk_cubic_point (p, i / (double) STEPS);

      if (!nk_stands_clear (stands, at, next, margin, from, to))
        return FALSE;
      at = next;
    }
  return TRUE;
}

/* Shortens the arms of a corner until its curve is clear: by a good margin if it can be so while
 * the curve is still wide, else by any. */
static void
tighten (Corner       *corner,
         NkStands     *stands,
         const NkBody *from,
         const NkBody *to)
{
  static const double wanted[] = { 3, 1.8, 0.8, 0.2 };
  const double before = corner->arm_before, after = corner->arm_after;

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      double least = i + 1 < G_N_ELEMENTS (wanted) ? 9 : LEAST;

      for (double part = 1; part == 1 || MAX (before, after) * part > least; part *= 0.8)
        {
          corner->arm_before = before * part;
          corner->arm_after = after * part;
          if (is_clear (corner, stands, wanted[i], from, to))
            return;
        }
    }
}

NkPoint *
nk_round_corners (const NkPoint *points,
                  guint          n,
                  NkStands      *stands,
                  const NkBody  *from,
                  const NkBody  *to,
                  guint         *n_pieces)
{
  NkPoint *curve = g_new (NkPoint, 1 + 3 * (2 * n)), at = points[0];
  guint pieces = 0;

  curve[0] = at;
  for (guint i = 1; i + 1 < n; i++)
    {
      Corner corner = { .at = points[i], .before = points[i - 1], .after = points[i + 1] };
      double room_before = hypot (at.x - corner.at.x, at.y - corner.at.y);
      double room_after = hypot (corner.after.x - corner.at.x, corner.after.y - corner.at.y);
      NkPoint p[4];

      room_before *= i == 1 ? 0.7 : 1;
      room_after *= i + 2 == n ? 0.7 : 0.5;
      corner.arm_before = MIN (MIN (room_before, room_after * UNEVEN), WIDEST);
      corner.arm_after = MIN (MIN (room_after, room_before * UNEVEN), WIDEST);
      tighten (&corner, stands, from, to);
      corner_curve (&corner, p);
      nk_cubic_line (at, p[0], curve + 3 * pieces++);
      memcpy (curve + 3 * pieces++, p, sizeof p);
      at = p[3];
    }
  nk_cubic_line (at, points[n - 1], curve + 3 * pieces++);
  *n_pieces = pieces;
  return curve;
}
