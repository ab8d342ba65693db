#include "layout/cost.h"

#include <math.h>

/* A tie that passes a box nearer than this seems to run through it. */
#define CLEARANCE 2

/* A link as it lies now: from end to end, and the rectangle round it. */
typedef struct
{
  double x0, y0, x1, y1;
  double left, right, top, bottom;
} Line;

struct _NkCost
{
  const NkPlan *plan;
  Line *lines;           /* of the links */
  gboolean *marked_link; /* has a part in what is asked for */
  int *links;            /* those that are marked */
  int n_links;
  int *all;              /* every box */
};

static void
line_update (NkCost *cost,
             int     link)
{
  const NkBox *a = &cost->plan->boxes[cost->plan->links[link].a];
  const NkBox *b = &cost->plan->boxes[cost->plan->links[link].b];

  cost->lines[link] = (Line) {
    a->x, a->y, b->x, b->y,
    MIN (a->x, b->x), MAX (a->x, b->x), MIN (a->y, b->y), MAX (a->y, b->y),
  };
}

NkCost *
nk_cost_new (const NkPlan *plan)
{
  NkCost *cost = g_new0 (NkCost, 1);

  cost->plan = plan;
  cost->lines = g_new (Line, plan->n_links + 1);
  cost->marked_link = g_new0 (gboolean, plan->n_links + 1);
  cost->links = g_new (int, plan->n_links + 1);
  cost->all = g_new (int, plan->n_boxes + 1);
  for (int i = 0; i < plan->n_boxes; i++)
    cost->all[i] = i;
  for (int i = 0; i < plan->n_links; i++)
    line_update (cost, i);
  return cost;
}

void
nk_cost_free (NkCost *cost)
{
  g_free (cost->lines);
  g_free (cost->marked_link);
  g_free (cost->links);
  g_free (cost->all);
  g_free (cost);
}

static inline gboolean
rectangles_meet (const Line *a,
                 const Line *b)
{
  return a->left <= b->right && b->left <= a->right && a->top <= b->bottom && b->top <= a->bottom;
}

/* Twice the area of the triangle from `line` to a point: its sign tells the side. */
static inline double
side (const Line *line,
      double      x,
      double      y)
{
  return (line->x1 - line->x0) * (y - line->y0) - (line->y1 - line->y0) * (x - line->x0);
}

/* TRUE if the lines have a point in common; also if they only touch or lie on each other. */
static gboolean
lines_cross (const Line *a,
             const Line *b)
{
  double b0 = side (a, b->x0, b->y0), b1 = side (a, b->x1, b->y1);
  double a0, a1;

  if ((b0 > 0 && b1 > 0) || (b0 < 0 && b1 < 0))
    return FALSE;
  a0 = side (b, a->x0, a->y0);
  a1 = side (b, a->x1, a->y1);
  return !((a0 > 0 && a1 > 0) || (a0 < 0 && a1 < 0));
}

static inline gboolean
share_end (const NkLink *a,
           const NkLink *b)
{
  return a->a == b->a || a->a == b->b || a->b == b->a || a->b == b->b;
}

/* Cuts the part of a line, as a range of 0 to 1, to where its coordinate lies within low and high. */
static gboolean
clip (double  start,
      double  delta,
      double  low,
      double  high,
      double *from,
      double *to)
{
  double enter, leave;

  if (fabs (delta) < 1e-12)
    return start > low && start < high;
  enter = (low - start) / delta;
  leave = (high - start) / delta;
  *from = MAX (*from, MIN (enter, leave));
  *to = MIN (*to, MAX (enter, leave));
  return *from < *to - 1e-9;
}

static gboolean
runs_through (const Line  *line,
              const NkBox *box)
{
  double left = nk_box_left (box) - CLEARANCE, right = nk_box_right (box) + CLEARANCE;
  double top = nk_box_top (box) - CLEARANCE, bottom = nk_box_bottom (box) + CLEARANCE;
  double from = 0, to = 1;

  if (line->left > right || line->right < left || line->top > bottom || line->bottom < top)
    return FALSE;
  return clip (line->x0, line->x1 - line->x0, left, right, &from, &to)
         && clip (line->y0, line->y1 - line->y0, top, bottom, &from, &to);
}

static int
crossings_of (const NkCost *cost,
              int           link)
{
  const NkPlan *plan = cost->plan;
  const Line *line = &cost->lines[link];
  int crossings = 0;

  for (int i = 0; i < plan->n_links; i++)
    if (rectangles_meet (line, &cost->lines[i])
        && (i < link || !cost->marked_link[i])   /* of two that are marked, the later counts */
        && i != link && !share_end (&plan->links[i], &plan->links[link])
        && lines_cross (line, &cost->lines[i]))
      crossings++;
  return crossings;
}

static int
boxes_under (const NkCost *cost,
             int           link)
{
  const NkPlan *plan = cost->plan;
  int boxes = 0;

  for (int i = 0; i < plan->n_boxes; i++)
    if (runs_through (&cost->lines[link], &plan->boxes[i])
        && i != plan->links[link].a && i != plan->links[link].b)
      boxes++;
  return boxes;
}

/* Links that are not marked, over a box. */
static int
links_over (const NkCost *cost,
            int           box)
{
  int links = 0;

  for (int i = 0; i < cost->plan->n_links; i++)
    if (!cost->marked_link[i] && runs_through (&cost->lines[i], &cost->plan->boxes[box]))
      links++;
  return links;
}

static void
mark_links_of (NkCost *cost,
               int     box)
{
  const NkPlan *plan = cost->plan;

  for (int i = plan->first_link[box]; i < plan->first_link[box + 1]; i++)
    {
      int link = plan->links_of[i];

      if (cost->marked_link[link])
        continue;
      cost->marked_link[link] = TRUE;
      cost->links[cost->n_links++] = link;
      line_update (cost, link);
    }
}

static double
length_of (const NkCost *cost,
           int           link)
{
  const Line *line = &cost->lines[link];

  return hypot (line->x1 - line->x0, line->y1 - line->y0) * (1 + cost->plan->links[link].weight) / 2;
}

double
nk_cost_around (NkCost    *cost,
                const int *boxes,
                int        n)
{
  double length = 0;
  int crossings = 0, through = 0;

  cost->n_links = 0;
  for (int i = 0; i < n; i++)
    mark_links_of (cost, boxes[i]);
  for (int i = 0; i < cost->n_links; i++)
    {
      length += length_of (cost, cost->links[i]);
      crossings += crossings_of (cost, cost->links[i]);
      through += boxes_under (cost, cost->links[i]);
    }
  for (int i = 0; i < n; i++)
    through += links_over (cost, boxes[i]);
  for (int i = 0; i < cost->n_links; i++)
    cost->marked_link[cost->links[i]] = FALSE;
  return NK_COST_LENGTH * length + crossings + NK_COST_THROUGH * through;
}

void
nk_cost_update (NkCost    *cost,
                const int *boxes,
                int        n)
{
  const NkPlan *plan = cost->plan;

  for (int i = 0; i < n; i++)
    for (int k = plan->first_link[boxes[i]]; k < plan->first_link[boxes[i] + 1]; k++)
      line_update (cost, plan->links_of[k]);
}

double
nk_cost_total (NkCost *cost)
{
  return nk_cost_around (cost, cost->all, cost->plan->n_boxes);
}
