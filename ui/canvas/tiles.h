/* Tiles: a scene as a mosaic of painted squares.
 *
 * A scene is far too slow to paint in each frame. Worker threads paint squares of 256 device pixels
 * from the immutable scene; a frame only puts together what is there. What is not painted yet shows
 * squares of another size, scaled, over a small picture of the whole scene, so nothing is ever
 * blank. Main thread only, but for the painting. */
#pragma once

#include "drawing/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NkTiles NkTiles;

/* What the canvas shows, in device pixels. */
typedef struct
{
  int step;                /* the camera's: the name of the size */
  double scale;            /* device pixels a point */
  int origin_x, origin_y;  /* where the scene's origin is */
  int width, height;
} NkTilesView;

/* Called in the main thread when something new was painted. */
typedef void (*NkTilesPainted) (gpointer user_data);

NkTiles *nk_tiles_new        (NkTilesPainted          painted,
                              gpointer                user_data);
void     nk_tiles_free       (NkTiles                *tiles);

/* Another scene. `damage` says where it differs (an array of cairo_rectangle_t); NULL:
 * everywhere, and nothing of the old one is to be seen any more. */
void     nk_tiles_set_scene  (NkTiles                *tiles,
                              NkScene                *scene,
                              const GArray           *damage);
/* Leaves these items of the scene out, by number, or none (NULL); they cover `area`. Another scene
 * has other numbers, and leaves none out. */
void     nk_tiles_set_without(NkTiles                *tiles,
                              GHashTable             *without,
                              const cairo_rectangle_t*area);
/* From now on what is too small to be seen is painted as well, as on paper. */
void     nk_tiles_set_whole  (NkTiles                *tiles);
/* The screen has another number of device pixels a pixel: nothing painted is of use. */
void     nk_tiles_forget     (NkTiles                *tiles);

/* Has painted what this view shows, the middle first, then what lies round it; what was asked for
 * before and not begun is dropped. */
void     nk_tiles_ask        (NkTiles                *tiles,
                              const NkTilesView      *view);
/* TRUE if all that this view shows is painted, in its size and from the scene as it is. */
gboolean nk_tiles_is_sharp   (NkTiles                *tiles,
                              const NkTilesView      *view);

/* Puts together a frame: as one Cairo node, or, if `textures`, as one texture a tile. `device` is
 * the device pixels a pixel of the snapshot. */
void     nk_tiles_snapshot   (NkTiles                *tiles,
                              const NkTilesView      *view,
                              GtkSnapshot            *snapshot,
                              int                     device,
                              gboolean                textures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTiles, nk_tiles_free)

G_END_DECLS
