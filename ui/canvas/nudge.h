/* Nudging: the arrow keys move what is selected. Strokes one after the other are one step. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

/* By a stroke in this direction (-1, 0 or 1 each), a coarse or a fine one. FALSE if nothing is
 * selected. */
gboolean nk_nudge (NkCanvas *canvas,
                   int       x,
                   int       y,
                   gboolean  coarse);

G_END_DECLS
