/* Walking from actor to actor: along ties, and in space. */
#include "drawing/scene-private.h"
#include "drawing/walk.h"

/* Two rows of three, far enough from each other, and one who stands alone below; ties as named. */
static const struct { const char *id; double x, y; } actors[] = {
  { "a", 0, 0 }, { "b", 200, 0 }, { "c", 400, 0 },
  { "d", 0, 200 }, { "e", 210, 205 }, { "f", 400, 200 },
  { "g", 0, 400 },
};
static const struct { const char *id, *from, *to; } ties[] = {
  { "ab", "a", "b" }, { "be", "b", "e" }, { "eb", "e", "b" }, { "ec", "e", "c" },
  { "ed", "e", "d" }, { "aa", "a", "a" }, { "gone", "a", "nobody" },
};

static NkMap *
make_map (void)
{
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    nk_edit_put (edit, map, nk_record_new (NK_ACTOR, actors[i].id));
  nk_edit_put (edit, map, nk_record_new (NK_ACTOR, "nobody"));
  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    {
      NkRecord *tie = nk_record_new (NK_TIE, ties[i].id);

      nk_record_set_text (tie, NK_FIELD_FROM, ties[i].from);
      nk_record_set_text (tie, NK_FIELD_TO, ties[i].to);
      nk_edit_put (edit, map, tie);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

static NkScene *
make_scene (void)
{
  static const NkPoint path[] = { { 0, 0 }, { 1, 1 } };
  NkScene *scene = nk_scene_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    nk_item_set_path (nk_scene_add (scene, NK_ITEM_TIE, NK_TIE, ties[i].id, -1), path, 2, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    nk_item_set_body (nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, actors[i].id, -1),
                      NK_SHAPE_BOX, actors[i].x, actors[i].y, 80, 30);
  nk_scene_finish (scene, 0, 0);
  return scene;
}

/* Everybody once, deep first, clockwise from above; then whom no tie leads to. */
static void
test_order (void)
{
  static const struct { const char *start, *order; } rows[] = {
    { "a", "a b e c d f g" },
    { "e", "e c d b a f g" },
    { "d", "d e c b a f g" },
    { "g", "g a b e c d f" },
    { "nobody", "" },
  };
  g_autoptr (NkMap) map = make_map ();
  g_autoptr (NkScene) scene = make_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) order = nk_walk_order (scene, map, rows[i].start);
      g_autoptr (GString) ids = g_string_new (NULL);

      for (guint j = 0; j < order->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "",
                                (const char *) g_ptr_array_index (order, j));
      g_assert_cmpstr (ids->str, ==, rows[i].order);
    }
}

static void
test_toward (void)
{
  static const struct { const char *from; int dx, dy; const char *to; } rows[] = {
    { "a", 1, 0, "b" }, { "b", 1, 0, "c" }, { "c", 1, 0, NULL },
    { "c", -1, 0, "b" }, { "b", -1, 0, "a" }, { "a", -1, 0, NULL },
    { "b", 0, 1, "e" }, { "e", 0, -1, "b" }, { "e", 0, 1, "g" },
    { "d", 1, 0, "e" }, { "f", -1, 0, "e" },
    { "g", 0, -1, "d" }, { "g", 1, 0, "e" },
    { "a", 0, -1, NULL },
  };
  g_autoptr (NkScene) scene = make_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const NkItem *from = nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, rows[i].from, -1);
      const NkItem *to = nk_walk_toward (scene, from, rows[i].dx, rows[i].dy);

      g_test_message ("%s %d %d", rows[i].from, rows[i].dx, rows[i].dy);
      g_assert_cmpstr (to != NULL ? to->id : NULL, ==, rows[i].to);
    }
}

/* Another plane is gone to only where nobody is that way on one's own. */
static void
test_planes (void)
{
  NkScene *scene = nk_scene_new (NULL);
  const NkItem *left;

  for (int plane = 0; plane < 2; plane++)
    {
      nk_item_set_body (nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, "left", plane), NK_SHAPE_BOX,
                        300 * plane, 0, 20, 20);
      nk_item_set_body (nk_scene_add (scene, NK_ITEM_ACTOR, NK_ACTOR, "right", plane), NK_SHAPE_BOX,
                        300 * plane + 400, 0, 20, 20);
    }
  nk_scene_finish (scene, 0, 0);
  left = nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, "left", 0);
  g_assert_true (nk_walk_toward (scene, left, 1, 0)
                 == nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, "right", 0));
  g_assert_true (nk_walk_toward (scene, nk_walk_toward (scene, left, 1, 0), 1, 0)
                 == nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, "right", 1));
  nk_scene_unref (scene);
}

static void
test_nearest (void)
{
  g_autoptr (NkScene) scene = make_scene ();
  NkScene *empty = nk_scene_new (NULL);

  nk_scene_finish (empty, 0, 0);
  g_assert_cmpstr (nk_walk_nearest (scene, 260, 190)->id, ==, "e");
  g_assert_cmpstr (nk_walk_nearest (scene, -1e6, -1e6)->id, ==, "a");
  g_assert_null (nk_walk_nearest (empty, 0, 0));
  nk_scene_unref (empty);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/order", test_order);
  g_test_add_func ("/walk/toward", test_toward);
  g_test_add_func ("/walk/planes", test_planes);
  g_test_add_func ("/walk/nearest", test_nearest);
  return g_test_run ();
}
