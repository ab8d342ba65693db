/* Ties: from records to lines in a scene. */
#pragma once

#include "drawing/courses.h"
#include "drawing/view-private.h"

G_BEGIN_DECLS

/* Adds ties whose ends both stand in `stands`: those of one pair side by side, loops at their
 * actor, and led round what stands there if `round`. `ties` is an array of const NkRecord *;
 * `transform` tells where the bends lie; NULL: nothing lies where it lies on the map, and there are
 * none. */
void nk_draw_ties (const NkDrawing   *drawing,
                   GPtrArray         *ties,
                   NkStands          *stands,
                   gboolean           round,
                   int                plane,
                   const NkTransform *transform);

G_END_DECLS
