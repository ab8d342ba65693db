/* The overlay: what the window paints over the scene and no figure contains. Selection, hover,
 * handles, the rubber band, what is being dragged, a tie that is being drawn. */
#pragma once

#include "ui/canvas/dragged.h"
#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a gesture shows while it lasts. All in points of the scene. */
typedef struct
{
  NkDragged *dragged;         /* or NULL */
  cairo_rectangle_t band;     /* the rubber band; width 0: none */
  gboolean tying;             /* a tie is drawn from one point to the other */
  NkPoint from, to;
  char *tie_kind;             /* id; "" or NULL: none */
  char *target;               /* the actor to which it would go, or NULL */
  char *level, *district;     /* the zone in which something would come to stand, or NULL */
  int plane;                  /* on which that is, or -1 */
  char *words;                /* what it would become, said beside it, or NULL */
  NkPoint goal;               /* with words: where it would be drawn to */
} NkGesture;

void     nk_gesture_clear          (NkGesture     *gesture);

/* Paints it all, in pixels of a canvas of this size; each has `device` device pixels a side. */
void     nk_overlay_snapshot       (NkSession     *session,
                                    NkGesture     *gesture,
                                    GtkSnapshot   *snapshot,
                                    int            width,
                                    int            height,
                                    int            device);

/* The handle of an actor's item, from which ties are drawn: its middle. FALSE if the item is too
 * small on the screen to have one. */
gboolean nk_overlay_handle         (NkSession     *session,
                                    const NkItem  *item,
                                    NkPoint       *middle);
/* TRUE if a point of the scene is on the handle. */
gboolean nk_overlay_is_on_handle   (NkSession     *session,
                                    const NkItem  *item,
                                    double         x,
                                    double         y);

G_END_DECLS
