#include "layout/tidy.h"

#include "layout/figure.h"
#include "layout/overlap.h"

#include <math.h>

/* Middles within so many points shall be in one row, or column. With more it would
 * be straighter, but less what was placed. */
#define ROW_TOLERANCE 9
#define COLUMN_TOLERANCE 8

/* So much of the job's gaps is enough between two boxes; straightening may take a little of it. */
#define ENOUGH_GAP 0.3
#define LEAST_GAP 0.29

typedef struct
{
  NkPlan *plan;
  gboolean is_row;         /* rows are straightened, else columns */
  double gap_x, gap_y;
} Straightening;

static double *
coordinate (const Straightening *straightening,
            int                  box)
{
  NkBox *entry = &straightening->plan->boxes[box];

  return straightening->is_row ? &entry->y : &entry->x;
}

static int
compare_boxes (gconstpointer left,
               gconstpointer right,
               gpointer      user_data)
{
  int first = *(const int *) left, second = *(const int *) right;
  double a = *coordinate (user_data, first), b = *coordinate (user_data, second);

  return a != b ? (a > b) - (a < b) : (first > second) - (first < second);
}

/* Where a row shall be: where its first fixed box is, else at the mean of all. */
static double
line_of (const Straightening *straightening,
         const int           *boxes,
         int                  n)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    {
      if (straightening->plan->boxes[boxes[i]].fixed)
        return *coordinate (straightening, boxes[i]);
      sum += *coordinate (straightening, boxes[i]);
    }
  return sum / n;
}

/* TRUE if a box would come too near to another. */
static gboolean
is_taken (const Straightening *straightening,
          int                  box)
{
  const NkPlan *plan = straightening->plan;

  for (int i = 0; i < plan->n_boxes; i++)
    if (i != box && nk_boxes_clash (&plan->boxes[box], &plan->boxes[i], straightening->gap_x,
                                    straightening->gap_y))
      return TRUE;
  return FALSE;
}

/* Brings the boxes to one line, but for those to whom there is no room. */
static void
straighten_line (const Straightening *straightening,
                 const int           *boxes,
                 int                  n)
{
  double line = line_of (straightening, boxes, n);

  for (int i = 0; i < n; i++)
    {
      double *at = coordinate (straightening, boxes[i]);
      double before = *at;

      if (straightening->plan->boxes[boxes[i]].fixed)
        continue;
      *at = line;
      if (is_taken (straightening, boxes[i]))
        *at = before;
    }
}

/* Straightens all rows, or all columns: boxes in their order that are within the tolerance. */
static void
straighten (NkPlan   *plan,
            gboolean  is_row,
            double    tolerance)
{
  Straightening straightening = { plan, is_row, LEAST_GAP * plan->job->gap_x,
                                  LEAST_GAP * plan->job->gap_y };
  g_autofree int *boxes = g_new (int, plan->n_boxes);

  for (int i = 0; i < plan->n_boxes; i++)
    boxes[i] = i;
  g_qsort_with_data (boxes, plan->n_boxes, sizeof (int), compare_boxes, &straightening);
  for (int first = 0, end; first < plan->n_boxes; first = end)
    {
      double start = *coordinate (&straightening, boxes[first]);

      for (end = first; end < plan->n_boxes; end++)
        if (*coordinate (&straightening, boxes[end]) > start + tolerance)
          break;
      straighten_line (&straightening, boxes + first, end - first);
    }
}

/* Brings in who has no place yet; the others stay meanwhile. */
static void
bring_in (NkPlan *plan)
{
  g_autofree gboolean *was_fixed = g_new (gboolean, plan->n_boxes);
  NkJobPosition middle = nk_figure_middle (plan, 0, 0);

  for (int i = 0; i < plan->n_boxes; i++)
    {
      NkBox *box = &plan->boxes[i];

      was_fixed[i] = box->fixed;
      box->fixed = box->settled = nk_job_actor (plan->job, (guint) i)->placed;
    }
  for (int i = 0; i < plan->n_boxes; i++)
    {
      NkBox *box = &plan->boxes[i];

      if (box->fixed)
        continue;
      box->x = middle.x;
      box->y = middle.y;
      nk_plan_pull (plan, i, TRUE, &box->x, &box->y);
    }
  nk_overlap_remove (plan, plan->job->gap_x, NK_FIGURE_GAP_BELOW * plan->job->gap_y);
  for (int i = 0; i < plan->n_boxes; i++)
    plan->boxes[i].fixed = was_fixed[i];
}

gboolean
nk_tidy (NkPlan  *plan,
         GError **error)
{
  bring_in (plan);
  nk_overlap_remove (plan, ENOUGH_GAP * plan->job->gap_x, ENOUGH_GAP * plan->job->gap_y);
  straighten (plan, TRUE, ROW_TOLERANCE);
  straighten (plan, FALSE, COLUMN_TOLERANCE);
  return TRUE;
}
