#include "drawing/lanes.h"

#include <math.h>
#include <stdlib.h>

/* A course as it turns at a corner. */
typedef struct
{
  const NkCourse *course;
  guint number;          /* of the course */
  guint turn;            /* of its way */
  gboolean backward;     /* looked at from its end, so that the body is on its right */
} Pass;

static double
cross (NkPoint o,
       NkPoint a,
       NkPoint b)
{
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

static NkPoint
point_at (const NkCourse *course,
          guint           i)
{
  return nk_course_turn (course, i)->at;
}

static guint
corner_of (const Pass *pass)
{
  return nk_course_turn (pass->course, pass->turn)->corner;
}

/* Follows two passes from their corner, ahead or back, until they part: positive if the first one
 * then lies to the right of the second (as seen in the direction in which both are looked at). */
static double
part (const Pass *p,
      const Pass *q,
      gboolean    ahead)
{
  guint i = p->turn, j = q->turn;
  int di = p->backward == ahead ? -1 : 1, dj = q->backward == ahead ? -1 : 1;
  NkPoint at, a, b;

  do
    {
      at = point_at (p->course, i);
      i += di;
      j += dj;
    }
  while (nk_course_turn (p->course, i)->corner == nk_course_turn (q->course, j)->corner
         && nk_course_turn (p->course, i)->corner < NK_TURN_TRUNK);
  a = nk_course_turn (p->course, i)->wanted;   /* of an end: its port */
  b = nk_course_turn (q->course, j)->wanted;
  /* y runs down, so a positive cross product means that b lies to the right of a. */
  return (ahead ? -1 : 1) * cross (at, a, b) / MAX (hypot (a.x - at.x, a.y - at.y), 1e-9)
         / MAX (hypot (b.x - at.x, b.y - at.y), 1e-9);
}

/* TRUE if the first pass belongs nearer to the body, that is, to the right. */
static gboolean
is_inner (const Pass *p,
          const Pass *q)
{
  double right = part (p, q, TRUE);

  if (fabs (right) < 1e-9)
    right = part (p, q, FALSE);
  return fabs (right) < 1e-9 ? p->number < q->number : right > 0;
}

static int
compare_corners (const void *a,
                 const void *b)
{
  const Pass *p = a, *q = b;
  guint x = corner_of (p), y = corner_of (q);

  if (x != y)
    return x < y ? -1 : 1;
  return (p->number > q->number) - (p->number < q->number);
}

/* All turns of all courses, by corner. */
static GArray *
collect_passes (GArray *courses)
{
  GArray *passes = g_array_new (FALSE, FALSE, sizeof (Pass));

  for (guint i = 0; i < courses->len; i++)
    {
      const NkCourse *course = &g_array_index (courses, NkCourse, i);

      for (guint t = 1; t + 1 < course->way->len; t++)
        {
          Pass pass = { course, i, t, FALSE };

          if (nk_course_turn (course, t)->corner == NK_TURN_TRUNK)
            continue;
          pass.backward = cross (point_at (course, t - 1), point_at (course, t),
                                 point_at (course, t + 1)) < 0;
          g_array_append_val (passes, pass);
        }
    }
  g_array_sort (passes, compare_corners);
  return passes;
}

/* The order from right to left. Not by qsort (): three ways may lie round each other in a ring. */
static void
order_lanes (Pass  *passes,
             guint  n)
{
  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0 && is_inner (&passes[j], &passes[j - 1]); j--)
      {
        Pass kept = passes[j];

        passes[j] = passes[j - 1];
        passes[j - 1] = kept;
      }
}

void
nk_lanes_spread (GArray    *courses,
                 NkCorners *corners)
{
  g_autoptr (GArray) passes = collect_passes (courses);
  Pass *all = (Pass *) (gpointer) passes->data;
  g_autofree NkPoint *wanted = g_new (NkPoint, passes->len + 1);

  for (guint first = 0, next; first < passes->len; first = next)
    {
      guint number = corner_of (&all[first]);
      const NkCorner *corner = nk_corners_at (corners, number);
      NkPoint at = corner->at, away = corner->away;
      double whole = 0, place = 0, squeeze;

      for (next = first + 1; next < passes->len && corner_of (&all[next]) == number; next++)
        ;
      order_lanes (all + first, next - first);
      for (guint i = first + 1; i < next; i++)
        whole += nk_courses_apart (all[i - 1].course, all[i].course, NK_LANES_APART);
      squeeze = MIN (1, corner->room / MAX (whole, 1e-9));
      for (guint i = first; i < next; i++)
        {
          if (i > first)
            place += squeeze * nk_courses_apart (all[i - 1].course, all[i].course,
                                                 NK_LANES_APART);
          wanted[i] = (NkPoint) { at.x + away.x * place, at.y + away.y * place };
        }
    }
  /* Only now: the order at each corner was told by where the turns were wanted. */
  for (guint i = 0; i < passes->len; i++)
    nk_course_turn (all[i].course, all[i].turn)->wanted = wanted[i];
}
