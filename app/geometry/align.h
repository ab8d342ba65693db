/* Aligning and distributing boxes: what a hand would have to do one by one. */
#pragma once

#include "geometry/box.h"

#include <glib.h>

typedef enum
{
  NK_SIDE_LEFT,
  NK_SIDE_CENTRE,
  NK_SIDE_RIGHT,
  NK_SIDE_TOP,
  NK_SIDE_MIDDLE,
  NK_SIDE_BOTTOM
} NkSide;

/* Moves boxes until they all have this side, or their middles, where the bounds of all have it. */
void nk_align      (NkBox  *boxes,
                    guint   n,
                    NkSide  side);

/* Moves boxes until the gaps between neighbours along an axis are equal; the first and the last of
 * them, by their middles, stay. Where they have no room the gaps are negative, and equal as well.
 * Nothing happens to fewer than three. O(n log n). */
void nk_distribute (NkBox  *boxes,
                    guint   n,
                    NkAxis  axis);
