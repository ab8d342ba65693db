/* Travelling over a canvas: the wheel, two fingers, a pinch and the middle button. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

typedef struct _NkTravel NkTravel;

/* Adds its controllers to the canvas, which owns them. */
NkTravel *nk_travel_new  (NkCanvas *canvas);
void      nk_travel_free (NkTravel *travel);

G_END_DECLS
