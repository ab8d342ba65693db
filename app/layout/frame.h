/* The frame: on which shelf a zone stands, in how many rows, how wide. Bands from the
 * top, zones of a band side by side in their order, many of them on several shelves. Of all frames
 * that one is taken which can be shown largest on a page of the wanted aspect. */
#pragma once

#include "layout/zones.h"

/* Sets shelf, rows and width of every zone, as if nothing was fixed, and arranges them. */
void nk_frame_make (const NkPlan *plan,
                    NkZones      *zones);
