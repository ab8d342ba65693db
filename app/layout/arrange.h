/* Stands zones of known shelves, widths and row heights where they belong. */
#pragma once

#include "layout/zones.h"

/* Sets rectangle and row_y of all zones: shelf below shelf, the rows of a shelf aligned, all as wide as the
 * widest shelf if they can be; the column beside the bands at the right. The top left is at 0, 0. */
void nk_arrange        (const NkPlan *plan,
                        NkZones      *zones);

/* The column beside the bands only: from x = `left` on, between `top` and `bottom`, or lower. */
void nk_arrange_beside (const NkPlan *plan,
                        NkZone       *beside,
                        double        left,
                        double        top,
                        double        bottom);
