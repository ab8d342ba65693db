/* Landing: to which band and which district box belongs who is put down somewhere by hand. Dragging
 * shows it, and the edits do it.
 *
 * A band is no wider and no higher than those who stand in it, so what is put beside or above it is
 * meant to stand in it as well, and it grows: outside all bands counts the nearest one. In the same
 * way a district's box grows with an actor of its own that does not go far from it. */
#pragma once

#include "drawing/scene.h"
#include "map/map.h"

G_BEGIN_DECLS

typedef struct
{
  int band, district;   /* positions in the map's lists; -1: none */
} NkLanding;

/* Where one lands: what is asked of a map for many landings is asked once. */
typedef struct
{
  const NkMap *map;      /* all borrowed */
  const NkScene *scene;
  int district_level;    /* nk_map_district_level () */
} NkGround;

/* O(actors). */
NkGround  nk_ground        (const NkMap     *map,
                            const NkScene   *scene);

/* At a point of the scene, on this plane or -1. `actor` is who comes from elsewhere, or NULL if it is
 * somebody new. Without bands, and outside those of a plane, it is what the actor had. O(levels). */
NkLanding nk_landing_at    (const NkGround  *ground,
                            int              plane,
                            double           x,
                            double           y,
                            const NkRecord  *actor);

/* The level at which a district put down by hand gets its box: see nk_map_district_level (); on a map
 * where nobody has a district yet, the lowest. -1: there are no levels. */
int       nk_landing_district_level (const NkMap *map);

/* What to call it: "Between · North". To be freed; NULL if the map has no levels. */
char     *nk_landing_words (const NkMap     *map,
                            const NkLanding *landing);

G_END_DECLS
