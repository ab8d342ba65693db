/* Refit: boxes brought nearer to each other, or farther apart, until they fill a page, with no box
 * made smaller. It is done by the space between them alone: who stands left of whom and above whom
 * stays as it is wherever a row need not be broken. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x, y;            /* centre, points, y down */
  double width, height;
  int band;               /* bands lie one below the other in this order; -1: beside all of them */
  int box;                /* whose box it stands in; -1: in none */
} NkRefitBox;

/* Stands the boxes in a width, and in no more than a height (points; INFINITY: as high as they were,
 * in proportion). `header` is what the name of a box needs above its first row. Their left is at
 * 0, their top at 0. Returns the height that they have then, which is more than `height` if they
 * do not fit even with the least gaps; NaN, and nothing is moved, if the width is too small for
 * the widest of them. O(n log n). */
double nk_refit (NkRefitBox *boxes,
                 guint       n,
                 double      width,
                 double      height,
                 double      header,
                 gboolean    close);

G_END_DECLS
