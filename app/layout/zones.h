/* Zones: who belongs together in the levels layout. A zone is what one district, or nobody's
 * district, has in one band; the last may be the column beside all bands. Its rectangle and its
 * rows are given by the frame; where something is fixed they are but a wish. */
#pragma once

#include "layout/plan.h"

typedef struct
{
  int band;               /* NK_BESIDE: the column beside the bands */
  int district;           /* -1: no district's */
  gboolean boxed;         /* a district's box is drawn round it */
  int shelf;              /* zones of a shelf stand side by side; counted through all bands */
  int n_members;
  int *members;           /* boxes, in the job's order */
  double name_width;      /* of its district */
  double widest, tallest; /* of the members */
  double total_width;     /* of the members side by side, a gap behind each */
  double total_height;    /* of the members, without gaps */
  double *widths;         /* see nk_zone_width () */

  int n_rows;
  double width;           /* wanted, of the rectangle */
  double *row_height;     /* of the tallest box in each row; 0: it is empty and takes no room */

  double left, right;     /* the rectangle in which members may stand; */
  double top, bottom;     /* the district's padding and header are outside of it */
  double *row_y;          /* the middles of the rows, from the top */
} NkZone;

typedef struct
{
  int n;
  NkZone *zones;          /* band by band from the top, in each from the left; beside comes last */
  int *of_box;            /* the zone of each box */
  int *order;             /* the boxes, zone by zone */
} NkZones;

NkZones *nk_zones_new   (const NkPlan  *plan);
void     nk_zones_free  (NkZones       *zones);

/* The least width in which the members stand in `rows` rows, with a little room to trade places. */
double   nk_zone_width  (const NkPlan  *plan,
                         NkZone        *zone,
                         int            rows);

/* Gives a zone so many rows, all as high as its tallest box, at no place yet. */
void     nk_zone_set_rows (NkZone      *zone,
                           int          n_rows);

/* The zones that stand in bands: the first so many. The column beside them, if there is one, is
 * the last. */
int      nk_zones_n_banded (const NkZones *zones);

/* TRUE if no other zone stands in the same band, and no outline is drawn. */
gboolean nk_zone_is_alone (const NkZones *zones,
                           int            zone);

/* How far a district's outline is from the rectangle; 0 where none is drawn. */
double   nk_zone_padding (const NkPlan *plan,
                          const NkZone *zone);
double   nk_zone_header  (const NkPlan *plan,   /* padding included: the distance on top */
                          const NkZone *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkZones, nk_zones_free)
