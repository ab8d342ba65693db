/* Ties: from records to lines in a scene. */
#pragma once

#include "drawing/courses.h"
#include "drawing/scene-private.h"
#include "map/map.h"

G_BEGIN_DECLS

/* Adds ties whose ends both stand in `stands`: those of one pair side by side, loops at their
 * actor, bowing round what stands in `obstacles` (NULL: all straight). `ties` is an array of const
 * NkRecord *; `transform` tells where the bends lie. */
void nk_draw_ties (NkScene           *scene,
                   const NkMap       *map,
                   GPtrArray         *ties,
                   NkStands          *stands,
                   NkStands          *obstacles,
                   int                plane,
                   const NkTransform *transform);

G_END_DECLS
