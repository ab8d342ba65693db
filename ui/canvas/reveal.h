/* Bringing what somebody has chosen elsewhere into the view of the canvas. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

/* Moves the map just so far that the record can be seen. Nothing happens if it can be already, or if it
 * is not drawn. */
void nk_canvas_reveal (NkCanvas     *canvas,
                       NkRecordKind  kind,
                       const char   *id);

G_END_DECLS
