/* The free method: tied actors near each other, and nothing else. */
#pragma once

#include "layout/plan.h"

/* Moves the free boxes of a plan that has at least one. If nothing is fixed each piece is turned
 * and stretched so that all fill a page of the wanted aspect; who has no ties stands in rows below.
 * FALSE with an error if it can't be done. */
gboolean nk_free (NkPlan  *plan,
                  GError **error);
