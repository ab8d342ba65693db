/* Random edits, as people make them, with texts that are hard to keep. */
#pragma once

#include "map/map.h"

/* One to three things done to the map at once: records added, changed, tied, removed, or one
 * moved in its list. May be empty. */
NkEdit *random_edit   (GRand       *random,
                       const NkMap *map);

/* A new name for some actor; empty if there is none. */
NkEdit *random_typing (GRand       *random,
                       const NkMap *map);
