/* The tile painter: threads of low priority that paint parts of scenes into images. */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

typedef struct
{
  NkScene *scene;
  GHashTable *without;      /* numbers of items that are left out, or NULL */
  double scale;             /* device pixels a point */
  gboolean whole;           /* what is too small to be seen is painted as well */
  int x, y, width, height;  /* the part, in device pixels from the scene's origin */
  cairo_surface_t *image;   /* what was painted */
  /* The caller's own: which square it is, and in which state it was. */
  int step, column, row;
  guint version;
} NkTileJob;

typedef struct _NkTilePainter NkTilePainter;

/* Called in the main thread with a finished job, which it takes. */
typedef void (*NkTileDone) (NkTileJob *job,
                            gpointer   user_data);

NkTileJob     *nk_tile_job_new         (NkScene       *scene,
                                        GHashTable    *without);
void           nk_tile_job_free        (NkTileJob     *job);

NkTilePainter *nk_tile_painter_new     (NkTileDone     done,
                                        gpointer       user_data);
/* Nothing is called any more after this. */
void           nk_tile_painter_free    (NkTilePainter *painter);

/* Replaces all jobs that have not been begun by these, to be done in this order: an array of
 * NkTileJob, which is taken. */
void           nk_tile_painter_replace (NkTilePainter *painter,
                                        GPtrArray     *jobs);

G_END_DECLS
