/* The spatial index of a scene: a grid of cells, each with the items that may touch it. */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

typedef struct _NkIndex NkIndex;

/* Of items whose bounds are known. O(items). */
NkIndex *nk_index_new   (const NkItem  *items,
                         guint          n);
void     nk_index_free  (NkIndex       *index);

/* Numbers of the items that touch a rectangle, ascending: an array of guint. */
GArray  *nk_index_query (const NkIndex *index,
                         double         x,
                         double         y,
                         double         width,
                         double         height);

G_END_DECLS
