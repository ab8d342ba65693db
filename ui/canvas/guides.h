/* Guides: with what that is dragged stands in line, painted over the picture. */
#pragma once

#include "geometry/snap.h"
#include "ui/canvas/accent.h"

G_BEGIN_DECLS

/* Paints an array of NkGuide (points of the scene) in pixels of a canvas. The scene's origin is at
 * x, y of it; `scale` is how many pixels a point has. */
void nk_guides_snapshot (GArray         *guides,
                         const NkAccent *accent,
                         GtkSnapshot    *snapshot,
                         double          x,
                         double          y,
                         double          scale);

G_END_DECLS
