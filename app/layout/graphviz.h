/* Has Graphviz propose places. This and dot.c are all that talks to Graphviz. It gets boxes of
 * fixed size without labels, and gives back the middles of the boxes in points, y down; nothing
 * else of it is used.
 *
 * Graphviz keeps state for the whole process: what a call gives depends on those before it, so the
 * same job must call the same. */
#pragma once

#include "layout/plan.h"

typedef struct
{
  const char *engine;       /* "neato", "sfdp", "fdp" */
  gboolean from_here;       /* it starts from where placed actors of the job are, and fixed ones
                             * stay there but for one shift of the whole and a rounding */
  gboolean by_piece;        /* those not tied to each other over any way are laid out on their own,
                             * and stand beside each other; much faster if there are many */
  double link_length;       /* wanted, points */
} NkGraphvizWish;

/* Proposes a position for each of these boxes of the plan, at least one; boxes may overlap. NULL
 * with NK_WORK_ERROR_REFUSED if Graphviz gives none or such as are not finite. To be freed. */
NkJobPosition *nk_graphviz_place    (const NkPlan          *plan,
                                     const int             *boxes,
                                     int                    n,
                                     const NkGraphvizWish  *wish,
                                     GError               **error);

/* Proposes positions that keep the shape in which the boxes stand, but in which they do not
 * overlap, nor are much farther from each other than ties need. For the rest as above. */
NkJobPosition *nk_graphviz_separate (const NkPlan          *plan,
                                     const int             *boxes,
                                     int                    n,
                                     GError               **error);
