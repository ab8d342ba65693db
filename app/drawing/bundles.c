#include "drawing/bundles.h"

#include <math.h>
#include <stdlib.h>

#define LEAST 3          /* fewer ties are no bundle */
#define APART 3.6        /* points from tie to tie in a trunk */
#define CLEAR 2.5        /* points from a trunk to a body */
#define BETWEEN 5.0      /* points from trunk to trunk, where they do not cross */
#define SHORTEST 36.0    /* a shorter trunk would hardly be seen */
#define LONGER 1.25      /* a tie that would become so much longer runs alone */
#define LEG 0.6          /* what a point of the legs costs, compared with one of the trunk */

/* How far off the boxes at its end a trunk may begin, points; and where, from the middle of these
 * boxes to that of the others. */
static const double offs[] = { 16, 26, 38, 54 };
static const double shares[] = { 0, 0.15, -0.15, 0.3, 0.5 };

/* A tie of a bundle, looked at from the lesser of its zones. */
typedef struct
{
  NkCourse *course;
  gboolean backward;
  guint number;            /* of the course */
  double rank;             /* along the trunk's width */
} Strand;

typedef struct
{
  double left, top, right, bottom;
  NkPoint middle;          /* of the middles of the bodies */
} Side;

/* A trunk, along its middle. */
typedef struct
{
  NkPoint a, b;
  double width;
} Trunk;

static NkPoint
centre (const NkBody *body)
{
  return (NkPoint) { body->x + body->width / 2, body->y + body->height / 2 };
}

static const NkBody *
body_at (const Strand *strand,
         gboolean      far)
{
  return strand->backward != far ? strand->course->to : strand->course->from;
}

/* The bodies at one end of a bundle. */
static Side
measure_side (const Strand *strands,
              guint         n,
              gboolean      far)
{
  Side side = { INFINITY, INFINITY, -INFINITY, -INFINITY, { 0, 0 } };

  for (guint i = 0; i < n; i++)
    {
      const NkBody *body = body_at (&strands[i], far);

      side.left = MIN (side.left, body->x);
      side.top = MIN (side.top, body->y);
      side.right = MAX (side.right, body->x + body->width);
      side.bottom = MAX (side.bottom, body->y + body->height);
      side.middle.x += centre (body).x / n;
      side.middle.y += centre (body).y / n;
    }
  return side;
}

/* The end of a trunk on its way from one side to another, across the gap between them. */
static NkPoint
trunk_end (const Side *side,
           const Side *other,
           gboolean    upright,
           double      off,
           double      share)
{
  NkPoint at = { side->middle.x + (other->middle.x - side->middle.x) * share,
                 side->middle.y + (other->middle.y - side->middle.y) * share };

  if (upright)
    at.y = other->middle.y > side->middle.y ? side->bottom + off : side->top - off;
  else
    at.x = other->middle.x > side->middle.x ? side->right + off : side->left - off;
  return at;
}

static double
length_of (const Trunk *trunk)
{
  return hypot (trunk->b.x - trunk->a.x, trunk->b.y - trunk->a.y);
}

/* The trunk's line that lies `aside` points to the left of its middle. */
static void
line_of (const Trunk *trunk,
         double       aside,
         NkPoint      ends[2])
{
  double length = MAX (length_of (trunk), 1e-9);
  double x = (trunk->b.y - trunk->a.y) / length * aside;
  double y = (trunk->a.x - trunk->b.x) / length * aside;

  ends[0] = (NkPoint) { trunk->a.x + x, trunk->a.y + y };
  ends[1] = (NkPoint) { trunk->b.x + x, trunk->b.y + y };
}

/* How wide a trunk of these ties is, from the middle of the first to that of the last. */
static double
width_of (const Strand *strands,
          guint         n)
{
  double width = 0;

  for (guint i = 1; i < n; i++)
    width += nk_courses_apart (strands[i - 1].course, strands[i].course, APART);
  return width;
}

static double
cross (NkPoint o,
       NkPoint a,
       NkPoint b)
{
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

static double
distance_to (NkPoint      at,
             const Trunk *trunk)
{
  double dx = trunk->b.x - trunk->a.x, dy = trunk->b.y - trunk->a.y;
  double t = ((at.x - trunk->a.x) * dx + (at.y - trunk->a.y) * dy) / MAX (dx * dx + dy * dy, 1e-9);

  t = CLAMP (t, 0, 1);
  return hypot (at.x - trunk->a.x - t * dx, at.y - trunk->a.y - t * dy);
}

/* TRUE if two trunks lie on each other; crossing at a good angle is not that. */
static gboolean
lie_on_each_other (const Trunk *p,
                   const Trunk *q)
{
  double nearest = MIN (MIN (distance_to (p->a, q), distance_to (p->b, q)),
                        MIN (distance_to (q->a, p), distance_to (q->b, p)));
  gboolean crosses = cross (p->a, p->b, q->a) * cross (p->a, p->b, q->b) < 0
                     && cross (q->a, q->b, p->a) * cross (q->a, q->b, p->b) < 0;
  double turn = fabs ((p->b.x - p->a.x) * (q->b.y - q->a.y)
                      - (p->b.y - p->a.y) * (q->b.x - q->a.x))
                / MAX (length_of (p) * length_of (q), 1e-9);

  return nearest < (p->width + q->width) / 2 + BETWEEN || (crosses && turn < 0.3);
}

/* TRUE if the trunk keeps off from all bodies and all other trunks. */
static gboolean
has_room (const Trunk *trunk,
          GArray      *trunks,
          NkStands    *stands)
{
  guint n = (guint) ceil (trunk->width / APART);

  for (guint i = 0; i <= n; i++)
    {
      NkPoint ends[2];

      line_of (trunk, trunk->width * ((double) i / MAX (n, 1) - 0.5), ends);
      if (!nk_stands_clear (stands, ends[0], ends[1], CLEAR, NULL, NULL))
        return FALSE;
    }
  for (guint i = 0; i < trunks->len; i++)
    if (lie_on_each_other (trunk, &g_array_index (trunks, Trunk, i)))
      return FALSE;
  return TRUE;
}

/* How long a tie is by way of a trunk, to as long as it is straight. */
static double
detour_of (const Strand *strand,
           const Trunk  *trunk)
{
  NkPoint from = centre (body_at (strand, FALSE)), to = centre (body_at (strand, TRUE));
  double legs = hypot (from.x - trunk->a.x, from.y - trunk->a.y)
                + hypot (to.x - trunk->b.x, to.y - trunk->b.y);

  return (legs + length_of (trunk)) / MAX (hypot (from.x - to.x, from.y - to.y), 1e-9);
}

/* Moves those to the end for which a trunk is no way to go; returns how many are left. */
static guint
drop_far (Strand      *strands,
          guint        n,
          const Trunk *trunk)
{
  guint kept = 0;

  for (guint i = 0; i < n; i++)
    if (detour_of (&strands[i], trunk) <= LONGER)
      {
        Strand strand = strands[i];

        strands[i] = strands[kept];
        strands[kept++] = strand;
      }
  return kept;
}

/* What it costs to lead these ties through a trunk: the length of its legs, and its own. */
static double
cost_of (const Trunk  *trunk,
         const Strand *strands,
         guint         n)
{
  double cost = length_of (trunk);

  for (guint i = 0; i < n; i++)
    {
      NkPoint from = centre (body_at (&strands[i], FALSE));
      NkPoint to = centre (body_at (&strands[i], TRUE));

      cost += LEG * (hypot (from.x - trunk->a.x, from.y - trunk->a.y)
                     + hypot (to.x - trunk->b.x, to.y - trunk->b.y));
    }
  return cost;
}

/* Finds the cheapest trunk for which there is room. */
static gboolean
find_trunk (const Strand *strands,
            guint         n,
            GArray       *trunks,
            NkStands     *stands,
            Trunk        *best)
{
  const guint n_offs = G_N_ELEMENTS (offs), n_shares = G_N_ELEMENTS (shares);
  Side a = measure_side (strands, n, FALSE), b = measure_side (strands, n, TRUE);
  double gap_x = MAX (b.left - a.right, a.left - b.right);
  double gap_y = MAX (b.top - a.bottom, a.top - b.bottom);
  gboolean upright = gap_y >= gap_x;
  double least = INFINITY, width = width_of (strands, n);

  for (guint i = 0; i < n_offs * n_offs * n_shares * n_shares && MAX (gap_x, gap_y) > 0; i++)
    {
      guint at_a = i / n_offs / n_offs / n_shares, at_b = i / n_offs / n_offs % n_shares;
      Trunk trunk = { trunk_end (&a, &b, upright, offs[i % n_offs], shares[at_a]),
                      trunk_end (&b, &a, upright, offs[i / n_offs % n_offs], shares[at_b]),
                      width };
      double across = upright ? trunk.b.y - trunk.a.y : trunk.b.x - trunk.a.x;
      double ahead = upright ? b.middle.y - a.middle.y : b.middle.x - a.middle.x;
      double cost = cost_of (&trunk, strands, n);

      if (across * ahead > 0 && fabs (across) > 0.1 * length_of (&trunk) && cost < least
          && length_of (&trunk) >= SHORTEST && has_room (&trunk, trunks, stands))
        {
          least = cost;
          *best = trunk;
        }
    }
  return least < INFINITY;
}

static int
compare_ranks (const void *a,
               const void *b)
{
  const Strand *p = a, *q = b;

  if (p->rank != q->rank)
    return p->rank < q->rank ? -1 : 1;
  return (p->number > q->number) - (p->number < q->number);
}

/* Orders ties as they come to a trunk and leave it, from its right to its left. */
static void
order_strands (Strand      *strands,
               guint        n,
               const Trunk *trunk)
{
  double x = trunk->b.y - trunk->a.y, y = trunk->a.x - trunk->b.x;

  for (guint i = 0; i < n; i++)
    {
      NkPoint from = centre (body_at (&strands[i], FALSE));
      NkPoint to = centre (body_at (&strands[i], TRUE));

      strands[i].rank = atan2 ((from.x - trunk->a.x) * x + (from.y - trunk->a.y) * y,
                               fabs ((from.x - trunk->a.x) * y - (from.y - trunk->a.y) * x))
                        + atan2 ((to.x - trunk->b.x) * x + (to.y - trunk->b.y) * y,
                                 fabs ((to.x - trunk->b.x) * y - (to.y - trunk->b.y) * x));
    }
  qsort (strands, n, sizeof *strands, compare_ranks);
}

static void
join_trunk (const Strand *strand,
            const Trunk  *trunk,
            double        aside)
{
  NkTurn turns[2];
  NkPoint ends[2];

  line_of (trunk, aside, ends);
  for (guint i = 0; i < 2; i++)
    {
      NkPoint at = ends[strand->backward ? 1 - i : i];

      turns[i] = (NkTurn) { NK_TURN_TRUNK, at, at };
    }
  g_array_insert_vals (strand->course->way, 1, turns, 2);
  strand->course->bundled = TRUE;
}

/* Lays a trunk for these ties, or, where there is no room for so many, two, one for each half of
 * them. */
static void
lay_trunk (Strand   *strands,
           guint     n,
           GArray   *trunks,
           NkStands *stands)
{
  double aside = 0;
  Trunk trunk;
  guint near;

  if (n < LEAST)
    return;
  if (!find_trunk (strands, n, trunks, stands, &trunk))
    {
      const Side a = measure_side (strands, n, FALSE), b = measure_side (strands, n, TRUE);

      order_strands (strands, n, &(Trunk) { a.middle, b.middle, 0 });
      lay_trunk (strands, n / 2, trunks, stands);
      lay_trunk (strands + n / 2, n - n / 2, trunks, stands);
      return;
    }
  near = drop_far (strands, n, &trunk);
  if (near < n)
    {
      lay_trunk (strands, near, trunks, stands);
      return;
    }
  order_strands (strands, n, &trunk);
  trunk.width = width_of (strands, n);   /* in this order */
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        aside += nk_courses_apart (strands[i - 1].course, strands[i].course, APART);
      join_trunk (&strands[i], &trunk, aside - trunk.width / 2);
    }
  g_array_append_val (trunks, trunk);
}

static int
compare_bundles (const void *a,
                 const void *b)
{
  const Strand *p = a, *q = b;

  if (p->course->bundle != q->course->bundle)
    return p->course->bundle < q->course->bundle ? -1 : 1;
  return (p->number > q->number) - (p->number < q->number);
}

/* All ties that are of a bundle, by bundle. */
static GArray *
collect_strands (GArray *courses)
{
  GArray *strands = g_array_new (FALSE, FALSE, sizeof (Strand));

  for (guint i = 0; i < courses->len; i++)
    {
      NkCourse *course = &g_array_index (courses, NkCourse, i);
      Strand strand = { course, course->backward, i, 0 };

      if (course->bundle > 0 && course->n_bends == 0)
        g_array_append_val (strands, strand);
    }
  g_array_sort (strands, compare_bundles);
  return strands;
}

void
nk_bundles_lay (GArray   *courses,
                NkStands *stands)
{
  g_autoptr (GArray) strands = collect_strands (courses);
  g_autoptr (GArray) trunks = g_array_new (FALSE, FALSE, sizeof (Trunk));
  Strand *all = (Strand *) (gpointer) strands->data;

  for (guint first = 0, next; first < strands->len; first = next)
    {
      for (next = first + 1; next < strands->len
                             && all[next].course->bundle == all[first].course->bundle; next++)
        ;
      lay_trunk (all + first, next - first, trunks, stands);
    }
}
