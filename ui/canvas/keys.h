/* The keys that a canvas knows by itself: those that are no command of the menu. */
#pragma once

#include "ui/canvas/canvas.h"
#include "ui/canvas/pointer.h"
#include "ui/canvas/walker.h"

G_BEGIN_DECLS

/* Adds the controller to the canvas. */
void nk_keys_attach (NkCanvas  *canvas,
                     NkPointer *pointer,
                     NkWalker  *walker);

G_END_DECLS
