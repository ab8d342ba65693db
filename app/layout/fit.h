/* Brings an arranged frame to where the fixed boxes are. */
#pragma once

#include "layout/bands.h"
#include "layout/hulls.h"

/* Moves the zones' rectangles, each towards its fixed boxes and into its band: there its boxes
 * would best stand. Returns a region for each zone, to be freed: there, with the outlines of
 * districts, they may stand; regions hold what is fixed of their zones, do not meet, and leave
 * what is fixed beside the bands at their right. */
NkHull *nk_fit (const NkPlan *plan,
                NkZones      *zones,
                const NkBand *bands);
