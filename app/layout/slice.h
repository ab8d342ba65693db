/* Slices: parts a band between its zones. */
#pragma once

#include "layout/hulls.h"

/* Gives each of the rectangles `seats` a region of `whole` for itself: cut after cut, each between
 * two groups of seats, where it hurts their `wishes` least, which are rectangles that they would
 * like to have. Regions do not meet; each holds its seat. Where no cut is possible, seats share a
 * region. O(n² log n). */
void nk_slice (int           n,
               const NkHull *seats,
               const NkHull *wishes,
               NkHull        whole,
               double        gap,
               NkHull       *regions);
