/* Spots: where a new actor would come to stand, and to what it would belong there. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

/* At a point of the canvas (pixels). FALSE if none can be there. */
gboolean nk_spot_at (NkCanvas *canvas,
                     double    x,
                     double    y,
                     NkSpot   *spot);

G_END_DECLS
