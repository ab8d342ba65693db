#include "drawing/corners.h"

#include <math.h>

struct _NkCorners
{
  NkStands *stands;
  NkCorner *corners;
  gboolean *placed;        /* which of them have been asked for */
};

/* How far ways stand off from bodies, points: the first of these for which there is room. */
static const double margins[] = { 5, 3.5, 2.2, 1.2, 0.5 };

#define ROOM_MOST 40.0   /* points away from a corner that a line may turn */
#define SLACK 1e-3       /* a line along a corner's margin does not touch it */

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
  NkCorners *corners = g_new (NkCorners, 1);

  corners->stands = stands;
  corners->corners = g_new0 (NkCorner, MAX (nk_corners_n (corners), 1));
  corners->placed = g_new0 (gboolean, MAX (nk_corners_n (corners), 1));
  return corners;
}

void
nk_corners_free (NkCorners *corners)
{
  g_free (corners->corners);
  g_free (corners->placed);
  g_free (corners);
}

guint
nk_corners_n (const NkCorners *corners)
{
  return 4 * nk_stands_n (corners->stands);
}

/* Most corners of a large map are never looked at, so each is placed when it is. */
NkCorner *
nk_corners_at (NkCorners *corners,
               guint      number)
{
  NkCorner *corner = &corners->corners[number];

  if (!corners->placed[number])
    {
      corner->body = number / 4;
      place_corner (corner, number % 4, corners->stands);
      corners->placed[number] = TRUE;
    }
  return corner;
}

NkStands *
nk_corners_stands (const NkCorners *corners)
{
  return corners->stands;
}
