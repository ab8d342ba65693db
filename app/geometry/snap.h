/* Snapping: a box that is moved by hand comes to stand in line with others, or as far from them as
 * they are from each other. */
#pragma once

#include "geometry/box.h"

#include <glib.h>

G_BEGIN_DECLS

/* What a box has in common with others, to be drawn. Along its axis it reaches from `from` to `to`;
 * across, it lies at `at`. */
typedef struct
{
  NkAxis axis;
  gboolean gap;           /* the room between two boxes that is as wide as another one; else a line
                             on which edges or middles lie */
  double at, from, to;
} NkGuide;

/* By how much `moved` has to go on so that it stands in line with one of the others: at most
 * `reach` in each direction; 0 where there is nothing near. Middles go before edges, and these
 * before gaps. O(n log n). */
void    nk_snap   (const NkBox *moved,
                   const NkBox *others,
                   guint        n,
                   double       reach,
                   double      *dx,
                   double      *dy);

/* What holds for the box where it stands. An array of NkGuide, to be freed. O(n log n). */
GArray *nk_guides (const NkBox *moved,
                   const NkBox *others,
                   guint        n);

G_END_DECLS
