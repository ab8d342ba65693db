/* Picking: what lies under a point of the scene. */
#pragma once

#include "drawing/scene.h"
#include "map/map.h"

G_BEGIN_DECLS

/* All that a person can mean at a point, what is meant first in front: the actors there (their
 * outlines, not their boxes), topmost first, or else the ties and notes within `reach` points,
 * nearest first. An array of const NkItem *, to be freed. */
GPtrArray    *nk_pick_all (const NkScene *scene,
                           double         x,
                           double         y,
                           double         reach);
/* The first of them, or NULL. */
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
/* The ties whose lines come into a rectangle. The same. */
GPtrArray    *nk_pick_across (const NkScene *scene,
                              double         x,
                              double         y,
                              double         width,
                              double         height);

G_END_DECLS
