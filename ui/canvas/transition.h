/* A transition: the way from one scene to another, for the eye to follow who goes where. In a cheap
 * form, so that each frame is done in time: actors are pictures of themselves, ties are straight.
 * With very many actors these are bare boxes without ties. */
#pragma once

#include "drawing/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NkTransition NkTransition;

/* From where a scene is looked at: pixels of the canvas, the paper in points. */
typedef struct
{
  double x, y;             /* the scene's origin */
  double scale;            /* pixels a point */
  cairo_rectangle_t paper;
} NkLook;

/* NULL if nobody goes anywhere that is in both scenes. O(items). */
NkTransition *nk_transition_new      (NkScene      *from,
                                      NkScene      *to,
                                      const NkLook *look);
void          nk_transition_free     (NkTransition *transition);

/* TRUE if it leads to this scene as well, since all stand there as in its own. O(items). */
gboolean      nk_transition_fits     (NkTransition *transition,
                                      NkScene      *scene);

/* Paints it at a time from 0 to 1 on a canvas of this size; each pixel has `device` device pixels a
 * side. It began with the look that it was made with, and ends with this one. */
void          nk_transition_snapshot (NkTransition *transition,
                                      double        time,
                                      const NkLook *look,
                                      GtkSnapshot  *snapshot,
                                      int           width,
                                      int           height,
                                      int           device);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTransition, nk_transition_free)

G_END_DECLS
