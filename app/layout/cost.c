#include "layout/cost.h"

#include "layout/net.h"

#include <math.h>

/* A tie that passes a box nearer than this seems to run through it. */
#define CLEARANCE 2

/* What is counted is kept with each link and each box, so that the part in the whole of those that
 * move need not be counted again. */
struct _NkCost
{
  const NkPlan *plan;
  gboolean only_length;
  NkLine *lines;           /* of the links */
  NkExtent *extents;       /* of the boxes, with the clearance */
  int *crossings;          /* of each link with others */
  int *under;              /* boxes under each link */
  int *over;               /* links over each box */
  double length;           /* of all links, by weight */
  int n_crossings, n_through;
  NkNet *cells_of_lines, *cells_of_boxes;

  /* What moves: links in the order in which they were found, and where they would lie. */
  gboolean *box_moves, *link_moves;
  int *links;
  int n_links;
  NkLine *moved;

  int *near;
  gint64 work;
};

static NkExtent
extent_of_box (const NkBox *box)
{
  return (NkExtent) {
    nk_box_left (box) - CLEARANCE, nk_box_right (box) + CLEARANCE,
    nk_box_top (box) - CLEARANCE, nk_box_bottom (box) + CLEARANCE,
  };
}

static NkLine
line_of_link (const NkPlan *plan,
              int           link)
{
  const NkBox *a = &plan->boxes[plan->links[link].a];
  const NkBox *b = &plan->boxes[plan->links[link].b];

  return (NkLine) { a->x, a->y, b->x, b->y };
}

static double
length_of (const NkCost *cost,
           int           link,
           const NkLine *line)
{
  double x = line->x1 - line->x0, y = line->y1 - line->y0;

  return sqrt (x * x + y * y) * (1 + cost->plan->links[link].weight) / 2;
}

/* Twice the area of the triangle from `line` to a point: its sign tells the side. */
static inline double
side (const NkLine *line,
      double        x,
      double        y)
{
  return (line->x1 - line->x0) * (y - line->y0) - (line->y1 - line->y0) * (x - line->x0);
}

static inline gboolean
spans_meet (double a0,
            double a1,
            double b0,
            double b1)
{
  return (MAX (a0, a1) >= MIN (b0, b1)) & (MAX (b0, b1) >= MIN (a0, a1));
}

/* TRUE if the lines have a point in common; also if they only touch or lie on each other. It is
 * asked most of all, and answers without branches: nobody can foretell which way they would go. */
static inline gboolean
lines_cross (const NkLine *a,
             const NkLine *b)
{
  return (side (a, b->x0, b->y0) * side (a, b->x1, b->y1) <= 0)
         & (side (b, a->x0, a->y0) * side (b, a->x1, a->y1) <= 0)
         & spans_meet (a->x0, a->x1, b->x0, b->x1) & spans_meet (a->y0, a->y1, b->y0, b->y1);
}

static inline gboolean
share_end (const NkLink *a,
           const NkLink *b)
{
  return (a->a == b->a) | (a->a == b->b) | (a->b == b->a) | (a->b == b->b);
}

/* TRUE if they cross, and not just where both begin or end. */
static inline gboolean
links_cross (const NkCost *cost,
             int           link,
             const NkLine *line,
             int           other,
             const NkLine *other_line)
{
  return (!share_end (&cost->plan->links[link], &cost->plan->links[other]))
         & lines_cross (line, other_line);
}

/* Half the extent of a box to both sides of a line, and how far its middle is from the line, are
 * both measured with the line's length. */
static inline gboolean
runs_through (const NkLine   *line,
              const NkExtent *box)
{
  double reach = (box->right - box->left) * fabs (line->y1 - line->y0)
                 + (box->bottom - box->top) * fabs (line->x1 - line->x0);
  double away = fabs (side (line, (box->left + box->right) / 2, (box->top + box->bottom) / 2));

  return (2 * away < reach)
         & (MAX (line->x0, line->x1) > box->left) & (MIN (line->x0, line->x1) < box->right)
         & (MAX (line->y0, line->y1) > box->top) & (MIN (line->y0, line->y1) < box->bottom);
}

static inline gboolean
link_covers (const NkCost   *cost,
             int             link,
             const NkLine   *line,
             int             box,
             const NkExtent *extent)
{
  const NkLink *it = &cost->plan->links[link];

  return (it->a != box) & (it->b != box) & runs_through (line, extent);
}

/* The things near a line or a box, in cost->near. */
static int
near_line (NkCost       *cost,
           NkNet      *cells,
           const NkLine *line)
{
  int n = nk_net_near_line (cells, line, cost->near);

  cost->work += n;
  return n;
}

static int
near_box (NkCost         *cost,
          const NkExtent *extent)
{
  int n = nk_net_near_box (cost->cells_of_lines, extent, cost->near);

  cost->work += n;
  return n;
}

/* Counts what a link has a part in, `by` 1 or -1, with all links and boxes that are in the cells. */
static void
count_link (NkCost *cost,
            int     link,
            int     by)
{
  const NkLine *line = &cost->lines[link];
  int n = near_line (cost, cost->cells_of_lines, line);
  int crossings = 0, under = 0;

  for (int k = 0; k < n; k++)
    {
      int other = cost->near[k];
      int crosses = by * links_cross (cost, link, line, other, &cost->lines[other]);

      cost->crossings[other] += crosses;
      crossings += crosses;
    }
  n = near_line (cost, cost->cells_of_boxes, line);
  for (int k = 0; k < n; k++)
    {
      int box = cost->near[k];
      int covers = by * link_covers (cost, link, line, box, &cost->extents[box]);

      cost->over[box] += covers;
      under += covers;
    }
  cost->crossings[link] += crossings;
  cost->under[link] += under;
  cost->n_crossings += crossings;
  cost->n_through += under;
}

/* Counts the links in the cells that run through a box. */
static void
count_box (NkCost *cost,
           int     box,
           int     by)
{
  int n = near_box (cost, &cost->extents[box]);
  int over = 0;

  for (int k = 0; k < n; k++)
    {
      int link = cost->near[k];
      int covers = by * link_covers (cost, link, &cost->lines[link], box, &cost->extents[box]);

      cost->under[link] += covers;
      over += covers;
    }
  cost->over[box] += over;
  cost->n_through += over;
}

static void
take_link (NkCost *cost,
           int     link)
{
  cost->length -= length_of (cost, link, &cost->lines[link]);
  if (cost->only_length)
    return;
  nk_net_put_line (cost->cells_of_lines, link, &cost->lines[link], FALSE);
  count_link (cost, link, -1);
}

static void
put_link (NkCost *cost,
          int     link)
{
  cost->lines[link] = line_of_link (cost->plan, link);
  cost->length += length_of (cost, link, &cost->lines[link]);
  if (cost->only_length)
    return;
  count_link (cost, link, 1);
  nk_net_put_line (cost->cells_of_lines, link, &cost->lines[link], TRUE);
}

static void
take_box (NkCost *cost,
          int     box)
{
  nk_net_put_box (cost->cells_of_boxes, box, &cost->extents[box], FALSE);
  count_box (cost, box, -1);
}

static void
put_box (NkCost *cost,
         int     box)
{
  cost->extents[box] = extent_of_box (&cost->plan->boxes[box]);
  count_box (cost, box, 1);
  nk_net_put_box (cost->cells_of_boxes, box, &cost->extents[box], TRUE);
}

static NkExtent
extent_of_all (const NkPlan *plan)
{
  NkExtent all = { INFINITY, -INFINITY, INFINITY, -INFINITY };

  for (int i = 0; i < plan->n_boxes; i++)
    {
      NkExtent extent = extent_of_box (&plan->boxes[i]);

      all = (NkExtent) { MIN (all.left, extent.left), MAX (all.right, extent.right),
                         MIN (all.top, extent.top), MAX (all.bottom, extent.bottom) };
    }
  return all;
}

NkCost *
nk_cost_new (const NkPlan *plan,
             gboolean      only_length)
{
  NkCost *cost = g_new0 (NkCost, 1);
  NkExtent all = extent_of_all (plan);
  int most = MAX (plan->n_links, plan->n_boxes) + 1;

  cost->plan = plan;
  cost->only_length = only_length;
  cost->lines = g_new (NkLine, plan->n_links + 1);
  cost->extents = g_new (NkExtent, plan->n_boxes + 1);
  cost->crossings = g_new0 (int, plan->n_links + 1);
  cost->under = g_new0 (int, plan->n_links + 1);
  cost->over = g_new0 (int, plan->n_boxes + 1);
  cost->cells_of_lines = nk_net_new (all, plan->n_links);
  cost->cells_of_boxes = nk_net_new (all, plan->n_boxes);
  cost->box_moves = g_new0 (gboolean, plan->n_boxes + 1);
  cost->link_moves = g_new0 (gboolean, plan->n_links + 1);
  cost->links = g_new (int, plan->n_links + 1);
  cost->moved = g_new (NkLine, plan->n_links + 1);
  cost->near = g_new (int, most);
  for (int i = 0; !only_length && i < plan->n_boxes; i++)
    put_box (cost, i);
  for (int i = 0; i < plan->n_links; i++)
    put_link (cost, i);
  return cost;
}

void
nk_cost_free (NkCost *cost)
{
  g_free (cost->lines);
  g_free (cost->extents);
  g_free (cost->crossings);
  g_free (cost->under);
  g_free (cost->over);
  nk_net_free (cost->cells_of_lines);
  nk_net_free (cost->cells_of_boxes);
  g_free (cost->box_moves);
  g_free (cost->link_moves);
  g_free (cost->links);
  g_free (cost->moved);
  g_free (cost->near);
  g_free (cost);
}

double
nk_cost_total (const NkCost *cost)
{
  return NK_COST_LENGTH * cost->length + cost->n_crossings + NK_COST_THROUGH * cost->n_through;
}

gint64
nk_cost_work (const NkCost *cost)
{
  return cost->work + nk_net_work (cost->cells_of_lines) + nk_net_work (cost->cells_of_boxes);
}

/* Marks the boxes and the links that end at them. */
static void
mark (NkCost    *cost,
      const int *boxes,
      int        n)
{
  const NkPlan *plan = cost->plan;

  cost->n_links = 0;
  for (int i = 0; i < n; i++)
    {
      cost->box_moves[boxes[i]] = TRUE;
      for (int k = plan->first_link[boxes[i]]; k < plan->first_link[boxes[i] + 1]; k++)
        {
          int link = plan->links_of[k];

          if (cost->link_moves[link])
            continue;
          cost->link_moves[link] = TRUE;
          cost->moved[cost->n_links] = line_of_link (plan, link);
          cost->links[cost->n_links++] = link;
        }
    }
}

static void
unmark (NkCost    *cost,
        const int *boxes,
        int        n)
{
  for (int i = 0; i < n; i++)
    cost->box_moves[boxes[i]] = FALSE;
  for (int i = 0; i < cost->n_links; i++)
    cost->link_moves[cost->links[i]] = FALSE;
}

/* What the marked have had of the whole, and how their lengths change. What two of them have with
 * each other is in there twice. */
static double
change_of_kept (const NkCost *cost,
                const int    *boxes,
                int           n)
{
  double longer = 0;
  int crossings = 0, through = 0;

  for (int i = 0; i < cost->n_links; i++)
    {
      int link = cost->links[i];

      longer += length_of (cost, link, &cost->moved[i])
                - length_of (cost, link, &cost->lines[link]);
      crossings += cost->crossings[link];
      through += cost->under[link];
    }
  for (int i = 0; i < n; i++)
    through += cost->over[boxes[i]];
  return NK_COST_LENGTH * longer - crossings - NK_COST_THROUGH * through;
}

/* What the marked have with each other, as it would be; and once for what they had, which has been
 * taken away twice. */
static double
change_of_pairs (NkCost    *cost,
                 const int *boxes,
                 int        n)
{
  int crossings = 0, through = 0;

  for (int i = 0; i < cost->n_links; i++)
    {
      int link = cost->links[i];
      const NkLine *line = &cost->lines[link];

      for (int k = 0; k < i; k++)
        {
          int other = cost->links[k];

          crossings += links_cross (cost, link, line, other, &cost->lines[other])
                       + links_cross (cost, link, &cost->moved[i], other, &cost->moved[k]);
        }
      for (int k = 0; k < n; k++)
        {
          NkExtent extent = extent_of_box (&cost->plan->boxes[boxes[k]]);

          through += link_covers (cost, link, line, boxes[k], &cost->extents[boxes[k]])
                     + link_covers (cost, link, &cost->moved[i], boxes[k], &extent);
        }
    }
  cost->work += cost->n_links * (cost->n_links / 2 + n);
  return crossings + NK_COST_THROUGH * through;
}

/* What a marked link, which lies there now, has with all that are not marked. */
static double
cost_of_link (NkCost       *cost,
              int           link,
              const NkLine *line)
{
  int n = near_line (cost, cost->cells_of_lines, line);
  int crossings = 0, through = 0;

  for (int k = 0; k < n; k++)
    {
      int other = cost->near[k];

      crossings += (!cost->link_moves[other])
                   & links_cross (cost, link, line, other, &cost->lines[other]);
    }
  n = near_line (cost, cost->cells_of_boxes, line);
  for (int k = 0; k < n; k++)
    {
      int box = cost->near[k];

      through += (!cost->box_moves[box])
                 & link_covers (cost, link, line, box, &cost->extents[box]);
    }
  return crossings + NK_COST_THROUGH * through;
}

static double
cost_of_box (NkCost *cost,
             int     box)
{
  NkExtent extent = extent_of_box (&cost->plan->boxes[box]);
  int n = near_box (cost, &extent);
  int through = 0;

  for (int k = 0; k < n; k++)
    {
      int link = cost->near[k];

      through += (!cost->link_moves[link])
                 & link_covers (cost, link, &cost->lines[link], box, &extent);
    }
  return NK_COST_THROUGH * through;
}

/* What the marked have with each other and with all others, now that they have moved; it is counted
 * until it is more than `most`. */
static double
change_of_others (NkCost    *cost,
                  const int *boxes,
                  int        n,
                  double     most)
{
  double rise = change_of_pairs (cost, boxes, n);

  for (int i = 0; rise <= most && i < cost->n_links; i++)
    rise += cost_of_link (cost, cost->links[i], &cost->moved[i]);
  for (int i = 0; rise <= most && i < n; i++)
    rise += cost_of_box (cost, boxes[i]);
  return rise;
}

double
nk_cost_rise (NkCost    *cost,
              const int *boxes,
              int        n,
              double     most)
{
  double rise;

  mark (cost, boxes, n);
  rise = change_of_kept (cost, boxes, n);
  cost->work += cost->n_links;
  if (!cost->only_length && rise <= most)        /* from here on it only grows */
    rise += change_of_others (cost, boxes, n, most - rise);
  unmark (cost, boxes, n);
  return rise;
}

void
nk_cost_accept (NkCost    *cost,
                const int *boxes,
                int        n)
{
  mark (cost, boxes, n);
  for (int i = 0; i < cost->n_links; i++)
    take_link (cost, cost->links[i]);
  for (int i = 0; i < n && !cost->only_length; i++)
    take_box (cost, boxes[i]);
  for (int i = 0; i < n && !cost->only_length; i++)
    put_box (cost, boxes[i]);
  for (int i = 0; i < cost->n_links; i++)
    put_link (cost, cost->links[i]);
  unmark (cost, boxes, n);
}
