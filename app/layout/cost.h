/* What makes a drawing hard to read, as a number: long ties, ties that cross, ties that run
 * through boxes. It is kept while boxes move, and only what is near to them is looked at. */
#pragma once

#include "layout/plan.h"

/* A crossing costs 1. */
#define NK_COST_LENGTH (1 / 100.0)  /* a point of length of a tie of weight 1 */
#define NK_COST_THROUGH 2           /* a tie through a box that is not its end */

typedef struct _NkCost NkCost;

/* Of the boxes as they stand now. If `only_length`, crossings and boxes in the way do not count:
 * what shortens the ties helps with these as well, and is known much faster. */
NkCost *nk_cost_new    (const NkPlan *plan,
                        gboolean      only_length);
void    nk_cost_free   (NkCost       *cost);

/* The whole, of the boxes as they stood when it was made or last accepted. O(1). */
double  nk_cost_total  (const NkCost *cost);

/* By how much the whole rises now that these boxes, all different, and no others stand elsewhere
 * in the plan. A rise that is more than `most` for sure may be told as anything more than that. If
 * it is not accepted, they are to go back to where they were. */
double  nk_cost_rise   (NkCost       *cost,
                        const int    *boxes,
                        int           n,
                        double        most);
/* These boxes stay where they are now. */
void    nk_cost_accept (NkCost       *cost,
                        const int    *boxes,
                        int           n);

/* What it has looked at up to now: a measure of the time spent that is the same on all machines. */
gint64  nk_cost_work   (const NkCost *cost);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkCost, nk_cost_free)
