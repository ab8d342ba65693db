#include "layout/circle.h"

#include "layout/figure.h"
#include "layout/overlap.h"
#include "layout/ring.h"
#include "layout/sift.h"

#include <math.h>

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

gboolean
nk_circle (NkPlan  *plan,
           GError **error)
{
  int n;
  g_autofree int *members = nk_figure_members (plan, &n);
  g_autofree double *angles = g_new (double, n + 1);
  NkRing ring = { .middle = nk_figure_middle (plan, 0, 0), .n = n, .members = members,
                  .angles = angles };

  order (plan, members, n);
  spread (plan, members, n, angles);
  nk_ring_place (plan, &ring);
  nk_overlap_remove (plan, plan->job->gap_x, NK_FIGURE_GAP_BELOW * plan->job->gap_y);
  return TRUE;
}
