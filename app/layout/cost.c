#include "layout/cost.h"

#include <math.h>

/* A tie that passes a box nearer than this seems to run through it. */
#define CLEARANCE 2

/* Rectangles by their four sides, in lists of their own so that one goes through them fast. They
 * only sort out what is far apart: single precision will do. */
typedef struct
{
  float *left, *right, *top, *bottom;
} Extents;

typedef struct
{
  float left, right, top, bottom;
} Extent;

/* A link as it lies now. */
typedef struct
{
  double x0, y0, x1, y1;
} Line;

struct _NkCost
{
  const NkPlan *plan;
  Line *lines;             /* of the links */
  Extents of_lines, of_boxes;
  guint8 *touches;         /* room for find_near () */
  int *near;
  gboolean *marked_link;   /* has a part in what is asked for */
  int *links;              /* those that are marked */
  int n_links;
  int *all;                /* every box */
};

static void
extents_init (Extents *extents,
              int      n)
{
  extents->left = g_new0 (float, n + 1);
  extents->right = g_new0 (float, n + 1);
  extents->top = g_new0 (float, n + 1);
  extents->bottom = g_new0 (float, n + 1);
}

static void
extents_clear (Extents *extents)
{
  g_free (extents->left);
  g_free (extents->right);
  g_free (extents->top);
  g_free (extents->bottom);
}

static void
extents_set (Extents *extents,
             int      i,
             Extent   extent)
{
  extents->left[i] = extent.left;
  extents->right[i] = extent.right;
  extents->top[i] = extent.top;
  extents->bottom[i] = extent.bottom;
}

/* Lists in cost->near which of the first `n` extents touch this one. Returns how many do. Without
 * branches, since nobody can foretell which way they would go. */
static int
find_near (const NkCost  *cost,
           const Extents *extents,
           int            n,
           Extent         it)
{
  const float *restrict left = extents->left, *restrict right = extents->right;
  const float *restrict top = extents->top, *restrict bottom = extents->bottom;
  guint8 *restrict touches = cost->touches;
  int n_near = 0;

  for (int i = 0; i < n; i++)
    touches[i] = (left[i] <= it.right) & (right[i] >= it.left)
                 & (top[i] <= it.bottom) & (bottom[i] >= it.top);
  for (int i = 0; i < n; i++)
    {
      cost->near[n_near] = i;
      n_near += touches[i];
    }
  return n_near;
}

static Extent
extent_of_box (const NkBox *box)
{
  return (Extent) {
    (float) nk_box_left (box) - CLEARANCE, (float) nk_box_right (box) + CLEARANCE,
    (float) nk_box_top (box) - CLEARANCE, (float) nk_box_bottom (box) + CLEARANCE,
  };
}

static Extent
extent_of_line (const Line *line)
{
  return (Extent) {
    (float) MIN (line->x0, line->x1), (float) MAX (line->x0, line->x1),
    (float) MIN (line->y0, line->y1), (float) MAX (line->y0, line->y1),
  };
}

static void
line_update (NkCost *cost,
             int     link)
{
  const NkBox *a = &cost->plan->boxes[cost->plan->links[link].a];
  const NkBox *b = &cost->plan->boxes[cost->plan->links[link].b];

  cost->lines[link] = (Line) { a->x, a->y, b->x, b->y };
  extents_set (&cost->of_lines, link, extent_of_line (&cost->lines[link]));
}

NkCost *
nk_cost_new (const NkPlan *plan)
{
  NkCost *cost = g_new0 (NkCost, 1);

  cost->plan = plan;
  cost->lines = g_new (Line, plan->n_links + 1);
  extents_init (&cost->of_lines, plan->n_links);
  extents_init (&cost->of_boxes, plan->n_boxes);
  cost->touches = g_new0 (guint8, MAX (plan->n_links, plan->n_boxes) + 1);
  cost->near = g_new0 (int, MAX (plan->n_links, plan->n_boxes) + 1);
  cost->marked_link = g_new0 (gboolean, plan->n_links + 1);
  cost->links = g_new (int, plan->n_links + 1);
  cost->all = g_new (int, plan->n_boxes + 1);
  for (int i = 0; i < plan->n_boxes; i++)
    cost->all[i] = i;
  nk_cost_update (cost, cost->all, plan->n_boxes);
  return cost;
}

void
nk_cost_free (NkCost *cost)
{
  g_free (cost->lines);
  extents_clear (&cost->of_lines);
  extents_clear (&cost->of_boxes);
  g_free (cost->touches);
  g_free (cost->near);
  g_free (cost->marked_link);
  g_free (cost->links);
  g_free (cost->all);
  g_free (cost);
}

void
nk_cost_update (NkCost    *cost,
                const int *boxes,
                int        n)
{
  const NkPlan *plan = cost->plan;

  for (int i = 0; i < n; i++)
    {
      extents_set (&cost->of_boxes, boxes[i], extent_of_box (&plan->boxes[boxes[i]]));
      for (int k = plan->first_link[boxes[i]]; k < plan->first_link[boxes[i] + 1]; k++)
        line_update (cost, plan->links_of[k]);
    }
}

/* Twice the area of the triangle from `line` to a point: its sign tells the side. */
static inline double
side (const Line *line,
      double      x,
      double      y)
{
  return (line->x1 - line->x0) * (y - line->y0) - (line->y1 - line->y0) * (x - line->x0);
}

/* TRUE if the lines have a point in common; also if they only touch or lie on each other. This and
 * the next are asked most of all, and answer without branches. */
static inline gboolean
lines_cross (const Line *a,
             const Line *b)
{
  return (side (a, b->x0, b->y0) * side (a, b->x1, b->y1) <= 0)
         & (side (b, a->x0, a->y0) * side (b, a->x1, a->y1) <= 0);
}

static inline gboolean
share_end (const NkLink *a,
           const NkLink *b)
{
  return (a->a == b->a) | (a->a == b->b) | (a->b == b->a) | (a->b == b->b);
}

/* Cuts the part of a line, as a range of 0 to 1, to where its coordinate is within low and high. */
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
  double from = 0, to = 1;

  return clip (line->x0, line->x1 - line->x0, nk_box_left (box) - CLEARANCE,
               nk_box_right (box) + CLEARANCE, &from, &to)
         && clip (line->y0, line->y1 - line->y0, nk_box_top (box) - CLEARANCE,
                  nk_box_bottom (box) + CLEARANCE, &from, &to);
}

static int
crossings_of (const NkCost *cost,
              int           link)
{
  const NkLink *links = cost->plan->links;
  const Line *line = &cost->lines[link];
  int n = find_near (cost, &cost->of_lines, cost->plan->n_links, extent_of_line (line));
  int crossings = 0;

  for (int k = 0; k < n; k++)
    {
      int i = cost->near[k];

      /* Of two that are marked, the later counts. */
      crossings += ((i < link) | !cost->marked_link[i])
                   & !share_end (&links[i], &links[link]) & lines_cross (line, &cost->lines[i]);
    }
  return crossings;
}

static int
boxes_under (const NkCost *cost,
             int           link)
{
  const NkLink *it = &cost->plan->links[link];
  const Line *line = &cost->lines[link];
  int n = find_near (cost, &cost->of_boxes, cost->plan->n_boxes, extent_of_line (line));
  int boxes = 0;

  for (int k = 0; k < n; k++)
    {
      int i = cost->near[k];

      if (i != it->a && i != it->b && runs_through (line, &cost->plan->boxes[i]))
        boxes++;
    }
  return boxes;
}

/* Links that are not marked, over a box. */
static int
links_over (const NkCost *cost,
            int           box)
{
  const NkBox *it = &cost->plan->boxes[box];
  int n = find_near (cost, &cost->of_lines, cost->plan->n_links, extent_of_box (it));
  int links = 0;

  for (int k = 0; k < n; k++)
    {
      int i = cost->near[k];

      if (!cost->marked_link[i] && runs_through (&cost->lines[i], it))
        links++;
    }
  return links;
}

/* Marks the links that end at a box. */
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
    }
}

static double
length_of (const NkCost *cost,
           int           link)
{
  const Line *line = &cost->lines[link];

  return hypot (line->x1 - line->x0, line->y1 - line->y0)
         * (1 + cost->plan->links[link].weight) / 2;
}

double
nk_cost_around (NkCost    *cost,
                const int *boxes,
                int        n)
{
  double length = 0;
  int crossings = 0, through = 0;

  nk_cost_update (cost, boxes, n);
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

double
nk_cost_total (NkCost *cost)
{
  return nk_cost_around (cost, cost->all, cost->plan->n_boxes);
}
