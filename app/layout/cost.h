/* What makes a drawing hard to read, as a number: long ties, ties that cross, ties that run
 * through boxes. */
#pragma once

#include "layout/plan.h"

/* A crossing costs 1. */
#define NK_COST_LENGTH (1 / 70.0)   /* a point of length of a tie of weight 1 */
#define NK_COST_THROUGH 2           /* a tie through a box that is not its end */

typedef struct _NkCost NkCost;

/* Of the boxes as they stand now. */
NkCost *nk_cost_new    (const NkPlan *plan);
void    nk_cost_free   (NkCost       *cost);

/* To be told when boxes have moved and it has not been asked about them since. */
void    nk_cost_update (NkCost       *cost,
                        const int    *boxes,
                        int           n);

/* Everything in which one of these boxes has a part, where they stand now. The difference of two
 * calls, before and after these boxes and no others have moved, is the change of the whole.
 * O(links of the boxes × links); the boxes must all be different. */
double  nk_cost_around (NkCost       *cost,
                        const int    *boxes,
                        int           n);

/* The whole. O(links²). */
double  nk_cost_total  (NkCost       *cost);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkCost, nk_cost_free)
