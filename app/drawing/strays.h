/* Strays: actors that do not stand where their level is. */
#pragma once

#include "drawing/view-private.h"

G_BEGIN_DECLS

/* Draws the lines between the levels so that as few actors as can be are on the wrong side of one,
 * and says who is: strays[i] is TRUE for those of `actors` (of NkPlacedActor). To be freed. `hold` is
 * FALSE if there are so many, or so many in the box of another district, that levels and districts
 * do not order the drawing at all, as after a free layout. O(levels · n · log n + districts · n). */
gboolean *nk_strays_find (const NkMap *map,
                          GArray      *actors,
                          gboolean    *hold);

G_END_DECLS
