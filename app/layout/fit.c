#include "layout/fit.h"

#include "layout/arrange.h"
#include "geometry/pool.h"
#include "layout/slice.h"

#include <math.h>

/* Round fixed boxes, and one by one, a zone cannot be filled to the brim. */
#define ELBOW_ROOM 1.15

/* So often zones that overlap are moved apart. */
#define MOST_ROUNDS 30

/* By how much the fixed boxes of zones[first] to zones[end - 1] are off the middles of their zones,
 * on average. FALSE if there are none. */
static gboolean
mean_shift (const NkPlan  *plan,
            const NkZones *zones,
            int            first,
            int            end,
            NkJobPosition *shift)
{
  double x = 0, y = 0;
  int n = 0;

  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkBox *box = &plan->boxes[i];
      const NkZone *zone = &zones->zones[zones->of_box[i]];

      if (!box->fixed || box->stray || zones->of_box[i] < first || zones->of_box[i] >= end)
        continue;
      x += box->x - (zone->left + zone->right) / 2;
      y += box->y - (zone->top + zone->bottom) / 2;
      n++;
    }
  if (n > 0)
    *shift = (NkJobPosition) { x / n, y / n };
  return n > 0;
}

/* Moves a range by as little as is needed to have another in it; widens it if that is larger. */
static void
include (double *low,
         double *high,
         double  from,
         double  to)
{
  double shift = from < *low ? from - *low : to > *high ? to - *high : 0;

  *low = MIN (*low + shift, from);
  *high = MAX (*high + shift, to);
}

/* Moves a range by as little as is needed to be within another; narrows it if that is smaller. */
static void
confine (double *low,
         double *high,
         double  from,
         double  to)
{
  double shift = *low < from ? from - *low : *high > to ? to - *high : 0;

  *low = MAX (*low + shift, from);
  *high = MIN (*high + shift, to);
}

/* How far to the right bands may reach: to the fixed boxes beside them, if these are right of all
 * that is fixed in bands; else as far as they like. */
static double
right_edge (const NkPlan *plan)
{
  double right = -INFINITY, edge = INFINITY;

  for (int i = 0; i < plan->n_boxes; i++)
    if (plan->boxes[i].fixed && plan->boxes[i].band != NK_BESIDE)
      right = MAX (right, nk_box_right (&plan->boxes[i]));
  for (int i = 0; i < plan->n_boxes && isfinite (right); i++)
    if (plan->boxes[i].fixed && plan->boxes[i].band == NK_BESIDE
        && nk_box_left (&plan->boxes[i]) - plan->job->gap_x >= right)
      edge = MIN (edge, nk_box_left (&plan->boxes[i]) - plan->job->gap_x);
  return edge;
}

static void
move_zone (const NkPlan *plan,
           NkZone       *zone,
           const NkHull *hull,
           const NkBand *band,
           double        right,
           NkJobPosition shift)
{
  zone->left += shift.x;
  zone->right += shift.x;
  zone->top += shift.y;
  zone->bottom += shift.y;
  if (!nk_hull_is_empty (hull))
    {
      include (&zone->left, &zone->right, hull->left, hull->right);
      include (&zone->top, &zone->bottom, hull->top, hull->bottom);
    }
  confine (&zone->left, &zone->right, -INFINITY, right - nk_zone_padding (plan, zone));
  confine (&zone->top, &zone->bottom, band->top + nk_zone_header (plan, zone),
           band->bottom - nk_zone_padding (plan, zone));
}

/* The rectangle of a zone with its outline. */
static NkHull
outline_of (const NkPlan *plan,
            const NkZone *zone)
{
  return nk_hull_outline (plan, zone,
                          (NkHull) { zone->left, zone->right, zone->top, zone->bottom });
}

typedef struct
{
  const NkPlan *plan;
  NkZone *zones;           /* of one band */
  const NkHull *hulls;     /* of what is fixed in them */
  int n;
  const NkBand *band;
  double right;            /* how far the band may reach */
  gboolean *seated;        /* the zone's rectangle is where it will stay */
} Seating;

/* By how much a zone's outline, moved to x, y, would be off; infinite if it met one that is seated,
 * or left the band. */
static double
distance_to (const Seating *seating,
             int            i,
             double         x,
             double         y)
{
  NkHull outline = outline_of (seating->plan, &seating->zones[i]);
  double gap = seating->plan->job->gap_x;
  NkHull there = { x - gap, x + outline.right - outline.left + gap,
                   y - gap, y + outline.bottom - outline.top + gap };

  if (there.top + gap < seating->band->top || there.bottom - gap > seating->band->bottom
      || there.right - gap > seating->right)
    return INFINITY;
  for (int k = 0; k < seating->n; k++)
    {
      NkHull other = outline_of (seating->plan, &seating->zones[k]);

      if (seating->seated[k] && nk_hulls_meet (&there, &other))
        return INFINITY;
    }
  return hypot (x - outline.left, y - outline.top);
}

/* Moves a zone of which nothing is fixed to the nearest place where it meets no other. */
static void
seat (Seating *seating,
      int      i)
{
  NkZone *zone = &seating->zones[i];
  NkHull outline = outline_of (seating->plan, zone);
  double width = outline.right - outline.left, height = outline.bottom - outline.top;
  double gap = seating->plan->job->gap_x;
  double best = INFINITY, x = outline.left, y = outline.top;

  for (int k = -1; k < seating->n; k++)
    for (int l = -1; l < seating->n; l++)
      {
        NkHull beside = k < 0 ? outline : outline_of (seating->plan, &seating->zones[k]);
        NkHull below = l < 0 ? outline : outline_of (seating->plan, &seating->zones[l]);
        double xs[] = { outline.left, beside.right + gap, beside.left - gap - width };
        double ys[] = { outline.top, below.bottom + gap, below.top - gap - height };

        for (int c = 0; c < 9; c++)
          {
            double distance = distance_to (seating, i, xs[c / 3], ys[c % 3]);

            if (distance >= best)
              continue;
            best = distance;
            x = xs[c / 3];
            y = ys[c % 3];
          }
      }
  zone->left += x - outline.left;
  zone->right += x - outline.left;
  zone->top += y - outline.top;
  zone->bottom += y - outline.top;
}

static void
move_outline (const Seating *seating,
              int            i,
              double         left)
{
  NkZone *zone = &seating->zones[i];
  double shift = left - outline_of (seating->plan, zone).left;

  zone->left += shift;
  zone->right += shift;
}

/* Moves the zones `first` to `end` - 1 of a shelf, of which nothing is fixed, as little as is needed
 * to stand side by side between two edges, if they have room there. */
static void
line_up_between (const Seating *seating,
                 int            first,
                 int            end,
                 double         left,
                 double         right)
{
  int n = end - first;
  double gap = seating->plan->job->gap_x, taken = -gap;
  g_autofree NkPoolBlock *blocks = g_new (NkPoolBlock, n);
  g_autofree double *sizes = g_new (double, n);
  g_autofree double *middles = g_new (double, n);

  for (int i = 0; i < n; i++)
    {
      NkHull outline = outline_of (seating->plan, &seating->zones[first + i]);

      sizes[i] = outline.right - outline.left;
      middles[i] = (outline.left + outline.right) / 2;
      taken += sizes[i] + gap;
    }
  if (taken > right - left)
    return;
  nk_pool (n, sizes, middles, gap, left, right, blocks, middles);
  for (int i = 0; i < n; i++)
    move_outline (seating, first + i, middles[i] - sizes[i] / 2);
}

/* The zones of a shelf of which nothing is fixed begin at the height of the others. */
static void
align_tops (const Seating *seating,
            int            first,
            int            end)
{
  double top = INFINITY;

  for (int i = first; i < end; i++)
    if (seating->seated[i])
      top = MIN (top, seating->zones[i].top);
  for (int i = first; i < end && isfinite (top); i++)
    if (!seating->seated[i])
      {
        NkZone *zone = &seating->zones[i];

        zone->bottom += top - zone->top;
        zone->top = top;
        confine (&zone->top, &zone->bottom,
                 seating->band->top + nk_zone_header (seating->plan, zone),
                 seating->band->bottom - nk_zone_padding (seating->plan, zone));
      }
}

/* Keeps the user's order on a shelf: what is not fixed lines up between what is. */
static void
line_up (const Seating *seating,
         int            first,
         int            end)
{
  double gap = seating->plan->job->gap_x, left = -INFINITY;

  align_tops (seating, first, end);
  for (int i = first; i <= end; i++)
    {
      NkHull fixed = { seating->right + gap, 0, 0, 0 };

      if (i < end && !seating->seated[i])
        continue;
      if (i < end)
        fixed = outline_of (seating->plan, &seating->zones[i]);
      if (i > first)
        line_up_between (seating, first, i, left, fixed.left - gap);
      left = fixed.right + gap;
      first = i + 1;
    }
}

/* Parts the band between those of its zones that are seated. */
static void
slice (const Seating *seating,
       NkHull        *regions)
{
  g_autofree NkHull *seats = g_new (NkHull, seating->n);
  g_autofree NkHull *wishes = g_new (NkHull, seating->n);
  g_autofree NkHull *parts = g_new (NkHull, seating->n);
  int n = 0;

  for (int i = 0; i < seating->n; i++)
    if (seating->seated[i])
      {
        wishes[n] = outline_of (seating->plan, &seating->zones[i]);
        seats[n] = nk_hull_is_empty (&seating->hulls[i]) ? wishes[n] : seating->hulls[i];
        n++;
      }
  nk_slice (n, seats, wishes,
            (NkHull) { -INFINITY, seating->right, seating->band->top, seating->band->bottom },
            seating->plan->job->gap_x, parts);
  for (int i = seating->n - 1; i >= 0; i--)
    if (seating->seated[i])
      regions[i] = parts[--n];
}

/* Takes a zone into its region. What it loses in width it gets in height, if there is room: down,
 * or up. */
static void
shrink (const Seating *seating,
        int            i,
        const NkHull  *region)
{
  const NkPlan *plan = seating->plan;
  NkZone *zone = &seating->zones[i];
  double padding = nk_zone_padding (plan, zone);
  double top = region->top + nk_zone_header (plan, zone), bottom = region->bottom - padding;
  int rows = 1;
  double height;

  confine (&zone->left, &zone->right, region->left + padding, region->right - padding);
  confine (&zone->top, &zone->bottom, top, bottom);
  while (rows < zone->n_members && nk_zone_width (plan, zone, rows) > zone->right - zone->left)
    rows++;
  height = rows * (zone->tallest + plan->job->gap_y) - plan->job->gap_y;
  zone->bottom = MAX (zone->bottom, MIN (bottom, zone->top + height));
  zone->top = MIN (zone->top, MAX (top, zone->bottom - height));
}

/* Moves a range by up to `by`, but not so far that it no longer holds another. */
static void
slide (double *low,
       double *high,
       double  from,
       double  to,
       double  by)
{
  double shift = by > 0 ? MIN (by, MAX (0, from - *low)) : MAX (by, MIN (0, to - *high));

  *low += shift;
  *high += shift;
}

/* Moves the rectangles of two seated zones apart, as far as what is fixed in them lets it be. FALSE
 * if they do not meet. */
static gboolean
move_apart (const Seating *seating,
            int            i,
            int            k)
{
  NkZone *a = &seating->zones[i], *b = &seating->zones[k];
  const NkHull *in_a = &seating->hulls[i], *in_b = &seating->hulls[k];
  NkHull first = outline_of (seating->plan, a), second = outline_of (seating->plan, b);
  double x = MIN (first.right, second.right) - MAX (first.left, second.left);
  double y = MIN (first.bottom, second.bottom) - MAX (first.top, second.top);
  double right = (first.left + first.right < second.left + second.right ? -x : x) / 2;
  double down = (first.top + first.bottom < second.top + second.bottom ? -y : y) / 2;

  if (!nk_hulls_meet (&first, &second))
    return FALSE;
  if (x <= y)
    {
      slide (&a->left, &a->right, in_a->left, in_a->right, right);
      slide (&b->left, &b->right, in_b->left, in_b->right, -right);
    }
  else
    {
      slide (&a->top, &a->bottom, in_a->top, in_a->bottom, down);
      slide (&b->top, &b->bottom, in_b->top, in_b->bottom, -down);
    }
  return TRUE;
}

static void
spread (const Seating *seating)
{
  gboolean any = TRUE;

  for (int round = 0; any && round < MOST_ROUNDS; round++)
    {
      any = FALSE;
      for (int i = 0; i < seating->n; i++)
        for (int k = 0; k < i; k++)
          any |= seating->seated[i] && seating->seated[k] && move_apart (seating, i, k);
    }
}

/* The first zone of a band behind `first` on another shelf. */
static int
shelf_end (const Seating *seating,
           int            first)
{
  int end = first + 1;

  while (end < seating->n && seating->zones[end].shelf == seating->zones[first].shelf)
    end++;
  return end;
}

/* Gives each zone of a band its region. Those of which something is fixed stay where that is, and
 * get their shapes first; the others sit down between them. */
static void
seat_all (Seating *seating,
          NkHull  *regions)
{
  for (int i = 0; i < seating->n; i++)
    seating->seated[i] = !nk_hull_is_empty (&seating->hulls[i]);
  spread (seating);
  slice (seating, regions);
  for (int i = 0; i < seating->n; i++)
    if (seating->seated[i])
      shrink (seating, i, &regions[i]);
  for (int first = 0; first < seating->n; first = shelf_end (seating, first))
    line_up (seating, first, shelf_end (seating, first));
  for (int i = 0; i < seating->n; i++)
    if (!seating->seated[i])
      {
        seat (seating, i);
        seating->seated[i] = TRUE;
      }
  slice (seating, regions);
  for (int i = 0; i < seating->n; i++)
    shrink (seating, i, &regions[i]);
}

/* The first zone behind `first` on another shelf, or, with `whole_band`, in another band. */
static int
end_of (const NkZones *zones,
        int            first,
        gboolean       whole_band)
{
  int end = first + 1;

  while (end < nk_zones_n_banded (zones)
         && (whole_band ? zones->zones[end].band == zones->zones[first].band
                        : zones->zones[end].shelf == zones->zones[first].shelf))
    end++;
  return end;
}

NkHull *
nk_fit (const NkPlan *plan,
        NkZones      *zones,
        const NkBand *bands)
{
  g_autofree NkHull *hulls = nk_hulls_new (plan, zones);
  NkHull *regions = g_new0 (NkHull, zones->n + 1);
  g_autofree gboolean *seated = g_new (gboolean, zones->n + 1);
  double right = right_edge (plan);
  int n = nk_zones_n_banded (zones);
  NkJobPosition all = { 0, 0 };

  for (int i = 0; i < n; i++)
    zones->zones[i].width *= ELBOW_ROOM;
  nk_arrange_zones (plan, zones);
  mean_shift (plan, zones, 0, n, &all);
  for (int first = 0, end; first < n; first = end)
    {
      NkJobPosition shift = all;

      end = end_of (zones, first, FALSE);
      mean_shift (plan, zones, first, end, &shift);
      for (int i = first; i < end; i++)
        move_zone (plan, &zones->zones[i], &hulls[i], &bands[zones->zones[i].band], right, shift);
    }
  for (int first = 0, end; first < n; first = end)
    {
      Seating seating;

      end = end_of (zones, first, TRUE);
      seating = (Seating) { plan, &zones->zones[first], &hulls[first], end - first,
                            &bands[zones->zones[first].band], right, seated };
      seat_all (&seating, &regions[first]);
    }
  return regions;
}
