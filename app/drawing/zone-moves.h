/* Where actors go whose band or district box an edit changes, so that the drawing still says where they
 * belong. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

/* Adds to an edit, before it is applied, what follows from it on the drawing. When levels are put in
 * another order, or one is merged into another, whole bands go there with all that stands in them;
 * districts the same, if their boxes stand side by side in the order of the list. Others whose level
 * or district it changes go to the nearest free place where they belong. Who has no place gets none.
 * O(records) for an edit that changes none of that. */
void nk_edit_follow_zones (NkEdit      *edit,
                           const NkMap *map);

G_END_DECLS
