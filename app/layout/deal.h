/* Deals boxes to rows: the first step from where ties pull them to where they can stand. */
#pragma once

#include "layout/rows.h"

/* Where nothing is fixed: gives each line of the arranged zones a row, and deals the boxes to the
 * rows of their zones by where they are now. */
NkRows *nk_deal (NkPlan  *plan,
                 NkZones *zones);
