#include "drawing/ports.h"

#include <math.h>
#include <stdlib.h>

#define APART 6.0        /* points from port to port where there is room */
#define RIM 3.0          /* from a body's corner to the first */

typedef enum
{
  TOP,
  RIGHT,
  BOTTOM,
  LEFT
} Side;

/* One end of a tie. */
typedef struct
{
  NkCourse *course;
  gboolean at_end;
  const NkBody *body;
  Side side;
  guint number;          /* of the course: decides what nothing else does */
  double slant;          /* how far along the side it comes from, for each point away from it */
  double place;          /* along the side */
} Port;

static NkPoint
centre (const NkBody *body)
{
  return (NkPoint) { body->x + body->width / 2, body->y + body->height / 2 };
}

/* Where a tie comes from as it reaches its end: its last bend, or the other body. Ties of one pair
 * come from as far apart as they lie. */
static NkPoint
comes_from (const NkCourse *course,
            gboolean        at_end)
{
  NkPoint a = centre (course->from), b = centre (course->to), at = at_end ? a : b;
  double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-6);

  if (course->n_bends > 0)
    return course->bends[at_end ? course->n_bends - 1 : 0];
  if (course->turns->len > 0)
    at = g_array_index (course->turns, NkTurn, at_end ? course->turns->len - 1 : 0).at;
  at.x += (b.y - a.y) / length * course->side;
  at.y += (a.x - b.x) / length * course->side;
  return at;
}

static Port
make_port (NkCourse *course,
           guint     number,
           gboolean  at_end)
{
  const NkBody *body = at_end ? course->to : course->from;
  NkPoint from = comes_from (course, at_end), middle = centre (body);
  double dx = from.x - middle.x, dy = from.y - middle.y;
  Port port = { .course = course, .at_end = at_end, .body = body, .number = number };

  if (fabs (dy) * body->width >= fabs (dx) * body->height)
    {
      port.side = dy < 0 ? TOP : BOTTOM;
      port.slant = dx / MAX (fabs (dy), 1e-6);
      port.place = nk_courses_aim (body, from).x;
    }
  else
    {
      port.side = dx < 0 ? LEFT : RIGHT;
      port.slant = dy / MAX (fabs (dx), 1e-6);
      port.place = middle.y;
    }
  return port;
}

static int
compare_ports (const void *a,
               const void *b)
{
  const Port *p = a, *q = b;

  if (p->body != q->body)
    return p->body < q->body ? -1 : 1;
  if (p->side != q->side)
    return (int) p->side - (int) q->side;
  if (p->slant != q->slant)
    return p->slant < q->slant ? -1 : 1;
  if (p->number != q->number)
    return p->number < q->number ? -1 : 1;
  return p->at_end - q->at_end;
}

/* Moves ascending places apart by at least `step`, each as little as can be (least squares): runs
 * of places that are too close take their mean. */
static void
move_apart (Port  *ports,
            guint  n,
            double step,
            double low,
            double high)
{
  g_autofree double *means = g_new (double, n);
  g_autofree guint *sizes = g_new (guint, n);
  guint runs = 0, at = 0;

  for (guint i = 0; i < n; i++)
    {
      means[runs] = ports[i].place - i * step;
      sizes[runs++] = 1;
      for (; runs > 1 && means[runs - 2] > means[runs - 1]; runs--)
        {
          guint both = sizes[runs - 2] + sizes[runs - 1];

          means[runs - 2] = (means[runs - 2] * sizes[runs - 2] + means[runs - 1] * sizes[runs - 1])
                            / both;
          sizes[runs - 2] = both;
        }
    }
  for (guint run = 0; run < runs; run++)
    for (guint i = 0; i < sizes[run]; i++, at++)
      ports[at].place = CLAMP (means[run], low, high - (n - 1) * step) + at * step;
}

/* Spreads the ports of one side of a body. */
static void
spread_side (Port  *ports,
             guint  n)
{
  const NkBody *body = ports->body;
  gboolean upright = ports->side == LEFT || ports->side == RIGHT;
  double low = upright ? body->y : body->x;
  double length = upright ? body->height : body->width;
  double rim = MIN (upright ? body->height * 0.25 : RIM + body->height / 3, length / 2);
  double step = n > 1 ? MIN (APART, (length - 2 * rim) / (n - 1)) : 0;

  move_apart (ports, n, step, low + rim, low + length - rim);
  for (guint i = 0; i < n; i++)
    {
      NkPoint *at = ports[i].at_end ? &ports[i].course->end : &ports[i].course->start;

      *at = upright ? (NkPoint) { nk_courses_aim (body, comes_from (ports[i].course,
                                                                    ports[i].at_end)).x,
                                  ports[i].place }
                    : (NkPoint) { ports[i].place, body->y + body->height / 2 };
      if (!nk_body_contains (body, at->x, at->y))
        at->y = body->y + body->height / 2;
    }
}

void
nk_ports_spread (GArray *courses)
{
  g_autofree Port *ports = g_new (Port, 2 * courses->len + 1);
  guint n = 2 * courses->len;

  for (guint i = 0; i < n; i++)
    ports[i] = make_port (&g_array_index (courses, NkCourse, i / 2), i / 2, i % 2);
  qsort (ports, n, sizeof *ports, compare_ports);
  for (guint first = 0, next; first < n; first = next)
    {
      for (next = first + 1; next < n && ports[next].body == ports[first].body
                             && ports[next].side == ports[first].side; next++)
        ;
      spread_side (ports + first, next - first);
    }
}
