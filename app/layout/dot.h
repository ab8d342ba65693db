/* Has Graphviz's dot order boxes that stand in given rows. As in graphviz.h it gets no more than
 * sizes and ties, and is called once in a process. */
#pragma once

#include "layout/plan.h"

/* Where each box would stand from left to right, points. `row` has the row of each box, from the
 * top, or -1: it is left out, and gets 0. NULL with NK_WORK_ERROR_REFUSED if Graphviz fails. To be
 * freed with g_free (). */
double *nk_dot_order (const NkPlan  *plan,
                      const int     *row,
                      int            n_rows,
                      GError       **error);
