/* Spacing: ties that run beside each other, too close to be told apart, move apart. */
#pragma once

#include "drawing/courses.h"

G_BEGIN_DECLS

/* Moves the turns of courses away from other lines that they run beside, as far as nothing is in
 * the way. */
void nk_spacing_relax (GArray   *courses,
                       NkStands *stands);

G_END_DECLS
