/* The triangle: Struktur at the top, Ort at the lower left, Menschen at the lower right, and every
 * actor where its three weights draw it. */
#pragma once

#include "drawing/view-private.h"

G_BEGIN_DECLS

#define NK_WEIGHT_MOST 3

typedef struct
{
  NkPoint corners[NK_N_DIMENSIONS];   /* where weight in one dimension alone draws an actor */
} NkTriangle;

/* Stands the bodies of the actors (NkPlacedActor, each of some weight) in a triangle whose base is
 * `width` long and which is `height` high, its middle at 0, 0: those of equal shares close
 * together, all as near as can be to where their weights draw them, none over another or over the
 * sides. FALSE if they have no room. O(actors); the number of shares is limited. */
gboolean nk_triangle_stand   (NkTriangle      *triangle,
                            GArray          *actors,
                            double           width,
                            double           height);

/* How large the base of an equilateral triangle is in which they come to stand near enough. */
double nk_triangle_base    (GArray          *actors);

/* How the triangle lies in the scene, for nk_scene_set_transform (): from the shares of place and
 * people. */
NkTransform nk_triangle_transform (const NkTriangle *triangle);

/* The weights that an actor has which is put to a point of such a scene: those of whom it is put to,
 * or of the nearest combination. In `weights` are those that it has; of several that draw it to one
 * place, the ones that weigh as much as these before. Never all 0. O(items). */
void   nk_triangle_weights (const NkScene   *scene,
                            const NkMap     *map,
                            double           x,
                            double           y,
                            int              weights[NK_N_DIMENSIONS]);

/* One step upwards (y -1), downwards, to the left (x -1) or to the right; FALSE if there is none. */
gboolean nk_triangle_step  (int              weights[NK_N_DIMENSIONS],
                            int              x,
                            int              y);

G_END_DECLS
