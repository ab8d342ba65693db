#include "layout/radial.h"

#include "layout/figure.h"
#include "layout/meet.h"
#include "layout/overlap.h"
#include "layout/pieces.h"
#include "layout/reach.h"
#include "layout/ring.h"
#include "layout/sift.h"

#include <math.h>
#include <string.h>

typedef struct
{
  NkPlan *plan;
  int centre;
  NkJobPosition middle;
  int *distance;       /* of each box from the centre; -1: it can't be reached */
  int *order;          /* who is reached, nearer ones first */
  int n_reached;
  double *behind;      /* how many ends of branches there are behind each, at least itself */
  double *angle;       /* of each box, once its ring is placed */
} Radial;

static int
find_centre (const NkPlan *plan)
{
  int centre = plan->job->around;

  if (centre >= 0)
    return centre;
  centre = 0;
  for (int i = 1; i < plan->n_boxes; i++)
    if (nk_bond (plan, i) > nk_bond (plan, centre))
      centre = i;
  return centre;
}

/* Counts who stands behind whom: each box behind that one of the ring before to which its tie is
 * strongest. */
static void
count_behind (Radial *radial)
{
  const NkPlan *plan = radial->plan;

  for (int i = 0; i < plan->n_boxes; i++)
    radial->behind[i] = 0;
  for (int at = radial->n_reached - 1; at > 0; at--)
    {
      int box = radial->order[at], before = -1;
      double strongest = 0;

      for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
        {
          const NkLink *link = &plan->links[plan->links_of[i]];
          int other = nk_link_other (link, box);

          if (radial->distance[other] != radial->distance[box] - 1 || link->weight <= strongest)
            continue;
          strongest = link->weight;
          before = other;
        }
      radial->behind[box] = MAX (radial->behind[box], 1);
      radial->behind[before] += radial->behind[box];
    }
}

/* The first ring: who is tied to each other side by side, and room for those who come behind. */
static void
want_sectors (Radial    *radial,
              const int *members,
              int        n)
{
  double total = 0, before = 0;

  for (int i = 0; i < n; i++)
    total += 1 + radial->behind[members[i]];
  for (int i = 0; i < n; i++)
    {
      double room = 1 + radial->behind[members[i]];

      radial->angle[members[i]] = (before + room / 2) / total * 2 * G_PI - G_PI / 2;
      before += room;
    }
}

/* Any other ring: behind those of the ring before to whom a box is tied. */
static void
want_behind (Radial *radial,
             int     box)
{
  const NkPlan *plan = radial->plan;
  double x = 0, y = 0;

  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    {
      const NkLink *link = &plan->links[plan->links_of[i]];
      int other = nk_link_other (link, box);

      if (radial->distance[other] != radial->distance[box] - 1)
        continue;
      x += link->weight * cos (radial->angle[other]);
      y += link->weight * sin (radial->angle[other]);
    }
  radial->angle[box] = atan2 (y, x);
  if (radial->angle[box] < -G_PI / 2)
    radial->angle[box] += 2 * G_PI;
}

static int
compare_angles (gconstpointer left,
                gconstpointer right,
                gpointer      user_data)
{
  const Radial *radial = user_data;
  int first = *(const int *) left, second = *(const int *) right;
  double a = radial->angle[first], b = radial->angle[second];

  return a != b ? (a > b) - (a < b) : (first > second) - (first < second);
}

static void
want (Radial *radial,
      int    *members,
      int     n)
{
  g_autofree int *one_group = g_new0 (int, n + 1);

  if (n > 0 && radial->distance[members[0]] == 1)
    {
      nk_sift (radial->plan, members, one_group, n);
      want_sectors (radial, members, n);
      return;
    }
  for (int i = 0; i < n; i++)
    want_behind (radial, members[i]);
  g_qsort_with_data (members, n, sizeof (int), compare_angles, radial);
}

/* Places the ring of order[first] to order[end - 1] outside those before. Returns its radius. */
static double
place_ring (Radial *radial,
            int     first,
            int     end,
            double  radius)
{
  g_autofree int *members = g_new (int, end - first + 1);
  g_autofree double *angles = g_new (double, end - first + 1);
  NkRing ring = { .middle = radial->middle, .members = members, .angles = angles,
                  .inside = radial->order, .n_inside = first };

  ring.n = end - first;
  memcpy (members, radial->order + first, sizeof (int) * (gsize) ring.n);
  want (radial, members, ring.n);
  for (int i = 0; i < ring.n; i++)
    angles[i] = radial->angle[members[i]];
  ring.radius = radius + radial->plan->job->gap_y
                + (nk_figure_tallest (radial->plan, members, ring.n)
                   + nk_figure_tallest (radial->plan, radial->order, first)) / 2;
  nk_ring_place (radial->plan, &ring);
  for (int i = 0; i < ring.n; i++)
    radial->angle[members[i]] = angles[i];
  return ring.radius;
}

static void
place_rings (Radial *radial)
{
  int first = 1;
  double radius = 0;

  while (first < radial->n_reached)
    {
      int end = first;

      while (end < radial->n_reached
             && radial->distance[radial->order[end]] == radial->distance[radial->order[first]])
        end++;
      radius = place_ring (radial, first, end, radius);
      first = end;
    }
}

/* Rows below the rings for those who are not tied to the centre. */
static void
place_others (Radial *radial)
{
  NkExtent rings = nk_extent_of (radial->plan, radial->order, radial->n_reached);
  int n, n_others = 0;
  g_autofree int *members = nk_figure_everybody (radial->plan, &n);

  for (int i = 0; i < n; i++)
    if (radial->distance[members[i]] < 0)
      members[n_others++] = members[i];
  nk_figure_below (radial->plan, members, n_others, &rings);
}

/* Moves the rings to where what is fixed is, unless they are round a fixed actor. */
static void
meet (Radial *radial)
{
  if (radial->plan->boxes[radial->centre].fixed)
    nk_put_back_fixed (radial->plan, radial->order, radial->n_reached);
  else
    nk_meet_fixed (radial->plan, radial->order, radial->n_reached, 1);
}

gboolean
nk_radial (NkPlan  *plan,
           GError **error)
{
  g_autofree int *distance = g_new (int, plan->n_boxes);
  g_autofree int *order = g_new (int, plan->n_boxes);
  g_autofree double *behind = g_new (double, plan->n_boxes);
  g_autofree double *angle = g_new0 (double, plan->n_boxes);
  Radial radial = { plan, find_centre (plan), nk_figure_middle (plan, 0, 0), distance, order, 0,
                    behind, angle };
  NkBox *centre = &plan->boxes[radial.centre];

  for (int i = 0; i < plan->n_boxes; i++)
    distance[i] = -1;
  radial.n_reached = nk_reach (plan, radial.centre, distance, order);
  count_behind (&radial);
  if (centre->fixed)
    radial.middle = (NkJobPosition) { centre->x, centre->y };
  centre->x = radial.middle.x;
  centre->y = radial.middle.y;
  place_rings (&radial);
  if (plan->any_fixed)
    meet (&radial);
  place_others (&radial);
  nk_overlap_remove (plan, plan->job->gap_x, NK_FIGURE_GAP_BELOW * plan->job->gap_y);
  return TRUE;
}
