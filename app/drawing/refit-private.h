/* What the parts of refitting share: zones, which are the boxes of one band that stand in one
 * district, and rows of them. */
#pragma once

#include "drawing/refit.h"

G_BEGIN_DECLS

/* From boxes to the outline that is drawn round them, and from outline to outline; points. */
#define NK_REFIT_PAD 6.0
#define NK_REFIT_BOX_GAP 10.0

/* Members of one band that stand in one box, or in none. */
typedef struct
{
  int band, box;
  int shelf;                         /* zones of a band that stand side by side share one */
  guint first, n;                    /* of the list of members */
  double left, top, right, bottom;   /* where they were */
  double area;                       /* that they take up, with their gaps */
  double widest;
  double to_left, to_right;          /* where they are to stand */
} NkRefitZone;

/* Members of a zone that stand side by side. */
typedef struct
{
  guint zone;
  guint first, n;                    /* of the list of members, from left to right */
  double height;
} NkRefitRow;

typedef struct
{
  const NkRefitBox *from;            /* where they were */
  NkRefitBox *boxes;                 /* where they are to stand */
  guint n;
  guint *members;                    /* numbers of boxes: zone by zone, row by row from the left */
  GArray *zones;                     /* of NkRefitZone: by band, by shelf, from the left */
  GArray *rows;                      /* of NkRefitRow: zone by zone from the top */
  double header;
  double gap;                        /* from box to box, at least */
} NkRefit;

/* What is drawn round a zone, on each side. */
static inline double
nk_refit_pad (const NkRefitZone *zone)
{
  return zone->box >= 0 ? NK_REFIT_PAD : 0;
}

/* What is drawn above the first row of a zone. */
static inline double
nk_refit_head (const NkRefit     *refit,
               const NkRefitZone *zone)
{
  return zone->box >= 0 ? NK_REFIT_PAD + refit->header : 0;
}

static inline NkRefitZone *
nk_refit_zone (const NkRefit *refit,
               guint          i)
{
  return &g_array_index (refit->zones, NkRefitZone, i);
}

/* Zones. They and their members are found from where the boxes were. */
void     nk_refit_find_zones    (NkRefit           *refit);
/* The first zone behind those that stand on one shelf with `first`. */
guint    nk_refit_shelf_end     (const NkRefit     *refit,
                                 guint              first);
/* Breaks shelves that are too long for a width in two, as often as need be. */
void     nk_refit_break_shelves (NkRefit           *refit,
                                 double             width);
/* Shares out a width to the zones of all shelves, by how much they have to hold. */
void     nk_refit_share_out     (NkRefit           *refit,
                                 double             width);
/* Makes zones wider that are higher than others of their shelf. */
void     nk_refit_share_again   (NkRefit           *refit,
                                 const double      *heights,
                                 double             width);

/* Where a box wants to stand: as far along its zone as it did. */
double   nk_refit_wanted_x      (const NkRefit     *refit,
                                 const NkRefitZone *zone,
                                 guint              box);

/* Rows. They are found from where the boxes were; breaking makes as many of one that is too long
 * for its zone as need be. */
void     nk_refit_find_rows     (NkRefit           *refit);
void     nk_refit_break_rows    (NkRefit           *refit);
/* Stands the rows of a zone one below the other, from `top`; returns where the zone ends. */
double   nk_refit_stack         (const NkRefit     *refit,
                                 guint              zone,
                                 double             top,
                                 double             gap);

/* Stands the boxes of a zone each as high as those above it let it; returns where the zone ends.
 * `aside` is what it costs a box to stand aside from where it wants to, points of height a point.
 * O(n · steps of the skyline). */
double   nk_refit_pack          (const NkRefit     *refit,
                                 guint              zone,
                                 double             top,
                                 double             gap,
                                 double             aside);

/* Brings all nearer to each other alike, or farther apart, so that the arrangement stays exactly as
 * it was. FALSE, and nothing is moved, if something would come too near to something else, or a hole
 * would stay where nobody stands. */
gboolean nk_refit_scale         (NkRefit           *refit,
                                 double             width,
                                 double            *height);
/* How far all are stretched at most where there is more room than needed. */
double   nk_refit_widest        (const NkRefit     *refit);

G_END_DECLS
