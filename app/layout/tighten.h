/* After the search: takes away what is too much. */
#pragma once

#include "layout/rows.h"

/* Where nothing is fixed: makes rows as high as their boxes, zones as wide as their rows, and moves
 * everything together, bands centred over each other. The rows keep their boxes; zones and
 * rows get new places, and the boxes with them. */
void nk_tighten (NkRows *rows);
