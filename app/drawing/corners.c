#include "drawing/corners.h"

#include <math.h>

/* How far ways stand off from bodies, points: the first of these for which there is room. */
static const double margins[] = { 5, 3.5, 2.2, 1.2, 0.5 };

#define ROOM_MOST 40.0   /* points away from a corner that a line may turn */
#define REACHED 150      /* about so many bodies are looked at from a corner */
#define SLACK 1e-3       /* a line along a corner's margin does not touch it */

gboolean
nk_corners_look (NkCorners    *corners,
                 NkPoint       a,
                 NkPoint       b,
                 double        margin,
                 const NkBody *from,
                 const NkBody *to)
{
  corners->looks++;
  return nk_stands_clear (corners->stands, a, b, MAX (margin - SLACK, 0), from, to);
}

gboolean
nk_corner_passes (const NkCorner *corner,
                  double          dx,
                  double          dy)
{
  return dx * corner->away.x * dy * corner->away.y <= 0;
}

/* How far lines that turn at a corner may be moved away from it: into the gaps above or below and
 * beside its body. */
static double
find_room (NkStands       *stands,
           const NkBody   *body,
           const NkCorner *corner)
{
  NkPoint at = corner->at, away = corner->away;
  const NkPoint beside = { at.x, at.y - away.y * 2 * corner->margin };
  const NkPoint above = { at.x - away.x * 2 * corner->margin, at.y };

  for (double room = ROOM_MOST; room > 0.5; room *= 0.8)
    {
      double x = away.x * room, y = away.y * room;

      if (nk_stands_clear (stands, at, (NkPoint) { at.x + x, at.y + y }, corner->margin * 0.6,
                           body, NULL)
          && nk_stands_clear (stands, beside, (NkPoint) { beside.x + x, beside.y }, 1, body, NULL)
          && nk_stands_clear (stands, above, (NkPoint) { above.x, above.y + y }, 1, body, NULL))
        return room;
    }
  return 0;
}

/* The first margin by which the line beside a body's edge, from its corner `tip` on, is clear; 0 if
 * none is. `aside` points away from the edge, `back` along it. */
static double
find_margin (NkStands     *stands,
             const NkBody *body,
             NkPoint       tip,
             NkPoint       aside,
             NkPoint       back)
{
  for (guint i = 0; i < G_N_ELEMENTS (margins); i++)
    {
      NkPoint at = { tip.x + aside.x * margins[i], tip.y + aside.y * margins[i] };

      if (nk_stands_clear (stands, at, (NkPoint) { at.x + back.x, at.y + back.y },
                           margins[i] - SLACK, body, NULL))
        return margins[i];
    }
  return 0;
}

/* Puts the point where lines turn as far off from the body as there is room. */
static void
place_corner (NkCorner *corner,
              guint     k,
              NkStands *stands)
{
  const NkBody *body = nk_stands_body (stands, corner->body);
  NkPoint away = { k == 1 || k == 2 ? 1 : -1, k >= 2 ? 1 : -1 };
  NkPoint tip = { body->x + (away.x > 0 ? body->width : 0),
                  body->y + (away.y > 0 ? body->height : 0) };
  double across = find_margin (stands, body, tip, (NkPoint) { away.x, 0 },
                               (NkPoint) { 0, -away.y });
  double down = find_margin (stands, body, tip, (NkPoint) { 0, away.y },
                             (NkPoint) { -away.x, 0 });

  corner->away = away;
  corner->at = (NkPoint) { tip.x + away.x * across, tip.y + away.y * down };
  corner->margin = MIN (across, down);
  if (!nk_stands_clear (stands, corner->at, corner->at, corner->margin - SLACK, body, NULL))
    corner->margin = 0;
  corner->room = corner->margin > 0 ? find_room (stands, body, corner) : 0;
}

NkCorners *
nk_corners_new (NkStands *stands)
{
  NkCorners *corners = g_new0 (NkCorners, 1);
  guint n = nk_stands_n (stands);
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  corners->stands = stands;
  corners->n = 4 * n;
  corners->corners = g_new0 (NkCorner, MAX (corners->n, 1));
  for (guint i = 0; i < corners->n; i++)
    {
      const NkBody *body = nk_stands_body (stands, i / 4);

      corners->corners[i].body = i / 4;
      place_corner (&corners->corners[i], i % 4, stands);
      left = MIN (left, body->x);
      top = MIN (top, body->y);
      right = MAX (right, body->x + body->width);
      bottom = MAX (bottom, body->y + body->height);
    }
  corners->reach = INFINITY;
  if (n > REACHED)
    corners->reach = sqrt ((right - left) * (bottom - top) * REACHED / (G_PI * n));
  return corners;
}

void
nk_corners_free (NkCorners *corners)
{
  for (guint i = 0; i < corners->n; i++)
    g_clear_pointer (&corners->corners[i].sights, g_array_unref);
  g_free (corners->corners);
  g_free (corners);
}

GArray *
nk_corners_sights (NkCorners *corners,
                   guint      number)
{
  NkCorner *corner = &corners->corners[number];

  if (corner->sights != NULL)
    return corner->sights;
  corner->sights = g_array_new (FALSE, FALSE, sizeof (NkSight));
  for (guint i = 0; i < corners->n; i++)
    {
      const NkCorner *other = &corners->corners[i];
      double dx = other->at.x - corner->at.x, dy = other->at.y - corner->at.y;
      NkSight sight = { i, hypot (dx, dy), -1 };

      if (i != number && other->margin > 0
          && fabs (dx) <= corners->reach && fabs (dy) <= corners->reach
          && nk_corner_passes (corner, dx, dy) && nk_corner_passes (other, dx, dy)
          && nk_corners_look (corners, corner->at, other->at, MIN (corner->margin, other->margin),
                              NULL, NULL))
        g_array_append_val (corner->sights, sight);
    }
  return corner->sights;
}

void
nk_corners_recount (NkCorners *corners)
{
  for (guint i = 0; i < corners->n; i++)
    for (guint s = 0; corners->corners[i].sights != NULL
                      && s < corners->corners[i].sights->len; s++)
      g_array_index (corners->corners[i].sights, NkSight, s).crossings = -1;
}
