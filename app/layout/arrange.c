#include "layout/arrange.h"

#include "geometry/pool.h"

#include <math.h>

/* A zone may be stretched by this much to fill its band, and the gaps between zones to so many
 * gaps. */
#define MOST_STRETCH 1.15
#define MOST_GAPS 4

/* The zones of a shelf are zones[first] to zones[end - 1]. */
typedef struct
{
  int first, end;
  double width;            /* close together */
  double header, footer;
  int n_lines;
} Shelf;

static Shelf
shelf_at (const NkPlan  *plan,
          const NkZones *zones,
          int            first)
{
  Shelf shelf = { first, first, -plan->job->gap_x, 0, 0, 0 };

  while (shelf.end < nk_zones_n_banded (zones)
         && zones->zones[shelf.end].shelf == zones->zones[first].shelf)
    {
      const NkZone *zone = &zones->zones[shelf.end++];

      shelf.width += zone->width + 2 * nk_zone_padding (plan, zone) + plan->job->gap_x;
      shelf.header = MAX (shelf.header, nk_zone_header (plan, zone));
      shelf.footer = MAX (shelf.footer, nk_zone_padding (plan, zone));
      shelf.n_lines = MAX (shelf.n_lines, zone->n_rows);
    }
  return shelf;
}

/* The height of a line: of the tallest box in this row of any zone of the shelf. */
static double
line_height (const NkZones *zones,
             const Shelf   *shelf,
             int            line)
{
  double height = 0;

  for (int i = shelf->first; i < shelf->end; i++)
    if (line < zones->zones[i].n_rows)
      height = MAX (height, zones->zones[i].row_height[line]);
  return height;
}

/* Sets what is vertical of a shelf that begins at `y`. Returns where it ends. */
static double
stack_lines (const NkPlan  *plan,
             const NkZones *zones,
             const Shelf   *shelf,
             double         y)
{
  double bottom = y + shelf->header;

  y = bottom;
  for (int i = shelf->first; i < shelf->end; i++)
    zones->zones[i].top = zones->zones[i].bottom = y;
  for (int line = 0; line < shelf->n_lines; line++)
    {
      double height = line_height (zones, shelf, line);

      for (int i = shelf->first; i < shelf->end; i++)
        if (line < zones->zones[i].n_rows)
          {
            zones->zones[i].row_y[line] = y + height / 2;
            if (height > 0)
              zones->zones[i].bottom = y + height;
          }
      if (height <= 0)
        continue;
      bottom = y + height;
      y = bottom + plan->job->gap_y;
    }
  return bottom + shelf->footer;
}

/* Sets what is horizontal of a shelf: it fills the width if that needs no great stretch. */
static void
line_up_zones (const NkPlan  *plan,
               const NkZones *zones,
               const Shelf   *shelf,
               double         width)
{
  int n = shelf->end - shelf->first;
  double stretch = CLAMP (width / shelf->width, 1, n == 1 ? G_MAXDOUBLE : MOST_STRETCH);
  double least = plan->job->gap_x, gap = 0;
  double taken = stretch * (shelf->width - (n - 1) * least);
  double x;

  if (n > 1)
    gap = CLAMP ((width - taken) / (n - 1), least, MOST_GAPS * least);
  x = (width - taken - (n - 1) * gap) / 2;
  for (int i = shelf->first; i < shelf->end; i++)
    {
      NkZone *zone = &zones->zones[i];
      double padding = nk_zone_padding (plan, zone);
      double outer = stretch * (zone->width + 2 * padding);

      zone->left = x + padding;
      zone->right = x + outer - padding;
      x += outer + gap;
    }
}

static double
beside_height (const NkPlan *plan,
               const NkZone *beside)
{
  double height = -plan->job->gap_y;

  for (int i = 0; i < beside->n_rows; i++)
    if (beside->row_height[i] > 0)
      height += beside->row_height[i] + plan->job->gap_y;
  return MAX (height, 0);
}

/* The column beside the bands, from x = `left` on, its middle at `middle`: its rows close
 * together. */
static void
arrange_beside (const NkPlan *plan,
                NkZone       *beside,
                double        left,
                double        middle)
{
  double y = middle - beside_height (plan, beside) / 2;

  beside->top = beside->bottom = y;
  for (int i = 0; i < beside->n_rows; i++)
    {
      beside->row_y[i] = y + beside->row_height[i] / 2;
      if (beside->row_height[i] <= 0)
        continue;
      beside->bottom = y + beside->row_height[i];
      y = beside->bottom + plan->job->gap_y;
    }
  beside->left = left;
  beside->right = left + beside->width;
}

void
nk_arrange_zones (const NkPlan *plan,
                  NkZones      *zones)
{
  int n = nk_zones_n_banded (zones);
  double width = 0, y = 0, bottom = 0;

  for (int first = 0; first < n; first = shelf_at (plan, zones, first).end)
    width = MAX (width, shelf_at (plan, zones, first).width);
  for (int first = 0; first < n;)
    {
      Shelf shelf = shelf_at (plan, zones, first);

      line_up_zones (plan, zones, &shelf, width);
      bottom = stack_lines (plan, zones, &shelf, y);
      y = bottom + (shelf.end < n && zones->zones[shelf.end].band == zones->zones[first].band
                    ? plan->job->gap_y : plan->job->band_gap);
      first = shelf.end;
    }
  if (n < zones->n)
    arrange_beside (plan, &zones->zones[n], width + plan->job->band_gap, bottom / 2);
}

/* Where the column's ties to the bands end on average; `middle` if it has none. */
static double
pull_of_beside (const NkPlan *plan,
                double        middle)
{
  double sum = 0, weight = 0;

  for (int i = 0; i < plan->n_links; i++)
    {
      const NkLink *link = &plan->links[i];
      gboolean from_beside = plan->boxes[link->a].band == NK_BESIDE;

      if (from_beside == (plan->boxes[link->b].band == NK_BESIDE))
        continue;
      sum += link->weight * plan->boxes[from_beside ? link->b : link->a].y;
      weight += link->weight;
    }
  return weight > 0 ? sum / weight : middle;
}

void
nk_arrange_centre_beside (const NkPlan *plan,
                          NkZones      *zones)
{
  int n = nk_zones_n_banded (zones);
  NkZone *beside = &zones->zones[n];
  double top = INFINITY, bottom = -INFINITY, half, middle;

  if (n == zones->n)
    return;
  for (int i = 0; i < n; i++)
    {
      top = MIN (top, zones->zones[i].top - nk_zone_header (plan, &zones->zones[i]));
      bottom = MAX (bottom, zones->zones[i].bottom + nk_zone_padding (plan, &zones->zones[i]));
    }
  half = MIN (beside_height (plan, beside), bottom - top) / 2;
  middle = CLAMP (pull_of_beside (plan, (top + bottom) / 2), top + half, bottom - half);
  arrange_beside (plan, beside, beside->left, middle);
}
