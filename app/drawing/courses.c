#include "drawing/courses.h"

#include "drawing/lanes.h"
#include "drawing/ports.h"

#include <math.h>

/* Beyond so many ties no way round makes a drawing clearer, and looking for them takes long: they
 * bow where that helps, and beyond the second number not even that. */
#define LED_ROUND_MOST 1500
#define BOWED_MOST 3000

#define PASSES 2         /* how often ways are looked for again */

#define CLEAR 2.0        /* a straight tie that comes no nearer than this to a body is left alone */
#define CLEAR_MOVED 1.5  /* nor does it come nearer than this by being moved aside */

/* What was found before ties were moved aside for each other. */
typedef struct
{
  NkPoint start, end;
  NkTurn *turns;         /* as many as the course has; NULL while they are being found */
  gboolean blocked;      /* there was no way */
} Found;

static void
clear_course (gpointer data)
{
  NkCourse *course = data;

  g_free (course->bends);
  g_clear_pointer (&course->turns, g_array_unref);
}

GArray *
nk_courses_new (void)
{
  GArray *courses = g_array_new (FALSE, FALSE, sizeof (NkCourse));

  g_array_set_clear_func (courses, clear_course);
  return courses;
}

static NkPoint
centre (const NkBody *body)
{
  return (NkPoint) { body->x + body->width / 2, body->y + body->height / 2 };
}

NkPoint
nk_courses_aim (const NkBody *body,
                NkPoint       other)
{
  NkPoint at = centre (body);
  double reach = 0.3 * MAX (body->width - body->height, 0);

  at.x += CLAMP ((other.x - at.x) * 0.3, -reach, reach);
  return at;
}

/* Lets a course aim at its ends by itself. */
static void
aim (NkCourse *course)
{
  guint n = course->n_bends;
  NkPoint a = nk_courses_aim (course->from, n > 0 ? course->bends[0] : centre (course->to));
  NkPoint b = nk_courses_aim (course->to, n > 0 ? course->bends[n - 1] : centre (course->from));
  double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-6);
  double dx = (b.y - a.y) / length * course->side;
  double dy = (a.x - b.x) / length * course->side;

  course->start = (NkPoint) { a.x + dx, a.y + dy };
  course->end = (NkPoint) { b.x + dx, b.y + dy };
}

/* The points of a course, as far moved aside as asked for: 1 to where it was moved, 0 to where it
 * was found. */
static GArray *
points_of (const NkCourse *course,
           const Found    *found,
           double          ports,
           double          lanes)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (NkPoint));
  NkPoint start = { found->start.x + (course->start.x - found->start.x) * ports,
                    found->start.y + (course->start.y - found->start.y) * ports };
  NkPoint end = { found->end.x + (course->end.x - found->end.x) * ports,
                  found->end.y + (course->end.y - found->end.y) * ports };

  g_array_append_val (points, start);
  for (guint i = 0; i < course->turns->len; i++)
    {
      NkPoint moved = g_array_index (course->turns, NkTurn, i).at;
      NkPoint base = found->turns != NULL ? found->turns[i].at : moved;
      NkPoint at = { base.x + (moved.x - base.x) * lanes, base.y + (moved.y - base.y) * lanes };

      g_array_append_val (points, at);
    }
  if (course->n_bends > 0)
    g_array_append_vals (points, course->bends, course->n_bends);
  g_array_append_val (points, end);
  return points;
}

static void
find_way (NkCourse  *course,
          NkStands  *stands,
          NkDetours *detours,
          Found     *found)
{
  *found = (Found) { .start = course->start, .end = course->end };
  if (course->n_bends == 0
      && !nk_stands_clear (stands, course->start, course->end, CLEAR, course->from, course->to))
    found->blocked = !nk_detours_find (detours, course->start, course->end, course->from,
                                       course->to, course->turns);
}

static void
enter_traffic (NkTraffic      *traffic,
               guint           number,
               const NkCourse *course,
               const Found    *found)
{
  g_autoptr (GArray) points = points_of (course, found, 0, 1);

  nk_traffic_set (traffic, number, (NkPoint *) (gpointer) points->data, points->len,
                  course->from, course->to);
}

static double
cost_of (const NkDetours *detours,
         const NkCourse  *course,
         const Found     *found)
{
  g_autoptr (GArray) points = points_of (course, found, 0, 1);

  return nk_detours_cost (detours, (NkPoint *) (gpointer) points->data, points->len,
                          course->from, course->to);
}

/* Looks for a way that crosses less, now that all others have theirs. */
static void
improve_way (NkCourse    *course,
             const Found *found,
             NkDetours   *detours)
{
  GArray *kept = course->turns;
  double cost = cost_of (detours, course, found);

  course->turns = g_array_new (FALSE, FALSE, sizeof (NkTurn));
  if (nk_detours_find (detours, found->start, found->end, course->from, course->to, course->turns)
      && cost_of (detours, course, found) < cost - 1)
    {
      g_array_unref (kept);
      return;
    }
  g_array_unref (course->turns);
  course->turns = kept;
}

/* Finds the ways of all, first each by itself, then again with an eye on the others. */
static void
find_ways (GArray    *courses,
           NkStands  *stands,
           NkDetours *detours,
           Found     *found)
{
  g_autoptr (NkTraffic) traffic = nk_traffic_new (courses->len);

  for (guint i = 0; i < courses->len; i++)
    {
      NkCourse *course = &g_array_index (courses, NkCourse, i);

      find_way (course, stands, detours, &found[i]);
      enter_traffic (traffic, i, course, &found[i]);
    }
  for (guint pass = 0; pass < PASSES; pass++)
    {
      nk_detours_avoid (detours, traffic);
      for (guint i = 0; i < courses->len; i++)
        {
          NkCourse *course = &g_array_index (courses, NkCourse, i);

          if (course->turns->len == 0)
            continue;
          improve_way (course, &found[i], detours);
          enter_traffic (traffic, i, course, &found[i]);
        }
    }
  nk_detours_avoid (detours, NULL);
}

static gboolean
are_clear (GArray         *points,
           const NkCourse *course,
           NkStands       *stands)
{
  for (guint i = 0; i + 1 < points->len; i++)
    if (!nk_stands_clear (stands, g_array_index (points, NkPoint, i),
                          g_array_index (points, NkPoint, i + 1), CLEAR_MOVED,
                          course->from, course->to))
      return FALSE;
  return TRUE;
}

/* The line of a course: as far moved aside as it stays clear. */
static NkRoute
settle (const NkCourse *course,
        const Found    *found,
        NkStands       *stands)
{
  static const struct { double ports, lanes; } tries[] = {
    { 1, 1 }, { 1, 0.5 }, { 0.5, 0.5 }, { 0.5, 0 }, { 0, 0 },
  };
  g_autoptr (GArray) points = points_of (course, found, 1, 1);

  if (course->n_bends > 0)
    return nk_route_through (course->from, course->to, (NkPoint *) (gpointer) points->data,
                             points->len);
  if (found->blocked)
    return nk_route_bowed (course->from, course->to, found->start, found->end, stands);
  for (guint i = 1; i < G_N_ELEMENTS (tries) && !are_clear (points, course, stands); i++)
    {
      g_array_unref (points);
      points = points_of (course, found, tries[i].ports, tries[i].lanes);
    }
  return nk_route_along (course->from, course->to, (NkPoint *) (gpointer) points->data,
                         points->len, stands);
}

/* Leads ties round bodies, and moves those aside that would lie on each other. */
static void
lead_round (GArray   *courses,
            NkStands *stands,
            GArray   *routes)
{
  g_autoptr (NkDetours) detours = nk_detours_new (stands);
  g_autofree Found *found = g_new (Found, courses->len + 1);

  find_ways (courses, stands, detours, found);
  for (guint i = 0; i < courses->len; i++)
    {
      const GArray *turns = g_array_index (courses, NkCourse, i).turns;

      found[i].turns = g_memdup2 (turns->data, turns->len * sizeof (NkTurn));
    }
  nk_ports_spread (courses);
  nk_lanes_spread (courses, stands, detours);
  for (guint i = 0; i < courses->len; i++)
    {
      NkRoute route = settle (&g_array_index (courses, NkCourse, i), &found[i], stands);

      g_array_append_val (routes, route);
      g_free (found[i].turns);
    }
}

/* The line of a course that looks at itself alone. */
static NkRoute
run_alone (const NkCourse *course,
           NkStands       *stands)
{
  Found found = { .start = course->start, .end = course->end };
  g_autoptr (GArray) points = points_of (course, &found, 0, 0);
  NkPoint *data = (NkPoint *) (gpointer) points->data;

  if (course->n_bends > 0)
    return nk_route_through (course->from, course->to, data, points->len);
  if (stands != NULL)
    return nk_route_bowed (course->from, course->to, course->start, course->end, stands);
  return nk_route_along (course->from, course->to, data, points->len, NULL);
}

void
nk_courses_find (GArray   *courses,
                 NkStands *stands,
                 GArray   *routes)
{
  for (guint i = 0; i < courses->len; i++)
    {
      NkCourse *course = &g_array_index (courses, NkCourse, i);

      course->turns = g_array_new (FALSE, FALSE, sizeof (NkTurn));
      aim (course);
    }
  if (stands != NULL && courses->len <= LED_ROUND_MOST)
    {
      lead_round (courses, stands, routes);
      return;
    }
  for (guint i = 0; i < courses->len; i++)
    {
      NkRoute route = run_alone (&g_array_index (courses, NkCourse, i),
                                 courses->len <= BOWED_MOST ? stands : NULL);

      g_array_append_val (routes, route);
    }
}
