/* The tidy method: what a person has placed, without overlaps, rows and columns straight. */
#pragma once

#include "layout/plan.h"

/* Moves the free boxes of a plan that has at least one, each as little as it must. Those that have
 * no place yet come near those to whom they are tied. Nobody who stood well to the left of another
 * comes to stand right of him, nor who stood above below. Always TRUE. */
gboolean nk_tidy (NkPlan  *plan,
                  GError **error);
