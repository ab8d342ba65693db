/* Ports: the ties that end at one side of a body share it, in the order in which they come. */
#pragma once

#include "drawing/courses.h"

G_BEGIN_DECLS

/* Says where the starts and ends of courses are wanted: apart from each other. */
void nk_ports_spread (GArray *courses);

G_END_DECLS
