/* Bands and the boxes of districts, where actors stand in a known way. */
#include "drawing/bands.h"
#include "files/native.h"

#include "sample.h"

typedef struct
{
  int district;            /* its number, -1: none, and no level either */
  double x, y;
} Place;

/* A map with two levels and three districts; its actors at their places. */
static NkMap *
map_of (const Place *places,
        guint        n)
{
  GString *text = g_string_new ("{\"format\": \"netzkarte\", \"version\": 1, \"levels\": [{\"id\": \"city\"}, "
                                "{\"id\": \"district\"}], \"districts\": [{\"id\": \"d0\", \"name\": \"Mitte\"}, "
                                "{\"id\": \"d1\", \"name\": \"Am Wall und an der Ziegelei\"}, {\"id\": \"d2\", "
                                "\"name\": \"Nord\"}], \"actors\": [");
  GError *error = NULL;
  NkMap *map;

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"a%u\", \"name\": \"Kita\", \"x\": %d, \"y\": %d",
                              i > 0 ? ", " : "", i, (int) places[i].x, (int) places[i].y);
      if (places[i].district >= 0)
        g_string_append_printf (text, ", \"level\": \"district\", \"district\": \"d%d\"",
                                places[i].district);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}\n");
  map = nk_native_read (text->str, text->len, "test", &error);
  g_assert_no_error (error);
  g_string_free (text, TRUE);
  return map;
}

static NkScene *
scene_of (const Place *places,
          guint        n,
          gboolean     roomy)
{
  g_autoptr (NkMap) map = map_of (places, n);

  return nk_view_scene (map, &(NkViewSetting) { .show = NK_SHOW_LEVELS, .roomy = roomy });
}

static const NkItem *
box_of (const NkScene *scene,
        const char    *district)
{
  return sample_find (scene, NK_ITEM_DISTRICT, NK_DISTRICT, district, -1);
}

/* Boxes side by side begin and end at the same heights, as far as nobody is in the way. */
static void
test_edges (void)
{
  static const Place near[] = { { 0, 0, 0 }, { 0, 0, 100 }, { 1, 200, 15 }, { 1, 200, 90 }, { 2, 400, 50 } };
  static const Place taken[] = { { 0, 0, 0 }, { 1, 200, 20 }, { -1, 200, -18 } };
  g_autoptr (NkScene) scene = scene_of (near, G_N_ELEMENTS (near), FALSE);
  const NkItem *first = box_of (scene, "d0"), *second = box_of (scene, "d1"), *third = box_of (scene, "d2");

  g_assert_cmpfloat_with_epsilon (first->y, second->y, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->y + first->height, second->y + second->height, 1e-9);
  g_assert_cmpfloat (third->y, >, first->y + 20);
  g_assert_cmpfloat (third->y + third->height, <, first->y + first->height - 20);
  g_clear_pointer (&scene, nk_scene_unref);
  scene = scene_of (taken, G_N_ELEMENTS (taken), FALSE);
  g_assert_cmpfloat (box_of (scene, "d1")->y, >, box_of (scene, "d0")->y + 1);
}

/* A box is as wide as its name, and what stands in it is in the middle. */
static void
test_name (void)
{
  static const Place places[] = { { 0, 0, 0 }, { 1, 200, 0 } };
  g_autoptr (NkMap) map = map_of (places, G_N_ELEMENTS (places));
  g_autoptr (NkScene) scene = scene_of (places, G_N_ELEMENTS (places), FALSE);
  const NkItem *box = box_of (scene, "d1");
  double width, height;

  nk_view_name_size (map, nk_map_find (map, NK_DISTRICT, "d1"), &width, &height);
  g_assert_cmpfloat (width, >, 60);
  g_assert_cmpfloat (box->width, >=, width);
  g_assert_cmpfloat (box->width, <, width + 20);
  g_assert_cmpfloat_with_epsilon (box->x + box->width / 2, 200, 0.01);
}

/* Boxes of districts that would lie over each other say nothing, and are left out. */
static void
test_mixed (void)
{
  static const Place places[] = {
    { 0, 0, 0 }, { 0, 200, 100 }, { 1, 150, -20 }, { 1, 300, 60 }, { 2, 600, 0 }
  };
  g_autoptr (NkScene) scene = scene_of (places, G_N_ELEMENTS (places), FALSE);

  g_assert_nonnull (box_of (scene, "d2"));
  for (guint i = 0; i < 2; i++)
    {
      const char *district = i == 0 ? "d0" : "d1";

      g_assert_null (nk_scene_find (scene, NK_ITEM_DISTRICT, NK_DISTRICT, district, -1));
      g_assert_null (nk_scene_find (scene, NK_ITEM_LABEL, NK_DISTRICT, district, -1));
    }
}

/* On a map of a few actors, two in the boxes of others are many. */
static void
test_few (void)
{
  static const Place places[] = {
    { 0, 0, 0 }, { 0, 200, 100 }, { 0, 100, 150 }, { 1, 100, 60 }, { 1, 90, 100 }, { 2, 600, 0 }
  };
  g_autoptr (NkScene) scene = scene_of (places, G_N_ELEMENTS (places), FALSE);

  g_assert_null (nk_scene_find (scene, NK_ITEM_DISTRICT, NK_DISTRICT, "d2", -1));
}

/* Where actors are, but none on any level, levels are drawn only to work on. */
static void
test_no_level (void)
{
  static const Place places[] = { { -1, 30, 30 }, { -1, 200, 100 } };

  for (int roomy = 0; roomy < 2; roomy++)
    {
      g_autoptr (NkScene) scene = scene_of (places, G_N_ELEMENTS (places), roomy);

      g_assert_cmpint (nk_scene_find (scene, NK_ITEM_BAND, NK_LEVEL, "city", -1) != NULL, ==, roomy);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bands/edges", test_edges);
  g_test_add_func ("/bands/name", test_name);
  g_test_add_func ("/bands/mixed", test_mixed);
  g_test_add_func ("/bands/few", test_few);
  g_test_add_func ("/bands/no level", test_no_level);
  return g_test_run ();
}
