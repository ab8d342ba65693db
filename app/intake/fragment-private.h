/* What taking a fragment and pasting it know of each other. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

/* The member of an actor in the file of a fragment that is there only for the sake of a tie. */
#define NK_FRAGMENT_COMPANION "\"companion\": true"

gboolean nk_fragment_is_companion (const NkRecord *actor);

/* Gives new actors, which are as they will be in `map` but for their places, a place there. `actors` are
 * not sealed and hold the places from which they come, if they had one. Returns by how much all of them
 * moved, or, if each went its own way, by how much notes should. */
NkPoint  nk_fragment_place        (const NkMap    *map,
                                   GPtrArray      *actors,
                                   const NkPoint  *shift);

G_END_DECLS
