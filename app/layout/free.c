#include "layout/free.h"

#include "layout/figure.h"
#include "layout/graphviz.h"
#include "layout/overlap.h"
#include "layout/pieces.h"

#include <math.h>

/* Above so many boxes neato takes too long. */
#define MOST_FOR_NEATO 1000

#define LINK_LENGTH 110

/* A piece is turned by the one of so many angles with which it fills the page best, and then drawn
 * out, or pressed together, by no more than this. */
#define ANGLES 36
#define MOST_STRETCH 1.3

/* Pieces of fewer boxes lie flat, so that they need little room, and are pushed apart by our own
 * means. */
#define LEAST_FOR_GRAPHVIZ 12

typedef struct
{
  NkPlan *plan;
  NkPieces *pieces;
  int n_tied;              /* pieces of more than one box */
  gboolean from_here;      /* who is left shall be left */
} Free;

static gboolean
any_placed (const NkJob *job)
{
  for (guint i = 0; i < job->actors->len; i++)
    if (nk_job_actor (job, i)->placed)
      return TRUE;
  return FALSE;
}

/* Has Graphviz place the boxes as their ties pull them. */
static NkJobPosition *
place (const Free *free,
       const int  *boxes,
       int         n,
       GError    **error)
{
  NkGraphvizWish wish = { .from_here = free->from_here, .by_piece = TRUE,
                          .link_length = LINK_LENGTH };

  if (n <= MOST_FOR_NEATO)
    wish.engine = "neato";
  else
    wish.engine = free->plan->any_fixed ? "fdp" : "sfdp";
  return nk_graphviz_place (free->plan, boxes, n, &wish, error);
}

static void
put (NkPlan              *plan,
     const int           *boxes,
     int                  n,
     const NkJobPosition *at)
{
  for (int i = 0; i < n; i++)
    {
      plan->boxes[boxes[i]].x = at[i].x;
      plan->boxes[boxes[i]].y = at[i].y;
    }
}

/* How large a piece turned by an angle is, on a page of the wanted aspect. */
static double
size_turned (const NkPlan *plan,
             const int    *boxes,
             int           n,
             double        angle,
             double       *aspect)
{
  double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

  for (int i = 0; i < n; i++)
    {
      const NkBox *box = &plan->boxes[boxes[i]];
      double x = cos (angle) * box->x - sin (angle) * box->y;
      double y = sin (angle) * box->x + cos (angle) * box->y;

      left = MIN (left, x - box->width / 2);
      right = MAX (right, x + box->width / 2);
      top = MIN (top, y - box->height / 2);
      bottom = MAX (bottom, y + box->height / 2);
    }
  *aspect = (right - left) / (bottom - top);
  return MAX ((right - left) / plan->job->aspect, bottom - top);
}

/* The angle that lays a piece flat along the direction in which it is longest. */
static double
flat_angle (const NkPlan *plan,
            const int    *boxes,
            int           n)
{
  double x = 0, y = 0, xx = 0, xy = 0, yy = 0;

  for (int i = 0; i < n; i++)
    {
      x += plan->boxes[boxes[i]].x / n;
      y += plan->boxes[boxes[i]].y / n;
    }
  for (int i = 0; i < n; i++)
    {
      double dx = plan->boxes[boxes[i]].x - x, dy = plan->boxes[boxes[i]].y - y;

      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }
  return -atan2 (2 * xy, xx - yy) / 2;
}

static void
turn (NkPlan    *plan,
      const int *boxes,
      int        n,
      double     angle,
      double     stretch)
{
  for (int i = 0; i < n; i++)
    {
      NkBox *box = &plan->boxes[boxes[i]];
      double x = box->x, y = box->y;

      box->x = stretch * (cos (angle) * x - sin (angle) * y);
      box->y = (sin (angle) * x + cos (angle) * y) / stretch;
    }
}

/* Turns and stretches a piece so that it fills a page of the wanted aspect. */
static void
fit_page (const Free *free,
          const int  *boxes,
          int         n)
{
  NkPlan *plan = free->plan;
  double flat = flat_angle (plan, boxes, n), best = 0, aspect;
  double least = size_turned (plan, boxes, n, 0, &aspect);

  for (int i = 0; i < ANGLES && !free->from_here; i++)
    {
      double size = size_turned (plan, boxes, n, flat + G_PI * i / ANGLES, &aspect);

      if (size >= least)
        continue;
      least = size;
      best = flat + G_PI * i / ANGLES;
    }
  size_turned (plan, boxes, n, best, &aspect);
  turn (plan, boxes, n, best,
        CLAMP (sqrt (plan->job->aspect / aspect), 1 / MOST_STRETCH, MOST_STRETCH));
}

/* Shapes one piece, and moves apart what overlaps in it. */
static gboolean
shape_piece (const Free  *free,
             int          piece,
             GError     **error)
{
  const int *boxes = nk_piece (free->pieces, piece);
  int n = nk_piece_size (free->pieces, piece);
  g_autofree NkJobPosition *at = NULL;

  if (n < LEAST_FOR_GRAPHVIZ)
    {
      turn (free->plan, boxes, n, flat_angle (free->plan, boxes, n), 1);
      return TRUE;
    }
  fit_page (free, boxes, n);
  at = nk_graphviz_separate (free->plan, boxes, n, error);
  if (at != NULL)
    put (free->plan, boxes, n, at);
  return at != NULL;
}

/* Puts free boxes without ties in rows below all others. */
static void
place_untied (const Free *free,
              NkExtent    others)
{
  NkPlan *plan = free->plan;
  int n, n_untied = 0;
  g_autofree int *members = nk_figure_members (plan, &n);

  for (int i = 0; i < n; i++)
    if (plan->first_link[members[i]] == plan->first_link[members[i] + 1])
      members[n_untied++] = members[i];
  nk_figure_below (plan, members, n_untied, &others);
}

/* Everybody may move: piece by piece, all pieces on one page, and that where it was. */
static gboolean
lay_out_all (Free    *free,
             GError **error)
{
  NkPlan *plan = free->plan;
  NkPieces *pieces = free->pieces;
  int n_tied = pieces->first[free->n_tied];
  g_autofree NkJobPosition *at = n_tied > 0 ? place (free, pieces->members, n_tied, error) : NULL;
  NkJobPosition middle;
  NkExtent all;

  if (n_tied > 0 && at == NULL)
    return FALSE;
  put (plan, pieces->members, n_tied, at);
  for (int i = 0; i < free->n_tied; i++)
    if (!shape_piece (free, i, error))
      return FALSE;
  place_untied (free, nk_pieces_pack (plan, pieces, 0, free->n_tied));   /* out of the way */
  nk_overlap_remove (plan, plan->job->gap_x, NK_FIGURE_GAP_BELOW * plan->job->gap_y);
  place_untied (free, nk_pieces_pack (plan, pieces, 0, free->n_tied));
  all = nk_extent_of (plan, pieces->members, plan->n_boxes);
  middle = nk_figure_middle (plan, all.right - all.left, all.bottom - all.top);
  nk_shift (plan, pieces->members, plan->n_boxes, middle.x - (all.left + all.right) / 2,
            middle.y - (all.top + all.bottom) / 2);
  return TRUE;
}

/* Takes the boxes to where the first of the fixed ones is, since Graphviz moves the whole. */
static void
put_round_fixed (NkPlan              *plan,
                 const int           *boxes,
                 int                  n,
                 const NkJobPosition *at)
{
  double x = 0, y = 0;

  for (int i = n - 1; i >= 0; i--)
    if (plan->boxes[boxes[i]].fixed)
      {
        x = plan->boxes[boxes[i]].x - at[i].x;
        y = plan->boxes[boxes[i]].y - at[i].y;
      }
  for (int i = 0; i < n; i++)
    if (!plan->boxes[boxes[i]].fixed)
      {
        plan->boxes[boxes[i]].x = at[i].x + x;
        plan->boxes[boxes[i]].y = at[i].y + y;
      }
}

/* Some stay: all who are tied as these pull them. */
static gboolean
lay_out_round_fixed (Free    *free,
                     GError **error)
{
  NkPlan *plan = free->plan;
  int n = free->pieces->first[free->n_tied];
  g_autofree int *boxes = g_memdup2 (free->pieces->members, sizeof (int) * (gsize) plan->n_boxes);
  g_autofree NkJobPosition *at = NULL;

  for (int i = n; i < plan->n_boxes; i++)
    if (plan->boxes[boxes[i]].fixed)
      boxes[n++] = boxes[i];
  at = place (free, boxes, n, error);
  if (at == NULL)
    return FALSE;
  put_round_fixed (plan, boxes, n, at);
  place_untied (free, nk_extent_of (plan, boxes, n));   /* out of the way */
  nk_overlap_remove (plan, plan->job->gap_x, NK_FIGURE_GAP_BELOW * plan->job->gap_y);
  place_untied (free, nk_extent_of (plan, boxes, n));
  nk_overlap_remove (plan, plan->job->gap_x, NK_FIGURE_GAP_BELOW * plan->job->gap_y);
  return TRUE;
}

gboolean
nk_free (NkPlan  *plan,
         GError **error)
{
  g_autoptr (NkPieces) pieces = nk_pieces_new (plan);
  Free free = { plan, pieces, 0, any_placed (plan->job) };

  while (free.n_tied < pieces->n && nk_piece_size (pieces, free.n_tied) > 1)
    free.n_tied++;
  return plan->any_fixed ? lay_out_round_fixed (&free, error) : lay_out_all (&free, error);
}
