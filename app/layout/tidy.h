/* The tidy method: what a person has placed, without overlaps, rows and columns straight. */
#pragma once

#include "layout/plan.h"

/* Moves the free boxes of a plan that has at least one, each as little as it must. Those that have
 * no place yet come near those to whom they are tied. Whoever stood left of another still does, and
 * whoever stood above: also in one row, or column, where it is a matter of hundredths of a point.
 * Only where there is no other way past what is fixed a few change sides. Always TRUE. */
gboolean nk_tidy (NkPlan  *plan,
                  GError **error);
