/* A figure that is dragged out of the window: as a picture, a drawing or PDF, and made only when somebody
 * takes it. */
#pragma once

#include "ui/figures/figure-choice.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

#define NK_TYPE_FIGURE_CONTENT (nk_figure_content_get_type ())
G_DECLARE_FINAL_TYPE (NkFigureContent, nk_figure_content, NK, FIGURE_CONTENT, GdkContentProvider)

/* The figure of the map as it is now. */
GdkContentProvider *nk_figure_content_new (const NkMap          *map,
                                           const NkFigureChoice *choice);

G_END_DECLS
