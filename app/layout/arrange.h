/* Stands zones of known shelves, widths and row heights where they belong. */
#pragma once

#include "layout/zones.h"

/* Sets rectangle and row_y of all zones: shelf below shelf, the rows of a shelf aligned, all as
 * wide as the widest shelf if they can be; the column beside the bands at the right. The top left
 * is at 0, 0. */
void nk_arrange_zones         (const NkPlan *plan,
                               NkZones      *zones);
/* Moves the column beside the bands up or down, to be in the middle of what it is tied to: boxes in
 * bands are where they will stay. */
void nk_arrange_centre_beside (const NkPlan *plan,
                               NkZones      *zones);
