/* Spots: where a new actor would come to stand, and to what it would belong there. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

/* At a point of the canvas (pixels). FALSE if none can be there. */
gboolean nk_spot_at (NkCanvas *canvas,
                     double    x,
                     double    y,
                     NkSpot   *spot);

/* To the right of an actor, in its band and district, on the plane that `spot` has; it is filled.
 * FALSE in the triangle, where nobody has a place. O(records). */
gboolean nk_spot_beside (NkCanvas   *canvas,
                         const char *actor,
                         NkSpot     *spot);

/* Where somebody comes from whom no more is known: beside the selected actor, else in the middle of
 * what is in view. FALSE if none can be there. */
gboolean nk_spot_next   (NkCanvas   *canvas,
                         NkSpot     *spot);

G_END_DECLS
