/* The views by dimension, over generated maps: planes, panels, and who stands where in the
 * triangle. */
#include "drawing/planes.h"
#include "drawing/shape.h"
#include "drawing/triangle.h"
#include "drawing/view.h"

#include "sample.h"

#include <math.h>

#define MAPS 24

static const char *const words[] = {
  "Amt", "für", "Migration", "und", "Integration", "Wohlfahrtsverband", "Runder Tisch", "Kita",
  "Flüchtlingsunterkunft", "Ehrenamt",
};

static void
add_random_actor (NkEdit *edit,
                  NkMap  *map,
                  GRand  *rand,
                  int     i)
{
  g_autofree char *id = g_strdup_printf ("a%d", i);
  g_autoptr (GString) name = g_string_new (NULL);
  NkRecord *actor = nk_record_new (NK_ACTOR, id);

  for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    g_string_append_printf (name, "%s ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  nk_record_set_text (actor, NK_FIELD_NAME, g_strchomp (name->str));
  for (int k = 0; k < NK_N_DIMENSIONS; k++)
    nk_record_set_integer (actor, nk_dimensions[k], g_rand_int_range (rand, 0, 4));
  nk_record_set_number (actor, NK_FIELD_X, i % 9 * 150.0 + g_rand_double_range (rand, 0, 15));
  nk_record_set_number (actor, NK_FIELD_Y, i / 9 * 90.0 + g_rand_double_range (rand, 0, 15));
  nk_edit_put (edit, map, actor);
}

static void
add_random_tie (NkEdit *edit,
                NkMap  *map,
                GRand  *rand,
                int     i,
                int     n_actors)
{
  g_autofree char *id = g_strdup_printf ("t%d", i);
  g_autofree char *from = g_strdup_printf ("a%d", g_rand_int_range (rand, 0, n_actors));
  g_autofree char *to = g_strdup_printf ("a%d", g_rand_int_range (rand, 0, n_actors));
  NkRecord *tie = nk_record_new (NK_TIE, id);

  nk_record_set_text (tie, NK_FIELD_FROM, from);
  nk_record_set_text (tie, NK_FIELD_TO, to);
  for (int k = 0; k < NK_N_DIMENSIONS; k++)
    nk_record_set_integer (tie, nk_dimensions[k], MAX (g_rand_int_range (rand, -3, 4), 0));
  nk_edit_put (edit, map, tie);
}

/* From one actor to a hundred, of all weights. */
static NkMap *
random_map (int number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number);
  int n = 1 + number * number * 100 / (MAPS * MAPS);
  NkMap *map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Add");

  for (int i = 0; i < n; i++)
    add_random_actor (edit, map, rand, i);
  for (int i = 0; i < 2 * n; i++)
    add_random_tie (edit, map, rand, i, n);
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

static void
assert_apart (const NkScene *scene)
{
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    for (guint k = i + 1; k < nk_scene_n_items (scene); k++)
      {
        const NkItem *a = nk_scene_item (scene, i), *b = nk_scene_item (scene, k);

        if (a->type == NK_ITEM_ACTOR && b->type == NK_ITEM_ACTOR && a->plane == b->plane)
          g_assert_true (a->body_x + a->body_width <= b->body_x
                         || b->body_x + b->body_width <= a->body_x
                         || a->body_y + a->body_height <= b->body_y
                         || b->body_y + b->body_height <= a->body_y);
      }
}

/* The ground of a plane; with -1 that of the triangle. */
static const NkItem *
find_ground (const NkScene *scene,
             int            plane)
{
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);

      if (item->type == NK_ITEM_PLANE && item->shape == NK_SHAPE_QUAD && item->plane == plane)
        return item;
    }
  g_error ("there is no plane %d", plane);
}

static void
assert_inside (const NkScene *scene)
{
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      const NkItem *ground = item->type == NK_ITEM_ACTOR ? find_ground (scene, item->plane) : NULL;

      if (ground != NULL)
        g_assert_true (nk_item_contains (ground, item->body_x, item->body_y)
                       && nk_item_contains (ground, item->body_x + item->body_width, item->body_y)
                       && nk_item_contains (ground, item->body_x, item->body_y + item->body_height)
                       && nk_item_contains (ground, item->body_x + item->body_width,
                                            item->body_y + item->body_height));
    }
}

/* Everybody is at the same place of each panel, as large, and panels stand apart. */
static void
test_panels (void)
{
  for (int number = 0; number < MAPS; number++)
    {
      const NkViewSetting setting = { .show = NK_SHOW_PANELS, .stacked = number % 2 };
      g_autoptr (NkMap) map = random_map (number);
      g_autoptr (NkScene) scene = nk_view_scene (map, &setting);
      const NkItem *first = find_ground (scene, 0);

      assert_apart (scene);
      assert_inside (scene);
      for (int plane = 1; plane < NK_N_DIMENSIONS; plane++)
        {
          const NkItem *ground = find_ground (scene, plane);
          double dx = ground->path[0].x - first->path[0].x;
          double dy = ground->path[0].y - first->path[0].y;

          g_assert_cmpfloat (setting.stacked ? dx : dy, ==, 0);
          g_assert_cmpfloat (setting.stacked ? dy : dx, >=,
                             plane * (setting.stacked ? first->height : first->width));
          for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
            {
              const char *id = nk_record_id (nk_map_at (map, NK_ACTOR, i));
              const NkItem *a = sample_find (scene, NK_ITEM_ACTOR, NK_ACTOR, id, 0);
              const NkItem *b = sample_find (scene, NK_ITEM_ACTOR, NK_ACTOR, id, plane);

              g_assert_cmpfloat_with_epsilon (b->body_x - a->body_x, dx, 1e-6);
              g_assert_cmpfloat_with_epsilon (b->body_y - a->body_y, dy, 1e-6);
              g_assert_cmpfloat (b->body_width, ==, a->body_width);
            }
        }
    }
}

/* With all planes shown, panels hide no tie, and each tie of a dimension is in its panel. */
static void
test_ties_of_panels (void)
{
  for (int number = 0; number < MAPS; number++)
    {
      const NkViewSetting setting = { .show = NK_SHOW_PANELS };
      g_autoptr (NkMap) map = random_map (number);
      g_autoptr (NkScene) scene = nk_view_rough (map, &setting);

      for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
        {
          const NkRecord *tie = nk_map_at (map, NK_TIE, i);
          guint own = nk_planes_of (tie);

          g_assert_nonnull (nk_scene_find (scene, NK_ITEM_TIE, NK_TIE, nk_record_id (tie), -1));
          for (int plane = 0; plane < NK_N_DIMENSIONS && own != 0; plane++)
            g_assert_true ((nk_scene_find (scene, NK_ITEM_TIE, NK_TIE, nk_record_id (tie), plane)
                            != NULL) == ((own >> plane & 1) != 0));
        }
    }
}

static void
test_layers (void)
{
  for (int number = 0; number < MAPS; number++)
    {
      const NkViewSetting setting = {
        .show = NK_SHOW_LAYERS, .planes = number % 8, .gap = 1 + number % 3,
        .angle = number % 2 == 0 ? 0 : NK_ANGLE_LEAST + number * 2.5,
      };
      g_autoptr (NkMap) map = random_map (number);
      g_autoptr (NkScene) scene = nk_view_scene (map, &setting);

      assert_apart (scene);
      assert_inside (scene);
    }
}

static void
read_weights (const NkRecord *actor,
              int             weights[NK_N_DIMENSIONS])
{
  for (int k = 0; k < NK_N_DIMENSIONS; k++)
    weights[k] = nk_record_integer (actor, nk_dimensions[k]);
}

/* Nobody is over another, all are in the triangle, those of equal shares are together, and who is
 * put to where it stands keeps its weights. */
static void
test_triangle (void)
{
  for (int number = 0; number < MAPS; number++)
    {
      const NkViewSetting setting = { .show = NK_SHOW_TRIANGLE };
      g_autoptr (NkMap) map = random_map (number);
      g_autoptr (NkScene) scene = nk_view_scene (map, &setting);

      assert_apart (scene);
      assert_inside (scene);
      for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
        {
          const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);
          const NkItem *item = nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, nk_record_id (actor),
                                              -1);
          int weights[NK_N_DIMENSIONS], found[NK_N_DIMENSIONS];

          read_weights (actor, weights);
          g_assert_true ((item != NULL) == (nk_planes_of (actor) != 0));
          if (item == NULL)
            continue;
          read_weights (actor, found);
          nk_triangle_weights (scene, map, item->body_x + item->body_width / 2,
                               item->body_y + item->body_height / 2, found);
          g_assert_cmpmem (found, sizeof found, weights, sizeof weights);
        }
    }
}

/* Bends lie on the map; in the triangle they would lead to nowhere. */
static void
test_no_bends_in_triangle (void)
{
  static const NkPoint far = { 90000, -90000 };
  g_autoptr (NkMap) map = random_map (MAPS / 2);
  g_autoptr (NkMap) bent = nk_map_copy (map);
  g_autoptr (NkEdit) edit = nk_edit_new ("Bend");
  const NkViewSetting setting = { .show = NK_SHOW_TRIANGLE };
  g_autoptr (NkScene) scene = NULL, other = NULL;

  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    {
      NkRecord *tie = nk_record_copy (nk_map_at (map, NK_TIE, i), NULL);

      nk_record_set_points (tie, NK_FIELD_BENDS, &far, 1);
      nk_edit_put (edit, map, tie);
    }
  g_assert_true (nk_map_apply (bent, edit, NULL));
  scene = nk_view_scene (map, &setting);
  other = nk_view_scene (bent, &setting);
  g_assert_cmpuint (nk_scene_n_items (scene), ==, nk_scene_n_items (other));
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *a = nk_scene_item (scene, i), *b = nk_scene_item (other, i);

      g_assert_cmpuint (a->n_path, ==, b->n_path);
      g_assert_cmpfloat (a->x, ==, b->x);
      g_assert_cmpfloat (a->width, ==, b->width);
    }
}

/* A triangle for the room of a page fills it, and is no larger. */
static void
test_triangle_in_room (void)
{
  static const double rooms[][2] = { { 500, 700 }, { 700, 500 }, { 900, 400 }, { 500, INFINITY } };
  g_autoptr (NkMap) map = random_map (9);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      const NkViewSetting setting = { .show = NK_SHOW_TRIANGLE, .room_width = rooms[i][0],
                                      .room_height = rooms[i][1] };
      g_autoptr (NkScene) scene = nk_view_rough (map, &setting);
      double x, y, width, height;

      nk_scene_bounds (scene, &x, &y, &width, &height);
      g_assert_cmpfloat (width, <=, rooms[i][0] + 1);
      g_assert_cmpfloat (height, <=, rooms[i][1] + 1);
      g_assert_true (width > rooms[i][0] - 5 || height > rooms[i][1] - 5);
      assert_apart (scene);
      assert_inside (scene);
    }
}

/* At each corner its dimension alone draws, and in the middle all three alike; the sum stays as
 * near as it can be. */
static void
test_weights (void)
{
  static const struct { double place, people; int before[3], after[3]; } rows[] = {
    { 0, 0, { 1, 1, 1 }, { 3, 0, 0 } }, { 1, 0, { 0, 0, 1 }, { 0, 1, 0 } },
    { 0, 1, { 1, 0, 1 }, { 0, 0, 2 } }, { 1 / 3.0, 1 / 3.0, { 3, 0, 0 }, { 1, 1, 1 } },
    { 1 / 3.0, 1 / 3.0, { 3, 3, 2 }, { 3, 3, 3 } }, { 0.5, 0.5, { 3, 1, 0 }, { 0, 2, 2 } },
    { 0.26, 0, { 3, 0, 1 }, { 3, 1, 0 } }, { 0, 2, { 3, 0, 0 }, { 0, 0, 3 } },
  };
  g_autoptr (NkMap) map = nk_map_new ();
  g_autoptr (NkScene) scene = nk_view_scene (map, &(NkViewSetting) { .show = NK_SHOW_TRIANGLE });

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int weights[] = { rows[i].before[0], rows[i].before[1], rows[i].before[2] };
      double x, y;

      nk_scene_from_map (scene, 0, rows[i].place, rows[i].people, &x, &y);
      nk_triangle_weights (scene, map, x, y, weights);
      g_assert_cmpmem (weights, sizeof weights, rows[i].after, sizeof rows[i].after);
    }
}

/* Each step of an arrow key moves an actor that way, or not at all, and all ends in a corner. */
static void
test_steps (void)
{
  static const int ways[][2] = { { 0, -1 }, { 0, 1 }, { -1, 0 }, { 1, 0 } };

  for (int i = 1; i < 64; i++)
    for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
      {
        int weights[] = { i / 16, i / 4 % 4, i % 4 }, steps = 0;
        double before = NAN;

        do
          {
            double sum = weights[0] + weights[1] + weights[2];
            double along = ways[way][1] != 0 ? -ways[way][1] * weights[0] / sum
                                             : ways[way][0] * (weights[2] - weights[1]) / sum;

            g_assert_cmpfloat (sum, >, 0);
            g_assert_false (along < before - 1e-9);
            for (int k = 0; k < 3; k++)
              g_assert_true (weights[k] >= 0 && weights[k] <= NK_WEIGHT_MOST);
            before = along;
            g_assert_cmpint (steps++, <, 12);
          }
        while (nk_triangle_step (weights, ways[way][0], ways[way][1]));
      }
}

static void
test_names_of_planes (void)
{
  g_assert_cmpuint (nk_planes_parse (""), ==, 7);
  g_assert_cmpuint (nk_planes_parse ("structure"), ==, 1);
  g_assert_cmpuint (nk_planes_parse ("people, place"), ==, 6);
  g_assert_cmpuint (nk_planes_parse ("structure,place,people"), ==, 7);
  g_assert_cmpuint (nk_planes_parse ("Structure"), ==, 0);
  g_assert_cmpuint (nk_planes_parse ("structure,"), ==, 0);
  g_assert_cmpuint (nk_planes_parse ("ort"), ==, 0);
}

/* Of ends with these weights, and a tie with these: on which planes and panels it is drawn. */
static void
test_planes_of_ties (void)
{
  static const struct { int from[3], to[3], own[3]; guint planes, panels; } rows[] = {
    { { 1, 1, 1 }, { 1, 1, 1 }, { 0, 0, 0 }, 7, 7 },
    { { 1, 1, 1 }, { 1, 0, 0 }, { 0, 0, 0 }, 1, 1 },
    { { 1, 1, 1 }, { 1, 0, 1 }, { 0, 2, 1 }, 4, 6 },
    { { 1, 0, 3 }, { 2, 0, 2 }, { 0, 1, 0 }, 4, 2 },
    { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 0 }, 0, 3 },
    { { 0, 0, 0 }, { 0, 1, 0 }, { 0, 0, 0 }, 0, 2 },
    { { 0, 0, 0 }, { 0, 0, 0 }, { 0, 0, 0 }, 0, 7 },
  };
  static const NkField fields[] = { NK_FIELD_FROM, NK_FIELD_TO };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkMap) map = nk_map_new ();
      g_autoptr (NkEdit) edit = nk_edit_new ("Add");
      NkRecord *actors[] = { nk_record_new (NK_ACTOR, "a"), nk_record_new (NK_ACTOR, "b") };
      NkRecord *tie = nk_record_new (NK_TIE, "t");

      for (int k = 0; k < NK_N_DIMENSIONS; k++)
        {
          nk_record_set_integer (actors[0], nk_dimensions[k], rows[i].from[k]);
          nk_record_set_integer (actors[1], nk_dimensions[k], rows[i].to[k]);
          nk_record_set_integer (tie, nk_dimensions[k], rows[i].own[k]);
        }
      for (int k = 0; k < 2; k++)
        {
          nk_record_set_text (tie, fields[k], nk_record_id (actors[k]));
          nk_edit_put (edit, map, actors[k]);
        }
      nk_edit_put (edit, map, tie);
      g_assert_true (nk_map_apply (map, edit, NULL));
      tie = nk_map_at (map, NK_TIE, 0);
      g_assert_cmpuint (nk_planes_of_tie (map, tie), ==, rows[i].planes);
      g_assert_cmpuint (nk_panels_of_tie (map, tie), ==, rows[i].panels);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dimensions/panels", test_panels);
  g_test_add_func ("/dimensions/ties of panels", test_ties_of_panels);
  g_test_add_func ("/dimensions/layers", test_layers);
  g_test_add_func ("/dimensions/triangle", test_triangle);
  g_test_add_func ("/dimensions/no bends in triangle", test_no_bends_in_triangle);
  g_test_add_func ("/dimensions/triangle in room", test_triangle_in_room);
  g_test_add_func ("/dimensions/weights", test_weights);
  g_test_add_func ("/dimensions/steps", test_steps);
  g_test_add_func ("/dimensions/names", test_names_of_planes);
  g_test_add_func ("/dimensions/planes of ties", test_planes_of_ties);
  return g_test_run ();
}
