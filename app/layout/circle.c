#include "layout/circle.h"

#include "layout/figure.h"
#include "layout/meet.h"
#include "layout/overlap.h"
#include "layout/ring.h"
#include "layout/sift.h"

#include <math.h>

/* Up to so many stand on one circle. More stand on several, of about so many each, that grow with
 * the circles; else the circle would be large, and the names small. */
#define MOST_ON_ONE 60
#define FIRST_ON_MANY 25

/* Room between districts and between bands, in places. */
#define DISTRICT_GAP 0.5
#define BAND_GAP 1.0

/* The room behind a member, in places: more where a band or a district ends. */
static double
room_behind (const NkPlan *plan,
             int           box,
             int           next)
{
  const NkBox *a = &plan->boxes[box];
  const NkBox *b = &plan->boxes[next];

  return 1 + (a->band != b->band ? BAND_GAP : a->district != b->district ? DISTRICT_GAP : 0);
}

/* Sets the angles that the members want: evenly round, the middle of the first band on top. */
static void
spread (const NkPlan *plan,
        const int    *members,
        int           n,
        double       *angles)
{
  double total = 0, first_band = 0;

  for (int i = 0; i < n; i++)
    {
      angles[i] = total;
      if (plan->boxes[members[i]].band == plan->boxes[members[0]].band)
        first_band = total;
      total += room_behind (plan, members[i], members[(i + 1) % n]);
    }
  for (int i = 0; i < n; i++)
    angles[i] = (angles[i] - first_band / 2) / total * 2 * G_PI - G_PI / 2;
}

/* Orders the members of each group, of a band and district, so that few ties cross. */
static void
order (const NkPlan *plan,
       int          *members,
       int           n)
{
  g_autofree int *groups = g_new (int, n + 1);

  for (int i = 0; i < n; i++)
    groups[i] = i == 0 ? 0
                : groups[i - 1] + (room_behind (plan, members[i - 1], members[i]) > 1 ? 1 : 0);
  nk_sift (plan, members, groups, n);
}

/* Places every so manieth member on the same circle, the first one on the innermost. */
static void
place_circles (NkPlan       *plan,
               const int    *members,
               const double *angles,
               int           n,
               int           n_circles)
{
  g_autofree int *placed = g_new (int, n + 1);
  g_autofree double *wanted = g_new (double, n + 1);
  NkRing ring = { .middle = nk_figure_middle (plan, 0, 0), .inside = placed,
                  .framed = n_circles == 1 };

  for (int circle = 0; circle < n_circles; circle++)
    {
      ring.n_inside += ring.n;
      ring.members = placed + ring.n_inside;
      ring.angles = wanted + ring.n_inside;
      ring.n = 0;
      for (int i = circle; i < n; i += n_circles)
        {
          placed[ring.n_inside + ring.n] = members[i];
          wanted[ring.n_inside + ring.n++] = angles[i];
        }
      nk_ring_place (plan, &ring);
      ring.radius += plan->job->gap_y;
    }
}

gboolean
nk_circle (NkPlan  *plan,
           GError **error)
{
  int n;
  g_autofree int *members = nk_figure_everybody (plan, &n);
  g_autofree double *angles = g_new (double, n + 1);
  int n_circles = n <= MOST_ON_ONE ? 1 : (int) round (sqrt ((double) n / FIRST_ON_MANY));

  order (plan, members, n);
  spread (plan, members, n, angles);
  place_circles (plan, members, angles, n, n_circles);
  if (plan->any_fixed)
    nk_meet_fixed (plan, members, n, 1);
  nk_overlap_remove (plan, plan->job->gap_x, NK_FIGURE_GAP_BELOW * plan->job->gap_y);
  return TRUE;
}
