/* Moves boxes apart that overlap. */
#pragma once

#include "layout/plan.h"

/* Moves free boxes, each little, until none is nearer to another than the gaps, less 0.02 since what
 * is fixed has been rounded; fixed ones stay.
 * What cannot be pushed clear goes to the nearest free place, so that in the end no free box
 * overlaps anything. O(rounds × boxes) where boxes are spread. */
void nk_overlap_remove (NkPlan *plan,
                        double  gap_x,
                        double  gap_y);
