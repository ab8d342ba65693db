/* Routes: the line of a tie, from the outline of one body to that of another. */
#pragma once

#include "drawing/stands.h"

G_BEGIN_DECLS

typedef struct
{
  NkPoint *points;     /* to be freed; two, or 1 + 3 n of them if curved */
  guint n;
  gboolean curved;
} NkRoute;

/* Lines from one body to another, from outline to outline; all their points are in the scene, the
 * first one within `from` and the last one within `to`. */

/* Straight by way of all points; corners are rounded, clear of what stands there. */
NkRoute nk_route_along   (const NkBody  *from,
                          const NkBody  *to,
                          const NkPoint *points,
                          guint          n,
                          NkStands      *stands);
/* A smooth line through all points. */
NkRoute nk_route_through (const NkBody  *from,
                          const NkBody  *to,
                          const NkPoint *points,
                          guint          n);
/* Straight, or in one bow where that runs through fewer bodies. */
NkRoute nk_route_bowed   (const NkBody  *from,
                          const NkBody  *to,
                          NkPoint        start,
                          NkPoint        end,
                          NkStands      *stands);

/* A loop at the upper right of a body; `rank` counts its loops from 0. */
NkRoute nk_route_loop    (const NkBody  *body,
                          guint          rank);

G_END_DECLS
