#include "layout/grid.h"

#include "layout/figure.h"

#include <math.h>

/* Where the members of the same band and district as the first of them end. */
static int
group_end (const NkPlan *plan,
          const int    *members,
          int           n,
          int           first)
{
  const NkBox *box = &plan->boxes[members[first]];
  int end = first;

  while (end < n && plan->boxes[members[end]].band == box->band
         && plan->boxes[members[end]].district == box->district)
    end++;
  return end;
}

/* The room below a group that ends there: for another band, or for the frames of districts. */
static double
gap_below (const NkPlan *plan,
           const int    *members,
           int           n,
           int           end)
{
  if (end == n)
    return 0;
  if (plan->boxes[members[end]].band != plan->boxes[members[end - 1]].band)
    return plan->job->band_gap;
  return plan->job->zone_header + 2 * plan->job->zone_padding;
}

/* The height of all if they have so many columns. */
static double
height_of (const NkPlan  *plan,
           const NkSlots *slots,
           const int     *members,
           int            n)
{
  double height = 0;

  for (int first = 0, end; first < n; first = end)
    {
      end = group_end (plan, members, n, first);
      height += (end - first + slots->columns - 1) / slots->columns * slots->height
                + gap_below (plan, members, n, end);
    }
  return height;
}

/* Takes so many columns that the whole can be shown largest on a page of the wanted aspect.
 * Sets where the grid begins. */
static void
set_columns (const NkPlan *plan,
             NkSlots      *slots,
             const int    *members,
             int           n)
{
  double least = INFINITY;
  int columns = 1;
  NkJobPosition middle;

  for (slots->columns = 1; slots->columns * slots->width / plan->job->aspect < least
       && slots->columns <= n; slots->columns++)
    {
      double size = MAX (slots->columns * slots->width / plan->job->aspect,
                         height_of (plan, slots, members, n));

      if (size >= least)
        continue;
      least = size;
      columns = slots->columns;
    }
  slots->columns = columns;
  middle = nk_figure_middle (plan, columns * slots->width, least);
  slots->left = middle.x - columns * slots->width / 2;
  slots->top = middle.y - height_of (plan, slots, members, n) / 2;
}

/* Moves the slots to where the fixed members are, each of them as near to his own as can be. */
static void
meet_fixed (const NkPlan *plan,
            NkSlots      *slots,
            const int    *members,
            int           n)
{
  double top = slots->top, x = 0, y = 0;
  int n_fixed = 0;

  for (int first = 0, end; first < n; first = end)
    {
      end = group_end (plan, members, n, first);
      for (int i = first; i < end; i++)
        if (plan->boxes[members[i]].fixed)
          {
            x += plan->boxes[members[i]].x - nk_slots_x (slots, i - first);
            y += plan->boxes[members[i]].y - nk_slots_y (slots, i - first);
            n_fixed++;
          }
      slots->top += (end - first + slots->columns - 1) / slots->columns * slots->height
                    + gap_below (plan, members, n, end);
    }
  slots->left = CLAMP (slots->left + x / n_fixed, -NK_JOB_FARTHEST,
                       NK_JOB_FARTHEST - (slots->columns + 1) * slots->width);
  slots->top = CLAMP (top + y / n_fixed, -NK_JOB_FARTHEST,
                      NK_JOB_FARTHEST - 2 * (slots->top - top));
}

gboolean
nk_grid (NkPlan  *plan,
         GError **error)
{
  int n;
  g_autofree int *members = nk_figure_everybody (plan, &n);
  NkSlots slots = nk_slots_for (plan, members, n);

  set_columns (plan, &slots, members, n);
  if (plan->any_fixed)
    meet_fixed (plan, &slots, members, n);
  for (int first = 0, end; first < n; first = end)
    {
      end = group_end (plan, members, n, first);
      slots.top = nk_slots_fill (&slots, plan, members + first, end - first)
                  + gap_below (plan, members, n, end);
    }
  return TRUE;
}
