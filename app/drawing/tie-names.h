/* Names of ties: each stands on its line where that is clearest. */
#pragma once

#include "drawing/scene.h"
#include "map/map.h"

G_BEGIN_DECLS

/* The same drawing with the names of its ties, as labels with a rim of paper. No name stands on a
 * body, on other words or on an arrow head; it keeps off other lines where it can, and is near the
 * middle of its own. One that has no such room is left out. Takes the drawing, which may be the
 * result. `least_type` is the smallest type there may be, points. O(ties with names · what is near
 * them). */
NkScene *nk_tie_names_add      (NkScene       *drawn,
                                const NkMap   *map,
                                const char    *family,
                                double         least_type);

/* How many of the ties that are drawn have a name for which there was no room. */
guint    nk_tie_names_left_out (const NkScene *drawn,
                                const NkMap   *map);

G_END_DECLS
