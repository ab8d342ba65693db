/* Bundles: ties between the same two zones run side by side, as one trunk that fans out at both
 * ends. Each can be followed: they are evenly spaced, and keep their order. */
#pragma once

#include "drawing/courses.h"

G_BEGIN_DECLS

/* Leads the courses that have the same `bundle` through a common trunk, where three or more can be
 * and there is room for one: gives each two turns, where it joins the trunk and where it leaves
 * it, and sets `bundled`. Their ways must be straight so far. */
void nk_bundles_lay (GArray   *courses,
                     NkStands *stands);

G_END_DECLS
