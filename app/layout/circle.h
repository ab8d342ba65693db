/* The circle method: all on one ring, by band and district, so that few ties cross. */
#pragma once

#include "layout/plan.h"

/* Moves the free boxes of a plan that has at least one. The top band is on top, the others follow
 * clockwise. Always TRUE. */
gboolean nk_circle (NkPlan  *plan,
                    GError **error);
