/* The circle method: all on one ring, or a few, by band and district, so that few ties cross. */
#pragma once

#include "layout/plan.h"

/* Moves the free boxes of a plan that has at least one. The top band is on top, the others follow
 * clockwise. More than 60 stand on several rings, by turns. What is fixed stands where it would be
 * in the figure, as nearly as that can be moved to it. Always TRUE. */
gboolean nk_circle (NkPlan  *plan,
                    GError **error);
