/* Boxes side by side on a circle. */
#pragma once

#include "layout/plan.h"

typedef struct
{
  NkJobPosition middle;
  double radius;           /* at least this; grows until there is room */
  int n;
  const int *members;      /* boxes, clockwise */
  double *angles;          /* wanted, not falling, clockwise from the right, spanning at most 2 π;
                            * then where the boxes are */
  int n_inside;
  const int *inside;       /* boxes that stand already, and to which the members keep the gaps */
  gboolean framed;         /* room for the frames of districts is between those of two */
} NkRing;

/* Places the members with their middles on the circle, each near its angle, with the gaps between
 * them: wide boxes stand closer at the sides than at the top. Fixed boxes are not regarded.
 * O(rounds × n × (40 + inside)). */
void nk_ring_place (NkPlan *plan,
                    NkRing *ring);
