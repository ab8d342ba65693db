/* Quality: the program's measures against those of the tests' judge, on the same drawings; and against
 * those of another one, where it is at hand. */
#include "drawing/path.h"
#include "drawing/quality.h"
#include "drawing/view.h"
#include "files/native.h"
#include "map/zones.h"

#include "sample.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <math.h>

#define JUDGE "tests/layout/judge.py"
#define OTHER_JUDGE "../shared/tools/layout_quality.py"
#define GENERATED 20

static const char *const counts[] = {
  "nodes", "edges", "self_loops", "multi_edges", "node_overlaps", "node_tight_pairs",
  "edge_crossings", "edge_collinear", "edge_node_overlaps", "bands", "band_inversions",
  "band_misplaced", "clusters", "cluster_box_overlaps", "cluster_intruders", "pins", "pins_moved",
};

static const char *const lengths[] = {
  "node_overlap_area", "edge_length_mean", "edge_length_max", "edge_length_cv", "stress",
  "band_gap_min", "pin_max", "pin_mean", "width", "height", "aspect", "ink", "fit_zoom",
};

static void
append_length (GString    *text,
               const char *before,
               double      length)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "%s%s", before, g_ascii_dtostr (number, sizeof number, length));
}

static void
append_node (GString        *text,
             const NkMap    *map,
             const NkMap    *before,
             const NkRecord *actor,
             const NkItem   *item)
{
  const NkRecord *pinned = nk_map_find (before, NK_ACTOR, nk_record_id (actor));
  int band = nk_actor_band (map, actor);
  int box = nk_actor_box (map, actor, nk_map_district_level (map));

  g_string_append_printf (text, "%s{\"id\": \"%s\"", text->str[text->len - 1] == '[' ? "" : ", ",
                          item->id);
  append_length (text, ", \"x\": ", item->body_x + item->body_width / 2);
  append_length (text, ", \"y\": ", item->body_y + item->body_height / 2);
  append_length (text, ", \"w\": ", item->body_width);
  append_length (text, ", \"h\": ", item->body_height);
  if (band >= 0)
    g_string_append_printf (text, ", \"band\": %d", band);
  if (box >= 0)
    g_string_append_printf (text, ", \"cluster\": \"%d\"", box);
  if (pinned != NULL && nk_record_boolean (pinned, NK_FIELD_PINNED)
      && nk_record_is_placed (pinned))
    {
      append_length (text, ", \"pinned_x\": ", nk_record_number (pinned, NK_FIELD_X));
      append_length (text, ", \"pinned_y\": ", nk_record_number (pinned, NK_FIELD_Y));
    }
  g_string_append_c (text, '}');
}

static void
append_edge (GString        *text,
             const NkRecord *tie,
             const NkItem   *item)
{
  guint n;
  g_autofree NkPoint *points = nk_path_flatten (item->path, item->n_path, item->curved, &n);

  g_string_append_printf (text, "%s[\"%s\", \"%s\", [", text->str[text->len - 1] == '[' ? "" : ", ",
                          nk_record_text (tie, NK_FIELD_FROM), nk_record_text (tie, NK_FIELD_TO));
  for (guint i = 0; i < n; i++)
    {
      append_length (text, i > 0 ? ", [" : "[", points[i].x);
      append_length (text, ", ", points[i].y);
      g_string_append_c (text, ']');
    }
  g_string_append (text, "]]");
}

/* A drawing as the judge wants it. To be freed. */
static char *
drawing_as_text (const NkMap *map,
                 const NkMap *before)
{
  const NkViewSetting levels = { .show = NK_SHOW_LEVELS };
  g_autoptr (NkScene) scene = nk_view_scene (map, &levels);
  GString *text = g_string_new ("{\"nodes\": [");

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);
      const NkItem *item = nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, nk_record_id (actor), -1);

      if (item != NULL)
        append_node (text, map, before, actor, item);
    }
  g_string_append (text, "], \"edges\": [");
  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);
      const NkItem *item = nk_scene_find (scene, NK_ITEM_TIE, NK_TIE, nk_record_id (tie), -1);

      if (item != NULL)
        append_edge (text, tie, item);
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static JsonNode *
parse (const char *text)
{
  GError *error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

/* What a judge says of a drawing. */
static JsonNode *
ask_judge (const char  *judge,
           const NkMap *map,
           const NkMap *before)
{
  g_autofree char *drawing = drawing_as_text (map, before);
  g_autofree char *path = NULL, *answer = NULL;
  const char *arguments[] = { "python3", judge, NULL, NULL };
  GError *error = NULL;
  int status;

  g_close (g_file_open_tmp ("quality-XXXXXX.json", &path, &error), NULL);
  g_assert_no_error (error);
  g_file_set_contents (path, drawing, -1, &error);
  g_assert_no_error (error);
  arguments[2] = path;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_unlink (path);
  return parse (answer);
}

static double
number_of (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  g_assert_nonnull (node);
  return json_node_is_null (node) ? NAN : json_node_get_double (node);
}

static void
assert_agreement_with (const char  *judge,
                       const NkMap *map,
                       const NkMap *before)
{
  g_autoptr (JsonNode) judged = ask_judge (judge, map, before);
  g_autoptr (JsonNode) measured = NULL;
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autofree char *text = NULL;
  JsonObject *a, *b;
  NkQuality quality;

  nk_quality_measure (map, before, &quality);
  text = nk_quality_to_text (&quality, nobody);
  measured = parse (text);
  a = json_node_get_object (judged);
  b = json_node_get_object (measured);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (number_of (a, counts[i]) != number_of (b, counts[i]))
      g_error ("%s: the judge says %g, the program %g", counts[i], number_of (a, counts[i]),
               number_of (b, counts[i]));
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      double x = number_of (a, lengths[i]), y = number_of (b, lengths[i]);

      if (isnan (x) != isnan (y) || fabs (x - y) > 1e-6 * MAX (fabs (x), 1e-3))
        g_error ("%s: the judge says %.17g, the program %.17g", lengths[i], x, y);
    }
  g_assert_true (json_node_equal (json_object_get_member (a, "worst_overlap"),
                                  json_object_get_member (b, "worst_overlap")));
}

static void
assert_agreement (const NkMap *map,
                  const NkMap *before)
{
  g_autofree char *judge = g_test_build_filename (G_TEST_DIST, JUDGE, NULL);
  g_autofree char *other = g_test_build_filename (G_TEST_DIST, OTHER_JUDGE, NULL);

  assert_agreement_with (judge, map, before);
  if (g_file_test (other, G_FILE_TEST_EXISTS))
    assert_agreement_with (other, map, before);
}

/* A map of `n` actors, here and there, some over others, with ties of all sorts. */
static NkMap *
generate (guint32 seed,
          guint   n)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GString *text = g_string_new ("{\"format\": \"netzkarte\", \"version\": 1, \"levels\": "
                                "[{\"id\": \"a\", \"name\": \"A\"}, {\"id\": \"b\", \"name\": "
                                "\"B\"}, {\"id\": \"c\", \"name\": \"C\"}], \"districts\": "
                                "[{\"id\": \"x\", \"name\": \"X\"}, {\"id\": \"y\", \"name\": "
                                "\"Y\"}], \"actors\": [");
  GError *error = NULL;
  NkMap *map;

  for (guint i = 0; i < n; i++)
    {
      guint level = g_rand_int_range (random, 0, 4);

      g_string_append_printf (text, "%s{\"id\": \"n%u\", \"name\": \"Actor %u\"", i > 0 ? ", " : "",
                              i, i);
      if (level < 3)
        g_string_append_printf (text, ", \"level\": \"%c\"", 'a' + level);
      if (level == 2)
        g_string_append_printf (text, ", \"district\": \"%c\"",
                                g_rand_boolean (random) ? 'x' : 'y');
      if (i % 11 != 10)
        g_string_append_printf (text, ", \"x\": %d.25, \"y\": %d.5",
                                g_rand_int_range (random, 0, 700),
                                (int) level * 60 + g_rand_int_range (random, 0, 200));
      g_string_append_printf (text, "%s}", i % 11 != 10 && i % 4 == 0 ? ", \"pinned\": true" : "");
    }
  g_string_append (text, "], \"ties\": [");
  for (guint i = 0; i < 2 * n; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"t%u\", \"from\": \"n%d\", \"to\": \"n%d\"",
                              i > 0 ? ", " : "", i, g_rand_int_range (random, 0, n),
                              g_rand_int_range (random, 0, n));
      if (i % 9 == 8)
        g_string_append_printf (text, ", \"bends\": [[%d, %d], [%d, %d]]",
                                g_rand_int_range (random, 0, 700),
                                g_rand_int_range (random, 0, 380),
                                g_rand_int_range (random, 0, 700),
                                g_rand_int_range (random, 0, 380));
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}\n");
  map = nk_native_read (text->str, text->len, "generated", &error);
  g_assert_no_error (error);
  g_string_free (text, TRUE);
  return map;
}

static void
test_example (void)
{
  g_autoptr (NkMap) map = sample_read ("data/maps/duesseldorf.netzkarte.json");

  assert_agreement (map, map);
}

static void
test_generated (void)
{
  for (guint i = 0; i < GENERATED; i++)
    {
      g_autoptr (NkMap) map = generate (i + 1, 1 + 2 * i);

      assert_agreement (map, map);
    }
}

/* Pinned actors that were moved. */
static void
test_moved (void)
{
  g_autoptr (NkMap) map = generate (7, 24);
  g_autoptr (NkMap) before = nk_map_copy (map);
  g_autoptr (NkEdit) edit = nk_edit_new ("Move");
  NkQuality quality;

  nk_edit_set_place (edit, map, NK_ACTOR, "n0", 900, 30);
  nk_edit_set_place (edit, map, NK_ACTOR, "n1", 910, 90);
  g_assert_true (nk_map_apply (map, edit, NULL));
  nk_quality_measure (map, before, &quality);
  g_assert_cmpuint (quality.pins_moved, ==, 1);
  assert_agreement (map, before);
}

static void
test_empty (void)
{
  g_autoptr (NkMap) map = nk_map_new ();
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  NkQuality quality;

  nk_quality_measure (map, map, &quality);
  text = nk_quality_to_text (&quality, nobody);
  node = parse (text);
  g_assert_true (isnan (number_of (json_node_get_object (node), "fit_zoom")));
  g_assert_cmpfloat (number_of (json_node_get_object (node), "edge_crossings"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quality/example", test_example);
  g_test_add_func ("/quality/generated", test_generated);
  g_test_add_func ("/quality/moved", test_moved);
  g_test_add_func ("/quality/empty", test_empty);
  return g_test_run ();
}
