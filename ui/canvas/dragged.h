/* What is being dragged: copies of the items of the selected actors and notes and of the ties at
 * them, moved along with the pointer while the scene stays as it is. */
#pragma once

#include "drawing/scene.h"
#include "map/map.h"
#include "ui/session/selection.h"

G_BEGIN_DECLS

typedef struct _NkDragged NkDragged;

NkDragged               *nk_dragged_new     (NkScene           *scene,
                                             const NkMap       *map,
                                             const NkSelection *selection);
void                     nk_dragged_free    (NkDragged         *dragged);

/* The numbers of the scene's items that it stands for, and the area that they cover. */
GHashTable              *nk_dragged_numbers (NkDragged         *dragged);
const cairo_rectangle_t *nk_dragged_area    (NkDragged         *dragged);

/* Moves everything to this offset from where it was, on the map. */
void                     nk_dragged_move    (NkDragged         *dragged,
                                             double             dx,
                                             double             dy);
void                     nk_dragged_offset  (NkDragged         *dragged,
                                             double            *dx,
                                             double            *dy);

/* The items as they are now, in drawing order. */
guint                    nk_dragged_n_items (NkDragged         *dragged);
const NkItem            *nk_dragged_item    (NkDragged         *dragged,
                                             guint              i);
/* The area that they cover now. */
void                     nk_dragged_bounds  (NkDragged         *dragged,
                                             cairo_rectangle_t *bounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkDragged, nk_dragged_free)

G_END_DECLS
