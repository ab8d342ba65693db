#include "layout/hierarchy.h"

#include "geometry/pool.h"
#include "layout/dot.h"
#include "layout/figure.h"
#include "layout/meet.h"
#include "layout/overlap.h"
#include "layout/pieces.h"
#include "layout/ranks.h"

#include <math.h>

/* Above so many boxes or links dot takes too long; then rows are ordered here. */
#define MOST_BOXES_FOR_DOT 300
#define MOST_LINKS_FOR_DOT 900

/* So often each row is moved to where the others pull it. */
#define SWEEPS 24

/* Rows are this much wider than they would be if they filled the page. */
#define WIDTH_FACTOR 1.2

/* How far the whole may be drawn apart, or pressed together, to meet what is fixed. */
#define MOST_SCALE 1.25

typedef struct
{
  NkPlan *plan;
  int *row;            /* of each box; -1: it has no ties */
  int n_rows;
  int n;
  int *members;        /* who is in a row; by row, in it from left to right */
  int *first;          /* row r is members[first[r]] to members[first[r + 1] - 1] */
  NkJobPosition *at;   /* of each box in the figure */
} Hierarchy;

/* How many ties a box has downwards. */
static int
ties_down (const Hierarchy *hierarchy,
           int              box)
{
  const NkPlan *plan = hierarchy->plan;
  int n = 0;

  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    {
      int other = nk_link_other (&plan->links[plan->links_of[i]], box);

      n += hierarchy->row[other] > hierarchy->row[box];
    }
  return n;
}

/* Who has no ties downwards stands higher, nearer to his own. */
static int
compare_ties_down (gconstpointer left,
                   gconstpointer right,
                   gpointer      user_data)
{
  const Hierarchy *hierarchy = user_data;
  int first = *(const int *) left, second = *(const int *) right;
  int a = ties_down (hierarchy, first), b = ties_down (hierarchy, second);

  if (hierarchy->row[first] != hierarchy->row[second])
    return hierarchy->row[first] - hierarchy->row[second];
  return a != b ? a - b : first - second;
}

/* The width that rows may have. */
static double
wanted_width (const NkPlan *plan)
{
  double area = 0;

  for (int i = 0; i < plan->n_boxes; i++)
    area += (plan->boxes[i].width + plan->job->gap_x) * (plan->boxes[i].height + plan->job->gap_y);
  return WIDTH_FACTOR * sqrt (area * plan->job->aspect);
}

/* Parts members[start] to members[end - 1], who are as far from the top, into rows of about equal
 * width. */
static void
part_row (Hierarchy *hierarchy,
          int       *new_row,
          int        start,
          int        end,
          double     most)
{
  const NkPlan *plan = hierarchy->plan;
  double width = 0, before = 0;
  int first_row = hierarchy->n_rows++;
  int n;

  for (int i = start; i < end; i++)
    width += plan->boxes[hierarchy->members[i]].width + plan->job->gap_x;
  n = MIN ((int) ceil (width / most), end - start);
  for (int i = start; i < end; i++)
    {
      double own = plan->boxes[hierarchy->members[i]].width + plan->job->gap_x;

      if (i > start && before >= width * (hierarchy->n_rows - first_row) / n)
        hierarchy->n_rows++;
      new_row[hierarchy->members[i]] = hierarchy->n_rows - 1;
      before += own;
    }
}

/* Parts the actors by their distance from the top into rows. */
static void
make_rows (Hierarchy *hierarchy)
{
  const NkPlan *plan = hierarchy->plan;
  g_autofree int *new_row = g_new (int, plan->n_boxes);
  double most = wanted_width (plan);

  for (int i = 0; i < plan->n_boxes; i++)
    {
      new_row[i] = -1;
      if (hierarchy->row[i] >= 0)
        hierarchy->members[hierarchy->n++] = i;
    }
  g_qsort_with_data (hierarchy->members, hierarchy->n, sizeof (int), compare_ties_down, hierarchy);
  for (int start = 0, end; start < hierarchy->n; start = end)
    {
      int distance = hierarchy->row[hierarchy->members[start]];

      for (end = start; end < hierarchy->n; end++)
        if (hierarchy->row[hierarchy->members[end]] != distance)
          break;
      part_row (hierarchy, new_row, start, end, most);
    }
  for (int i = 0; i < plan->n_boxes; i++)
    hierarchy->row[i] = new_row[i];
}

static int
compare_places (gconstpointer left,
                gconstpointer right,
                gpointer      user_data)
{
  const Hierarchy *hierarchy = user_data;
  int first = *(const int *) left, second = *(const int *) right;
  double a = hierarchy->at[first].x, b = hierarchy->at[second].x;

  if (hierarchy->row[first] != hierarchy->row[second])
    return hierarchy->row[first] - hierarchy->row[second];
  return a != b ? (a > b) - (a < b) : first - second;
}

/* Sorts the members by where they are, and finds where each row begins. */
static void
sort_members (Hierarchy *hierarchy,
              int        start,
              int        end)
{
  g_qsort_with_data (hierarchy->members + start, end - start, sizeof (int), compare_places,
                     hierarchy);
}

static void
find_rows (Hierarchy *hierarchy)
{
  for (int i = hierarchy->n - 1; i >= 0; i--)
    hierarchy->first[hierarchy->row[hierarchy->members[i]]] = i;
  hierarchy->first[hierarchy->n_rows] = hierarchy->n;
}

/* Where a box is pulled by those tied to it. */
static double
pull (const Hierarchy *hierarchy,
      int              box)
{
  const NkPlan *plan = hierarchy->plan;
  double sum = 0, weight = 0;

  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    {
      const NkLink *link = &plan->links[plan->links_of[i]];

      sum += link->weight * hierarchy->at[nk_link_other (link, box)].x;
      weight += link->weight;
    }
  return weight > 0 ? sum / weight : hierarchy->at[box].x;
}

/* Moves a row to where the others pull it; it may also change its order. */
static void
sweep_row (Hierarchy *hierarchy,
           int        row,
           gboolean   reorder)
{
  const NkPlan *plan = hierarchy->plan;
  int start = hierarchy->first[row], n = hierarchy->first[row + 1] - start;
  int *members = hierarchy->members + start;
  g_autofree double *sizes = g_new (double, n);
  g_autofree double *wants = g_new (double, n);
  g_autofree NkPoolBlock *blocks = g_new (NkPoolBlock, n);

  for (int i = 0; i < n; i++)
    wants[i] = pull (hierarchy, members[i]);
  for (int i = 0; i < n; i++)
    hierarchy->at[members[i]].x = wants[i];
  if (reorder)
    sort_members (hierarchy, start, start + n);
  for (int i = 0; i < n; i++)
    {
      sizes[i] = plan->boxes[members[i]].width;
      wants[i] = hierarchy->at[members[i]].x;
    }
  nk_pool (n, sizes, wants, plan->job->gap_x, -INFINITY, INFINITY, blocks, wants);
  for (int i = 0; i < n; i++)
    hierarchy->at[members[i]].x = wants[i];
}

/* Moves all rows, downwards and upwards by turns. */
static void
sweep (Hierarchy *hierarchy,
       gboolean   reorder)
{
  for (int i = 0; i < SWEEPS; i++)
    for (int k = 0; k < hierarchy->n_rows; k++)
      sweep_row (hierarchy, i % 2 == 0 ? k : hierarchy->n_rows - 1 - k, reorder);
}

/* Orders the rows: dot does, or, if there is too much for it, sweeps. */
static gboolean
order_rows (Hierarchy  *hierarchy,
            GError    **error)
{
  const NkPlan *plan = hierarchy->plan;
  gboolean small = hierarchy->n <= MOST_BOXES_FOR_DOT && plan->n_links <= MOST_LINKS_FOR_DOT;
  g_autofree double *x = small && hierarchy->n > 0
                         ? nk_dot_order (plan, hierarchy->row, hierarchy->n_rows, error) : NULL;

  if (small && hierarchy->n > 0 && x == NULL)
    return FALSE;
  find_rows (hierarchy);
  for (int i = 0; i < hierarchy->n; i++)
    {
      int box = hierarchy->members[i];

      hierarchy->at[box].x = small ? x[box]
                             : (i - hierarchy->first[hierarchy->row[box]]) * plan->job->gap_x;
    }
  sort_members (hierarchy, 0, hierarchy->n);
  if (!small)
    sweep (hierarchy, TRUE);
  sweep (hierarchy, FALSE);
  return TRUE;
}

static int
compare_left (gconstpointer left,
              gconstpointer right,
              gpointer      user_data)
{
  const Hierarchy *hierarchy = user_data;
  int first = *(const int *) left, second = *(const int *) right;
  double a = hierarchy->at[first].x - hierarchy->plan->boxes[first].width / 2;
  double b = hierarchy->at[second].x - hierarchy->plan->boxes[second].width / 2;

  return a != b ? (a > b) - (a < b) : first - second;
}

/* Closes what is empty from the top to the bottom, as between those who are not tied to each
 * other. */
static void
close_gaps (Hierarchy *hierarchy)
{
  g_autofree int *boxes = g_memdup2 (hierarchy->members, sizeof (int) * (gsize) hierarchy->n);
  double right = INFINITY, closed = 0;

  g_qsort_with_data (boxes, hierarchy->n, sizeof (int), compare_left, hierarchy);
  for (int i = 0; i < hierarchy->n; i++)
    {
      double half = hierarchy->plan->boxes[boxes[i]].width / 2;
      double *x = &hierarchy->at[boxes[i]].x;

      *x -= closed;
      if (*x - half > right + hierarchy->plan->job->band_gap)
        {
          closed += *x - half - right - hierarchy->plan->job->band_gap;
          *x = right + hierarchy->plan->job->band_gap + half;
        }
      right = i == 0 ? *x + half : MAX (right, *x + half);
    }
}

static void
stack_rows (Hierarchy *hierarchy)
{
  double y = 0;

  for (int row = 0; row < hierarchy->n_rows; row++)
    {
      int start = hierarchy->first[row], end = hierarchy->first[row + 1];
      double height = nk_figure_tallest (hierarchy->plan, hierarchy->members + start, end - start);

      for (int i = start; i < end; i++)
        hierarchy->at[hierarchy->members[i]].y = y + height / 2;
      y += height + hierarchy->plan->job->gap_y;
    }
}

/* Takes the figure over, to where what is fixed is, and puts those without ties below it. */
static void
take_over (Hierarchy *hierarchy)
{
  NkPlan *plan = hierarchy->plan;
  NkExtent extent = { 0, 0, 0, 0 };
  int n, n_others = 0;
  g_autofree int *others = nk_figure_everybody (plan, &n);

  for (int i = 0; i < hierarchy->n; i++)
    {
      NkBox *box = &plan->boxes[hierarchy->members[i]];

      box->x = hierarchy->at[hierarchy->members[i]].x;
      box->y = hierarchy->at[hierarchy->members[i]].y;
    }
  nk_meet_fixed (plan, hierarchy->members, hierarchy->n, MOST_SCALE);
  for (int i = 0; i < n; i++)
    if (hierarchy->row[others[i]] < 0)
      others[n_others++] = others[i];
  if (hierarchy->n > 0)
    extent = nk_extent_of (plan, hierarchy->members, hierarchy->n);
  else
    extent.left = extent.right = nk_figure_middle (plan, 0, 0).x;
  nk_figure_below (plan, others, n_others, &extent);
}

gboolean
nk_hierarchy (NkPlan  *plan,
              GError **error)
{
  g_autofree int *row = g_new (int, plan->n_boxes);
  g_autofree int *members = g_new (int, plan->n_boxes);
  g_autofree int *first = g_new0 (int, plan->n_boxes + 1);
  g_autofree NkJobPosition *at = g_new0 (NkJobPosition, plan->n_boxes);
  Hierarchy hierarchy = { plan, row, 0, 0, members, first, at };

  nk_ranks_find (plan, row);
  make_rows (&hierarchy);
  if (!order_rows (&hierarchy, error))
    return FALSE;
  close_gaps (&hierarchy);
  stack_rows (&hierarchy);
  take_over (&hierarchy);
  nk_overlap_remove (plan, plan->job->gap_x, NK_FIGURE_GAP_BELOW * plan->job->gap_y);
  return TRUE;
}
