/* Brings a figure to where what is fixed stands. */
#pragma once

#include "layout/plan.h"

/* Puts those of these boxes that are fixed where they have to be. */
void nk_put_back_fixed (NkPlan    *plan,
                        const int *boxes,
                        int        n);

/* Takes where these boxes stand for a figure of which the fixed ones are part, moves the whole to
 * where it comes nearest to what is fixed in truth, and puts the fixed ones back. Each axis may be
 * drawn out by up to `most_scale`, or pressed together by as much; 1: it is only moved. If none of
 * them is fixed their mean comes to where the figure shall be. Boxes may overlap afterwards. */
void nk_meet_fixed     (NkPlan    *plan,
                        const int *boxes,
                        int        n,
                        double     most_scale);
