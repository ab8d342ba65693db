#include "drawing/courses.h"

#include "drawing/bundles.h"
#include "drawing/lanes.h"
#include "drawing/ports.h"
#include "drawing/spacing.h"

#include <math.h>

/* In a drawing of more ties than this nobody follows a single one: they are led round bodies, but
 * neither crossings nor gaps between them are looked after, which takes most of the time. */
#define FINE_MOST 3000

#define THIN 1.2         /* points: the width of a thin line */
#define PASSES 2         /* how often ways are looked for again */
#define CLEAR 2.0        /* a straight tie that comes no nearer than this to a body is left alone */

/* How far off ties stay from bodies while they make room for each other, points: the first of these
 * that they can. */
static const double margins[] = { 1.5, 0.9, 0.4, 0.1 };

static void
clear_course (gpointer data)
{
  NkCourse *course = data;

  g_free (course->bends);
  g_clear_pointer (&course->way, g_array_unref);
}

GArray *
nk_courses_new (void)
{
  GArray *courses = g_array_new (FALSE, FALSE, sizeof (NkCourse));

  g_array_set_clear_func (courses, clear_course);
  return courses;
}

static NkCourse *
course_at (GArray *courses,
           guint   i)
{
  return &g_array_index (courses, NkCourse, i);
}

double
nk_courses_apart (const NkCourse *a,
                  const NkCourse *b,
                  double          apart)
{
  return apart + MAX ((a->width + b->width) / 2 - THIN, 0);
}

NkTurn *
nk_course_turn (const NkCourse *course,
                guint           i)
{
  return &g_array_index (course->way, NkTurn, i);
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

/* Lets a course aim at its ends by itself, straight. */
static void
aim (NkCourse *course)
{
  guint n = course->n_bends;
  NkPoint a = nk_courses_aim (course->from, n > 0 ? course->bends[0] : centre (course->to));
  NkPoint b = nk_courses_aim (course->to, n > 0 ? course->bends[n - 1] : centre (course->from));
  double length = MAX (hypot (b.x - a.x, b.y - a.y), 1e-6);
  NkPoint aside = { (b.y - a.y) / length * course->side, (a.x - b.x) / length * course->side };
  NkPoint start = { a.x + aside.x, a.y + aside.y }, end = { b.x + aside.x, b.y + aside.y };
  NkTurn ends[2] = { { NK_TURN_NONE, start, start }, { NK_TURN_NONE, end, end } };

  g_clear_pointer (&course->way, g_array_unref);
  course->way = g_array_sized_new (FALSE, FALSE, sizeof (NkTurn), 2);
  g_array_append_vals (course->way, ends, 2);
}

/* The points of a way, those that the user put there included. */
static GArray *
points_of (const NkCourse *course)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (NkPoint));

  for (guint i = 0; i < course->way->len; i++)
    {
      if (i == 1 && course->n_bends > 0)
        g_array_append_vals (points, course->bends, course->n_bends);
      g_array_append_val (points, nk_course_turn (course, i)->at);
    }
  return points;
}

static gboolean
is_clear (const NkCourse *course,
          guint           first,
          guint           last,
          double          margin,
          NkStands       *stands)
{
  for (guint i = first; i < last; i++)
    if (!nk_stands_clear (stands, nk_course_turn (course, i)->at,
                          nk_course_turn (course, i + 1)->at, margin, course->from, course->to))
      return FALSE;
  return TRUE;
}

gboolean
nk_course_move (NkCourse *course,
                guint     i,
                NkPoint   at,
                NkStands *stands)
{
  NkTurn *turn = nk_course_turn (course, i);
  NkPoint kept = turn->at;

  turn->at = at;
  if (is_clear (course, i > 0 ? i - 1 : 0, MIN (i + 1, course->way->len - 1), course->margin,
                stands))
    return TRUE;
  turn->at = kept;
  return FALSE;
}

/* Leads one leg of a way round what is in its way: from the turn before `i` to that turn. */
static gboolean
lead_leg (NkCourse     *course,
          guint         i,
          const NkBody *from,
          const NkBody *to,
          NkStands     *stands,
          NkDetours    *detours)
{
  NkPoint a = nk_course_turn (course, i - 1)->at, b = nk_course_turn (course, i)->at;
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (NkTurn));

  if (nk_stands_clear (stands, a, b, CLEAR, from, to))
    return TRUE;
  if (!nk_detours_find (detours, a, b, from, to, INFINITY, turns))
    return FALSE;
  g_array_insert_vals (course->way, i, turns->data, turns->len);
  return TRUE;
}

/* Leads a tie to its trunk and from it; one that finds no way there runs alone. */
static void
join_bundle (NkCourse  *course,
             NkStands  *stands,
             NkDetours *detours)
{
  if (lead_leg (course, 3, NULL, course->to, stands, detours)
      && lead_leg (course, 1, course->from, NULL, stands, detours))
    return;
  course->bundled = FALSE;
  g_array_remove_range (course->way, 1, course->way->len - 2);
}

/* Looks for a way round what is in the way. */
static void
find_way (NkCourse  *course,
          NkStands  *stands,
          NkDetours *detours)
{
  if (course->bundled)
    join_bundle (course, stands, detours);
  if (!course->bundled && course->n_bends == 0)
    course->blocked = !lead_leg (course, 1, course->from, course->to, stands, detours);
}

/* Looks for a way that crosses less, now that all others have theirs. */
static void
improve_way (NkCourse  *course,
             NkDetours *detours)
{
  NkTurn start = *nk_course_turn (course, 0);
  NkTurn end = *nk_course_turn (course, course->way->len - 1);
  g_autoptr (GArray) way = g_array_new (FALSE, FALSE, sizeof (NkTurn));
  double cost = nk_detours_cost (detours, course->way, course->from, course->to);

  g_array_append_val (way, start);
  if (!nk_detours_find (detours, start.at, end.at, course->from, course->to, cost, way))
    return;
  g_array_append_val (way, end);
  if (nk_detours_cost (detours, way, course->from, course->to) < cost - 1)
    {
      g_array_unref (course->way);
      course->way = g_steal_pointer (&way);
    }
}

static void
enter_traffic (NkTraffic      *traffic,
               guint           number,
               const NkCourse *course)
{
  g_autoptr (GArray) points = points_of (course);

  nk_traffic_set (traffic, number, (NkPoint *) (gpointer) points->data, points->len,
                  course->from, course->to);
}

/* Finds the ways of all, first each by itself, then again with an eye on the others. */
static void
find_ways (GArray    *courses,
           NkStands  *stands,
           NkDetours *detours)
{
  g_autoptr (NkTraffic) traffic = nk_traffic_new (courses->len, stands);
  guint passes = courses->len <= FINE_MOST ? PASSES : 0;

  for (guint i = 0; i < courses->len; i++)
    {
      NkCourse *course = course_at (courses, i);

      find_way (course, stands, detours);
      nk_detours_use (detours, course->way, 1);
      if (passes > 0)
        enter_traffic (traffic, i, course);
    }
  for (guint pass = 0; pass < passes; pass++)
    {
      nk_detours_avoid (detours, traffic);
      for (guint i = 0; i < courses->len; i++)
        {
          NkCourse *course = course_at (courses, i);

          if (course->way->len == 2 || course->bundled)
            continue;
          nk_detours_use (detours, course->way, -1);
          improve_way (course, detours);
          nk_detours_use (detours, course->way, 1);
          enter_traffic (traffic, i, course);
        }
    }
}

/* Moves the points of a way towards where they are wanted, as far as it stays clear. */
static void
settle (NkCourse *course,
        NkStands *stands)
{
  static const double parts[] = { 1, 0.7, 0.4, 0.2 };

  for (guint m = 0; m < G_N_ELEMENTS (margins); m++)
    {
      course->margin = margins[m];
      if (is_clear (course, 0, course->way->len - 1, course->margin, stands))
        break;
    }
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < course->way->len; i++)
      {
        NkTurn turn = *nk_course_turn (course, i);
        double dx = turn.wanted.x - turn.at.x, dy = turn.wanted.y - turn.at.y;

        for (guint p = 0; p < G_N_ELEMENTS (parts) && fabs (dx) + fabs (dy) > 0.01; p++)
          if (nk_course_move (course, i, (NkPoint) { turn.at.x + dx * parts[p],
                                                     turn.at.y + dy * parts[p] }, stands))
            break;
      }
}

static NkRoute
route_of (const NkCourse *course,
          NkStands       *stands)
{
  NkPoint start = nk_course_turn (course, 0)->at;
  NkPoint end = nk_course_turn (course, course->way->len - 1)->at;
  g_autoptr (GArray) points = NULL;
  NkPoint *data;

  if (course->blocked && course->n_bends == 0)
    return nk_route_bowed (course->from, course->to, start, end, stands);
  points = points_of (course);
  data = (NkPoint *) (gpointer) points->data;
  if (course->n_bends > 0)
    return nk_route_through (course->from, course->to, data, points->len);
  return nk_route_along (course->from, course->to, data, points->len, stands);
}

/* Leads ties round bodies, and moves those apart that would lie on each other. */
static void
lead_round (GArray   *courses,
            NkStands *stands)
{
  g_autoptr (NkCorners) corners = nk_corners_new (stands);
  g_autoptr (NkDetours) detours = nk_detours_new (corners);

  nk_bundles_lay (courses, stands);
  find_ways (courses, stands, detours);
  nk_ports_spread (courses);
  nk_lanes_spread (courses, corners);
  for (guint i = 0; i < courses->len; i++)
    settle (course_at (courses, i), stands);
  if (courses->len <= FINE_MOST)
    nk_spacing_relax (courses, stands);
}

NkRoute
nk_course_straight (NkCourse *course)
{
  aim (course);
  return route_of (course, NULL);
}

void
nk_courses_find (GArray   *courses,
                 NkStands *stands,
                 GArray   *routes)
{
  for (guint i = 0; i < courses->len; i++)
    aim (course_at (courses, i));
  if (stands != NULL)
    lead_round (courses, stands);
  for (guint i = 0; i < courses->len; i++)
    {
      NkRoute route = route_of (course_at (courses, i), stands);

      g_array_append_val (routes, route);
    }
}
