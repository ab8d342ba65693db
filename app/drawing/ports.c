#include "drawing/ports.h"

#include <math.h>
#include <stdlib.h>

#define APART 6.0        /* points from tie to tie where there is room */
#define SLANT_MOST 2.5   /* so much farther apart at most are ports of ties that come at a slant */
#define RIM 5.0          /* from a body's corner to the first */

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
  NkPoint to = centre (at_end ? course->to : course->from);
  NkPoint from = centre (at_end ? course->from : course->to);
  double side = at_end ? course->side : -course->side, length;

  if (course->n_bends > 0)
    return course->bends[at_end ? course->n_bends - 1 : 0];
  if (course->way->len > 2)
    from = nk_course_turn (course, at_end ? course->way->len - 2 : 1)->at;
  length = MAX (hypot (to.x - from.x, to.y - from.y), 1e-6);
  from.x += (to.y - from.y) / length * side;
  from.y += (from.x - to.x) / length * side;
  return from;
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

/* How far along the side two neighbours are to be apart: more where they come in at a slant. */
static double
step_between (const Port *a,
              const Port *b)
{
  return nk_courses_apart (a->course, b->course, APART)
         * MIN (hypot (1, (a->slant + b->slant) / 2), SLANT_MOST);
}

/* Moves ascending places to between low and high so that each stands `steps` from the one before,
 * and each as little as can be (least squares): runs of places that are too close take their
 * mean. */
static void
move_apart (Port         *ports,
            const double *steps,
            guint         n,
            double        low,
            double        high)
{
  g_autofree double *means = g_new (double, n);
  g_autofree guint *sizes = g_new (guint, n);
  double offset = 0;
  guint runs = 0, at = 0;

  for (guint i = 0; i < n; i++)
    {
      offset += steps[i];
      means[runs] = ports[i].place - offset;
      sizes[runs++] = 1;
      for (; runs > 1 && means[runs - 2] > means[runs - 1]; runs--)
        {
          guint both = sizes[runs - 2] + sizes[runs - 1];

          means[runs - 2] = (means[runs - 2] * sizes[runs - 2] + means[runs - 1] * sizes[runs - 1])
                            / both;
          sizes[runs - 2] = both;
        }
    }
  high -= offset;
  offset = 0;
  for (guint run = 0; run < runs; run++)
    for (guint i = 0; i < sizes[run]; i++, at++)
      {
        offset += steps[at];
        ports[at].place = CLAMP (means[run], low, high) + offset;
      }
}

/* How far from the left and right of a body the first port is: one that tapers has none there. */
static double
rim_of (const NkBody *body)
{
  gboolean tapers = body->shape == NK_SHAPE_ELLIPSE || body->shape == NK_SHAPE_HEXAGON
                    || body->shape == NK_SHAPE_DIAMOND;

  return tapers ? RIM + body->height / 3 : RIM;
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
  double rim = MIN (upright ? length * 0.25 : rim_of (body), length / 2);
  g_autofree double *steps = g_new0 (double, n);
  double sum = 0;

  for (guint i = 1; i < n; i++)
    sum += steps[i] = step_between (&ports[i - 1], &ports[i]);
  for (guint i = 1; i < n && sum > length - 2 * rim; i++)
    steps[i] *= (length - 2 * rim) / sum;
  move_apart (ports, steps, n, low + rim, MAX (low + length - rim, low + rim));
  for (guint i = 0; i < n; i++)
    {
      const Port *port = &ports[i];
      NkPoint at = { port->place, body->y + body->height / 2 };

      if (upright)
        at = (NkPoint) { nk_courses_aim (body, comes_from (port->course, port->at_end)).x,
                         port->place };
      if (!nk_body_contains (body, at.x, at.y))
        at.y = body->y + body->height / 2;
      nk_course_turn (port->course, port->at_end ? port->course->way->len - 1 : 0)->wanted = at;
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
