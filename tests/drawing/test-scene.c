/* Scenes: look-up, index, planes, text form. */
#include "drawing/path.h"
#include "drawing/scene-private.h"

#include <math.h>

static NkScene *
random_scene (guint n)
{
  NkScene *scene = nk_scene_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      double x = g_test_rand_double_range (-2000, 2000), y = g_test_rand_double_range (-900, 900);
      NkPoint path[4] = { { x, y } };

      if (i % 2 == 0)
        {
          NkItem *item = nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, id, i % 5 == 0 ? 1 : -1);

          nk_item_set_body (item, NK_SHAPE_BOX, x, y, 80, i == 0 ? 5000 : 30);
          continue;
        }
      for (int p = 1; p < 4; p++)
        path[p] = (NkPoint) { x + g_test_rand_double_range (-900, 900),
                              y + g_test_rand_double_range (-900, 900) };
      nk_item_set_path (nk_scene_add (scene, NK_ITEM_TIE, NK_TIE, id, -1), path,
                        i % 3 == 0 ? 2 : 4, i % 3 != 0);
    }
  nk_scene_finish (scene, 0, 0);
  return scene;
}

/* TRUE if the line of a tie comes into the rectangle, by looking at many of its points. */
static gboolean
passes (const NkItem *item,
        double        x,
        double        y,
        double        width,
        double        height)
{
  for (int i = 0; i <= 400; i++)
    {
      double t = i / 400.0;
      NkPoint at = item->curved ? nk_cubic_point (item->path, t)
                                : (NkPoint) { (1 - t) * item->path[0].x + t * item->path[1].x,
                                              (1 - t) * item->path[0].y + t * item->path[1].y };

      if (at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height)
        return TRUE;
    }
  return FALSE;
}

/* The index finds all that touches, in order, once, and nothing whose bounds do not. */
static void
test_touching (void)
{
  g_autoptr (NkScene) scene = random_scene (600);

  for (int round = 0; round < 200; round++)
    {
      double x = g_test_rand_double_range (-3000, 3000), y = g_test_rand_double_range (-2000, 2000);
      double most = round % 4 == 0 ? 5000 : 700;   /* of so many as of few */
      double width = g_test_rand_double_range (0, most);
      double height = g_test_rand_double_range (0, most);
      g_autoptr (GArray) found = nk_scene_touching (scene, x, y, width, height);
      guint next = 0;

      for (guint i = 0; i < nk_scene_n_items (scene); i++)
        {
          const NkItem *item = nk_scene_item (scene, i);
          gboolean bounds = item->x <= x + width && x <= item->x + item->width
                            && item->y <= y + height && y <= item->y + item->height;
          gboolean is_found = next < found->len && g_array_index (found, guint, next) == i;

          g_assert_true (!is_found || bounds);
          if (item->type == NK_ITEM_ACTOR)
            g_assert_true (is_found == bounds);
          else if (passes (item, x, y, width, height))
            g_assert_true (is_found);
          next += is_found;
        }
      g_assert_cmpuint (next, ==, found->len);
    }
}

static void
test_find (void)
{
  g_autoptr (NkScene) scene = nk_scene_new (NULL);

  nk_scene_add (scene, NK_ITEM_BAND, NK_LEVEL, "rat", -1);
  nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, "rat", 2);
  nk_scene_add (scene, NK_ITEM_LABEL, NK_ACTOR, "rat", 2);
  nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, "rat", 0);
  nk_scene_add (scene, NK_ITEM_NOTE, NK_HEAD, "", -1);
  nk_scene_finish (scene, 0, 0);
  g_assert_true (nk_scene_find (scene, NK_ITEM_BAND, NK_LEVEL, "rat", -1)
                 == nk_scene_item (scene, 0));
  g_assert_true (nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, "rat", -1)
                 == nk_scene_item (scene, 1));
  g_assert_true (nk_scene_find (scene, NK_ITEM_LABEL, NK_ACTOR, "rat", 2)
                 == nk_scene_item (scene, 2));
  g_assert_true (nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, "rat", 0)
                 == nk_scene_item (scene, 3));
  g_assert_null (nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, "rat", 1));
  g_assert_null (nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, "amt", -1));
  g_assert_null (nk_scene_find (scene, NK_ITEM_NOTE, NK_HEAD, "", -1));
}

static void
test_zones (void)
{
  static const NkItemType types[] = { NK_ITEM_BAND, NK_ITEM_ACTOR, NK_ITEM_DISTRICT, NK_ITEM_TIE,
                                      NK_ITEM_PLANE };
  g_autoptr (NkScene) scene = nk_scene_new (NULL);
  const GArray *zones;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    nk_scene_add (scene, types[i], NK_HEAD, "", -1);
  nk_scene_finish (scene, 0, 0);
  zones = nk_scene_zones (scene);
  g_assert_cmpuint (zones->len, ==, 3);
  for (guint i = 0; i < zones->len; i++)
    {
      g_assert_cmpuint (g_array_index (zones, guint, i), ==, 2 * i);
      g_assert_cmpuint (nk_scene_number (scene, nk_scene_item (scene, 2 * i)), ==, 2 * i);
    }
}

static void
test_empty (void)
{
  g_autoptr (NkScene) scene = nk_scene_new (NULL);
  g_autoptr (GArray) found = NULL;
  double x, y, width, height;

  nk_scene_finish (scene, 0, 0);
  found = nk_scene_touching (scene, -100, -100, 200, 200);
  g_assert_cmpuint (found->len, ==, 0);
  nk_scene_bounds (scene, &x, &y, &width, &height);
  g_assert_cmpfloat (width + height, ==, 0);
}

/* The text form, byte by byte: other programs read it. */
static void
test_text (void)
{
  static const NkPoint path[] = { { 1, 2 }, { 3.14159, -0.001 } };
  g_autoptr (NkScene) scene = nk_scene_new (NULL);
  g_autofree char *text = NULL;
  NkItem *item = nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, "a\"\\\n", 1);

  nk_item_set_body (item, NK_SHAPE_DIAMOND, 10, 20.456, 1e6, 30);
  nk_item_set_path (nk_scene_add (scene, NK_ITEM_TIE, NK_TIE, "t1", -1), path, 2, FALSE);
  nk_scene_add (scene, NK_ITEM_LEGEND, NK_HEAD, "", -1);
  nk_scene_finish (scene, 493.228, 100);
  text = nk_scene_to_text (scene);
  g_assert_cmpstr (text, ==,
    "{\n"
    "  \"page\": {\"width\": 493.23, \"height\": 100},\n"
    "  \"items\": [\n"
    "    {\"type\": \"actor\", \"record\": \"actor/a\\\"\\\\\\u000a\", \"plane\": \"place\", "
    "\"x\": 10, \"y\": 20.46, \"width\": 1000000, \"height\": 30, "
    "\"outline\": [[1000000, 25.96], [1000010, 35.46], [1000000, 44.96], [500010, 50.46], "
    "[20, 44.96], [10, 35.46], [20, 25.96], [500010, 20.46]]},\n"
    "    {\"type\": \"tie\", \"record\": \"tie/t1\", \"x\": 1, \"y\": 0, \"width\": 2.14, "
    "\"height\": 2, \"path\": [[1, 2], [3.14, 0]]},\n"
    "    {\"type\": \"legend\", \"x\": 0, \"y\": 0, \"width\": 0, \"height\": 0}\n"
    "  ]\n"
    "}\n");
}

/* Scaled onto a page, everything keeps its place on the map. */
static void
test_scaled (void)
{
  const NkTransform plane = { { 2, 0, -10, 0, 0.8, 5, 0, -0.001, 1.2 } };
  g_autoptr (NkScene) scene = nk_scene_new (NULL);
  g_autoptr (NkScene) page = nk_scene_new (NULL);
  double x, y, map_x, map_y;

  nk_item_set_body (nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, "a", 1), NK_SHAPE_BOX,
                    4, 6, 10, 8);
  nk_scene_set_transform (scene, 1, &plane);
  nk_scene_finish (scene, 0, 0);
  nk_scene_add_scaled (page, scene, 0.5, 100, 200);
  nk_scene_finish (page, 300, 300);
  g_assert_cmpfloat (nk_scene_item (page, 0)->body_x, ==, 102);
  g_assert_cmpfloat (nk_scene_item (page, 0)->body_height, ==, 4);
  g_assert_cmpfloat (nk_scene_item (page, 0)->unit, ==, 0.5);
  nk_scene_from_map (scene, 1, 30, 40, &x, &y);
  nk_scene_to_map (page, 1, x * 0.5 + 100, y * 0.5 + 200, &map_x, &map_y);
  g_assert_cmpfloat_with_epsilon (map_x, 30, 1e-9);
  g_assert_cmpfloat_with_epsilon (map_y, 40, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/touching", test_touching);
  g_test_add_func ("/scene/zones", test_zones);
  g_test_add_func ("/scene/find", test_find);
  g_test_add_func ("/scene/empty", test_empty);
  g_test_add_func ("/scene/text", test_text);
  g_test_add_func ("/scene/scaled", test_scaled);
  return g_test_run ();
}
