#include "drawing/perspective.h"

#include "drawing/planes.h"

#include <math.h>
#include <stdlib.h>

#define RECEDES 0.16        /* how much shorter the back edge is than the front edge, seen level */
#define DEPTH_LEAST 200.0   /* points: a flat map does not recede faster */
#define BETWEEN 5.0         /* points between two boxes */
#define SCALE_LEAST 0.6
#define SCALE_MOST 12.0     /* two actors may stand almost in one place */
/* An actor in a perspective of scale 1. */
typedef struct
{
  const NkPlacedActor *placed;
  guint planes;             /* one bit each */
  double x, y;
} Spot;

static int
compare_spots (const void *a,
               const void *b)
{
  const Spot *p = a, *q = b;

  return (p->x > q->x) - (p->x < q->x);
}

static NkPoint
centre (const NkBody *body)
{
  return (NkPoint) { body->x + body->width / 2, body->y + body->height / 2 };
}

static gboolean
overlap_on_map (const NkBody *a,
                const NkBody *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* The scale from which on two boxes are apart, side by side or one behind the other. */
static double
scale_apart (const Spot *a,
             const Spot *b)
{
  const NkBody *p = &a->placed->body, *q = &b->placed->body;
  double dx = fabs (a->x - b->x), dy = fabs (a->y - b->y);
  double across = ((p->width + q->width) / 2 + BETWEEN) / MAX (dx, 1e-6);
  double behind = ((p->height + q->height) / 2 + BETWEEN) / MAX (dy, 1e-6);

  return MIN (across, behind);
}

/* The least scale at which no two boxes of one plane overlap. Sorts the spots by x. */
static double
least_scale (Spot  *spots,
             guint  n)
{
  double scale = SCALE_LEAST, widest = 0;

  for (guint i = 0; i < n; i++)
    widest = MAX (widest, spots[i].placed->body.width);
  qsort (spots, n, sizeof *spots, compare_spots);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && (spots[j].x - spots[i].x) * scale < widest + BETWEEN; j++)
      if ((spots[i].planes & spots[j].planes) != 0
          && !overlap_on_map (&spots[i].placed->body, &spots[j].placed->body))
        scale = MAX (scale, MIN (scale_apart (&spots[i], &spots[j]), SCALE_MOST));
  return scale;
}

static void
place_spots (const NkPerspective *perspective,
             GArray              *actors,
             guint                planes,
             Spot                *spots)
{
  NkTransform transform = nk_perspective_at (perspective, 0);

  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);
      NkPoint at = centre (&placed->body);
      NkPoint spot = nk_transform_point (&transform, at.x, at.y);

      spots[i] = (Spot) { placed, nk_planes_of (placed->actor) & planes, spot.x, spot.y };
    }
}

static double
radians_of (double angle)
{
  double degrees = angle > 0 ? CLAMP (angle, NK_ANGLE_LEAST, NK_ANGLE_MOST) : NK_ANGLE_USUAL;

  return degrees * G_PI / 180;
}

/* How long the back edge is to the front edge. */
static double
back_edge (double angle)
{
  return 1 - RECEDES * cos (radians_of (angle));
}

NkPerspective
nk_perspective_from (double angle,
                     double depth,
                     double middle,
                     double front)
{
  return (NkPerspective) { .scale = 1, .tilt = sin (radians_of (angle)),
                           .narrowing = (1 / back_edge (angle) - 1) / MAX (depth, DEPTH_LEAST),
                           .middle = middle, .front = front };
}

NkPerspective
nk_perspective_for (GArray *actors,
                    guint   planes,
                    double  angle)
{
  NkPoint least = { INFINITY, INFINITY }, most = { -INFINITY, -INFINITY };
  g_autofree Spot *spots = g_new (Spot, actors->len + 1);
  NkPerspective perspective;

  for (guint i = 0; i < actors->len; i++)
    {
      NkPoint at = centre (&g_array_index (actors, NkPlacedActor, i).body);

      least = (NkPoint) { MIN (least.x, at.x), MIN (least.y, at.y) };
      most = (NkPoint) { MAX (most.x, at.x), MAX (most.y, at.y) };
    }
  if (actors->len == 0)
    least = most = (NkPoint) { 0, 0 };
  perspective = nk_perspective_from (angle, most.y - least.y, (least.x + most.x) / 2, most.y);
  place_spots (&perspective, actors, planes, spots);
  perspective.scale = least_scale (spots, actors->len);
  return perspective;
}

double
nk_perspective_depth (double angle,
                      double height)
{
  return height / (sin (radians_of (angle)) * back_edge (angle));
}

NkTransform
nk_perspective_at (const NkPerspective *perspective,
                   double               base)
{
  double depth = perspective->scale * perspective->tilt;
  double near = 1 + perspective->narrowing * perspective->front;

  return (NkTransform) { {
    perspective->scale, 0, -perspective->scale * perspective->middle,
    0, depth - base * perspective->narrowing, base * near - depth * perspective->front,
    0, -perspective->narrowing, near,
  } };
}

double
nk_perspective_far (const NkPerspective *perspective,
                    double               y)
{
  return 1 / MAX (1 + perspective->narrowing * (perspective->front - y), 0.1);
}
