/* Hulls: the rectangles round what stands in the zones already. */
#pragma once

#include "layout/zones.h"

typedef struct
{
  double left, right, top, bottom;   /* left > right: nothing stands there */
} NkHull;

/* The hulls of the zones' settled boxes, strays left out. To be freed. O(boxes). */
NkHull   *nk_hulls_new    (const NkPlan  *plan,
                           const NkZones *zones);

/* Marks as strays those fixed boxes, as few as it finds, without which no zone's hull meets
 * that of another in the same band. */
void      nk_hulls_part   (NkPlan        *plan,
                           const NkZones *zones);

NkHull    nk_hull_with    (NkHull         hull,
                           const NkBox   *box);
static inline gboolean
nk_hull_is_empty (const NkHull *hull)
{
  return hull->left > hull->right;
}

/* The district's outline round a hull, as wide as its name at least; where none is drawn, the
 * hull. */
NkHull    nk_hull_outline (const NkPlan  *plan,
                           const NkZone  *zone,
                           NkHull         hull);

/* The same, but not wider for the name. */
NkHull    nk_hull_padded  (const NkPlan  *plan,
                           const NkZone  *zone,
                           NkHull         hull);

/* TRUE if two rectangles have more in common than an edge. */
gboolean  nk_hulls_meet   (const NkHull  *a,
                           const NkHull  *b);
/* TRUE if the second is within the first. */
gboolean  nk_hull_holds   (const NkHull  *hull,
                           const NkHull  *other);
NkHull    nk_hull_of_box  (const NkBox   *box);
