#include "layout/free.h"

#include "layout/graphviz.h"
#include "layout/overlap.h"

/* Above so many boxes neato takes too long. */
#define MOST_FOR_NEATO 1000

#define LINK_LENGTH 110

/* Boxes that stand in no rows need less than the room between rows. */
#define GAP_BELOW 0.6

static gboolean
any_placed (const NkJob *job)
{
  for (guint i = 0; i < job->actors->len; i++)
    if (nk_job_actor (job, i)->placed)
      return TRUE;
  return FALSE;
}

static const char *
engine_for (const NkPlan *plan)
{
  if (plan->n_boxes <= MOST_FOR_NEATO)
    return "neato";
  return plan->any_fixed ? "fdp" : "sfdp";
}

/* Graphviz moves the whole, and what is fixed by a rounding: takes the boxes to where the first of
 * the fixed ones is, and leaves these as they are. */
static void
take_over (NkPlan              *plan,
           const NkJobPosition *at)
{
  double x = 0, y = 0;

  for (int i = plan->n_boxes - 1; i >= 0; i--)
    if (plan->boxes[i].fixed)
      {
        x = plan->boxes[i].x - at[i].x;
        y = plan->boxes[i].y - at[i].y;
      }
  for (int i = 0; i < plan->n_boxes; i++)
    if (!plan->boxes[i].fixed)
      {
        plan->boxes[i].x = at[i].x + x;
        plan->boxes[i].y = at[i].y + y;
      }
}

gboolean
nk_free (NkPlan  *plan,
         GError **error)
{
  NkGraphvizWish wish = {
    .engine = engine_for (plan),
    .separate = !plan->any_fixed,
    .from_here = any_placed (plan->job),
    .link_length = LINK_LENGTH,
  };
  g_autofree NkJobPosition *at = nk_graphviz_place (plan, &wish, error);

  if (at == NULL)
    return FALSE;
  take_over (plan, at);
  nk_overlap_remove (plan, plan->job->gap_x, GAP_BELOW * plan->job->gap_y);
  return TRUE;
}
