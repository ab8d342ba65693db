#include "drawing/quality-private.h"
#include "drawing/stands.h"

#include <math.h>
#include <stdlib.h>

typedef enum
{
  APART,
  CROSSING,
  ON_EACH_OTHER      /* over some length */
} Meeting;

static double
turn (NkPoint a,
      NkPoint b,
      NkPoint c,
      double  tolerance)
{
  double area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

  return fabs (area) <= tolerance ? 0 : area;
}

static gboolean
are_opposite (double a,
              double b)
{
  return (a > 0) != (b > 0);
}

/* How two segments that lie on one straight line meet. */
static Meeting
meet_along (NkPoint p,
            NkPoint q,
            NkPoint r,
            NkPoint s)
{
  double low, high;

  if (fabs (p.x - q.x) >= fabs (p.y - q.y))
    {
      low = MAX (MIN (p.x, q.x), MIN (r.x, s.x));
      high = MIN (MAX (p.x, q.x), MAX (r.x, s.x));
    }
  else
    {
      low = MAX (MIN (p.y, q.y), MIN (r.y, s.y));
      high = MIN (MAX (p.y, q.y), MAX (r.y, s.y));
    }
  return high - low > NK_QUALITY_EPSILON ? ON_EACH_OTHER : APART;
}

static Meeting
meet (NkPoint p,
      NkPoint q,
      NkPoint r,
      NkPoint s)
{
  double tolerance, a, b, c, d;

  if (MAX (p.x, q.x) < MIN (r.x, s.x) || MAX (r.x, s.x) < MIN (p.x, q.x)
      || MAX (p.y, q.y) < MIN (r.y, s.y) || MAX (r.y, s.y) < MIN (p.y, q.y))
    return APART;
  tolerance = 1e-9 * (hypot (q.x - p.x, q.y - p.y) * hypot (s.x - r.x, s.y - r.y) + 1e-12);
  a = turn (r, s, p, tolerance);
  b = turn (r, s, q, tolerance);
  c = turn (p, q, r, tolerance);
  d = turn (p, q, s, tolerance);
  if (a == 0 && b == 0 && c == 0 && d == 0)
    return meet_along (p, q, r, s);
  if (are_opposite (a, b) && are_opposite (c, d))
    return CROSSING;
  if ((a == 0 || b == 0 || c == 0 || d == 0) && a * b <= 0 && c * d <= 0)
    return CROSSING;
  return APART;
}

static gboolean
share_end (const NkQualityLine *a,
           const NkQualityLine *b)
{
  return a->from == b->from || a->from == b->to || a->to == b->from || a->to == b->to;
}

static void
compare_pair (const NkQualityLine *a,
              const NkQualityLine *b,
              NkQuality           *quality)
{
  gboolean on_each_other = FALSE;
  guint crossings = 0;

  for (guint i = 0; i + 1 < a->n; i++)
    for (guint j = 0; j + 1 < b->n; j++)
      {
        Meeting meeting = meet (a->points[i], a->points[i + 1], b->points[j], b->points[j + 1]);

        crossings += meeting == CROSSING;
        on_each_other |= meeting == ON_EACH_OTHER;
      }
  quality->edge_crossings += share_end (a, b) ? 0 : crossings;
  quality->edge_collinear += on_each_other;
}

static int
compare_left (const void *a,
              const void *b)
{
  const NkQualityLine *p = *(const NkQualityLine *const *) a;
  const NkQualityLine *q = *(const NkQualityLine *const *) b;

  return (p->left > q->left) - (p->left < q->left);
}

static void
measure_crossings (const NkQualityLine *lines,
                   guint                n,
                   NkQuality           *quality)
{
  g_autofree const NkQualityLine **order = g_new (const NkQualityLine *, n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = &lines[i];
  qsort (order, n, sizeof *order, compare_left);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && order[j]->left <= order[i]->right; j++)
      if (order[j]->top <= order[i]->bottom && order[i]->top <= order[j]->bottom)
        compare_pair (order[i], order[j], quality);
}

/* Counts the boxes that lines run through. */
static void
measure_boxes_hit (const NkQualityBox  *boxes,
                   guint                n_boxes,
                   const NkQualityLine *lines,
                   guint                n_lines,
                   NkQuality           *quality)
{
  g_autoptr (NkStands) stands = nk_stands_new ();

  for (guint i = 0; i < n_boxes; i++)
    {
      const NkQualityBox *box = &boxes[i];
      NkBody body = { NK_SHAPE_BOX, box->left, box->top, box->right - box->left,
                      box->bottom - box->top, 1 };

      nk_stands_add (stands, nk_record_id (box->actor), &body);
    }
  for (guint i = 0; i < n_lines; i++)
    quality->edge_node_overlaps += nk_stands_hits (stands, lines[i].points, lines[i].n,
                                                   -NK_QUALITY_EPSILON,
                                                   nk_stands_body (stands, lines[i].from),
                                                   nk_stands_body (stands, lines[i].to), G_MAXUINT);
}

static void
measure_lengths (const NkQualityLine *lines,
                 guint                n,
                 NkQuality           *quality)
{
  g_autofree double *lengths = g_new0 (double, n + 1);
  double sum = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    {
      for (guint p = 0; p + 1 < lines[i].n; p++)
        lengths[i] += hypot (lines[i].points[p + 1].x - lines[i].points[p].x,
                             lines[i].points[p + 1].y - lines[i].points[p].y);
      sum += lengths[i];
      quality->edge_length_max = MAX (quality->edge_length_max, lengths[i]);
    }
  if (!(sum > 0))
    return;
  quality->edge_length_mean = sum / n;
  for (guint i = 0; i < n; i++)
    squares += (lengths[i] - quality->edge_length_mean) * (lengths[i] - quality->edge_length_mean);
  quality->edge_length_cv = sqrt (squares / n) / quality->edge_length_mean;
}

/* The neighbours of each box, one after the other: those of box i begin at starts[i]. */
static guint *
list_neighbours (const NkQualityLine *lines,
                 guint                n_lines,
                 guint                n_boxes,
                 guint               *starts)
{
  guint *neighbours = g_new (guint, 2 * n_lines + 1);
  guint sum = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      starts[lines[i].from]++;
      starts[lines[i].to]++;
    }
  for (guint i = 0; i <= n_boxes; i++)
    {
      sum += starts[i];
      starts[i] = sum;   /* the end; entering counts it down to its start */
    }
  for (guint i = 0; i < n_lines; i++)
    {
      neighbours[--starts[lines[i].from]] = lines[i].to;
      neighbours[--starts[lines[i].to]] = lines[i].from;
    }
  return neighbours;
}

/* How many ties away from box `source` each one is, -1 if no way leads there. `queue` is for
 * working; it holds those that were reached. Returns how many. */
static guint
count_steps (guint        source,
             guint        n,
             const guint *starts,
             const guint *neighbours,
             int         *steps,
             guint       *queue)
{
  guint reached = 1;

  for (guint i = 0; i < n; i++)
    steps[i] = -1;
  steps[source] = 0;
  queue[0] = source;
  for (guint i = 0; i < reached; i++)
    for (guint k = starts[queue[i]]; k < starts[queue[i] + 1]; k++)
      if (steps[neighbours[k]] < 0)
        {
          steps[neighbours[k]] = steps[queue[i]] + 1;
          queue[reached++] = neighbours[k];
        }
  return reached;
}

static void
measure_stress (const NkQualityBox  *boxes,
                guint                n,
                const NkQualityLine *lines,
                guint                n_lines,
                NkQuality           *quality)
{
  g_autofree guint *starts = g_new0 (guint, n + 2);
  g_autofree guint *neighbours = list_neighbours (lines, n_lines, n, starts);
  g_autofree int *steps = g_new (int, n + 1);
  g_autofree guint *queue = g_new (guint, n + 1);
  double sum = 0, squares = 0, pairs = 0;

  for (guint source = 0; source < n; source++)
    {
      guint reached = count_steps (source, n, starts, neighbours, steps, queue);

      for (guint i = 1; i < reached; i++)
        {
          NkPoint a = boxes[source].centre, b = boxes[queue[i]].centre;
          double ratio = hypot (b.x - a.x, b.y - a.y) / steps[queue[i]];

          sum += ratio;
          squares += ratio * ratio;
          pairs++;
        }
    }
  /* At the best scale, sum / squares, the mean of (scale × ratio - 1)² is this. */
  quality->stress = pairs > 0 && squares > 0 ? MAX ((pairs - sum * sum / squares) / pairs, 0) : NAN;
}

void
nk_quality_lines (const NkQualityBox  *boxes,
                  guint                n_boxes,
                  const NkQualityLine *lines,
                  guint                n_lines,
                  NkQuality           *quality)
{
  measure_crossings (lines, n_lines, quality);
  measure_boxes_hit (boxes, n_boxes, lines, n_lines, quality);
  measure_lengths (lines, n_lines, quality);
  measure_stress (boxes, n_boxes, lines, n_lines, quality);
}
