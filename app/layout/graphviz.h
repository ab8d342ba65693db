/* Has Graphviz propose places. This and dot.c are all that talks to Graphviz. It gets boxes of fixed
 * size without labels, and gives back the middles of the boxes in points, y down; nothing else of it
 * is used.
 *
 * Graphviz keeps state for the whole process: call this once. */
#pragma once

#include "layout/plan.h"

typedef struct
{
  const char *engine;       /* "neato", "sfdp", "fdp" */
  gboolean separate;        /* it shall also move overlapping boxes apart, the fixed ones too */
  gboolean from_here;       /* it starts from where placed actors of the job are, and fixed ones
                             * stay there but for one shift of the whole and a rounding */
  double link_length;       /* wanted, points */
} NkGraphvizWish;

/* Proposes positions for all boxes of the plan, which has at least one. NULL with
 * NK_WORK_ERROR_REFUSED if Graphviz gives none or such as are not finite. To be freed. */
NkJobPosition *nk_graphviz_place (const NkPlan          *plan,
                                  const NkGraphvizWish  *wish,
                                  GError               **error);
