/* Lanes: ties that turn at the same corner of a body lie side by side there. */
#pragma once

#include "drawing/courses.h"

G_BEGIN_DECLS

/* Says where the turns of courses are wanted: off from their corners, in an order in which ties
 * that run together do not cross. */
void nk_lanes_spread (GArray    *courses,
                      NkCorners *corners);

G_END_DECLS
