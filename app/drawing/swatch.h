/* Swatches: how a sector or a kind of tie looks, in little, for lists in the window. It is the look of
 * the drawing: the painter paints it. */
#pragma once

#include "drawing/style.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Paints the look of a sector (NK_SECTOR) or a kind of tie (NK_KIND) within 0, 0, width, height of the
 * current matrix; "" or an unknown id is plain. */
void nk_swatch_paint (cairo_t       *cr,
                      const NkTheme *theme,
                      const NkMap   *map,
                      NkRecordKind   kind,
                      const char    *id,
                      double         width,
                      double         height);
/* The same of a look that no sector has yet. */
void nk_swatch_paint_actor (cairo_t            *cr,
                            const NkTheme      *theme,
                            const NkActorStyle *style,
                            double              width,
                            double              height);

G_END_DECLS
