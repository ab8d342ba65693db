/* The radial method: rings round one actor, by how many ties away the others are. */
#pragma once

#include "layout/plan.h"

/* Moves the free boxes of a plan that has at least one. In the middle is the actor that the job
 * names, else the most tied one; who is tied to it over others stands behind these; who is not tied
 * to it stands below in rows. Without fixed boxes the rings are true circles; else the whole
 * is moved to where these are nearest to their places. Always TRUE. */
gboolean nk_radial (NkPlan  *plan,
                    GError **error);
