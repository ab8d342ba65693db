/* What the methods share that draw a figure of their own: who is in it, in which order, and where
 * it stands among what is fixed. */
#pragma once

#include "layout/pieces.h"
#include "layout/plan.h"

/* The rows and columns of a figure whose boxes stand in no band are nearer than those of bands. */
#define NK_FIGURE_GAP_BELOW 0.6

/* All boxes, by band from the top, what is beside the bands last; in a band by district, what is in
 * none last; then by name. To be freed with g_free (). */
int     *nk_figure_everybody (const NkPlan *plan,
                              int          *n);
/* The free ones of them. */
int     *nk_figure_members  (const NkPlan *plan,
                             int          *n);

/* Where the middle of a figure of this size shall be: where the free boxes are that have a place,
 * else where the fixed ones are, else at 0, 0; so that the figure ends inside the world. */
NkJobPosition nk_figure_middle (const NkPlan *plan,
                                double        width,
                                double        height);

double   nk_figure_tallest  (const NkPlan *plan,
                             const int    *boxes,
                             int           n);

/* Places of one size in rows, from the top left; between them are the job's gaps. */
typedef struct
{
  double left, top;
  double width, height;  /* from one place to the next */
  int columns;           /* at least 1 */
} NkSlots;

/* Slots into which each of the boxes fits, at 0, 0 and in one column. */
NkSlots nk_slots_for        (const NkPlan  *plan,
                             const int     *members,
                             int            n);
/* The middle of a slot; the first is number 0. */
double  nk_slots_x          (const NkSlots *slots,
                             int            slot);
double  nk_slots_y          (const NkSlots *slots,
                             int            slot);

/* Puts the boxes on the slots, one after the other, except where something fixed is; a fixed one of
 * them that stands near his slot takes it. Returns where the last row ends. O(n × fixed boxes). */
double  nk_slots_fill       (const NkSlots *slots,
                             NkPlan        *plan,
                             const int     *members,
                             int            n);

/* Puts the boxes in rows below a figure, as many in each as bring all of it together nearest to the
 * wanted aspect. */
void    nk_figure_below     (NkPlan         *plan,
                             const int      *members,
                             int             n,
                             const NkExtent *figure);
