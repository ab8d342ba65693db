#include "layout/ring.h"

#include "layout/figure.h"
#include "geometry/pool.h"

#include <math.h>

#define MOST_ROUNDS 400

/* When there is no room the circle grows: by so many points, and by a part of what it has grown. */
#define GROWTH 2
#define FASTER 0.08

/* What boxes need depends on where they are, and the other way round: so often it is asked. */
#define MOST_SETTLINGS 40

/* Only a part of the way is gone each time, or they would swing to and fro. */
#define STEP 0.4

/* A little more than is needed, since it settles only nearly. */
#define SAFETY 1.01

/* Boxes so many places apart on the circle are far enough from each other. */
#define WINDOW 40

/* Between the frames of two districts. */
#define FRAMES_GAP 5.0

typedef struct
{
  NkPlan *plan;
  NkRing *ring;
  double gap_x, gap_y;
  double *wants;           /* the angles */
  double *needs;           /* the least angle from each member to the next, the last to the first */
  double *zeros;
  double *at;
  NkPoolBlock *blocks;
} Placing;

/* The gaps that two boxes keep: more where the frames of their districts stand between them. */
static void
find_gaps (const Placing *placing,
           const NkBox   *a,
           const NkBox   *b,
           double        *gap_x,
           double        *gap_y)
{
  const NkJob *job = placing->plan->job;

  *gap_x = placing->gap_x;
  *gap_y = placing->gap_y;
  if (!placing->ring->framed || a->district == b->district)
    return;
  *gap_x = MAX (*gap_x, 2 * job->zone_padding + FRAMES_GAP);
  *gap_y = MAX (*gap_y, 2 * job->zone_padding + job->zone_header + FRAMES_GAP);
}

/* The least angle between two members if the middle between them is at `angle`: they need room
 * sideways or in height, whichever takes less of the circle. */
static double
angle_needed (const Placing *placing,
              int            first,
              int            second,
              double         angle)
{
  const NkBox *a = &placing->plan->boxes[placing->ring->members[first]];
  const NkBox *b = &placing->plan->boxes[placing->ring->members[second]];
  double gap_x, gap_y, across, down, chord;

  find_gaps (placing, a, b, &gap_x, &gap_y);
  across = ((a->width + b->width) / 2 + gap_x) / MAX (fabs (sin (angle)), 1e-9);
  down = ((a->height + b->height) / 2 + gap_y) / MAX (fabs (cos (angle)), 1e-9);
  chord = SAFETY * MIN (across, down);
  return 2 * asin (MIN (1, chord / (2 * placing->ring->radius)));
}

/* Sets the needs by where the members are now. Returns their sum. */
static double
find_needs (Placing *placing)
{
  const NkRing *ring = placing->ring;
  double sum = 0;

  for (int i = 0; i < ring->n; i++)
    {
      int next = (i + 1) % ring->n;
      double turn = next == 0 ? 2 * G_PI : 0;
      double between = (ring->angles[i] + ring->angles[next] + turn) / 2;

      placing->needs[i] = angle_needed (placing, i, next, between);
      sum += placing->needs[i];
    }
  return sum;
}

/* Moves the members along the circle, near to where they want to be, so that the needs are met; if
 * the circle is too small, all to the same part, and members move to where less is needed. */
static void
settle (Placing *placing)
{
  NkRing *ring = placing->ring;
  double sum = find_needs (placing);
  double part = MIN (1, 2 * G_PI / sum);
  double room = 2 * G_PI - part * sum, before = 0, low, high;

  for (int i = 0; i < ring->n; i++)
    {
      placing->at[i] = placing->wants[i] - before;
      before += part * placing->needs[i];
    }
  nk_pool (ring->n, placing->zeros, placing->at, 0, -INFINITY, INFINITY, placing->blocks,
           placing->at);
  low = placing->at[0];
  high = placing->at[ring->n - 1];
  if (high - low > room)
    {
      low = (low + high - room) / 2;
      high = low + room;
    }
  before = 0;
  for (int i = 0; i < ring->n; i++)
    {
      double angle = CLAMP (placing->at[i], low, high) + before;

      ring->angles[i] += STEP * (angle - ring->angles[i]);
      before += part * placing->needs[i];
    }
}

static gboolean
clash (const Placing *placing,
       int            a,
       int            b)
{
  double gap_x, gap_y;

  find_gaps (placing, &placing->plan->boxes[a], &placing->plan->boxes[b], &gap_x, &gap_y);
  return nk_boxes_clash (&placing->plan->boxes[a], &placing->plan->boxes[b], gap_x, gap_y);
}

/* TRUE if no member comes too near to another, or to what is inside. */
static gboolean
is_clear (const Placing *placing)
{
  const NkRing *ring = placing->ring;

  for (int i = 0; i < ring->n; i++)
    {
      for (int k = 1; k <= MIN (WINDOW, ring->n - 1); k++)
        if (clash (placing, ring->members[i], ring->members[(i + k) % ring->n]))
          return FALSE;
      for (int k = 0; k < ring->n_inside; k++)
        if (clash (placing, ring->members[i], ring->inside[k]))
          return FALSE;
    }
  return TRUE;
}

/* Tries the present radius. */
static gboolean
try_radius (Placing *placing)
{
  NkRing *ring = placing->ring;

  for (int i = 0; i < ring->n; i++)
    ring->angles[i] = placing->wants[i];
  for (int i = 0; i < MOST_SETTLINGS; i++)
    settle (placing);
  for (int i = 0; i < ring->n; i++)
    {
      NkBox *box = &placing->plan->boxes[ring->members[i]];

      box->x = ring->middle.x + ring->radius * cos (ring->angles[i]);
      box->y = ring->middle.y + ring->radius * sin (ring->angles[i]);
    }
  return is_clear (placing);
}

/* No circle with less than this has room: each member needs its width or its height. */
static double
least_radius (const Placing *placing)
{
  const NkRing *ring = placing->ring;
  double sum = 0;

  if (ring->n == 1)
    return 0;
  for (int i = 0; i < ring->n; i++)
    {
      const NkBox *box = &placing->plan->boxes[ring->members[i]];

      sum += MIN (box->width + placing->gap_x, box->height + placing->gap_y);
    }
  return sum / (2 * G_PI);
}

void
nk_ring_place (NkPlan *plan,
               NkRing *ring)
{
  g_autofree double *wants = g_memdup2 (ring->angles, sizeof (double) * (gsize) ring->n);
  g_autofree double *needs = g_new (double, ring->n + 1);
  g_autofree double *zeros = g_new0 (double, ring->n + 1);
  g_autofree double *at = g_new (double, ring->n + 1);
  g_autofree NkPoolBlock *blocks = g_new (NkPoolBlock, ring->n + 1);
  Placing placing = { plan, ring, plan->job->gap_x, NK_FIGURE_GAP_BELOW * plan->job->gap_y,
                      wants, needs, zeros, at, blocks };
  double start;

  if (ring->n == 0)
    return;
  start = ring->radius = MAX (ring->radius, least_radius (&placing));
  for (int round = 0; !try_radius (&placing) && round < MOST_ROUNDS; round++)
    ring->radius += GROWTH + FASTER * (ring->radius - start);
}
