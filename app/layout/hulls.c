#include "layout/hulls.h"

#include <math.h>

static const NkHull nothing = { INFINITY, -INFINITY, INFINITY, -INFINITY };

NkHull
nk_hull_of_box (const NkBox *box)
{
  return (NkHull) { nk_box_left (box), nk_box_right (box), nk_box_top (box), nk_box_bottom (box) };
}

NkHull
nk_hull_with (NkHull       hull,
              const NkBox *box)
{
  return (NkHull) { MIN (hull.left, nk_box_left (box)), MAX (hull.right, nk_box_right (box)),
                    MIN (hull.top, nk_box_top (box)), MAX (hull.bottom, nk_box_bottom (box)) };
}

NkHull *
nk_hulls_new (const NkPlan  *plan,
              const NkZones *zones)
{
  NkHull *hulls = g_new (NkHull, zones->n + 1);

  for (int i = 0; i < zones->n; i++)
    hulls[i] = nothing;
  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].settled && !plan->boxes[i].stray)
      hulls[zones->of_box[i]] = nk_hull_with (hulls[zones->of_box[i]], &plan->boxes[i]);
  return hulls;
}

NkHull
nk_hull_padded (const NkPlan *plan,
                const NkZone *zone,
                NkHull        hull)
{
  double padding = nk_zone_padding (plan, zone);

  return (NkHull) { hull.left - padding, hull.right + padding,
                    hull.top - nk_zone_header (plan, zone), hull.bottom + padding };
}

NkHull
nk_hull_outline (const NkPlan *plan,
                 const NkZone *zone,
                 NkHull        hull)
{
  double more = MAX (0, zone->name_width - (hull.right - hull.left)) / 2;

  if (nk_hull_is_empty (&hull))
    return hull;
  hull.left -= more;
  hull.right += more;
  return nk_hull_padded (plan, zone, hull);
}

gboolean
nk_hulls_meet (const NkHull *a,
               const NkHull *b)
{
  return MIN (a->right, b->right) - MAX (a->left, b->left) > 1e-6
         && MIN (a->bottom, b->bottom) - MAX (a->top, b->top) > 1e-6;
}

gboolean
nk_hull_holds (const NkHull *hull,
               const NkHull *other)
{
  return other->left >= hull->left && other->right <= hull->right
         && other->top >= hull->top && other->bottom <= hull->bottom;
}

/* How far a box is from the middle of its zone's hull, for its own size: the one that is farthest
 * out makes the hull large. */
static double
outlying (const NkBox *box,
          NkHull       hull)
{
  return fabs (box->x - (hull.left + hull.right) / 2) / box->width
         + fabs (box->y - (hull.top + hull.bottom) / 2) / box->height;
}

/* The box of a zone without which its hull would be smallest, by its number; -1 if there is but
 * one. */
static int
farthest_out (const NkPlan *plan,
              const NkZone *zone,
              NkHull        hull,
              double       *distance)
{
  int farthest = -1, n = 0;

  *distance = -1;
  for (int i = 0; i < zone->n_members; i++)
    {
      const NkBox *box = &plan->boxes[zone->members[i]];
      double away = outlying (box, hull);

      if (!box->fixed || box->stray)
        continue;
      n++;
      if (away <= *distance)
        continue;
      *distance = away;
      farthest = zone->members[i];
    }
  return n > 1 ? farthest : -1;
}

/* Takes out one box of two zones that meet. FALSE if no zones meet, or nothing helps. */
static gboolean
part_once (NkPlan        *plan,
           const NkZones *zones)
{
  g_autofree NkHull *hulls = nk_hulls_new (plan, zones);

  for (int i = 0; i < zones->n; i++)
    for (int k = i + 1; k < zones->n && zones->zones[k].band == zones->zones[i].band; k++)
      {
        double of_first, of_second;
        int first, second;

        if (!nk_hulls_meet (&hulls[i], &hulls[k]))
          continue;
        first = farthest_out (plan, &zones->zones[i], hulls[i], &of_first);
        second = farthest_out (plan, &zones->zones[k], hulls[k], &of_second);
        if (second >= 0 && (first < 0 || of_second > of_first))
          first = second;
        if (first < 0)
          continue;
        plan->boxes[first].stray = TRUE;
        return TRUE;
      }
  return FALSE;
}

void
nk_hulls_part (NkPlan        *plan,
               const NkZones *zones)
{
  while (part_once (plan, zones))
    ;
}
