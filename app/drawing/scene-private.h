/* How a scene is made: new, items added in drawing order, finished. From then on it never
 * changes. */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/* A projective map of the plane: (x, y, 1) times this, divided by the third. Row by row. */
typedef struct
{
  double m[9];
} NkTransform;

NkTransform nk_transform_scale   (double             scale,
                                  double             dx,
                                  double             dy);
/* First `b`, then `a`. */
NkTransform nk_transform_join    (const NkTransform *a,
                                  const NkTransform *b);
NkTransform nk_transform_inverse (const NkTransform *transform);
/* A point in front of the horizon; one behind it is taken to be very far away. */
NkPoint     nk_transform_point   (const NkTransform *transform,
                                  double             x,
                                  double             y);

/* An empty scene, in which map and scene are the same. `theme` may be NULL: paper. */
NkScene    *nk_scene_new         (const NkTheme     *theme);

/* The next item, empty but for what is given; it may be filled until another one is added. */
NkItem     *nk_scene_add         (NkScene           *scene,
                                  NkItemType         type,
                                  NkRecordKind       kind,
                                  const char        *id,
                                  int                plane);
/* Gives an item its path (copied) or its lettering (taken). */
void        nk_item_set_path     (NkItem            *item,
                                  const NkPoint     *path,
                                  guint              n_path,
                                  gboolean           curved);
void        nk_item_set_text     (NkItem            *item,
                                  NkLettering       *lettering,
                                  double             x,
                                  double             y,
                                  NkInk              ink);
void        nk_item_set_body     (NkItem            *item,
                                  NkShape            shape,
                                  double             x,
                                  double             y,
                                  double             width,
                                  double             height);

/* How the map lies on a plane (-1: where there are none). */
void        nk_scene_set_transform (NkScene           *scene,
                                    int                plane,
                                    const NkTransform *transform);
NkTransform nk_scene_transform   (const NkScene     *scene,
                                  int                plane);

/* Adds all items of `other`, scaled and then moved, and takes over how the map lies in them. */
void        nk_scene_add_scaled  (NkScene           *scene,
                                  const NkScene     *other,
                                  double             scale,
                                  double             dx,
                                  double             dy);

/* Seals it: bounds, index, look-up. The page is 0 by 0 for the window. */
void        nk_scene_finish      (NkScene           *scene,
                                  double             page_width,
                                  double             page_height);

G_END_DECLS
