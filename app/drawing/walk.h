/* Walking: to whom the keyboard goes on a drawing, along ties and in space. */
#pragma once

#include "drawing/scene.h"
#include "map/map.h"

G_BEGIN_DECLS

/* The order in which one meets all actors that are drawn, going along ties that are drawn: each once,
 * from `start` on (id), deep first, and from everybody clockwise, beginning above. Where the ties end
 * it goes on with the first who was not met, as one reads. Ids (const char *) that the scene owns;
 * the array to be freed. Empty if `start` is not drawn. O(n log n) of actors and ties. */
GPtrArray    *nk_walk_order   (const NkScene *scene,
                               const NkMap   *map,
                               const char    *start);

/* The actor that is nearest in a direction (`dx`, `dy`: one is 0, the other -1 or 1), what lies
 * straight ahead before what lies aside. On the plane of `from`, or, if there is none that way, on
 * another one. NULL if there is nobody. O(items). */
const NkItem *nk_walk_toward  (const NkScene *scene,
                               const NkItem  *from,
                               int            dx,
                               int            dy);

/* The actor that is nearest to a point, or NULL. O(items). */
const NkItem *nk_walk_nearest (const NkScene *scene,
                               double         x,
                               double         y);

G_END_DECLS
