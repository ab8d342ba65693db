/* Bands: from where to where each reaches, so that as many fixed boxes as can be are in theirs. */
#pragma once

#include "layout/zones.h"

/* The lines part a band from its neighbours; free boxes keep between top and bottom, a little away
 * from the lines. Infinite at the top and the bottom of the map. */
typedef struct
{
  double upper_line, lower_line;
  double top, bottom;
} NkBand;

/* The bands of the job. The zones have been arranged; where nothing is fixed their
 * heights count. Marks the fixed boxes outside the lines of their band as strays. To be freed.
 * O(boxes × bands). */
NkBand *nk_bands_new (NkPlan        *plan,
                      const NkZones *zones);
