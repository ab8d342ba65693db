#include "drawing/lanes.h"

#include <math.h>
#include <stdlib.h>

#define APART 3.6        /* points from lane to lane where there is room */
#define MOST 40.0        /* points from a corner that a lane may lie away */

/* A course as it turns at a corner. */
typedef struct
{
  const NkCourse *course;
  guint number;          /* of the course */
  guint turn;            /* of its turns */
  gboolean backward;     /* looked at from its end, so that the body is on its right */
} Pass;

static NkPoint
point_at (const NkCourse *course,
          int             i)
{
  if (i < 0)
    return course->start;
  if (i >= (int) course->turns->len)
    return course->end;
  return g_array_index (course->turns, NkTurn, i).at;
}

static double
cross (NkPoint o,
       NkPoint a,
       NkPoint b)
{
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

static guint
corner_at (const NkCourse *course,
           int             i)
{
  return i < 0 || i >= (int) course->turns->len ? G_MAXUINT
                                                : g_array_index (course->turns, NkTurn, i).corner;
}

/* Follows two passes from their corner, ahead or back, until they part: positive if the first one
 * then lies to the right of the second (as seen in the direction in which both are looked at). */
static double
part (const Pass *p,
      const Pass *q,
      gboolean    ahead)
{
  int i = p->turn, j = q->turn;
  int di = p->backward == ahead ? -1 : 1, dj = q->backward == ahead ? -1 : 1;
  NkPoint at, a, b;

  do
    {
      at = point_at (p->course, i);
      i += di;
      j += dj;
    }
  while (corner_at (p->course, i) == corner_at (q->course, j)
         && corner_at (p->course, i) != G_MAXUINT);
  a = point_at (p->course, i);
  b = point_at (q->course, j);
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
  guint x = corner_at (p->course, p->turn), y = corner_at (q->course, q->turn);

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

      for (guint t = 0; t < course->turns->len; t++)
        {
          Pass pass = { course, i, t, FALSE };

          pass.backward = cross (point_at (course, (int) t - 1), point_at (course, t),
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

/* How far a corner's turns can be moved away, up to `most`: as far as nothing else is near. */
static double
find_room (NkStands     *stands,
           const NkBody *body,
           NkPoint       at,
           NkPoint       away,
           double        margin,
           double        most)
{
  double room = most;

  while (room > 0.5)
    {
      NkPoint end = { at.x + away.x * room, at.y + away.y * room };

      if (nk_stands_clear (stands, at, end, margin, body, NULL))
        return room;
      room *= 0.8;
    }
  return 0;
}

void
nk_lanes_spread (GArray          *courses,
                 NkStands        *stands,
                 const NkDetours *detours)
{
  g_autoptr (GArray) passes = collect_passes (courses);
  Pass *all = (Pass *) (gpointer) passes->data;
  g_autofree NkPoint *moved = g_new (NkPoint, passes->len + 1);

  for (guint first = 0, next; first < passes->len; first = next)
    {
      guint corner = corner_at (all[first].course, all[first].turn), n;
      NkPoint at = point_at (all[first].course, all[first].turn), away = nk_detours_away (corner);
      double margin = nk_detours_margin (detours, corner), step, room;

      for (next = first + 1; next < passes->len
                             && corner_at (all[next].course, all[next].turn) == corner; next++)
        ;
      n = next - first;
      order_lanes (all + first, n);
      room = find_room (stands, nk_stands_body (stands, corner / 4), at, away, margin * 0.6,
                        MIN (APART * (n - 1), MOST));
      step = n > 1 ? room / (n - 1) : 0;
      for (guint i = 0; i < n; i++)
        moved[first + i] = (NkPoint) { at.x + away.x * step * i, at.y + away.y * step * i };
    }
  /* Only now: the order at each corner was told by where the turns were. */
  for (guint i = 0; i < passes->len; i++)
    g_array_index (all[i].course->turns, NkTurn, all[i].turn).at = moved[i];
}
