/* A press: where and on what a button or a finger went down, and the drags that it can become. Each
 * kind of drag is a file of its own (drag-*.c). Private to the pointer and to them. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

typedef struct
{
  NkCanvas *canvas;
  double x, y;               /* where it went down, pixels */
  NkPoint point;             /* the same in the scene: there it stays while the paper moves */
  const NkItem *item;        /* what lies there, in `scene`; NULL: empty ground */
  NkHandle handle;           /* that lies there, or of the kind NK_HANDLE_NONE */
  gboolean touch;            /* it is a finger */
  NkScene *scene;            /* as it was then; NULL: nothing is pressed */
  GdkModifierType keys;      /* that are down now */
  NkSelection *before;       /* what was selected; a rubber band adds to it */
  double farthest;           /* a tie that is drawn: how far it has been, pixels */
  struct _NkSnapper *snapper;/* a move: what it snaps to, or NULL */
  double done_x, done_y;     /* a panning: the offset that is done, pixels */
} NkPress;

/* A kind of drag. Offsets are from the press, in pixels. */
typedef struct
{
  void (*begin)  (NkPress *press);
  void (*update) (NkPress *press,
                  double   dx,
                  double   dy);
  void (*end)    (NkPress *press,
                  double   dx,
                  double   dy);
  /* Leaves all as it was before the press. */
  void (*cancel) (NkPress *press);
} NkDrag;

extern const NkDrag nk_drag_pan;    /* moves the paper */
extern const NkDrag nk_drag_band;   /* a rubber band */
extern const NkDrag nk_drag_move;   /* moves what is selected */
extern const NkDrag nk_drag_tie;    /* draws a tie from an actor */
extern const NkDrag nk_drag_bend;   /* bends the line of a tie */
extern const NkDrag nk_drag_end;    /* leads an end of a tie to another actor */

NkSession    *nk_press_session    (const NkPress *press);
const NkMap  *nk_press_map        (const NkPress *press);
/* What lies at a point of the canvas (pixels) now, or NULL. */
const NkItem *nk_canvas_pick      (NkCanvas      *canvas,
                                   double         x,
                                   double         y);
/* All that lies there, what is meant first; see nk_pick_all (). To be freed. */
GPtrArray    *nk_canvas_pick_all  (NkCanvas      *canvas,
                                   double         x,
                                   double         y);
/* Where the pointer is now, in the scene. */
NkPoint       nk_press_now        (const NkPress *press,
                                   double         dx,
                                   double         dy);
/* The actor under the pointer, or NULL. */
const NkItem *nk_press_target     (const NkPress *press,
                                   double         dx,
                                   double         dy);
/* The bends of the tie that was pressed, in the scene, and how many they are. To be freed. */
NkPoint      *nk_press_bends      (const NkPress *press,
                                   guint         *n);
/* Has a ghost take the place of the tie that was pressed. */
void          nk_press_lead_tie   (const NkPress *press);
/* How far on the map an offset of the scene is (points), on the plane of the item that was pressed. */
void          nk_press_map_offset (const NkPress *press,
                                   double         dx,
                                   double         dy,
                                   double        *map_dx,
                                   double        *map_dy);

G_END_DECLS
