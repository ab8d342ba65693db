#include "drawing/routes.h"

#include "drawing/path.h"
#include "drawing/rounding.h"

#include <math.h>
#include <string.h>

#define GAP 0.9        /* points between an outline and the tip of a mark */
#define AIR 1.5        /* a line this near to a body runs through it */
#define BOWED_ROUND 4  /* a line through more bodies stays straight: no bow clears so many */
#define STEPS 20       /* pieces of a curve looked at one by one */

static gboolean
is_in_box (const NkBody *body,
           NkPoint       at)
{
  return at.x >= body->x && at.x <= body->x + body->width
         && at.y >= body->y && at.y <= body->y + body->height;
}

/* The point at a place of a curve of `n` pieces: the number of the piece in the integer part, its
 * parameter in the rest; counted from the curve's end if `backward`. */
static NkPoint
point_on (const NkPoint *curve,
          guint          n,
          double         at,
          gboolean       backward)
{
  double where = backward ? n - at : at;
  guint piece = MIN ((guint) where, n - 1);

  return nk_cubic_point (curve + 3 * piece, where - piece);
}

/* Where on a curve the body is left for good, as counted by point_on (); one that leaves it between
 * a head and its shoulder has not left it. 0 if it isn't in it at all, -1 if it stays in it. */
static double
find_exit (const NkPoint *curve,
           guint          n,
           const NkBody  *body,
           gboolean       backward)
{
  double inside = 0, outside = -1;

  for (guint i = 0; i <= n * STEPS; i++)
    {
      double at = i / (double) STEPS;
      NkPoint p = point_on (curve, n, at, backward);

      if (nk_body_contains (body, p.x, p.y))
        {
          inside = at;
          outside = -1;
        }
      else if (outside < 0)
        outside = at;
      if (!is_in_box (body, p))
        break;
    }
  if (outside <= 0)
    return outside < 0 ? -1 : 0;
  for (int i = 0; i < 14; i++)
    {
      double middle = (inside + outside) / 2;
      NkPoint p = point_on (curve, n, middle, backward);

      if (nk_body_contains (body, p.x, p.y))
        inside = middle;
      else
        outside = middle;
    }
  return outside;
}

/* The part of a curve from one body's outline to the other's. Takes the curve. */
static NkRoute
trim_curve (NkPoint      *curve,
            guint         n,
            const NkBody *from,
            const NkBody *to)
{
  double start = find_exit (curve, n, from, FALSE);
  double back = find_exit (curve, n, to, TRUE);
  double end = n - back;
  guint first, last;

  /* A curve that never comes out between the two stays as it is, behind them. */
  if (start < 0 || back < 0 || start >= end)
    return (NkRoute) { curve, 1 + 3 * n, TRUE };
  first = MIN ((guint) start, n - 1);
  last = MIN ((guint) end, n - 1);
  if (last > first && end - last < 1e-9)
    last--;
  if (first == last)
    nk_cubic_clip (curve + 3 * first, start - first, end - first);
  else
    {
      nk_cubic_clip (curve + 3 * first, start - first, 1);
      nk_cubic_clip (curve + 3 * last, 0, end - last);
    }
  n = last - first + 1;
  memmove (curve, curve + 3 * first, (1 + 3 * n) * sizeof *curve);
  nk_path_shorten (curve, 1 + 3 * n, TRUE, GAP, GAP);
  return (NkRoute) { curve, 1 + 3 * n, TRUE };
}

static NkRoute
trim_line (NkPoint       a,
           NkPoint       b,
           const NkBody *from,
           const NkBody *to)
{
  NkPoint *line = g_new (NkPoint, 2);
  NkPoint start = a, end = b;
  gboolean leaves = nk_body_exit (from, a, b, &start);
  gboolean enters = nk_body_exit (to, b, a, &end);
  gboolean forward = (end.x - start.x) * (b.x - a.x) + (end.y - start.y) * (b.y - a.y) > 0;

  if (leaves && enters && forward)
    {
      line[0] = start;
      line[1] = end;
      nk_path_shorten (line, 2, FALSE, GAP, GAP);
    }
  else
    {
      line[0] = a;
      line[1] = b;
    }
  return (NkRoute) { line, 2, FALSE };
}

/* A line from a to b that stands `bow` points to its left in the middle. */
static void
bow_curve (NkPoint a,
           NkPoint b,
           double  bow,
           NkPoint p[4])
{
  double length = hypot (b.x - a.x, b.y - a.y);
  double nx = (b.y - a.y) / length, ny = -(b.x - a.x) / length;

  nk_cubic_line (a, b, p);
  for (int i = 1; i <= 2; i++)
    {
      p[i].x += nx * bow * 4 / 3;
      p[i].y += ny * bow * 4 / 3;
    }
}

static guint
curve_hits (NkStands      *stands,
            const NkPoint  p[4],
            const NkBody  *from,
            const NkBody  *to,
            guint          enough)
{
  NkPoint points[13];

  for (int i = 0; i <= 12; i++)
    points[i] = nk_cubic_point (p, i / 12.0);
  return nk_stands_hits (stands, points, G_N_ELEMENTS (points), AIR, from, to, enough);
}

/* The bow that runs through fewest bodies, the flattest of these; 0 if none is better than
 * straight. */
static double
choose_bow (NkStands     *stands,
            NkPoint       a,
            NkPoint       b,
            const NkBody *from,
            const NkBody *to)
{
  static const double bows[] = { 12, -12, 22, -22, 34, -34, 50, -50, 72, -72, 100, -100 };
  const double most = 0.28 * hypot (b.x - a.x, b.y - a.y);
  NkPoint line[2] = { a, b };
  guint least = nk_stands_hits (stands, line, 2, AIR, from, to, G_MAXUINT);
  double best = 0;

  if (least > BOWED_ROUND)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (bows) && least > 0 && fabs (bows[i]) <= most; i++)
    {
      NkPoint p[4];
      guint hits;

      bow_curve (a, b, bows[i], p);
      hits = curve_hits (stands, p, from, to, least);
      if (hits < least)
        {
          least = hits;
          best = bows[i];
        }
    }
  return best;
}

NkRoute
nk_route_along (const NkBody  *from,
                const NkBody  *to,
                const NkPoint *points,
                guint          n,
                NkStands      *stands)
{
  NkPoint *curve;
  guint n_pieces;

  if (n == 2)
    return trim_line (points[0], points[1], from, to);
  curve = nk_round_corners (points, n, stands, from, to, &n_pieces);
  return trim_curve (curve, n_pieces, from, to);
}

NkRoute
nk_route_through (const NkBody  *from,
                  const NkBody  *to,
                  const NkPoint *points,
                  guint          n)
{
  return trim_curve (nk_cubic_through (points, n), n - 1, from, to);
}

NkRoute
nk_route_bowed (const NkBody *from,
                const NkBody *to,
                NkPoint       start,
                NkPoint       end,
                NkStands     *stands)
{
  double bow = hypot (end.x - start.x, end.y - start.y) > 1e-6
                 ? choose_bow (stands, start, end, from, to) : 0;
  NkPoint *curve;

  if (bow == 0)
    return trim_line (start, end, from, to);
  curve = g_new (NkPoint, 4);
  bow_curve (start, end, bow, curve);
  return trim_curve (curve, 1, from, to);
}

NkRoute
nk_route_loop (const NkBody *body,
               guint         rank)
{
  double reach = 30 + 9 * rank;
  double right = body->x + body->width, top = body->y;
  NkPoint *curve = g_new (NkPoint, 4);

  curve[0] = (NkPoint) { right - MIN (body->width / 3, 18), top + body->height / 2 };
  curve[1] = (NkPoint) { curve[0].x, top - reach };
  curve[2] = (NkPoint) { right + reach, top + body->height * 0.3 };
  curve[3] = (NkPoint) { right - MIN (body->width / 3, 18), top + body->height * 0.6 };
  return trim_curve (curve, 1, body, body);
}
