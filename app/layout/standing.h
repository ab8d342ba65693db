/* Rows for boxes that stand already, round what is fixed. */
#pragma once

#include "layout/rows.h"

/* Where something is fixed: finds the rows in which the settled free boxes of each zone stand, so
 * that the search can go on from there. A row goes from obstacle to obstacle, within what its
 * zone takes up: whatever the search does, no box leaves its zone or its band, and no
 * district's box gets a stranger. Boxes that stand in no row have to stay. */
NkRows *nk_rows_standing (NkPlan  *plan,
                          NkZones *zones);
