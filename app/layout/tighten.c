#include "layout/tighten.h"

#include "layout/arrange.h"

/* What a zone's rows need of width and height. */
static void
measure_zone (const NkRows *rows,
              NkZone       *zone,
              int           first,
              int           end)
{
  const NkPlan *plan = rows->plan;

  zone->width = MAX (zone->widest, zone->name_width);
  for (int i = 0; i < zone->n_rows; i++)
    zone->row_height[i] = 0;
  for (int i = first; i < end; i++)
    {
      const NkRow *row = &rows->rows[i];

      zone->width = MAX (zone->width, row->used - plan->job->gap_x);
      for (int k = 0; k < row->n; k++)
        zone->row_height[row->line] = MAX (zone->row_height[row->line],
                                           plan->boxes[row->members[k]].height);
    }
}

/* Takes a row to where its zone is now; what the boxes want is stretched with the zone. */
static void
move_row (NkRows *rows,
          int     number)
{
  NkRow *row = &rows->rows[number];
  const NkZone *zone = &rows->zones->zones[row->zone];
  double ratio = (zone->right - zone->left) / MAX (row->right - row->left, 1);

  for (int i = 0; i < row->n; i++)
    {
      double x = rows->plan->boxes[row->members[i]].x;

      rows->want[row->members[i]] = zone->left + (x - row->left) * ratio;
    }
  row->left = zone->left;
  row->right = zone->right;
  row->y = zone->row_y[row->line];
  nk_row_place (rows, number);
}

void
nk_tighten (NkRows *rows)
{
  NkZones *zones = rows->zones;
  int banded = rows->first_of_zone[nk_zones_n_banded (zones)];

  for (int i = 0; i < zones->n; i++)
    measure_zone (rows, &zones->zones[i], rows->first_of_zone[i], rows->first_of_zone[i + 1]);
  nk_arrange_zones (rows->plan, zones);
  for (int i = 0; i < banded; i++)
    move_row (rows, i);
  nk_arrange_centre_beside (rows->plan, zones);
  for (int i = banded; i < rows->n; i++)
    move_row (rows, i);
}
