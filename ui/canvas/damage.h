/* The damage between two scenes: what has to be painted anew when one follows the other. */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/* The areas (points) in which the scenes differ: an array of cairo_rectangle_t, empty if they
 * look the same; to be freed. O(items). That two equal things merely swapped which lies on top
 * is not seen. */
GArray *nk_damage_between (const NkScene *before,
                           const NkScene *after);

G_END_DECLS
