/* Ports: the ties that end at one side of a body share it, in the order in which they come. */
#pragma once

#include "drawing/courses.h"

G_BEGIN_DECLS

/* Moves the starts and ends of courses apart. */
void nk_ports_spread (GArray *courses);

G_END_DECLS
