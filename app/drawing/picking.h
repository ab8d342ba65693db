/* Picking: what lies under a point of the scene. */
#pragma once

#include "drawing/scene.h"
#include "map/map.h"

G_BEGIN_DECLS

/* The topmost thing at a point that a person can mean: an actor (its outline, not its box), else
 * the nearest tie or note within `reach` points. NULL if there is none. */
const NkItem *nk_pick     (const NkScene *scene,
                           double         x,
                           double         y,
                           double         reach);

/* The band and the district box at a point: positions in the map's lists, -1 for none. */
void          nk_pick_zone (const NkScene *scene,
                            const NkMap   *map,
                            double         x,
                            double         y,
                            int           *band,
                            int           *district);

/* The topmost plane of the layers view at a point, or -1. */
int           nk_pick_plane (const NkScene *scene,
                             double         x,
                             double         y);

/* The actors and notes whose bodies lie wholly in a rectangle: an array of const NkItem *, to be
 * freed. */
GPtrArray    *nk_pick_within (const NkScene *scene,
                              double         x,
                              double         y,
                              double         width,
                              double         height);

G_END_DECLS
