/* The overlay: what the window paints over the scene and no figure contains. Selection, hover,
 * handles, the rubber band, what is being dragged, a tie that is being drawn. */
#pragma once

#include "ui/canvas/dragged.h"
#include "ui/canvas/ghost.h"
#include "ui/canvas/handles.h"
#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a gesture shows while it lasts. All in points of the scene. */
typedef struct
{
  NkDragged *dragged;         /* or NULL */
  cairo_rectangle_t band;     /* the rubber band; width 0: none */
  NkGhost *ghost;             /* a tie that is led by hand, or NULL */
  char *target;               /* the actor to which it would go, or NULL */
  char *level, *district;     /* the zone in which something would come to stand, or NULL */
  int plane;                  /* on which that is, or -1 */
  char *words;                /* what it would become, said above `at`, or NULL */
  NkPoint at;
  gboolean aims;              /* it would be drawn to `goal` */
  NkPoint goal;
  GArray *slots;              /* of NkSlot: districts where nobody stands yet, or NULL */
  int slot;                   /* the district of the one that is meant, if there are slots; or -1 */
  GArray *guides;             /* with what it is in line: NkGuide, or NULL */
} NkGesture;

void nk_gesture_clear    (NkGesture   *gesture);

/* Paints it all, in pixels of a canvas of this size; each has `device` device pixels a side. */
void nk_overlay_snapshot (NkSession   *session,
                          NkGesture   *gesture,
                          GtkSnapshot *snapshot,
                          int          width,
                          int          height,
                          int          device);

G_END_DECLS
