/* A glide: the camera goes calmly to what somebody has come to, so that the eye can follow; at once
 * where the system wants no animations. It ends when anybody else moves the camera. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

typedef struct _NkGlide NkGlide;

NkGlide *nk_glide_new  (NkCanvas                *canvas);
void     nk_glide_free (NkGlide                 *glide);

/* As far as is needed for an area of the scene to be in view, and not at all if it is; of one that is
 * larger than the view, the middle. What is `above` and `below` (pixels) something else covers. */
void     nk_glide_to   (NkGlide                 *glide,
                        const cairo_rectangle_t *area,
                        int                      above,
                        int                      below);

G_END_DECLS
