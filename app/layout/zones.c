#include "layout/zones.h"

#include <stdlib.h>

/* Rows are filled box by box up to here; above, an estimate will do. */
#define MOST_TO_PACK 200

/* What a row may be wider than its share, so that boxes of other widths can trade places. */
#define ROOM_TO_TRADE 1.05

typedef struct
{
  int band, district, box;
} Belonging;

static int
compare_belongings (const void *left,
                    const void *right)
{
  const Belonging *a = left;
  const Belonging *b = right;

  if (a->band != b->band)
    return a->band - b->band;
  if (a->district != b->district)
    return a->district - b->district;
  return a->box - b->box;
}

/* In a band those in no district come last, and of the bands, what is beside them. */
static Belonging
belonging_of (const NkPlan *plan,
              int           box)
{
  const NkBox *it = &plan->boxes[box];

  if (it->band == NK_BESIDE)
    return (Belonging) { plan->n_bands, 0, box };
  return (Belonging) { it->band, it->district < 0 ? (int) plan->job->districts->len : it->district, box };
}

static void
zone_add (const NkPlan *plan,
          NkZones      *zones,
          NkZone       *zone,
          int           box)
{
  const NkBox *it = &plan->boxes[box];

  zone->members[zone->n_members++] = box;
  zone->widest = MAX (zone->widest, it->width);
  zone->tallest = MAX (zone->tallest, it->height);
  zone->total_width += it->width + plan->job->gap_x;
  zone->total_height += it->height;
  zones->of_box[box] = (int) (zone - zones->zones);
}

NkZones *
nk_zones_new (const NkPlan *plan)
{
  NkZones *zones = g_new0 (NkZones, 1);
  g_autofree Belonging *sorted = g_new (Belonging, plan->n_boxes + 1);

  zones->zones = g_new0 (NkZone, plan->n_boxes + 1);
  zones->of_box = g_new0 (int, plan->n_boxes + 1);
  zones->order = g_new0 (int, plan->n_boxes + 1);
  for (int i = 0; i < plan->n_boxes; i++)
    sorted[i] = belonging_of (plan, i);
  qsort (sorted, (gsize) plan->n_boxes, sizeof (Belonging), compare_belongings);
  for (int i = 0; i < plan->n_boxes; i++)
    {
      const NkBox *box = &plan->boxes[sorted[i].box];

      if (i == 0 || sorted[i].band != sorted[i - 1].band
          || sorted[i].district != sorted[i - 1].district)
        {
          NkZone *zone = &zones->zones[zones->n++];

          zone->band = box->band;
          zone->district = box->band == NK_BESIDE ? -1 : box->district;
          zone->boxed = zone->district >= 0;
          if (zone->boxed)
            zone->name_width = g_array_index (plan->job->districts, NkJobDistrict,
                                              zone->district).name_width;
          zone->members = &zones->order[i];
        }
      zone_add (plan, zones, &zones->zones[zones->n - 1], sorted[i].box);
    }
  return zones;
}

void
nk_zones_free (NkZones *zones)
{
  for (int i = 0; i < zones->n; i++)
    {
      g_free (zones->zones[i].widths);
      g_free (zones->zones[i].row_y);
      g_free (zones->zones[i].row_height);
    }
  g_free (zones->zones);
  g_free (zones->of_box);
  g_free (zones->order);
  g_free (zones);
}

static int
compare_widths (const void *left,
                const void *right)
{
  double a = *(const double *) left;
  double b = *(const double *) right;

  return (a < b) - (a > b);
}

/* The width of the widest row if each box, the widest first, goes to the row with most room. */
static double
packed_width (const NkPlan *plan,
              const NkZone *zone,
              int           rows)
{
  g_autofree double *widths = g_new (double, zone->n_members);
  g_autofree double *filled = g_new0 (double, rows);
  double most = 0;

  for (int i = 0; i < zone->n_members; i++)
    widths[i] = plan->boxes[zone->members[i]].width + plan->job->gap_x;
  qsort (widths, (gsize) zone->n_members, sizeof (double), compare_widths);
  for (int i = 0; i < zone->n_members; i++)
    {
      int emptiest = 0;

      for (int row = 1; row < rows; row++)
        if (filled[row] < filled[emptiest])
          emptiest = row;
      filled[emptiest] += widths[i];
      most = MAX (most, filled[emptiest]);
    }
  return most;
}

double
nk_zone_width (const NkPlan *plan,
               NkZone       *zone,
               int           rows)
{
  double share = ROOM_TO_TRADE * zone->total_width / rows;
  double least = MAX (zone->widest, zone->name_width);

  if (rows == 1)
    return MAX (zone->total_width - plan->job->gap_x, least);
  if (zone->n_members > MOST_TO_PACK)
    return MAX (share, least);
  if (zone->widths == NULL)
    zone->widths = g_new0 (double, zone->n_members + 1);
  rows = MIN (rows, zone->n_members);
  if (zone->widths[rows] <= 0)
    zone->widths[rows] = MAX (packed_width (plan, zone, rows), share) - plan->job->gap_x;
  return MAX (zone->widths[rows], least);
}

void
nk_zone_set_rows (NkZone *zone,
                  int     n_rows)
{
  g_free (zone->row_y);
  g_free (zone->row_height);
  zone->n_rows = n_rows;
  zone->row_y = g_new0 (double, n_rows);
  zone->row_height = g_new (double, n_rows);
  for (int i = 0; i < n_rows; i++)
    zone->row_height[i] = zone->tallest;
}

int
nk_zones_n_banded (const NkZones *zones)
{
  if (zones->n > 0 && zones->zones[zones->n - 1].band == NK_BESIDE)
    return zones->n - 1;
  return zones->n;
}

gboolean
nk_zone_is_alone (const NkZones *zones,
                  int            zone)
{
  int band = zones->zones[zone].band;

  return !zones->zones[zone].boxed
         && (zone == 0 || zones->zones[zone - 1].band != band)
         && (zone + 1 == zones->n || zones->zones[zone + 1].band != band);
}

double
nk_zone_padding (const NkPlan *plan,
                 const NkZone *zone)
{
  return zone->boxed ? plan->job->zone_padding : 0;
}

double
nk_zone_header (const NkPlan *plan,
                const NkZone *zone)
{
  return zone->boxed ? plan->job->zone_padding + plan->job->zone_header : 0;
}
