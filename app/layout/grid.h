/* The grid method: rows and columns, by band, district and name. */
#pragma once

#include "layout/plan.h"

/* Moves the free boxes of a plan that has at least one. Each band, and each district in it, begins
 * a new row. The rows and columns go through what is fixed, as nearly as can be; places where
 * something fixed is stay empty. Always TRUE. */
gboolean nk_grid (NkPlan  *plan,
                  GError **error);
