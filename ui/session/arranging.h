/* Arranging by hand: the edits that put several actors in order at once, and that pin them. */
#pragma once

#include "drawing/scene.h"
#include "geometry/align.h"
#include "ui/session/selection.h"

G_BEGIN_DECLS

/* The selected actors that have a place: const NkRecord *, owned by the map. To be freed. */
GPtrArray *nk_arranging_actors    (const NkMap       *map,
                                   const NkSelection *selection);

/* The selected actors in line, or with equal gaps from one to the next: see geometry/align.h. As if
 * each were dragged there: it is pinned, and belongs to where it stands in `scene`. */
NkEdit    *nk_edit_for_align      (const NkMap       *map,
                                   const NkScene     *scene,
                                   const NkSelection *selection,
                                   NkSide             side);
NkEdit    *nk_edit_for_distribute (const NkMap       *map,
                                   const NkScene     *scene,
                                   const NkSelection *selection,
                                   NkAxis             axis);

/* TRUE if there are selected actors that have a place, and all of them are pinned. */
gboolean   nk_arranging_is_pinned (const NkMap       *map,
                                   const NkSelection *selection);
/* Pins all of them, or lets them loose. */
NkEdit    *nk_edit_for_pinned     (const NkMap       *map,
                                   const NkSelection *selection,
                                   gboolean           pinned);

G_END_DECLS
