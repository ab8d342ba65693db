/* Routes: ties go round what is in their way, side by side, from outline to outline. */
#include "drawing/courses.h"
#include "drawing/path.h"
#include "drawing/traffic.h"
#include "drawing/view.h"

#include "sample.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double x, y, width, height;
  NkShape shape;
} Place;

/* Two bodies, the first and the second, and what stands between them. */
typedef struct
{
  const char *name;
  guint n;
  Place places[8];
  gboolean narrow;     /* three ties have no room side by side */
} Row;

static const Row rows[] = {
  { "nothing", 2, { { 0, 0, 60, 24 }, { 300, 80, 60, 24 } } },
  { "one", 3, { { 0, 0, 60, 24 }, { 300, 0, 60, 24 }, { 150, 2, 60, 24 } } },
  { "one below", 3, { { 0, 0, 60, 24 }, { 10, 200, 60, 24 }, { 0, 90, 70, 40 } } },
  { "a wall", 6, { { 0, 100, 60, 24 }, { 400, 100, 60, 24 }, { 200, 0, 40, 40 },
                   { 200, 50, 40, 40 }, { 200, 100, 40, 40 }, { 200, 150, 40, 40 } } },
  { "a narrow gap", 4, { { 0, 100, 60, 24 }, { 400, 100, 60, 24 }, { 200, -200, 40, 308 },
                         { 200, 112, 40, 300 } }, TRUE },
  { "a row", 6, { { 0, 0, 60, 24 }, { 500, 0, 60, 24, NK_SHAPE_ELLIPSE }, { 90, 0, 60, 24 },
                  { 190, 0, 60, 30, NK_SHAPE_HOUSE }, { 290, -4, 60, 24, NK_SHAPE_PERSON },
                  { 390, 0, 60, 24, NK_SHAPE_HEXAGON } } },
  { "close beside", 5, { { 0, 0, 60, 24 }, { 300, 0, 60, 24 }, { 64, 0, 60, 24 },
                         { 0, 28, 60, 24 }, { 296, -30, 60, 24 } } },
};

static NkStands *
stands_of (const Row *row)
{
  NkStands *stands = nk_stands_new ();

  for (guint i = 0; i < row->n; i++)
    {
      const Place *place = &row->places[i];
      NkBody body = { place->shape, place->x, place->y, place->width, place->height, 1 };
      g_autofree char *id = g_strdup_printf ("a%u", i);

      nk_stands_add (stands, id, &body);
    }
  return stands;
}

static void
clear_route (gpointer data)
{
  g_free (((NkRoute *) data)->points);
}

/* The routes of `n_ties` ties from the first body to the second, or back if it is odd. */
static GArray *
find_routes (NkStands *stands,
             guint     n_ties)
{
  g_autoptr (GArray) courses = nk_courses_new ();
  GArray *routes = g_array_new (FALSE, FALSE, sizeof (NkRoute));

  g_array_set_clear_func (routes, clear_route);
  for (guint i = 0; i < n_ties; i++)
    {
      double side = (i - (n_ties - 1) / 2.0) * 5;
      NkCourse course = { .from = nk_stands_body (stands, i % 2),
                          .to = nk_stands_body (stands, 1 - i % 2),
                          .side = i % 2 == 0 ? side : -side };

      g_array_append_val (courses, course);
    }
  nk_courses_find (courses, stands, routes);
  g_assert_cmpuint (routes->len, ==, n_ties);
  return routes;
}

static NkPoint *
flatten (const NkRoute *route,
         guint         *n)
{
  return nk_path_flatten (route->points, route->n, route->curved, n);
}

/* How far a point lies from a line. */
static double
distance_to (NkPoint        at,
             const NkPoint *line,
             guint          n)
{
  double nearest = INFINITY;

  for (guint i = 0; i + 1 < n; i++)
    {
      double dx = line[i + 1].x - line[i].x, dy = line[i + 1].y - line[i].y;
      double t = ((at.x - line[i].x) * dx + (at.y - line[i].y) * dy)
                 / MAX (dx * dx + dy * dy, 1e-12);

      t = CLAMP (t, 0, 1);
      nearest = MIN (nearest, hypot (at.x - line[i].x - t * dx, at.y - line[i].y - t * dy));
    }
  return nearest;
}

/* No tie runs through what stands between its ends, with as little as one or as many as five. */
static void
test_round (void)
{
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    for (guint n_ties = 1; n_ties <= 5; n_ties++)
      {
        g_autoptr (NkStands) stands = stands_of (&rows[r]);
        g_autoptr (GArray) routes = find_routes (stands, n_ties);

        for (guint i = 0; i < n_ties; i++)
          {
            guint n;
            g_autofree NkPoint *line = flatten (&g_array_index (routes, NkRoute, i), &n);

            if (nk_stands_hits (stands, line, n, -0.01, nk_stands_body (stands, 0),
                                nk_stands_body (stands, 1), G_MAXUINT) > 0)
              g_error ("%s: tie %u of %u runs through a box", rows[r].name, i, n_ties);
          }
      }
}

/* Ties begin and end outside of their bodies, less than two points away, and run outside. */
static void
test_ends (void)
{
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (NkStands) stands = stands_of (&rows[r]);
      g_autoptr (GArray) routes = find_routes (stands, 2);

      for (guint i = 0; i < 2; i++)
        for (guint end = 0; end < 2; end++)
          {
            const NkRoute *route = &g_array_index (routes, NkRoute, i);
            const NkBody *body = nk_stands_body (stands, end == 0 ? i : 1 - i);
            NkPoint at = route->points[end == 0 ? 0 : route->n - 1];
            NkPoint polygon[NK_POLYGON_POINTS + 1];
            NkOutline outline;
            guint n;

            nk_body_outline (body, &outline);
            n = nk_outline_polygon (&outline, polygon);
            polygon[n] = polygon[0];
            g_assert_false (nk_body_contains (body, at.x, at.y));
            g_assert_cmpfloat (distance_to (at, polygon, n + 1), <, 2);
          }
    }
}

/* Ties of one pair never meet: in their middles they are apart by more than they are wide. */
static void
test_side_by_side (void)
{
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (NkStands) stands = stands_of (&rows[r]);
      g_autoptr (GArray) routes = find_routes (stands, 3);

      for (guint i = 0; i < 3; i++)
        for (guint j = 0; j < i && !rows[r].narrow; j++)
          {
            guint n, m;
            g_autofree NkPoint *a = flatten (&g_array_index (routes, NkRoute, i), &n);
            g_autofree NkPoint *b = flatten (&g_array_index (routes, NkRoute, j), &m);
            double length = 0, apart = 0;

            for (guint p = 0; p + 1 < n; p++)
              {
                double part = hypot (a[p + 1].x - a[p].x, a[p + 1].y - a[p].y);
                NkPoint middle = { (a[p].x + a[p + 1].x) / 2, (a[p].y + a[p + 1].y) / 2 };

                length += part;
                apart += distance_to (middle, b, m) > 1.2 ? part : 0;
              }
            if (apart < length * 0.8)
              g_error ("%s: ties %u and %u lie on each other", rows[r].name, i, j);
          }
    }
}

/* What is not in the way changes nothing: a tie that can be straight is. */
static void
test_straight (void)
{
  g_autoptr (NkStands) stands = stands_of (&rows[0]);
  g_autoptr (GArray) routes = find_routes (stands, 1);

  g_assert_cmpuint (g_array_index (routes, NkRoute, 0).n, ==, 2);
}

/* No detour is much longer than it must be. */
static void
test_length (void)
{
  static const double most[] = { 1.01, 1.1, 1.6, 1.3, 1.1, 1.1, 1.6 };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (NkStands) stands = stands_of (&rows[r]);
      g_autoptr (GArray) routes = find_routes (stands, 1);
      guint n;
      g_autofree NkPoint *line = flatten (&g_array_index (routes, NkRoute, 0), &n);
      double length = 0;

      for (guint i = 0; i + 1 < n; i++)
        length += hypot (line[i + 1].x - line[i].x, line[i + 1].y - line[i].y);
      g_assert_cmpfloat (length, <, most[r] * hypot (line[n - 1].x - line[0].x,
                                                     line[n - 1].y - line[0].y));
    }
}

/* Bends of the user are gone through, whatever is in the way. */
static void
test_bends (void)
{
  static const NkPoint bends[] = { { 170, 14 }, { 200, 90 } };
  g_autoptr (NkStands) stands = stands_of (&rows[1]);
  g_autoptr (GArray) courses = nk_courses_new ();
  g_autoptr (GArray) routes = g_array_new (FALSE, FALSE, sizeof (NkRoute));
  NkCourse course = { .from = nk_stands_body (stands, 0), .to = nk_stands_body (stands, 1),
                      .bends = g_memdup2 (bends, sizeof bends), .n_bends = 2 };
  g_autofree NkPoint *line = NULL;
  guint n;

  g_array_set_clear_func (routes, clear_route);
  g_array_append_val (courses, course);
  nk_courses_find (courses, stands, routes);
  line = flatten (&g_array_index (routes, NkRoute, 0), &n);
  for (guint i = 0; i < G_N_ELEMENTS (bends); i++)
    g_assert_cmpfloat (distance_to (bends[i], line, n), <, 0.01);
}

/* An actor that is shut in: there is no way, but a line all the same. */
static void
test_shut_in (void)
{
  static const Row row = { "shut in", 6, { { 100, 100, 60, 24 }, { 400, 100, 60, 24 },
                                           { 60, 60, 140, 45 }, { 60, 119, 140, 40 },
                                           { 60, 100, 45, 24 }, { 155, 100, 45, 24 } } };
  g_autoptr (NkStands) stands = stands_of (&row);
  g_autoptr (GArray) routes = find_routes (stands, 2);

  for (guint i = 0; i < routes->len; i++)
    {
      const NkRoute *route = &g_array_index (routes, NkRoute, i);

      for (guint p = 0; p < route->n; p++)
        g_assert_true (isfinite (route->points[p].x) && isfinite (route->points[p].y));
    }
}

/* Two rows of three boxes, and two boxes between the rows. */
static const Row bundle_row = {
  "bundle", 8, { { 0, 0, 60, 24 }, { 90, 0, 60, 24, NK_SHAPE_ELLIPSE }, { 180, 0, 60, 24 },
                 { 100, 700, 60, 24 }, { 190, 700, 60, 24 }, { 280, 700, 60, 24, NK_SHAPE_HEXAGON },
                 { 0, 330, 90, 40 }, { 230, 340, 90, 40 } },
};

/* Ties of a bundle go round boxes, from outline to outline, and lie side by side at one distance in
 * their trunk, whichever way they run. */
static void
test_bundle (void)
{
  g_autoptr (NkStands) stands = stands_of (&bundle_row);
  g_autoptr (GArray) courses = nk_courses_new ();
  g_autoptr (GArray) routes = g_array_new (FALSE, FALSE, sizeof (NkRoute));
  NkPoint joins[9];
  guint n_near = 0;

  g_array_set_clear_func (routes, clear_route);
  for (guint i = 0; i < 9; i++)
    {
      const NkBody *upper = nk_stands_body (stands, i / 3);
      const NkBody *lower = nk_stands_body (stands, 3 + i % 3);
      NkCourse course = { .from = i % 2 == 0 ? upper : lower, .to = i % 2 == 0 ? lower : upper,
                          .backward = i % 2 == 1, .bundle = 7 };

      g_array_append_val (courses, course);
    }
  nk_courses_find (courses, stands, routes);
  for (guint i = 0; i < 9; i++)
    {
      const NkCourse *course = &g_array_index (courses, NkCourse, i);
      guint n, t = 1;
      g_autofree NkPoint *line = flatten (&g_array_index (routes, NkRoute, i), &n);

      g_assert_true (course->bundled);
      g_assert_cmpuint (nk_stands_hits (stands, line, n, -0.01, course->from, course->to,
                                        G_MAXUINT), ==, 0);
      g_assert_false (nk_body_contains (course->from, line[0].x, line[0].y));
      g_assert_false (nk_body_contains (course->to, line[n - 1].x, line[n - 1].y));
      g_assert_cmpuint (nk_stands_hits (stands, line, 2, 2, course->to, NULL, 1), ==, 1);
      g_assert_cmpuint (nk_stands_hits (stands, line + n - 2, 2, 2, course->from, NULL, 1), ==, 1);
      while (nk_course_turn (course, t)->corner != NK_TURN_TRUNK)
        t++;
      joins[i] = nk_course_turn (course, course->backward ? t + 1 : t)->at;
    }
  for (guint i = 0; i < 9; i++)
    for (guint j = 0; j < i; j++)
      {
        double apart = hypot (joins[i].x - joins[j].x, joins[i].y - joins[j].y);

        g_assert_cmpfloat (apart, >, 3.5);
        n_near += apart < 3.7;
      }
  g_assert_cmpuint (n_near, ==, 8);
}

/* The example as it is drawn, the same each time: no tie runs through a foreign box, in neither
 * view, bundled or not. */
static void
test_example (void)
{
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");

  for (guint s = 0; s < 4; s++)
    {
      const NkShow show = s % 2 == 0 ? NK_SHOW_LEVELS : NK_SHOW_LAYERS;
      const NkViewSetting setting = { .show = show, .bundle = s >= 2 };
      g_autoptr (NkScene) scene = nk_view_scene (map, &setting);
      g_autoptr (NkScene) again = nk_view_scene (map, &setting);
      g_autofree char *text = nk_scene_to_text (scene), *text_again = nk_scene_to_text (again);

      g_assert_cmpstr (text, ==, text_again);
      for (int plane = show == NK_SHOW_LEVELS ? -1 : 0;
           plane < (show == NK_SHOW_LEVELS ? 0 : NK_N_DIMENSIONS); plane++)
        {
          g_autoptr (NkStands) stands = nk_stands_new ();

          for (guint i = 0; i < nk_scene_n_items (scene); i++)
            {
              const NkItem *item = nk_scene_item (scene, i);
              NkBody body = nk_item_body (item);

              if (item->type == NK_ITEM_ACTOR && item->plane == plane)
                nk_stands_add (stands, item->id, &body);
            }
          for (guint i = 0; i < nk_scene_n_items (scene); i++)
            {
              const NkItem *item = nk_scene_item (scene, i);
              const NkRecord *tie = nk_map_find (map, NK_TIE, item->id);
              g_autofree NkPoint *line = NULL;
              guint n;

              if (item->type != NK_ITEM_TIE || item->plane != plane)
                continue;
              line = nk_path_flatten (item->path, item->n_path, item->curved, &n);
              if (nk_stands_hits (stands, line, n, -0.01,
                                  nk_stands_find (stands, nk_record_text (tie, NK_FIELD_FROM)),
                                  nk_stands_find (stands, nk_record_text (tie, NK_FIELD_TO)),
                                  G_MAXUINT) > 0)
                g_error ("tie %s runs through a box on plane %d", item->id, plane);
            }
        }
    }
}

static NkPoint
centre_of (const NkBody *body)
{
  return (NkPoint) { body->x + body->width / 2, body->y + body->height / 2 };
}

/* How often the ties of a scene cross each other, or would if they were straight, from middle to
 * middle; those that end at one actor do not count. */
static guint
count_crossings (const NkMap   *map,
                 const NkScene *scene,
                 gboolean       straight)
{
  g_autoptr (NkStands) stands = nk_stands_new ();
  g_autoptr (NkTraffic) traffic = NULL;
  guint crossings = 0;

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      NkBody body = nk_item_body (item);

      if (item->type == NK_ITEM_ACTOR)
        nk_stands_add (stands, item->id, &body);
    }
  traffic = nk_traffic_new (nk_scene_n_items (scene), stands);
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      const NkRecord *tie = nk_map_find (map, NK_TIE, item->id);
      const NkBody *from, *to;
      g_autofree NkPoint *line = NULL;
      guint n = 2;

      if (item->type != NK_ITEM_TIE)
        continue;
      from = nk_stands_find (stands, nk_record_text (tie, NK_FIELD_FROM));
      to = nk_stands_find (stands, nk_record_text (tie, NK_FIELD_TO));
      if (straight)
        line = g_memdup2 (((NkPoint[]) { centre_of (from), centre_of (to) }), 2 * sizeof *line);
      else
        line = nk_path_flatten (item->path, item->n_path, item->curved, &n);
      for (guint p = 0; p + 1 < n; p++)
        crossings += nk_traffic_crossings (traffic, line[p], line[p + 1], from, to);
      nk_traffic_set (traffic, i, line, n, from, to);
    }
  return crossings;
}

/* Ties that are led round boxes cross no oftener than straight ones. */
static void
test_crossings (void)
{
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS };
  g_autoptr (NkScene) scene = nk_view_scene (map, &setting);
  guint crossings = count_crossings (map, scene, FALSE);

  g_assert_cmpuint (crossings, >, 0);
  g_assert_cmpuint (crossings, <=, count_crossings (map, scene, TRUE));
}

/* A scene that is sketched first and routed later, in another thread, is the one that is made at
 * once; what has not moved runs as before in the sketch. */
static gpointer
run_routing (gpointer routing)
{
  nk_routing_run (routing);
  return NULL;
}

static void
test_sketch (void)
{
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");

  for (int show = NK_SHOW_LEVELS; show < NK_N_SHOWS; show++)
    {
      const NkViewSetting at_once = { .show = show };
      g_autoptr (NkScene) scene = nk_view_scene (map, &at_once);
      g_autofree char *text = nk_scene_to_text (scene);

      for (int kept = FALSE; kept <= TRUE; kept++)
        {
          g_autoptr (NkRouting) routing = nk_routing_new (kept ? scene : NULL);
          const NkViewSetting setting = { .show = show, .routing = routing };
          g_autoptr (NkScene) sketch = nk_view_scene (map, &setting), routed = NULL;
          g_autofree char *sketch_text = nk_scene_to_text (sketch), *routed_text = NULL;

          g_thread_join (g_thread_new ("routing", run_routing, routing));
          routed = nk_view_scene (map, &setting);
          routed_text = nk_scene_to_text (routed);
          g_assert_cmpstr (routed_text, ==, text);
          g_assert_cmpuint (nk_scene_n_items (sketch), ==, nk_scene_n_items (scene));
          if (!kept)
            g_assert_cmpstr (sketch_text, !=, text);
          else if (show == NK_SHOW_LEVELS)
            g_assert_cmpstr (sketch_text, ==, text);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routes/round", test_round);
  g_test_add_func ("/routes/ends", test_ends);
  g_test_add_func ("/routes/side-by-side", test_side_by_side);
  g_test_add_func ("/routes/straight", test_straight);
  g_test_add_func ("/routes/length", test_length);
  g_test_add_func ("/routes/bends", test_bends);
  g_test_add_func ("/routes/shut-in", test_shut_in);
  g_test_add_func ("/routes/bundle", test_bundle);
  g_test_add_func ("/routes/example", test_example);
  g_test_add_func ("/routes/crossings", test_crossings);
  g_test_add_func ("/routes/sketch", test_sketch);
  return g_test_run ();
}
