/* Shapes and paths: what holds what, and where lines meet outlines. */
#include "drawing/ends.h"
#include "drawing/path.h"
#include "drawing/routes.h"
#include "drawing/shape.h"
#include "drawing/typeface.h"

#include <math.h>

static const NkShape shapes[] = {
  NK_SHAPE_BOX, NK_SHAPE_ROUND, NK_SHAPE_ELLIPSE, NK_SHAPE_DIAMOND, NK_SHAPE_HEXAGON,
  NK_SHAPE_HOUSE, NK_SHAPE_PERSON,
};

static const char *const names[] = {
  "A", "Rat", "Runder Tisch Asyl", "Amt für Migration und Integration",
  "Dienstleistungen, Einzelhandel, Infrastruktur", "Gemeinschaftsunterkunft",
};

static gboolean
all_corners_inside (const NkBody *body,
                    double        left,
                    double        top,
                    double        right,
                    double        bottom)
{
  return nk_body_contains (body, left, top) && nk_body_contains (body, right, top)
         && nk_body_contains (body, left, bottom) && nk_body_contains (body, right, bottom);
}

/* From the height of a capital to the baseline, no line of a name leaves its shape. */
static void
test_fit (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        g_autoptr (NkLettering) name = nk_lettering_label (names[i], "de", "Sans", 8.5, FALSE,
                                                           74, 128, 4);
        NkBody body = { .shape = shapes[s], .x = 100, .y = 50, .unit = 1 };
        double text_x, text_y, width, height;

        nk_shape_fit (shapes[s], name, &body.width, &body.height, &text_x, &text_y);
        nk_lettering_size (name, &width, &height);
        for (guint line = 0; line < nk_lettering_n_lines (name); line++)
          {
            double x, baseline, left, bottom;

            nk_lettering_line (name, line, &x, &baseline);
            left = body.x + text_x + x;
            bottom = body.y + text_y + baseline;
            g_assert_true (all_corners_inside (&body, left, bottom - 0.73 * 8.5,
                                               left + width - 2 * x, bottom));
          }
      }
}

/* Names that are hard to set: long, of one word, in scripts of all kinds, and such that marks are
 * piled up on. */
static const char *const hard_names[] = {
  "Arbeitsgemeinschaft der Träger der freien Wohlfahrtspflege und der kommunalen Fachstellen für "
  "Migration und Integration im Stadtbezirk sechs",
  "Verwaltungsvereinbarungsfortschreibungsentwurfskoordinierung",
  "منظمة الترحيب باللاجئين في المدينة القديمة", "ברוכים הבאים לעיר", "مركز Welcome Point 5",
  "移民和融合办公室与志愿者协调中心以及其他机构", "難民支援ネットワーク・ボランティア調整センター",
  "👩‍👩‍👧 Familienzentrum 🏳️‍🌈 Café", "ขอต้อนรับสู่เมืองดุสเซลดอร์ฟ", "शरणार्थी स्वागत केंद्र",
  "A\u0301\u0302\u0303\u0304\u0306\u0307\u0308 g\u0323\u0324\u0325\u032D\u0330\u0331",
  "Rat \U000E1234",
};

/* Not a point of ink leaves the shape. */
static void
test_ink (void)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    for (guint i = 0; i < G_N_ELEMENTS (hard_names); i++)
      {
        g_autoptr (NkLettering) name = nk_lettering_label (hard_names[i], "de", nk_typeface (), 8.5,
                                                           FALSE, 74, 128, 4);
        NkBody body = { .shape = shapes[s], .x = 100, .y = 50, .unit = 1 };
        double text_x, text_y;
        cairo_path_t *path;

        nk_shape_fit (shapes[s], name, &body.width, &body.height, &text_x, &text_y);
        cairo_new_path (cr);
        nk_lettering_trace (name, cr, body.x + text_x, body.y + text_y);
        path = cairo_copy_path_flat (cr);
        g_assert_cmpint (path->num_data, >, 0);
        for (int d = 0; d < path->num_data; d += path->data[d].header.length)
          if (path->data[d].header.type != CAIRO_PATH_CLOSE_PATH)
            g_assert_true (nk_body_contains (&body, path->data[d + 1].point.x,
                                             path->data[d + 1].point.y));
        cairo_path_destroy (path);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* An outline is as large as its body, at every size, and keeps its form when all is scaled. */
static void
test_outline (void)
{
  static const struct { double width, height, unit; } rows[] = {
    { 80, 30, 1 }, { 8, 30, 1 }, { 80, 4, 1 }, { 40, 15, 0.5 }, { 22, 10, 0.8 },
  };

  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        NkBody body = { shapes[s], 7, 9, rows[i].width, rows[i].height, rows[i].unit };
        NkPoint points[NK_POLYGON_POINTS];
        NkOutline outline;
        double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
        guint n;

        nk_body_outline (&body, &outline);
        n = nk_outline_polygon (&outline, points);
        for (guint p = 0; p < n; p++)
          {
            left = MIN (left, points[p].x);
            right = MAX (right, points[p].x);
            top = MIN (top, points[p].y);
            bottom = MAX (bottom, points[p].y);
          }
        g_assert_cmpfloat_with_epsilon (left, 7, 0.01);
        g_assert_cmpfloat_with_epsilon (top, 9, 0.01);
        g_assert_cmpfloat_with_epsilon (right - left, rows[i].width, 0.01);
        g_assert_cmpfloat_with_epsilon (bottom - top, rows[i].height, 0.01);
        g_assert_true (nk_body_contains (&body, 7 + rows[i].width / 2, 9 + rows[i].height * 0.7));
        g_assert_false (nk_body_contains (&body, 6, 9));
      }
}

static double
distance_to_outline (const NkBody *body,
                     NkPoint       point)
{
  NkPoint points[NK_POLYGON_POINTS];
  NkOutline outline;
  double nearest = INFINITY;
  guint n;

  nk_body_outline (body, &outline);
  n = nk_outline_polygon (&outline, points);
  for (guint i = 0, j = n - 1; i < n; j = i++)
    {
      double dx = points[i].x - points[j].x, dy = points[i].y - points[j].y;
      double length2 = MAX (dx * dx + dy * dy, 1e-12);
      double t = ((point.x - points[j].x) * dx + (point.y - points[j].y) * dy) / length2;

      t = CLAMP (t, 0, 1);
      nearest = MIN (nearest, hypot (point.x - points[j].x - t * dx,
                                     point.y - points[j].y - t * dy));
    }
  return nearest;
}

/* Straight, side by side or through bends: a tie begins and ends just outside the outlines. */
static void
test_routes (void)
{
  static const NkPoint bends[] = { { 200, -80 }, { 320, 140 } };
  const NkBody target = { NK_SHAPE_BOX, 400, 60, 80, 30, 1 };

  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    for (int angle = 0; angle < 360; angle += 15)
      for (int way = 0; way < 3; way++)
        {
          NkBody body = { shapes[s], 440 + 300 * cos (angle * G_PI / 180) - 45,
                          75 + 300 * sin (angle * G_PI / 180) - 16, 90, 32, 1 };
          NkPoint points[4] = { { body.x + 45, body.y + 16 + (way == 1 ? 5 : 0) },
                                bends[0], bends[1], { 440, 75 } };
          NkPoint ends[2] = { points[0], points[3] };
          NkRoute route = way == 2 ? nk_route_through (&body, &target, points, 4)
                                   : nk_route_along (&body, &target, ends, 2, NULL);

          g_assert_true (route.curved ? route.n % 3 == 1 && way == 2 : route.n == 2);
          g_assert_cmpfloat (distance_to_outline (&body, route.points[0]), <, 2.5);
          g_assert_cmpfloat (distance_to_outline (&target, route.points[route.n - 1]), <, 2.5);
          g_assert_false (nk_body_contains (&body, route.points[0].x, route.points[0].y));
          g_free (route.points);
        }
}

static void
test_loop (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    for (guint rank = 0; rank < 3; rank++)
      {
        NkBody body = { shapes[s], 10, 10, 70, 28, 1 };
        NkRoute route = nk_route_loop (&body, rank);
        NkPoint middle = nk_cubic_point (route.points, 0.5);

        g_assert_cmpuint (route.n, ==, 4);
        g_assert_cmpfloat (distance_to_outline (&body, route.points[0]), <, 3);
        g_assert_cmpfloat (distance_to_outline (&body, route.points[3]), <, 3);
        g_assert_cmpfloat (distance_to_outline (&body, middle), >, 5);
        g_free (route.points);
      }
}

/* Boxes one in the other, or in one place: a line all the same, of finite numbers. */
static void
test_no_room (void)
{
  const NkBody large = { NK_SHAPE_ELLIPSE, 0, 0, 100, 60, 1 };
  const NkBody small = { NK_SHAPE_BOX, 40, 20, 20, 20, 1 };

  for (guint n_bends = 0; n_bends < 2; n_bends++)
    for (int same = 0; same < 2; same++)
      {
        const NkPoint points[] = { { 50, 30 }, { 50, 30 }, { 50, 30 } };
        NkRoute route = n_bends > 0
                          ? nk_route_through (&large, same ? &large : &small, points, 3)
                          : nk_route_along (&large, same ? &large : &small, points, 2, NULL);

        for (guint i = 0; i < route.n; i++)
          g_assert_true (isfinite (route.points[i].x) && isfinite (route.points[i].y));
        g_free (route.points);
      }
}

/* A box in the way is gone round, on the same side each time. */
static void
test_bow (void)
{
  const NkBody from = { NK_SHAPE_BOX, 0, 0, 40, 20, 1 }, to = { NK_SHAPE_BOX, 400, 0, 40, 20, 1 };
  const NkBody between = { NK_SHAPE_BOX, 200, 2, 40, 20, 1 };
  g_autoptr (NkStands) stands = nk_stands_new ();
  NkRoute route, again;

  nk_stands_add (stands, "from", &from);
  nk_stands_add (stands, "to", &to);
  nk_stands_add (stands, "between", &between);
  route = nk_route_bowed (nk_stands_find (stands, "from"), nk_stands_find (stands, "to"),
                          (NkPoint) { 20, 10 }, (NkPoint) { 420, 10 }, stands);
  again = nk_route_bowed (nk_stands_find (stands, "from"), nk_stands_find (stands, "to"),
                          (NkPoint) { 20, 10 }, (NkPoint) { 420, 10 }, stands);
  g_assert_true (route.curved);
  for (int i = 0; i <= 100; i++)
    {
      NkPoint p = nk_cubic_point (route.points, i / 100.0);

      g_assert_false (nk_body_contains (&between, p.x, p.y));
    }
  g_assert_cmpmem (route.points, 4 * sizeof (NkPoint), again.points, 4 * sizeof (NkPoint));
  g_free (route.points);
  g_free (again.points);
}

static const NkPoint straight[] = { { 0, 0 }, { 200, 0 } };
static const NkPoint curved[] = { { 0, 0 }, { 80, 0 }, { 120, 0 }, { 200, 0 } };

/* A mark lies behind its tip, its tip on the end of the path; the line stops where the mark is. */
static void
test_marks (void)
{
  for (int end = NK_END_NONE; end <= NK_END_HOLLOW_SQUARE; end++)
    for (int curve = 0; curve < 2; curve++)
      {
        NkItem item = { .type = NK_ITEM_TIE, .unit = 1, .to_end = end, .end_size = 8,
                        .line_width = 1, .curved = curve, .n_path = curve ? 4 : 2,
                        .path = (NkPoint *) (curve ? curved : straight) };
        double nearest = INFINITY, last;
        NkPoint line[4];
        NkMark mark;

        nk_item_line (&item, line);
        last = line[item.n_path - 1].x;
        g_assert_cmpfloat (line[0].x, ==, 0);
        g_assert_true (nk_item_mark (&item, TRUE, &mark) == (end != NK_END_NONE));
        g_assert_false (nk_item_mark (&item, FALSE, &mark));
        if (!nk_item_mark (&item, TRUE, &mark))
          {
            g_assert_cmpfloat (last, ==, 200);
            continue;
          }
        g_assert_cmpfloat (last, <, 200);
        g_assert_cmpfloat (last, >, 180);
        for (guint part = 0; part < mark.n; part++)
          {
            NkPoint points[NK_POLYGON_POINTS];
            guint n = nk_outline_polygon (&mark.parts[part], points);

            nearest = MIN (nearest, 200 - mark.parts[part].start.x);
            for (guint i = 0; i < n; i++)
              {
                g_assert_true (points[i].x > 180 && points[i].x < 200.01);
                g_assert_cmpfloat (fabs (points[i].y), <, 5);
                nearest = MIN (nearest, 200 - points[i].x);
              }
          }
        g_assert_cmpfloat (nearest, <, 1.5);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/fit", test_fit);
  g_test_add_func ("/shape/ink", test_ink);
  g_test_add_func ("/shape/outline", test_outline);
  g_test_add_func ("/shape/routes", test_routes);
  g_test_add_func ("/shape/loop", test_loop);
  g_test_add_func ("/shape/no-room", test_no_room);
  g_test_add_func ("/shape/bow", test_bow);
  g_test_add_func ("/shape/marks", test_marks);
  return g_test_run ();
}
