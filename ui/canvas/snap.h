/* Snapping on the canvas: what is dragged comes to stand in line with what is near it and in view.
 * How, app/geometry/snap.h says. */
#pragma once

#include "geometry/snap.h"
#include "ui/canvas/press.h"

G_BEGIN_DECLS

typedef struct _NkSnapper NkSnapper;

/* For all that is dragged with the item that was pressed. NULL where lines that are straight on the map
 * are not so in the view, and in the triangle. */
NkSnapper *nk_snapper_new  (const NkPress   *press,
                            NkDragged       *dragged);
void       nk_snapper_free (NkSnapper       *snapper);

/* Corrects an offset of the scene (points) from where the drag began. An array of NkGuide, what holds
 * there, to be freed. */
GArray    *nk_snapper_snap (NkSnapper       *snapper,
                            double          *dx,
                            double          *dy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSnapper, nk_snapper_free)

G_END_DECLS
