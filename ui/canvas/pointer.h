/* The pointer on a canvas: what a press, a drag and two clicks mean. How one moves about is in
 * ui/canvas/travel.h. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

typedef struct _NkPointer NkPointer;

/* Adds its controllers to the canvas, which owns them. */
NkPointer *nk_pointer_new       (NkCanvas  *canvas);
void       nk_pointer_free      (NkPointer *pointer);

/* Ends the gesture under way with nothing changed. FALSE if there is none. */
gboolean   nk_pointer_cancel    (NkPointer *pointer);
/* Does the last motion of the drag under way again, if there is one. */
void       nk_pointer_repeat    (NkPointer *pointer);
/* Selects what lies at a point of the canvas, unless that is selected already; nothing: none. */
void       nk_pointer_select_at (NkPointer *pointer,
                                 double     x,
                                 double     y);
/* While the space key is down a drag moves the paper. */
void       nk_pointer_set_space (NkPointer *pointer,
                                 gboolean   down);

G_END_DECLS
