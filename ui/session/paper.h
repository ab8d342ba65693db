/* The paper: the white rectangle in the window on which a scene lies. */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/* The paper that a scene asks for by itself: its bounds with a rim, A4 at least. */
cairo_rectangle_t nk_paper_of   (const NkScene     *scene);

/* Makes room on the paper for another scene. */
void              nk_paper_grow (cairo_rectangle_t *paper,
                                 const NkScene     *scene);

G_END_DECLS
