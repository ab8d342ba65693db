/* Ties: from records to lines in a scene. */
#pragma once

#include "drawing/routes.h"
#include "drawing/scene-private.h"
#include "map/map.h"

G_BEGIN_DECLS

/* Adds ties whose ends both stand in `stands`: those of one pair side by side, loops at their actor.
 * `ties` is an array of const NkRecord *; `transform` tells where the bends lie. */
void nk_draw_ties        (NkScene           *scene,
                          const NkMap       *map,
                          GPtrArray         *ties,
                          NkStands          *stands,
                          int                plane,
                          const NkTransform *transform);

/* Adds one tie between any two bodies, straight, of no plane. */
void nk_draw_tie_between (NkScene           *scene,
                          const NkMap       *map,
                          const NkRecord    *tie,
                          const NkBody      *from,
                          const NkBody      *to);

G_END_DECLS
