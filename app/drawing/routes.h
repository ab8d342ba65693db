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

/* The line between two bodies: through the bends if there are any, else straight; where that ran
 * through bodies of `stands` (NULL: no matter) it bows round them if it can. `side` moves it to its
 * left, so that several can lie side by side. */
NkRoute nk_route_between (const NkBody  *from,
                          const NkBody  *to,
                          const NkPoint *bends,
                          guint          n_bends,
                          double         side,
                          NkStands      *stands);

/* A loop at the upper right of a body; `rank` counts its loops from 0. */
NkRoute nk_route_loop    (const NkBody  *body,
                          guint          rank);

G_END_DECLS
