/* The preview of a figure: its page as it will be printed, with rulers in millimetres, either all of
 * it or as large as on paper. Stands in a scrolled window. */
#pragma once

#include "drawing/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_FIGURE_PREVIEW (nk_figure_preview_get_type ())
G_DECLARE_FINAL_TYPE (NkFigurePreview, nk_figure_preview, NK, FIGURE_PREVIEW, GtkWidget)

/* The figure's scene; NULL: nothing is shown. */
void nk_figure_preview_set_scene (NkFigurePreview *preview,
                                  NkScene         *scene);
/* All of the page (but not larger than on paper), or as large as on paper. */
void nk_figure_preview_set_fit   (NkFigurePreview *preview,
                                  gboolean         fit);

G_END_DECLS
