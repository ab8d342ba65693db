/* How good a drawing is: writes the measures of a map as a line of JSON, its actors where an
 * answer to its layout job places them.
 *
 * Usage: bench-judge MAP ANSWER */
#include "maps.h"

#include "drawing/quality-private.h"
#include "drawing/style.h"
#include "drawing/view.h"
#include "ui/session/camera.h"

#define CANVAS_WIDTH 1600
#define CANVAS_HEIGHT 1000

/* The paper that the window lays below the drawing (ui/session/session.c), points. */
#define PAPER_RIM 24.0
#define PAPER_LEAST_WIDTH 842.0
#define PAPER_LEAST_HEIGHT 595.0

static NkQualityBox
box_of (const NkMap    *map,
        const NkRecord *actor)
{
  NkPoint centre = { nk_record_number (actor, NK_FIELD_X), nk_record_number (actor, NK_FIELD_Y) };
  double width, height;

  nk_view_actor_size (map, actor, &width, &height);
  return (NkQualityBox) {
    .actor = actor, .centre = centre,
    .left = centre.x - width / 2, .right = centre.x + width / 2,
    .top = centre.y - height / 2, .bottom = centre.y + height / 2,
  };
}

/* What crosses if every tie is one straight line from middle to middle. */
static void
measure_straight (const NkMap *map,
                  NkQuality   *quality)
{
  guint n_boxes = nk_map_count (map, NK_ACTOR), n_ties = nk_map_count (map, NK_TIE), n = 0;
  g_autofree NkQualityBox *boxes = g_new (NkQualityBox, n_boxes + 1);
  g_autofree NkQualityLine *lines = g_new (NkQualityLine, n_ties + 1);
  g_autofree NkPoint *points = g_new (NkPoint, 2 * n_ties + 1);

  for (guint i = 0; i < n_boxes; i++)
    boxes[i] = box_of (map, nk_map_at (map, NK_ACTOR, i));
  for (guint i = 0; i < n_ties; i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);
      int from = nk_map_position (map, NK_ACTOR, nk_record_text (tie, NK_FIELD_FROM));
      int to = nk_map_position (map, NK_ACTOR, nk_record_text (tie, NK_FIELD_TO));
      NkPoint *ends = &points[2 * n];

      if (from == to)
        continue;
      ends[0] = boxes[from].centre;
      ends[1] = boxes[to].centre;
      lines[n++] = (NkQualityLine) {
        .from = (guint) from, .to = (guint) to, .points = ends, .n = 2,
        .left = MIN (ends[0].x, ends[1].x), .right = MAX (ends[0].x, ends[1].x),
        .top = MIN (ends[0].y, ends[1].y), .bottom = MAX (ends[0].y, ends[1].y),
      };
    }
  nk_quality_lines (boxes, n_boxes, lines, n, quality);
}

/* Pixels a point at which the window shows the whole drawing on a canvas of that size. */
static double
fitted_scale (const NkMap *map)
{
  const NkViewSetting levels = { .show = NK_SHOW_LEVELS };
  g_autoptr (NkScene) scene = nk_view_scene (map, &levels);
  cairo_rectangle_t paper;
  NkCamera camera;

  nk_scene_bounds (scene, &paper.x, &paper.y, &paper.width, &paper.height);
  paper.width = MAX (paper.width + 2 * PAPER_RIM, PAPER_LEAST_WIDTH);
  paper.height = MAX (paper.height + 2 * PAPER_RIM, PAPER_LEAST_HEIGHT);
  nk_camera_fit (&camera, CANVAS_WIDTH, CANVAS_HEIGHT, &paper);
  return nk_camera_scale (&camera);
}

static void
print_number (const char *name,
              double      number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_print (", \"%s\": %s", name, g_ascii_formatd (digits, sizeof digits, "%.4f", number));
}

static void
print_verdict (const NkMap *map)
{
  NkQuality routed = { 0 }, straight = { 0 };

  nk_quality_measure (map, map, &routed);
  measure_straight (map, &straight);
  g_print ("{\"overlaps\": %u, \"out_of_band\": %u, \"strays\": %u", routed.node_overlaps,
           routed.band_misplaced, routed.cluster_intruders);
  g_print (", \"crossings\": %u, \"through\": %u", straight.edge_crossings,
           straight.edge_node_overlaps);
  g_print (", \"routed_crossings\": %u, \"routed_through\": %u", routed.edge_crossings,
           routed.edge_node_overlaps);
  print_number ("aspect", routed.aspect);
  print_number ("zoom", routed.fit_zoom);
  print_number ("label", NK_TYPE_ACTOR * fitted_scale (map));
  g_print ("}\n");
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (NkMap) map = NULL;

  g_assert (argc == 3);
  map = bench_map_open (argv[1]);
  bench_map_lay_out (map, argv[2]);
  print_verdict (map);
  return 0;
}
