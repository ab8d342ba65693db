/* The hierarchy method: rows from the top of each group downwards, by how many ties away. */
#pragma once

#include "layout/plan.h"

/* Moves the free boxes of a plan that has at least one. Ties that lead from one to the other lead
 * downwards, but for as few as can be where they go round in a circle. Where none lead, on top of
 * each group of actors who are tied to each other stands the most tied one of its highest band. Who
 * has no ties stands below in rows. Rows that would be too wide for the wanted aspect become
 * several. FALSE with an error if Graphviz fails. */
gboolean nk_hierarchy (NkPlan  *plan,
                       GError **error);
