#include "drawing/spacing.h"

#include <math.h>

#define APART 3.6        /* points that lines are to be apart */
#define STEP_MOST 2.5    /* points that a turn moves at once */
#define ROUNDS 5
#define BESIDE 0.85      /* the cosine of the angle up to which lines run beside each other */

/* A straight part of a line. */
typedef struct
{
  NkPoint a, b;
  double dx, dy;         /* its direction, of length 1 */
  guint number;          /* of the course */
} Part;

static Part
make_part (const NkCourse *course,
           guint           number,
           guint           i)
{
  NkPoint a = nk_course_turn (course, i)->at, b = nk_course_turn (course, i + 1)->at;
  double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-9);

  return (Part) { a, b, (b.x - a.x) / length, (b.y - a.y) / length, number };
}

/* The parts of all lines but those that the user has bent, in their order. */
static GArray *
collect_parts (GArray *courses)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < courses->len; i++)
    {
      const NkCourse *course = &g_array_index (courses, NkCourse, i);

      for (guint p = 0; p + 1 < course->way->len && course->n_bends == 0; p++)
        {
          Part part = make_part (course, i, p);

          g_array_append_val (parts, part);
        }
    }
  return parts;
}

/* The push that a point gets from a part that it is too near to. */
static NkPoint
push_from (NkPoint     at,
           const Part *part,
           guint       number)
{
  double along = (at.x - part->a.x) * part->dx + (at.y - part->a.y) * part->dy;
  double across = (at.y - part->a.y) * part->dx - (at.x - part->a.x) * part->dy;
  double length = (part->b.x - part->a.x) * part->dx + (part->b.y - part->a.y) * part->dy;
  double away = APART - fabs (across);

  if (along < 0 || along > length || away <= 0)
    return (NkPoint) { 0, 0 };
  if (across < 0 || (across == 0 && number < part->number))
    away = -away;
  return (NkPoint) { -part->dy * away / 2, part->dx * away / 2 };
}

static gboolean
run_beside (const Part *a,
            const Part *b)
{
  return fabs (a->dx * b->dx + a->dy * b->dy) > BESIDE;
}

/* Where all others push the turn between two parts of a course. */
static NkPoint
sum_of_pushes (const GArray *parts,
               const Part   *before,
               const Part   *after)
{
  NkPoint at = before->b, sum = { 0, 0 };
  double length;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *other = &g_array_index (parts, Part, i);
      NkPoint push;

      if (other->number == before->number
          || at.x < MIN (other->a.x, other->b.x) - APART
          || at.x > MAX (other->a.x, other->b.x) + APART
          || at.y < MIN (other->a.y, other->b.y) - APART
          || at.y > MAX (other->a.y, other->b.y) + APART
          || !(run_beside (other, before) || run_beside (other, after)))
        continue;
      push = push_from (at, other, before->number);
      sum.x += push.x;
      sum.y += push.y;
    }
  length = hypot (sum.x, sum.y);
  if (length > STEP_MOST)
    sum = (NkPoint) { sum.x * STEP_MOST / length, sum.y * STEP_MOST / length };
  return sum;
}

/* Moves the turns of a course, whose parts begin at `part`. */
static void
relax_course (NkCourse *course,
              GArray   *parts,
              Part     *part,
              NkStands *stands)
{
  for (guint i = 1; i + 1 < course->way->len; i++, part++)
    {
      NkPoint push = sum_of_pushes (parts, part, part + 1);
      NkPoint at = { part->b.x + push.x, part->b.y + push.y };

      if (fabs (push.x) + fabs (push.y) < 0.05 || !nk_course_move (course, i, at, stands))
        continue;
      part[0] = make_part (course, part->number, i - 1);
      part[1] = make_part (course, part->number, i);
    }
}

void
nk_spacing_relax (GArray   *courses,
                  NkStands *stands)
{
  g_autoptr (GArray) parts = collect_parts (courses);

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < parts->len;)
      {
        Part *part = &g_array_index (parts, Part, i);
        NkCourse *course = &g_array_index (courses, NkCourse, part->number);

        relax_course (course, parts, part, stands);
        i += course->way->len - 1;
      }
}
