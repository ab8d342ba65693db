#include "layout/tidy.h"

#include "layout/figure.h"
#include "layout/overlap.h"
#include "geometry/pool.h"

#include <math.h>

/* Middles within so many points may be brought into one row, or column. With more it would be
 * straighter, but less what was placed. */
#define ROW_TOLERANCE 14
#define COLUMN_TOLERANCE 12

/* Who stood above another still does when both are in one row: by the least that a map can tell,
 * which nobody sees. A long row does not lean by more than twice this. */
#define STEP 0.01
#define MOST_LEAN 0.1

/* So much of the job's gaps is enough between two boxes. What has a little less stays, so that
 * what has been tidied and rounded is tidy. */
#define ENOUGH_GAP 0.3
#define LEAST_GAP 0.29

/* Straight rows may come near to others, and then be one with these. Who is pushed apart may lose
 * the order, and who is put in order may overlap. So often it is looked again; less often where so
 * many pairs are too much. */
#define MOST_ROUNDS 60
#define MOST_PAIRS 4e8

typedef struct
{
  NkPlan *plan;
  gboolean is_row;         /* rows are straightened, else columns */
  double tolerance;
  const NkJobPosition *before;
  int *boxes;              /* from the top, or the left */
  gboolean moved;
} Straightening;

static double *
coordinate (const Straightening *straightening,
            int                  box)
{
  NkBox *entry = &straightening->plan->boxes[box];

  return straightening->is_row ? &entry->y : &entry->x;
}

static int
compare (double a,
         double b)
{
  return (a > b) - (a < b);
}

/* By where they were. */
static int
compare_before (gconstpointer left,
                gconstpointer right,
                gpointer      user_data)
{
  const Straightening *straightening = user_data;
  int first = *(const int *) left, second = *(const int *) right;
  NkJobPosition a = straightening->before[first], b = straightening->before[second];
  int result = straightening->is_row ? compare (a.y, b.y) : compare (a.x, b.x);

  return result != 0 ? result : compare (first, second);
}

/* By where they are. */
static int
compare_now (gconstpointer left,
             gconstpointer right,
             gpointer      user_data)
{
  int result = compare (*coordinate (user_data, *(const int *) left),
                        *coordinate (user_data, *(const int *) right));

  return result != 0 ? result : compare_before (left, right, user_data);
}

static void
sort_boxes (Straightening *straightening,
            GCompareDataFunc order)
{
  int n = straightening->plan->n_boxes;

  for (int i = 0; i < n; i++)
    straightening->boxes[i] = i;
  g_qsort_with_data (straightening->boxes, n, sizeof (int), order, straightening);
}

/* TRUE if a box is too near to another. */
static gboolean
is_taken (const NkPlan *plan,
          int           box)
{
  for (int i = 0; i < plan->n_boxes; i++)
    if (i != box && !(plan->boxes[i].fixed && plan->boxes[box].fixed)
        && nk_boxes_clash (&plan->boxes[box], &plan->boxes[i], LEAST_GAP * plan->job->gap_x,
                           LEAST_GAP * plan->job->gap_y))
      return TRUE;
  return FALSE;
}

/* Brings a box to a line unless something is in the way. Returns where it is now. */
static double
bring (Straightening *straightening,
       int            box,
       double         line)
{
  double *at = coordinate (straightening, box);
  double before = *at;

  if (straightening->plan->boxes[box].fixed)
    return before;
  *at = round (line / STEP) * STEP;
  if (fabs (*at - before) < STEP / 2)
    return *at = before;
  if (is_taken (straightening->plan, box))
    return *at = before;
  straightening->moved = TRUE;
  return *at;
}

/* The line of boxes[first] to boxes[end - 1], and which of them is on it: the first fixed one, else
 * it is their mean, in the middle of them. */
static double
find_line (const Straightening *straightening,
           int                  first,
           int                  end,
           double              *middle)
{
  double sum = 0;

  for (int i = first; i < end; i++)
    {
      double at = *coordinate (straightening, straightening->boxes[i]);

      sum += at;
      *middle = i;
      if (straightening->plan->boxes[straightening->boxes[i]].fixed)
        return at;
    }
  *middle = (first + end - 1) / 2.0;
  return sum / (end - first);
}

/* Brings boxes[first] to boxes[end - 1] to one line, those next to it first. Whoever can't come is
 * the line for those beyond him, so that their order stays. */
static void
straighten_line (Straightening *straightening,
                 int            first,
                 int            end)
{
  const int *boxes = straightening->boxes;
  double middle, line = find_line (straightening, first, end, &middle);
  double above = line, below = line;
  int start = first;

  while (start < end && *coordinate (straightening, boxes[start]) < line)
    start++;
  for (int i = start; i < end; i++)
    {
      double lean = CLAMP ((i - middle) * STEP, -MOST_LEAN, MOST_LEAN);

      below = MAX (below, bring (straightening, boxes[i], below + lean) - lean);
    }
  for (int i = start - 1; i >= first; i--)
    {
      double lean = CLAMP ((i - middle) * STEP, -MOST_LEAN, MOST_LEAN);

      above = MIN (above, bring (straightening, boxes[i], above + lean) - lean);
    }
}

/* Straightens boxes[first] to boxes[end - 1]: as one line if they are near enough, else as two,
 * parted where they are farthest from each other. */
static void
straighten_part (Straightening *straightening,
                 int            first,
                 int            end)
{
  const int *boxes = straightening->boxes;

  while (first < end)
    {
      double low = *coordinate (straightening, boxes[first]), widest = 0;
      int part = end;

      if (*coordinate (straightening, boxes[end - 1]) - low > straightening->tolerance)
        for (int i = first + 1; i < end; i++)
          {
            double gap = *coordinate (straightening, boxes[i])
                         - *coordinate (straightening, boxes[i - 1]);

            if (gap <= widest)
              continue;
            widest = gap;
            part = i;
          }
      if (part == end)
        {
          straighten_line (straightening, first, end);
          return;
        }
      straighten_part (straightening, first, part);
      first = part;
    }
}

/* Straightens all rows, or all columns. TRUE if that has moved somebody. */
static gboolean
straighten (Straightening *straightening,
            gboolean       is_row)
{
  straightening->is_row = is_row;
  straightening->tolerance = is_row ? ROW_TOLERANCE : COLUMN_TOLERANCE;
  straightening->moved = FALSE;
  sort_boxes (straightening, compare_now);
  straighten_part (straightening, 0, straightening->plan->n_boxes);
  return straightening->moved;
}

/* Brings boxes, of which only the last may be fixed, into the order in which they were, beyond
 * `low`; each as near to where it is as can be. */
static void
order_part (const Straightening *straightening,
            const int           *boxes,
            int                  n,
            double               low)
{
  const NkBox *last = &straightening->plan->boxes[boxes[n - 1]];
  double high = last->fixed ? *coordinate (straightening, boxes[n - 1]) : INFINITY;
  g_autofree double *at = g_new (double, n);
  g_autofree double *zeros = g_new0 (double, n);
  g_autofree NkPoolBlock *blocks = g_new (NkPoolBlock, n);

  n -= last->fixed ? 1 : 0;
  for (int i = 0; i < n; i++)
    at[i] = *coordinate (straightening, boxes[i]);
  if (n > 0)
    nk_pool (n, zeros, at, 0, low, high, blocks, at);
  for (int i = 0; i < n; i++)
    *coordinate (straightening, boxes[i]) = at[i];
}

/* Whoever has been pushed past another comes back. */
static void
restore_order (Straightening *straightening,
               gboolean       is_row)
{
  const int *boxes = straightening->boxes;
  int n = straightening->plan->n_boxes;
  double low = -INFINITY;

  straightening->is_row = is_row;
  sort_boxes (straightening, compare_before);
  for (int first = 0, end; first < n; first = end)
    {
      for (end = first + 1; end < n && !straightening->plan->boxes[boxes[end - 1]].fixed;)
        end++;
      order_part (straightening, boxes + first, end - first, low);
      low = *coordinate (straightening, boxes[end - 1]);
    }
}

/* TRUE if somebody is too near to another. */
static gboolean
is_crowded (const NkPlan *plan)
{
  for (int i = 0; i < plan->n_boxes; i++)
    if (is_taken (plan, i))
      return TRUE;
  return FALSE;
}

/* Rounds as the answer will, so that what is straight and clear here is so there. */
static void
round_places (NkPlan *plan)
{
  for (int i = 0; i < plan->n_boxes; i++)
    if (!plan->boxes[i].fixed)
      {
        plan->boxes[i].x = round (plan->boxes[i].x / STEP) * STEP;
        plan->boxes[i].y = round (plan->boxes[i].y / STEP) * STEP;
      }
}

static int
most_rounds (const NkPlan *plan)
{
  double n = plan->n_boxes;

  return (int) CLAMP (MOST_PAIRS / (n * n), 1, MOST_ROUNDS);
}

/* Moves those apart that overlap, or nearly. */
static void
separate (Straightening *straightening)
{
  NkPlan *plan = straightening->plan;

  for (int round = 0; round < most_rounds (plan) && is_crowded (plan); round++)
    {
      nk_overlap_remove (plan, ENOUGH_GAP * plan->job->gap_x, ENOUGH_GAP * plan->job->gap_y);
      restore_order (straightening, TRUE);
      restore_order (straightening, FALSE);
    }
  if (is_crowded (plan))
    nk_overlap_remove (plan, ENOUGH_GAP * plan->job->gap_x, ENOUGH_GAP * plan->job->gap_y);
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
  g_autofree NkJobPosition *before = g_new (NkJobPosition, plan->n_boxes);
  g_autofree int *boxes = g_new (int, plan->n_boxes);
  Straightening straightening = { .plan = plan, .before = before, .boxes = boxes };

  bring_in (plan);
  for (int i = 0; i < plan->n_boxes; i++)
    before[i] = (NkJobPosition) { plan->boxes[i].x, plan->boxes[i].y };
  separate (&straightening);
  round_places (plan);
  for (int round = 0; round < most_rounds (plan); round++)
    if (!(straighten (&straightening, TRUE) | straighten (&straightening, FALSE)))
      break;
  return TRUE;
}
