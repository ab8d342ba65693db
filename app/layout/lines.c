#include "layout/insertion.h"

#include <math.h>

/* So many heights are looked at for one box, the nearest of them. */
#define MOST_LINES 100

/* Between rows that are there, a new one makes do with this part of the gap. */
#define BETWEEN 0.6

int
nk_compare_distance (gconstpointer left,
                  gconstpointer right,
                  gpointer      data)
{
  double from = *(const double *) data;
  double a = *(const double *) left;
  double b = *(const double *) right;
  double difference = fabs (a - from) - fabs (b - from);

  if (difference == 0)
    return (a > b) - (a < b);
  return difference < 0 ? -1 : 1;
}

static int
compare_numbers (gconstpointer left,
                 gconstpointer right)
{
  double a = *(const double *) left;
  double b = *(const double *) right;

  return (a > b) - (a < b);
}

/* Sorts heights and leaves each but once. */
static void
drop_doubles (GArray *lines)
{
  guint n = 0;

  g_array_sort (lines, compare_numbers);
  for (guint i = 0; i < lines->len; i++)
    {
      double y = g_array_index (lines, double, i);

      if (n == 0 || y - g_array_index (lines, double, n - 1) > 0.01)
        g_array_index (lines, double, n++) = y;
    }
  g_array_set_size (lines, n);
}

/* Adds rows evenly between two that are there, as many as have room. */
static void
fill_between (GArray *lines,
              double  from,
              double  to,
              double  pitch)
{
  int n = (int) MIN (floor ((to - from) / pitch + 1e-9), MOST_LINES);

  for (int i = 1; i < n; i++)
    {
      double y = from + (to - from) * i / n;

      g_array_append_val (lines, y);
    }
}

/* Adds rows between and beyond those that are there, as far as the zone's rectangle and its hull
 * reach, and one more. */
static void
add_lines (const NkInsertion *insertion,
           GArray          *lines)
{
  const NkZone *zone = insertion->zone;
  double pitch = zone->tallest + insertion->plan->job->gap_y;
  guint n = lines->len;
  double top = g_array_index (lines, double, 0);
  double bottom = g_array_index (lines, double, n - 1);

  for (guint i = 0; i + 1 < n; i++)
    fill_between (lines, g_array_index (lines, double, i), g_array_index (lines, double, i + 1),
                  zone->tallest + BETWEEN * insertion->plan->job->gap_y);
  for (int i = 1; i < MOST_LINES && top >= MIN (zone->top, insertion->hull.top); i++)
    {
      top -= pitch;
      g_array_append_val (lines, top);
    }
  for (int i = 1; i < MOST_LINES && bottom <= MAX (zone->bottom, insertion->hull.bottom); i++)
    {
      bottom += pitch;
      g_array_append_val (lines, bottom);
    }
}

/* For heights at which the box would stick out of its band or region, adds the nearest at which it
 * does not. */
static void
add_fitting (const NkInsertion *insertion,
             GArray            *lines)
{
  const NkZone *zone = insertion->zone;
  double half = insertion->plan->boxes[insertion->box].height / 2;
  double above = half + nk_zone_header (insertion->plan, zone);
  double below = half + nk_zone_padding (insertion->plan, zone);
  const NkHull *region = &insertion->regions[insertion->zones->of_box[insertion->box]];
  guint n = lines->len;

  for (guint i = 0; zone->band != NK_BESIDE && i < n; i++)
    {
      double y = g_array_index (lines, double, i);

      if (y - above < region->top)
        y = region->top + above;
      else if (y + below > region->bottom)
        y = region->bottom - below;
      g_array_append_val (lines, y);
    }
}

/* Leaves the nearest heights and the two outermost; the nearest first. */
static void
leave_nearest (GArray *lines,
               double  from)
{
  double top, bottom;

  drop_doubles (lines);
  top = g_array_index (lines, double, 0);
  bottom = g_array_index (lines, double, lines->len - 1);
  g_array_sort_with_data (lines, nk_compare_distance, &from);
  if (lines->len <= MOST_LINES)
    return;
  g_array_set_size (lines, MOST_LINES);
  g_array_append_val (lines, top);
  g_array_append_val (lines, bottom);
}

GArray *
nk_insertion_lines (const NkInsertion *insertion)
{
  const NkPlan *plan = insertion->plan;
  const NkZones *zones = insertion->zones;
  const NkZone *zone = insertion->zone;
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));

  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].settled && !plan->boxes[i].stray
        && zones->zones[zones->of_box[i]].shelf == zone->shelf)
      g_array_append_val (lines, plan->boxes[i].y);
  if (lines->len == 0)
    {
      double first = zone->band == NK_BESIDE ? insertion->y : zone->top + zone->tallest / 2;

      g_array_append_val (lines, first);
    }
  drop_doubles (lines);
  add_lines (insertion, lines);
  add_fitting (insertion, lines);
  leave_nearest (lines, insertion->y);
  return lines;
}

void
nk_insertion_outer_lines (const NkInsertion *insertion,
                          GArray            *lines)
{
  const NkPlan *plan = insertion->plan;
  double half = plan->boxes[insertion->box].height / 2 + plan->job->gap_y;
  double above = insertion->y, below = insertion->y;

  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].settled)
      {
        above = MIN (above, nk_box_top (&plan->boxes[i]) - half);
        below = MAX (below, nk_box_bottom (&plan->boxes[i]) + half);
      }
  g_array_append_val (lines, above);
  g_array_append_val (lines, below);
}
