/* Orders boxes on a circle so that few of the ties between them cross. */
#pragma once

#include "layout/plan.h"

/* `groups` says of each place which group stands there, groups one after the other; a box keeps its
 * group. First each group is strung together along its ties; then each box in turn is moved to the
 * best place in its group, until nothing is gained or it has taken long enough (counted in steps,
 * so that the result is always the same). */
void nk_sift (const NkPlan *plan,
              int          *members,
              const int    *groups,
              int           n);
