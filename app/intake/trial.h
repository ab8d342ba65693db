/* A map as it would be with the levels, districts and other lists of an edit that is being made, so that
 * new actors find room in them. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

/* A copy of the map with what the edit does to its lists, and to nobody else. To be freed. */
NkMap *nk_trial_of_lists (const NkMap  *map,
                          const NkEdit *edit);

G_END_DECLS
