#include "drawing/path.h"

#include <math.h>

NkPoint
nk_cubic_point (const NkPoint p[4],
                double        t)
{
  double s = 1 - t;
  double k0 = s * s * s, k1 = 3 * s * s * t, k2 = 3 * s * t * t, k3 = t * t * t;

  return (NkPoint) { k0 * p[0].x + k1 * p[1].x + k2 * p[2].x + k3 * p[3].x,
                     k0 * p[0].y + k1 * p[1].y + k2 * p[2].y + k3 * p[3].y };
}

static NkPoint
between (NkPoint a,
         NkPoint b,
         double  t)
{
  return (NkPoint) { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };
}

/* Takes the first `t` of a cubic curve away. */
static void
cut_curve (NkPoint p[4],
           double  t)
{
  NkPoint ab = between (p[0], p[1], t), bc = between (p[1], p[2], t), cd = between (p[2], p[3], t);
  NkPoint abc = between (ab, bc, t), bcd = between (bc, cd, t);

  p[0] = between (abc, bcd, t);
  p[1] = bcd;
  p[2] = cd;
}

static void
reverse (NkPoint *points,
         guint    n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      NkPoint kept = points[i];

      points[i] = points[n - 1 - i];
      points[n - 1 - i] = kept;
    }
}

void
nk_cubic_clip (NkPoint p[4],
               double  t0,
               double  t1)
{
  cut_curve (p, t0);
  reverse (p, 4);
  cut_curve (p, t0 < 1 ? (1 - t1) / (1 - t0) : 0);
  reverse (p, 4);
}

void
nk_cubic_line (NkPoint from,
               NkPoint to,
               NkPoint p[4])
{
  p[0] = from;
  p[1] = between (from, to, 1 / 3.0);
  p[2] = between (from, to, 2 / 3.0);
  p[3] = to;
}

static double
distance (NkPoint a,
          NkPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

/* The direction of a curve in a point between two others, weighted so that it does not swing out
 * where the points lie close together. */
static NkPoint
tangent (NkPoint before,
         NkPoint at,
         NkPoint after)
{
  double d0 = sqrt (distance (before, at)), d1 = sqrt (distance (at, after));

  if (d0 < 1e-6 || d1 < 1e-6)
    return (NkPoint) { after.x - before.x, after.y - before.y };
  return (NkPoint) {
    (at.x - before.x) / d0 - (after.x - before.x) / (d0 + d1) + (after.x - at.x) / d1,
    (at.y - before.y) / d0 - (after.y - before.y) / (d0 + d1) + (after.y - at.y) / d1,
  };
}

NkPoint *
nk_cubic_through (const NkPoint *points,
                  guint          n)
{
  NkPoint *curve = g_new (NkPoint, 1 + 3 * (n - 1));

  curve[0] = points[0];
  for (guint i = 0; i + 1 < n; i++)
    {
      NkPoint from = points[i], to = points[i + 1];
      NkPoint leave = tangent (points[i > 0 ? i - 1 : i], from, to);
      NkPoint arrive = tangent (from, to, points[i + 2 < n ? i + 2 : i + 1]);
      double length = sqrt (distance (from, to)) / 3;
      NkPoint *p = curve + 1 + 3 * i;

      nk_cubic_line (from, to, p - 1);
      if (i > 0)
        p[0] = (NkPoint) { from.x + leave.x * length, from.y + leave.y * length };
      if (i + 2 < n)
        p[1] = (NkPoint) { to.x - arrive.x * length, to.y - arrive.y * length };
    }
  return curve;
}

/* TRUE if the controls of a curve lie on the line between its ends. */
static gboolean
is_straight (const NkPoint p[4])
{
  double dx = p[3].x - p[0].x, dy = p[3].y - p[0].y;
  double slack = 1e-6 * (fabs (dx) + fabs (dy));

  return fabs ((p[1].x - p[0].x) * dy - (p[1].y - p[0].y) * dx) <= slack
         && fabs ((p[2].x - p[0].x) * dy - (p[2].y - p[0].y) * dx) <= slack;
}

NkPoint *
nk_path_flatten (const NkPoint *points,
                 guint          n,
                 gboolean       curved,
                 guint         *n_flat)
{
  const guint steps = 12;
  NkPoint *flat;

  *n_flat = n;
  if (!curved || n < 4)
    return g_memdup2 (points, n * sizeof *points);
  flat = g_new (NkPoint, 1 + (n - 1) / 3 * steps);
  flat[0] = points[0];
  *n_flat = 1;
  for (guint i = 0; i + 3 < n; i += 3)
    {
      guint parts = is_straight (points + i) ? 1 : steps;

      for (guint part = 1; part <= parts; part++)
        flat[(*n_flat)++] = nk_cubic_point (points + i, part / (double) parts);
    }
  return flat;
}

static void
cut_start (NkPoint  *p,
           gboolean  curved,
           double    length)
{
  double reach = curved ? distance (p[0], p[3]) : distance (p[0], p[1]);
  double t = reach > 0 ? MIN (length / reach, 0.5) : 0;

  if (!curved)
    {
      p[0] = between (p[0], p[1], t);
      return;
    }
  /* The speed of a curve varies: three steps towards the parameter at that distance. */
  for (int i = 0; i < 3; i++)
    {
      double gone = distance (p[0], nk_cubic_point (p, t));

      if (gone > 0)
        t = MIN (t * length / gone, 0.5);
    }
  cut_curve (p, t);
}

void
nk_path_shorten (NkPoint  *points,
                 guint     n,
                 gboolean  curved,
                 double    at_start,
                 double    at_end)
{
  if (n < 2)
    return;
  if (at_start > 0)
    cut_start (points, curved, at_start);
  if (at_end > 0)
    {
      reverse (points, n);
      cut_start (points, curved, at_end);
      reverse (points, n);
    }
}
