/* Lanes: ties that turn at the same corner of a body lie side by side there. */
#pragma once

#include "drawing/courses.h"

G_BEGIN_DECLS

/* Moves the turns of courses off from their corners, in an order in which ties that run together
 * do not cross. */
void nk_lanes_spread (GArray          *courses,
                      NkStands        *stands,
                      const NkDetours *detours);

G_END_DECLS
