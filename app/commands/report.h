/* What a map is worth as a drawing, for people and programs to read. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

/* Prints the measures of a map as JSON; pinned actors should stand where they did in `before`. */
void nk_report (const NkMap *map,
                const NkMap *before);

G_END_DECLS
