#include "drawing/spacing.h"

#include "drawing/cells.h"

#include <math.h>

#define APART 3.6        /* points that thin lines are to be apart */
#define NEAR 8.0         /* points: what is farther away pushes nobody */
#define STEP_MOST 2.5    /* points that a turn moves at once */
#define ROUNDS 5
#define BESIDE 0.85      /* the cosine of the angle up to which lines run beside each other */

/* A straight part of a line. */
typedef struct
{
  NkPoint a, b;
  double dx, dy;         /* its direction, of length 1 */
  guint number;          /* of the course */
  const NkCourse *course;
  guint query;           /* the last one that met it */
} Part;

/* The parts of all lines but those that the user has bent, in their order, and where they lie. */
typedef struct
{
  GArray *parts;         /* of Part */
  NkCells *cells;
  guint query;
} Parts;

static Part
make_part (const NkCourse *course,
           guint           number,
           guint           i)
{
  NkPoint a = nk_course_turn (course, i)->at, b = nk_course_turn (course, i + 1)->at;
  double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-9);

  return (Part) { a, b, (b.x - a.x) / length, (b.y - a.y) / length, number, course,
                  0 };
}

static Part *
part_at (const Parts *parts,
         guint        i)
{
  return &g_array_index (parts->parts, Part, i);
}

static void
collect_parts (Parts  *parts,
               GArray *courses)
{
  for (guint i = 0; i < courses->len; i++)
    {
      const NkCourse *course = &g_array_index (courses, NkCourse, i);

      for (guint p = 0; p + 1 < course->way->len && course->n_bends == 0; p++)
        {
          Part part = make_part (course, i, p);

          nk_cells_add_line (parts->cells, parts->parts->len, part.a, part.b);
          g_array_append_val (parts->parts, part);
        }
    }
}

/* The push that a point gets from a part that it is too near to. */
static NkPoint
push_from (NkPoint     at,
           const Part *part,
           const Part *pushed)
{
  double along = (at.x - part->a.x) * part->dx + (at.y - part->a.y) * part->dy;
  double across = (at.y - part->a.y) * part->dx - (at.x - part->a.x) * part->dy;
  double length = (part->b.x - part->a.x) * part->dx + (part->b.y - part->a.y) * part->dy;
  double away = nk_courses_apart (part->course, pushed->course, APART) - fabs (across);

  if (along < 0 || along > length || away <= 0)
    return (NkPoint) { 0, 0 };
  if (across < 0 || (across == 0 && pushed->number < part->number))
    away = -away;
  return (NkPoint) { -part->dy * away / 2, part->dx * away / 2 };
}

static gboolean
run_beside (const Part *a,
            const Part *b)
{
  return fabs (a->dx * b->dx + a->dy * b->dy) > BESIDE;
}

/* TRUE if a part may push the turn between two parts of another course. */
static gboolean
may_push (const Part *other,
          const Part *before,
          const Part *after)
{
  double apart = nk_courses_apart (other->course, before->course, APART);
  NkPoint at = before->b;

  return other->number != before->number
         && at.x >= MIN (other->a.x, other->b.x) - apart
         && at.x <= MAX (other->a.x, other->b.x) + apart
         && at.y >= MIN (other->a.y, other->b.y) - apart
         && at.y <= MAX (other->a.y, other->b.y) + apart
         && (run_beside (other, before) || run_beside (other, after));
}

/* Where all others push the turn between two parts of a course. */
static NkPoint
sum_of_pushes (Parts      *parts,
               const Part *before,
               const Part *after)
{
  NkPoint at = before->b, sum = { 0, 0 };
  guint query = ++parts->query, n;
  const guint *things;
  NkCellsWalk walk;
  double length;

  nk_cells_walk (parts->cells, (NkPoint) { at.x - NEAR, at.y - NEAR },
                 (NkPoint) { at.x + NEAR, at.y + NEAR }, &walk);
  while (nk_cells_next (&walk, &things, &n))
    for (guint i = 0; i < n; i++)
      {
        Part *other = part_at (parts, things[i]);
        NkPoint push;

        if (other->query == query || !may_push (other, before, after))
          continue;
        other->query = query;
        push = push_from (at, other, before);
        sum.x += push.x;
        sum.y += push.y;
      }
  length = hypot (sum.x, sum.y);
  if (length > STEP_MOST)
    sum = (NkPoint) { sum.x * STEP_MOST / length, sum.y * STEP_MOST / length };
  return sum;
}

static void
renew_part (Parts          *parts,
            guint           number,
            const NkCourse *course,
            guint           i)
{
  Part *part = part_at (parts, number);

  nk_cells_remove_line (parts->cells, number, part->a, part->b);
  *part = make_part (course, part->number, i);
  nk_cells_add_line (parts->cells, number, part->a, part->b);
}

/* Moves the turns of a course, whose parts begin at `first`. */
static void
relax_course (NkCourse *course,
              Parts    *parts,
              guint     first,
              NkStands *stands)
{
  for (guint i = 1; i + 1 < course->way->len; i++)
    {
      const Part *before = part_at (parts, first + i - 1);
      NkPoint push = sum_of_pushes (parts, before, before + 1);
      NkPoint at = { before->b.x + push.x, before->b.y + push.y };

      if (nk_course_turn (course, i)->corner == NK_TURN_TRUNK
          || fabs (push.x) + fabs (push.y) < 0.05 || !nk_course_move (course, i, at, stands))
        continue;
      renew_part (parts, first + i - 1, course, i - 1);
      renew_part (parts, first + i, course, i);
    }
}

void
nk_spacing_relax (GArray   *courses,
                  NkStands *stands)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Part));
  double left, top, right, bottom;
  g_autoptr (NkCells) cells = NULL;
  Parts parts = { .parts = all };

  nk_stands_bounds (stands, &left, &top, &right, &bottom);
  cells = parts.cells = nk_cells_new (left, top, right, bottom);
  collect_parts (&parts, courses);
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < all->len;)
      {
        NkCourse *course = &g_array_index (courses, NkCourse, part_at (&parts, i)->number);

        relax_course (course, &parts, i, stands);
        i += course->way->len - 1;
      }
}
