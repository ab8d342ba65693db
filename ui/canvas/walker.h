/* A walker: takes the keyboard from actor to actor. Whom it comes to is selected, unless somebody gathers:
 * then what is selected stays, and a cursor goes on alone, which adds and takes away. Private to the
 * canvas and its keys. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

typedef struct _NkWalker NkWalker;

NkWalker *nk_walker_new     (NkCanvas *canvas);
void      nk_walker_free    (NkWalker *walker);

/* Each of these begins with whom is nearest to the middle of the view, if nobody is selected. FALSE if
 * no actor is drawn. */

/* On along the ties (1), or back (-1), until everybody was met, and round again. */
gboolean  nk_walker_along   (NkWalker *walker,
                             int       direction);
/* To the nearest one in a direction; straight back to where the last such step came from. Stays where
 * nobody is that way. */
gboolean  nk_walker_toward  (NkWalker *walker,
                             int       dx,
                             int       dy);
/* Begins to gather; while that lasts, adds to the selection or takes from it. */
gboolean  nk_walker_gather  (NkWalker *walker);

G_END_DECLS
