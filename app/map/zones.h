/* Where an actor belongs on the map: its band (level) and its district box. Layout, drawing and
 * dragging must all mean the same by it. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

/* The position of the level at which districts have their boxes: the one where most actors with
 * a district stand (the lower of two); -1 if there is none. Elsewhere a district is only a
 * field. O(actors). */
int nk_map_district_level (const NkMap    *map);

/* The position of the actor's level, -1 if it has none (it stands beside all bands) or an
 * unknown one. */
int nk_actor_band         (const NkMap    *map,
                           const NkRecord *actor);

/* The position of the district in whose box the actor stands, -1 if in none. `district_level` is
 * what nk_map_district_level () said. */
int nk_actor_box          (const NkMap    *map,
                           const NkRecord *actor,
                           int             district_level);

G_END_DECLS
