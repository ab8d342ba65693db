/* Who is how many ties away. */
#pragma once

#include "layout/plan.h"

/* Finds all boxes that can be reached from one. `distance` must be -1 for all that are not reached
 * yet, and receives the number of ties; `order` receives the boxes, nearer ones first. Returns how
 * many they are, `start` included. O(boxes + links). */
int nk_reach      (const NkPlan *plan,
                   int           start,
                   int          *distance,
                   int          *order);

/* The sum of the weights of a box's ties. */
double nk_bond    (const NkPlan *plan,
                   int           box);
