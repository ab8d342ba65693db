/* The painter: pieces put together are the whole, threads paint the same, detail leaves out. */
#include "drawing/painter.h"
#include "drawing/scene-private.h"
#include "drawing/view.h"

#include "sample.h"

#include <string.h>

#define SIDE 900
#define TILE 225

static cairo_surface_t *
paint (const NkScene        *scene,
       const NkPaintOptions *options,
       double                scale,
       int                   left,
       int                   top,
       int                   side)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, side, side);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  nk_scene_bounds (scene, &x, &y, &width, &height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -left, -top);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -x, -y);
  nk_paint_scene (scene, cr, options, left / scale + x, top / scale + y,
                  side / scale, side / scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* How many channels of pixels differ by more than `least` between a surface and a part of
 * another. */
static guint
count_different (cairo_surface_t *part,
                 cairo_surface_t *whole,
                 int              left,
                 int              top,
                 int              least)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (part); y++)
    {
      const guint8 *a = cairo_image_surface_get_data (part)
                        + y * cairo_image_surface_get_stride (part);
      const guint8 *b = cairo_image_surface_get_data (whole)
                        + (y + top) * cairo_image_surface_get_stride (whole) + left * 4;

      for (int x = 0; x < cairo_image_surface_get_width (part) * 4; x++)
        n += x % 4 != 3 && ABS (a[x] - b[x]) > least;
    }
  return n;
}

static NkScene *
scene_of (NkShow show)
{
  g_autoptr (NkMap) map = sample_read ("tests/drawing/strange.netzkarte.json");
  const NkViewSetting setting = { .show = show };

  return nk_view_scene (map, &setting);
}

static void
test_tiles (void)
{
  const NkPaintOptions options = { .detail = 0.9 };

  for (int show = NK_SHOW_LEVELS; show < NK_N_SHOWS; show++)
    {
      g_autoptr (NkScene) scene = scene_of (show);
      cairo_surface_t *whole = paint (scene, &options, 0.9, 0, 0, SIDE);

      for (int top = 0; top < SIDE; top += TILE)
        for (int left = 0; left < SIDE; left += TILE)
          {
            cairo_surface_t *tile = paint (scene, &options, 0.9, left, top, TILE);

            /* Where Cairo cuts a long slope off, its rim is rounded otherwise. */
            g_assert_cmpuint (count_different (tile, whole, left, top, 40), <, 20);
            cairo_surface_destroy (tile);
          }
      cairo_surface_destroy (whole);
    }
}

static gpointer
paint_in_thread (gpointer scene)
{
  const NkPaintOptions options = { .detail = 1 };

  return paint (scene, &options, 1, 0, 0, SIDE);
}

static void
test_threads (void)
{
  g_autoptr (NkScene) scene = scene_of (NK_SHOW_LEVELS);
  cairo_surface_t *expected = paint_in_thread (scene);

  for (int round = 0; round < 5; round++)
    {
      GThread *threads[4];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("painter", paint_in_thread, scene);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        {
          cairo_surface_t *surface = g_thread_join (threads[i]);

          g_assert_cmpuint (count_different (surface, expected, 0, 0, 0), ==, 0);
          cairo_surface_destroy (surface);
        }
    }
  cairo_surface_destroy (expected);
}

/* Words set for a file look like those set for the screen. */
static void
test_text (void)
{
  const NkPaintOptions glyphs = { .detail = 0 }, text = { .detail = 0, .text = TRUE };
  g_autoptr (NkScene) scene = scene_of (NK_SHOW_LEVELS);
  cairo_surface_t *a = paint (scene, &glyphs, 1, 0, 0, SIDE);
  cairo_surface_t *b = paint (scene, &text, 1, 0, 0, SIDE);

  /* Words are set by fractions of a pixel or not, and where no font has a character, its number is
   * in the box or not. */
  g_assert_cmpuint (count_different (a, b, 0, 0, 100), <, SIDE * SIDE / 100);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static guint
count_ink (const NkScene        *scene,
           const NkPaintOptions *options,
           double                scale)
{
  cairo_surface_t *surface = paint (scene, options, scale, 0, 0, SIDE);
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIDE, SIDE);
  guint n;

  memset (cairo_image_surface_get_data (paper), 255,
          SIDE * cairo_image_surface_get_stride (paper));
  n = count_different (surface, paper, 0, 0, 2);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (paper);
  return n;
}

/* One item by itself, at a size where it is drawn and at one where it is not. */
static void
test_detail (void)
{
  const NkPaintOptions near = { .detail = 1 }, far = { .detail = 0.5 }, file = { .detail = 0 };
  const NkInk black = { 0, 0, 0, 1 };
  g_autoptr (NkScene) words = nk_scene_new (NULL);
  g_autoptr (NkScene) line = nk_scene_new (NULL);
  static const NkPoint path[] = { { 0, 0 }, { 100, 30 } };
  NkItem *item = nk_scene_add (words, NK_ITEM_LABEL, NK_ACTOR, "a", -1);

  nk_item_set_text (item, nk_lettering_new ("Rat", "", "Sans", 8, FALSE, 0, NK_ALIGN_LEFT),
                    0, 0, black);
  nk_scene_finish (words, 0, 0);
  g_assert_cmpuint (count_ink (words, &near, 1), >, 0);
  g_assert_cmpuint (count_ink (words, &far, 0.5), ==, 0);
  g_assert_cmpuint (count_ink (words, &file, 0.5), >, 0);

  /* A hairline is thinner than Cairo draws at all, but it never vanishes. */
  item = nk_scene_add (line, NK_ITEM_TIE, NK_TIE, "t", -1);
  nk_item_set_path (item, path, 2, FALSE);
  item->stroke = black;
  item->line_width = 0.02;
  nk_scene_finish (line, 0, 0);
  g_assert_cmpuint (count_ink (line, &near, 1), >, 50);
}

/* Low boxes and high ones lose their outlines and forms at the same size. */
static void
test_forms (void)
{
  static const double details[] = { 1, 0.5, 0.3, 0.28, 0.2 };
  const NkInk black = { 0, 0, 0, 1 }, none = { 0, 0, 0, 0 };

  for (guint d = 0; d < G_N_ELEMENTS (details); d++)
    for (int height = 12; height <= 60; height += 24)
      {
        const NkPaintOptions options = { .detail = details[d] };
        g_autoptr (NkScene) scene = nk_scene_new (NULL);
        NkItem *item = nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, "a", -1);

        nk_item_set_body (item, NK_SHAPE_ELLIPSE, 0, 0, 80, height);
        item->fill = none;
        item->stroke = black;
        item->line_width = 1;
        nk_scene_finish (scene, 0, 0);
        g_assert_true ((count_ink (scene, &options, details[d]) > 0) == (details[d] > 0.29));
      }
}

static void
test_without (void)
{
  g_autoptr (NkScene) scene = scene_of (NK_SHOW_LEVELS);
  g_autoptr (GHashTable) all = g_hash_table_new (NULL, NULL);
  const NkPaintOptions options = { .detail = 1, .without = all };

  g_assert_cmpuint (count_ink (scene, &options, 1), >, 1000);
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    g_hash_table_add (all, GINT_TO_POINTER (i));
  g_assert_cmpuint (count_ink (scene, &options, 1), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/painter/tiles", test_tiles);
  g_test_add_func ("/painter/threads", test_threads);
  g_test_add_func ("/painter/text", test_text);
  g_test_add_func ("/painter/detail", test_detail);
  g_test_add_func ("/painter/forms", test_forms);
  g_test_add_func ("/painter/without", test_without);
  return g_test_run ();
}
