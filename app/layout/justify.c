#include "layout/justify.h"

#include "layout/hulls.h"

#include <math.h>

/* The gaps between zones are at most so many of the job's. */
#define MOST_GAPS 4

static gboolean
is_column (const NkRows *rows,
           int           zone)
{
  for (int i = rows->first_of_zone[zone]; i < rows->first_of_zone[zone + 1]; i++)
    if (rows->rows[i].n > 1)
      return FALSE;
  return rows->zones->zones[zone].boxed;
}

static void
line_up_column (const NkRows *rows,
                const NkZone *zone)
{
  for (int i = 0; i < zone->n_members; i++)
    rows->plan->boxes[zone->members[i]].x = (zone->left + zone->right) / 2;
}

static void
shift_zone (const NkRows *rows,
            const NkZone *zone,
            double        shift)
{
  for (int i = 0; i < zone->n_members; i++)
    rows->plan->boxes[zone->members[i]].x += shift;
}

/* The outline of a zone round all that is in it. */
static NkHull
outline_of (const NkPlan *plan,
            const NkZone *zone)
{
  NkHull hull = nk_hull_of_box (&plan->boxes[zone->members[0]]);

  for (int i = 1; i < zone->n_members; i++)
    hull = nk_hull_with (hull, &plan->boxes[zone->members[i]]);
  return nk_hull_outline (plan, zone, hull);
}

/* Moves the zones `first` to `end` - 1 between two sides. */
static void
justify_shelf (const NkRows *rows,
               const NkHull *outlines,
               int           first,
               int           end,
               double        left,
               double        right)
{
  double least = rows->plan->job->gap_x, taken = 0, gap, x;
  int n_gaps = end - first - 1;

  for (int i = first; i < end; i++)
    taken += outlines[i].right - outlines[i].left;
  gap = CLAMP ((right - left - taken) / MAX (n_gaps, 1), least, MAX (MOST_GAPS * least, least));
  x = (left + right - taken - n_gaps * gap) / 2;
  for (int i = first; i < end; i++)
    {
      shift_zone (rows, &rows->zones->zones[i], x - outlines[i].left);
      x += outlines[i].right - outlines[i].left + gap;
    }
}

void
nk_justify (NkRows *rows)
{
  const NkZones *zones = rows->zones;
  int n = nk_zones_n_banded (zones);
  g_autofree NkHull *outlines = g_new (NkHull, zones->n + 1);
  double left = INFINITY, right = -INFINITY;

  for (int i = 0; i < n; i++)
    {
      const NkZone *zone = &zones->zones[i];
      double padding = nk_zone_padding (rows->plan, zone);

      left = MIN (left, zone->left - padding);
      right = MAX (right, zone->right + padding);
      if (is_column (rows, i))
        line_up_column (rows, zone);
      outlines[i] = outline_of (rows->plan, zone);
    }
  for (int first = 0, end; first < n; first = end)
    {
      for (end = first + 1; end < n && zones->zones[end].shelf == zones->zones[first].shelf;)
        end++;
      if (!nk_zone_is_alone (zones, first))
        justify_shelf (rows, outlines, first, end, left, right);
    }
}
