/* Refit: boxes brought nearer to each other, or farther apart, until they fill a page, with no box
 * made smaller. It is done by the space between them alone: who stands left of whom and above whom
 * stays as it is wherever a row need not be broken. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stays between two boxes at least, and if they stand as close as may be; points. */
#define NK_REFIT_GAP 8.0
#define NK_REFIT_CLOSEST_GAP 5.0

typedef struct
{
  double x, y;            /* centre, points, y down */
  double width, height;
  int band;               /* bands lie one below the other in this order; -1: beside all of them */
  int box;                /* whose box it stands in; -1: in none */
} NkRefitBox;

/* What may be done to the order of the boxes, so that they come closer. */
typedef enum
{
  NK_REFIT_ROWS,          /* rows stay straight, and are broken where they are too long */
  NK_REFIT_CLOSE,         /* each box stands as high as those above it let it */
  NK_REFIT_CLOSEST,       /* the same, and less stays between them */
  NK_REFIT_ANYHOW         /* the same, and they stand far aside from where they were, if need be */
} NkRefitOrder;

typedef struct
{
  double width;           /* points */
  double height;          /* no more than this; INFINITY: as high as they were, in proportion */
  double header;          /* what the name of a box needs above its first row */
  NkRefitOrder order;
} NkRefitRoom;

/* Stands the boxes in the room, their left at 0, their top at 0. Returns the height that they have
 * then, which is more than that of the room if they do not fit even with the least gaps; NaN, and
 * nothing is moved, if the room is too narrow for the widest of them. O(n²) at the most. */
double nk_refit (NkRefitBox        *boxes,
                 guint              n,
                 const NkRefitRoom *room);

G_END_DECLS
