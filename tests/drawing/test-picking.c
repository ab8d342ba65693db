/* Picking: what lies under a point, a rectangle. */
#include "drawing/picking.h"
#include "drawing/scene-private.h"
#include "drawing/view.h"

#include "sample.h"

/* An ellipse and a box with a straight tie and a curved one between them, and a note. */
static NkScene *
little_scene (void)
{
  static const NkPoint straight[] = { { 100, 20 }, { 300, 20 } };
  static const NkPoint curved[] = { { 100, 20 }, { 150, 90 }, { 250, 90 }, { 300, 20 } };
  NkScene *scene = nk_scene_new (NULL);

  nk_item_set_path (nk_scene_add (scene, NK_ITEM_TIE, NK_TIE, "straight", -1), straight, 2, FALSE);
  nk_item_set_path (nk_scene_add (scene, NK_ITEM_TIE, NK_TIE, "curved", -1), curved, 4, TRUE);
  nk_item_set_body (nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, "ellipse", -1), NK_SHAPE_ELLIPSE,
                    0, 0, 100, 40);
  nk_item_set_body (nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, "box", -1), NK_SHAPE_BOX,
                    300, 0, 80, 40);
  nk_item_set_body (nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, "upper", -1), NK_SHAPE_BOX,
                    360, 0, 80, 40);
  nk_item_set_body (nk_scene_add (scene, NK_ITEM_NOTE, NK_NOTE, "note", -1), NK_SHAPE_BOX,
                    0, 100, 60, 30);
  nk_scene_finish (scene, 0, 0);
  return scene;
}

static void
test_pick (void)
{
  static const struct { double x, y, reach; const char *id; } rows[] = {
    { 50, 20, 4, "ellipse" },
    { 2, 2, 4, NULL },           /* in its box, but not on it */
    { 340, 20, 4, "box" },
    { 370, 20, 4, "upper" },     /* where both lie, the one on top */
    { 200, 22, 4, "straight" },
    { 200, 26, 4, NULL },
    { 200, 26, 8, "straight" },
    { 200, 70, 4, "curved" },
    { 200, 50, 40, "curved" },   /* the nearer of two */
    { 200, 40, 40, "straight" },
    { 30, 115, 0, "note" },
    { 63, 115, 4, "note" },
    { 70, 115, 4, NULL },
    { 1e7, -1e7, 4, NULL },
  };
  g_autoptr (NkScene) scene = little_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const NkItem *item = nk_pick (scene, rows[i].x, rows[i].y, rows[i].reach);

      g_assert_cmpstr (item != NULL ? item->id : NULL, ==, rows[i].id);
    }
}

/* What lies on each other can all be meant, one after the other. */
static void
test_pick_all (void)
{
  static const struct { double x, y, reach; const char *ids; } rows[] = {
    { 370, 20, 4, "upper box" },          /* actors hide what is below them */
    { 200, 50, 40, "curved straight" },   /* the nearest first */
    { 200, 40, 40, "straight curved" },
    { 200, 22, 4, "straight" },
    { 300, -50, 4, "" },
  };
  g_autoptr (NkScene) scene = little_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) items = nk_pick_all (scene, rows[i].x, rows[i].y, rows[i].reach);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < items->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "",
                                ((const NkItem *) g_ptr_array_index (items, j))->id);
      g_assert_cmpstr (ids->str, ==, rows[i].ids);
    }
}

static void
test_within (void)
{
  static const struct { double x, y, width, height; guint n; } rows[] = {
    { -1, -1, 102, 42, 1 }, { 1, -1, 102, 42, 0 }, { -10, -10, 1000, 1000, 4 },
    { 295, -1, 150, 60, 2 }, { 900, 900, 5, 5, 0 }, { -1, 99, 62, 32, 1 },
  };
  g_autoptr (NkScene) scene = little_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) items = nk_pick_within (scene, rows[i].x, rows[i].y,
                                                    rows[i].width, rows[i].height);

      g_assert_cmpuint (items->len, ==, rows[i].n);
    }
}

static void
test_across (void)
{
  static const struct { double x, y, width, height; const char *ids; } rows[] = {
    { 150, 10, 20, 20, "straight" },      /* across it */
    { 190, 60, 20, 20, "curved" },
    { 190, 0, 20, 100, "straight curved" },
    { 120, 15, 5, 30, "straight curved" },
    { 190, 30, 20, 20, "" },              /* between the two */
    { 310, 10, 20, 20, "" },              /* beyond their ends */
    { 200, 20, 0, 0, "straight" },
    { 1e7, -1e7, 5, 5, "" },
  };
  g_autoptr (NkScene) scene = little_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) items = nk_pick_across (scene, rows[i].x, rows[i].y,
                                                    rows[i].width, rows[i].height);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < items->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "",
                                ((const NkItem *) g_ptr_array_index (items, j))->id);
      g_assert_cmpstr (ids->str, ==, rows[i].ids);
    }
}

/* The middle of a band is in it, that of a district's box in both, on every plane. */
static void
test_zones (void)
{
  g_autoptr (NkMap) map = sample_read ("tests/drawing/strange.netzkarte.json");

  for (int show = NK_SHOW_LEVELS; show <= NK_SHOW_LAYERS; show++)
    {
      const NkViewSetting setting = { .show = show };
      g_autoptr (NkScene) scene = nk_view_scene (map, &setting);
      guint districts = 0;
      int band, district;

      for (guint i = 0; i < nk_scene_n_items (scene); i++)
        {
          const NkItem *item = nk_scene_item (scene, i);
          double x = item->x + item->width * 0.4, y = item->y + item->height * 0.5;

          nk_pick_zone (scene, map, x, y, &band, &district);
          if (item->type == NK_ITEM_BAND)
            g_assert_cmpint (band, ==, nk_map_position (map, NK_LEVEL, item->id));
          if (item->type == NK_ITEM_DISTRICT)
            {
              g_assert_cmpint (district, ==, 0);
              g_assert_cmpint (band, ==, nk_map_position (map, NK_LEVEL, "l3"));
              districts++;
            }
          if (item->type == NK_ITEM_ACTOR && show == NK_SHOW_LAYERS)
            g_assert_cmpint (nk_pick_plane (scene, item->body_x, item->body_y), ==, item->plane);
        }
      g_assert_cmpuint (districts, ==, show == NK_SHOW_LAYERS ? NK_N_DIMENSIONS : 1);
      nk_pick_zone (scene, map, -1e6, -1e6, &band, &district);
      g_assert_cmpint (band, ==, -1);
      g_assert_cmpint (district, ==, -1);
      g_assert_cmpint (nk_pick_plane (scene, -1e6, -1e6), ==, -1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picking/pick", test_pick);
  g_test_add_func ("/picking/pick-all", test_pick_all);
  g_test_add_func ("/picking/within", test_within);
  g_test_add_func ("/picking/across", test_across);
  g_test_add_func ("/picking/zones", test_zones);
  return g_test_run ();
}
