#include "layout/layout.h"

#include "layout/circle.h"
#include "layout/free.h"
#include "layout/grid.h"
#include "layout/hierarchy.h"
#include "layout/levels.h"
#include "layout/radial.h"
#include "layout/tidy.h"

typedef gboolean (*MethodFunc) (NkPlan  *plan,
                                GError **error);

static const MethodFunc methods[] = {
  [NK_METHOD_LEVELS] = nk_levels,
  [NK_METHOD_FREE] = nk_free,
  [NK_METHOD_GRID] = nk_grid,
  [NK_METHOD_TIDY] = nk_tidy,
  [NK_METHOD_CIRCLE] = nk_circle,
  [NK_METHOD_RADIAL] = nk_radial,
  [NK_METHOD_HIERARCHY] = nk_hierarchy,
};

NkAnswer *
nk_layout_make (const NkJob  *job,
                GError      **error)
{
  g_autoptr (NkPlan) plan = nk_plan_new (job);
  NkAnswer *answer;

  if (plan->n_boxes > 0 && !methods[job->method] (plan, error))
    return NULL;
  answer = nk_answer_new (job->actors->len);
  for (int i = 0; i < plan->n_boxes; i++)
    *nk_answer_position (answer, (guint) i)
      = (NkJobPosition) { plan->boxes[i].x, plan->boxes[i].y };
  return answer;
}
