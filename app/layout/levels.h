/* The levels method: bands from top to bottom, districts side by side, each actor in its zone. */
#pragma once

#include "layout/plan.h"

/* Moves the free boxes of a plan that has at least one. FALSE with an error if it can't be done. */
gboolean nk_levels (NkPlan  *plan,
                    GError **error);
