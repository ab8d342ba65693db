#include "layout/pieces.h"

#include "layout/reach.h"

#include <math.h>

/* So many widths are tried, from this part of the one that would be right if nothing were left
 * empty; each is wider than the one before by a step. */
#define WIDTHS 16
#define LEAST_WIDTH 0.8
#define WIDTH_STEP 0.06

/* What stands next to each other along the upper edge of what is still free. */
typedef struct
{
  double left, y;
} Step;

typedef struct
{
  const NkExtent *extents;
  int n;
  double gap;
  GArray *steps;         /* Step; the last one ends at `width` */
  double width;
  NkJobPosition *at;     /* of the top left of each */
} Packing;

static int
compare_sizes (gconstpointer left,
               gconstpointer right,
               gpointer      user_data)
{
  const int *first = user_data;
  int a = *(const int *) left, b = *(const int *) right;
  int size_a = first[a + 1] - first[a], size_b = first[b + 1] - first[b];

  return size_a != size_b ? size_b - size_a : a - b;
}

/* Puts the pieces that begin at `starts` in another order, the largest first. */
static void
sort_pieces (NkPieces  *pieces,
             const int *found,
             const int *starts)
{
  g_autofree int *order = g_new (int, pieces->n + 1);
  int at = 0;

  for (int i = 0; i < pieces->n; i++)
    order[i] = i;
  g_qsort_with_data (order, pieces->n, sizeof (int), compare_sizes, (gpointer) starts);
  for (int i = 0; i < pieces->n; i++)
    {
      pieces->first[i] = at;
      for (int k = starts[order[i]]; k < starts[order[i] + 1]; k++)
        pieces->members[at++] = found[k];
    }
  pieces->first[pieces->n] = at;
}

NkPieces *
nk_pieces_new (const NkPlan *plan)
{
  NkPieces *pieces = g_new0 (NkPieces, 1);
  g_autofree int *found = g_new (int, plan->n_boxes + 1);
  g_autofree int *starts = g_new (int, plan->n_boxes + 1);
  g_autofree int *distance = g_new (int, plan->n_boxes + 1);
  int at = 0;

  pieces->members = g_new (int, plan->n_boxes + 1);
  pieces->first = g_new (int, plan->n_boxes + 1);
  for (int i = 0; i < plan->n_boxes; i++)
    distance[i] = -1;
  for (int i = 0; i < plan->n_boxes; i++)
    if (distance[i] < 0)
      {
        starts[pieces->n++] = at;
        at += nk_reach (plan, i, distance, found + at);
      }
  starts[pieces->n] = at;
  sort_pieces (pieces, found, starts);
  return pieces;
}

void
nk_pieces_free (NkPieces *pieces)
{
  g_free (pieces->members);
  g_free (pieces->first);
  g_free (pieces);
}

NkExtent
nk_extent_of (const NkPlan *plan,
              const int    *boxes,
              int           n)
{
  NkExtent extent = { INFINITY, INFINITY, -INFINITY, -INFINITY };

  for (int i = 0; i < n; i++)
    {
      const NkBox *box = &plan->boxes[boxes[i]];

      extent.left = MIN (extent.left, nk_box_left (box));
      extent.top = MIN (extent.top, nk_box_top (box));
      extent.right = MAX (extent.right, nk_box_right (box));
      extent.bottom = MAX (extent.bottom, nk_box_bottom (box));
    }
  return extent;
}

void
nk_shift (NkPlan    *plan,
          const int *boxes,
          int        n,
          double     x,
          double     y)
{
  for (int i = 0; i < n; i++)
    {
      plan->boxes[boxes[i]].x += x;
      plan->boxes[boxes[i]].y += y;
    }
}

static Step *
step_at (const Packing *packing,
         guint          step)
{
  return &g_array_index (packing->steps, Step, step);
}

/* How far down something so wide has to go if its left edge is where a step begins; infinite if it
 * would be beyond the page. */
static double
depth (const Packing *packing,
       guint          step,
       double         width)
{
  double right = step_at (packing, step)->left + width, y = 0;

  if (right > packing->width + 1e-6)
    return INFINITY;
  for (guint i = step; i < packing->steps->len && step_at (packing, i)->left < right; i++)
    y = MAX (y, step_at (packing, i)->y);
  return y;
}

/* Fills in below the steps that something covers. */
static void
cover (Packing *packing,
       guint    step,
       double   width,
       double   y)
{
  double right = step_at (packing, step)->left + width, rest = 0;
  guint end = step;

  for (; end < packing->steps->len && step_at (packing, end)->left < right; end++)
    rest = step_at (packing, end)->y;
  if ((end < packing->steps->len ? step_at (packing, end)->left : packing->width) > right)
    g_array_insert_vals (packing->steps, end, &(Step) { right, rest }, 1);
  step_at (packing, step)->y = y;
  if (end > step + 1)
    g_array_remove_range (packing->steps, step + 1, end - step - 1);
}

/* Puts one after the other as far up as it can go, among equals as far to the left. Returns what
 * they take. */
static NkExtent
pack (Packing *packing,
      double   width)
{
  NkExtent all = { 0, 0, 0, 0 };

  packing->width = width + packing->gap;
  g_array_set_size (packing->steps, 0);
  g_array_append_vals (packing->steps, &(Step) { 0, 0 }, 1);
  for (int i = 0; i < packing->n; i++)
    {
      double own = packing->extents[i].right - packing->extents[i].left;
      double height = packing->extents[i].bottom - packing->extents[i].top;
      double least = INFINITY;
      guint best = 0;

      for (guint step = 0; step < packing->steps->len; step++)
        if (depth (packing, step, own + packing->gap) < least)
          {
            least = depth (packing, step, own + packing->gap);
            best = step;
          }
      packing->at[i] = (NkJobPosition) { step_at (packing, best)->left, least };
      cover (packing, best, own + packing->gap, least + height + packing->gap);
      all.right = MAX (all.right, packing->at[i].x + own);
      all.bottom = MAX (all.bottom, least + height);
    }
  return all;
}

/* Packs in the width with which all can be shown largest. */
static NkExtent
pack_well (Packing *packing,
           double   aspect)
{
  double area = 0, widest = 0, least = INFINITY, best = 0;

  for (int i = 0; i < packing->n; i++)
    {
      double width = packing->extents[i].right - packing->extents[i].left + packing->gap;

      area += width * (packing->extents[i].bottom - packing->extents[i].top + packing->gap);
      widest = MAX (widest, width);
    }
  for (int i = 0; i < WIDTHS; i++)
    {
      double width = MAX (widest, sqrt (area * aspect) * (LEAST_WIDTH + i * WIDTH_STEP));
      NkExtent all = pack (packing, width);
      double size = MAX (all.right / aspect, all.bottom);

      if (size >= least)
        continue;
      least = size;
      best = width;
    }
  return pack (packing, best);
}

NkExtent
nk_pieces_pack (NkPlan         *plan,
                const NkPieces *pieces,
                int             from,
                int             to)
{
  int n = to - from;
  g_autofree NkExtent *extents = g_new (NkExtent, n + 1);
  g_autofree NkJobPosition *at = g_new (NkJobPosition, n + 1);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  Packing packing = { extents, n, plan->job->band_gap, steps, 0, at };
  NkExtent all;

  for (int i = 0; i < n; i++)
    extents[i] = nk_extent_of (plan, nk_piece (pieces, from + i),
                               nk_piece_size (pieces, from + i));
  all = pack_well (&packing, plan->job->aspect);
  for (int i = 0; i < n; i++)
    nk_shift (plan, nk_piece (pieces, from + i), nk_piece_size (pieces, from + i),
              at[i].x - extents[i].left, at[i].y - extents[i].top);
  return all;
}
