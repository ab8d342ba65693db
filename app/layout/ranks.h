/* Who stands above whom. */
#pragma once

#include "layout/plan.h"

/* Sets how far below the top of his piece everybody stands, from 0 on; -1: he has no ties. Ties
 * that lead from one to the other lead downwards, but for few of them where they go round in a
 * circle. Where none does, everybody stands as many ties below the top as he is from it: who is in
 * the highest band and, there, has the most ties. O(boxes²). */
void nk_ranks_find (const NkPlan *plan,
                    int          *rank);
