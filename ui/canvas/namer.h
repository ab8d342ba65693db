/* The namer: who is named on a canvas, and what becomes of it. The entry itself is a naming
 * (ui/canvas/naming.h). */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

typedef struct _NkNamer NkNamer;

NkNamer   *nk_namer_new      (NkCanvas     *canvas);
/* That of a canvas. */
NkNamer   *nk_canvas_namer   (NkCanvas     *canvas);
void       nk_namer_free     (NkNamer      *namer);

/* Names an actor that is there (`id`), or a new one (NULL). */
void       nk_namer_start    (NkNamer      *namer,
                              const char   *id,
                              const char   *name,
                              const NkSpot *spot);
/* The tie from this actor to the one that is named; see nk_canvas_name_tied (). */
void       nk_namer_tie      (NkNamer      *namer,
                              const char   *from);
gboolean   nk_namer_is_on    (NkNamer      *namer);
/* Takes what is typed, or leaves all as it was. FALSE if nobody is named. */
gboolean   nk_namer_end      (NkNamer      *namer,
                              gboolean      take);
/* A press on the canvas (pixels) while somebody is named: on the slot of an empty district it says
 * where, on the widget it is none of the map's. FALSE if it means something else. */
gboolean   nk_namer_press    (NkNamer      *namer,
                              double        x,
                              double        y);

/* The widget, and its place on the canvas; NULL if nobody is named. */
GtkWidget *nk_namer_widget   (NkNamer      *namer);
void       nk_namer_allocate (NkNamer      *namer);

G_END_DECLS
