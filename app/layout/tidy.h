/* The tidy method: what a person has placed, without overlaps and with straight rows and columns. */
#pragma once

#include "layout/plan.h"

/* Moves the free boxes of a plan that has at least one, each as little as it must. Those that have no
 * place yet come near those to whom they are tied. Nobody who stood left of another comes to stand right of him, nor
 * below who stood above, unless they overlapped. Always TRUE. */
gboolean nk_tidy (NkPlan  *plan,
                  GError **error);
