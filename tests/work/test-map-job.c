/* From a map to a job, and from its answer to an edit. */
#include "work/map-job.h"

#include <math.h>

/* Two levels, the lower with two districts, and an actor of each sort. */
static NkMap *
small_map (void)
{
  static const struct
  {
    const char *id, *level, *district;
    double x, y;
    gboolean pinned;
  } actors[] = {
    { "mayor", "city", "", 10.25, 20, TRUE },
    { "office", "city", "b6", 50, 60, FALSE },
    { "school", "district", "b5", NAN, NAN, FALSE },
    { "church", "district", "b6", NAN, NAN, TRUE },
    { "study", "", "", 300, 0, FALSE },
    { "sports", "district", "b6", 90, 200, FALSE },
  };
  static const char *const lists[][2] = {
    { "city", "level" }, { "district", "level" }, { "b5", "district" }, { "b6", "district" },
  };
  g_autoptr (NkMap) map = nk_map_new ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Test");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    nk_edit_put (edit, map,
                 nk_record_new ((NkRecordKind) nk_schema_find_kind (lists[i][1]), lists[i][0]));
  for (guint i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      NkRecord *actor = nk_record_new (NK_ACTOR, actors[i].id);

      nk_record_set_text (actor, NK_FIELD_LEVEL, actors[i].level);
      nk_record_set_text (actor, NK_FIELD_DISTRICT, actors[i].district);
      nk_record_set_boolean (actor, NK_FIELD_PINNED, actors[i].pinned);
      if (!isnan (actors[i].x))
        {
          nk_record_set_number (actor, NK_FIELD_X, actors[i].x);
          nk_record_set_number (actor, NK_FIELD_Y, actors[i].y);
        }
      nk_edit_put (edit, map, actor);
    }
  for (int i = 0; i < 2; i++)
    {
      NkRecord *tie = nk_record_new (NK_TIE, i == 0 ? "t1" : "t2");

      nk_record_set_text (tie, NK_FIELD_FROM, "mayor");
      nk_record_set_text (tie, NK_FIELD_TO, i == 0 ? "school" : "mayor");
      nk_record_set_integer (tie, NK_FIELD_STRENGTH, 3);
      nk_edit_put (edit, map, tie);
    }
  nk_map_apply (map, edit, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&map);
}

static NkJob *
job_of (const NkMap        *map,
        const NkJobOptions *options)
{
  static const NkJobSize sizes[] = { { 80, 20 }, { 81, 20 }, { 82, 20 }, { 83, 20 }, { 84, 20 }, { 85, 0 } };

  g_assert_cmpuint (nk_map_count (map, NK_ACTOR), ==, G_N_ELEMENTS (sizes));
  return nk_job_for_map (map, sizes, NK_METHOD_LEVELS, options);
}

static void
test_actors (void)
{
  static const struct { int band, district, column; gboolean placed, fixed; } expected[] = {
    { 0, -1, -1, TRUE, TRUE },
    { 0, -1, 1, TRUE, FALSE },     /* its district is but a wish there */
    { 1, 0, -1, FALSE, FALSE },
    { 1, 1, -1, FALSE, FALSE },    /* pinned, but nowhere */
    { -1, -1, -1, TRUE, FALSE },
    { 1, 1, -1, TRUE, FALSE },
  };
  g_autoptr (NkMap) map = small_map ();
  g_autoptr (NkJob) job = job_of (map, NULL);
  g_autoptr (GBytes) data = nk_job_to_data (job, NULL);

  g_assert_nonnull (data);         /* it keeps all rules of jobs */
  g_assert_cmpint (job->n_bands, ==, 2);
  g_assert_cmpuint (job->districts->len, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const NkJobActor *actor = nk_job_actor (job, i);

      g_test_message ("Actor %u", i);
      g_assert_cmpint (actor->band, ==, expected[i].band);
      g_assert_cmpint (actor->district, ==, expected[i].district);
      g_assert_cmpint (actor->column, ==, expected[i].column);
      g_assert_cmpint (actor->placed, ==, expected[i].placed);
      g_assert_cmpint (actor->fixed, ==, expected[i].fixed);
    }
  g_assert_cmpfloat (nk_job_actor (job, 0)->x, ==, 10.25);
  g_assert_cmpfloat (nk_job_actor (job, 2)->width, ==, 82);
}

static void
test_ties (void)
{
  g_autoptr (NkMap) map = small_map ();
  g_autoptr (NkJob) job = job_of (map, NULL);

  g_assert_cmpuint (job->ties->len, ==, 1);   /* a tie to itself is none */
  g_assert_cmpint (g_array_index (job->ties, NkJobTie, 0).from, ==, 0);
  g_assert_cmpint (g_array_index (job->ties, NkJobTie, 0).to, ==, 2);
  g_assert_cmpfloat (g_array_index (job->ties, NkJobTie, 0).weight, ==, 3);
}

/* A tie leads from one to the other if its kind does. */
static void
test_directed (void)
{
  for (int directed = 0; directed < 2; directed++)
    {
      g_autoptr (NkMap) map = small_map ();
      g_autoptr (NkEdit) edit = nk_edit_new ("");
      g_autoptr (NkJob) job = NULL;
      NkRecord *kind = nk_record_new (NK_KIND, "steering");
      NkRecord *tie = nk_record_copy (nk_map_find (map, NK_TIE, "t1"), "t1");

      nk_record_set_boolean (kind, NK_FIELD_DIRECTED, directed);
      nk_record_set_text (tie, NK_FIELD_KIND, "steering");
      nk_edit_put (edit, map, kind);
      nk_edit_put (edit, map, tie);
      g_assert_true (nk_map_apply (map, edit, NULL));
      job = job_of (map, NULL);
      g_assert_cmpint (g_array_index (job->ties, NkJobTie, 0).directed, ==, directed);
    }
}

/* By name as people sort: without regard to case and accents, and 9 before 10. */
static void
test_order (void)
{
  static const char *const names[] = { "Welcome Point 10", "Äpfel", "welcome point 9", "bau", "Zoo", "Apfel" };
  static const int expected[] = { 4, 0, 3, 2, 5, 1 };   /* equals as in the map */
  g_autoptr (NkMap) map = small_map ();
  g_autoptr (NkEdit) edit = nk_edit_new ("Test");
  g_autoptr (NkJob) job = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      NkRecord *actor = nk_record_copy (nk_map_at (map, NK_ACTOR, i), NULL);

      nk_record_set_text (actor, NK_FIELD_NAME, names[i]);
      nk_edit_put (edit, map, actor);
    }
  g_assert_true (nk_map_apply (map, edit, NULL));
  job = job_of (map, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (nk_job_actor (job, i)->order, ==, expected[i]);
}

static void
test_around (void)
{
  static const struct { const char *around; int expected; } rows[] = {
    { NULL, -1 }, { "nobody", -1 }, { "mayor", 0 }, { "church", 3 },
  };
  g_autoptr (NkMap) map = small_map ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NkJob) job = job_of (map, &(NkJobOptions) { .around = rows[i].around });

      g_assert_cmpint (job->around, ==, rows[i].expected);
    }
}

static void
check_fixed (const NkJobOptions *options,
             const char         *expected)
{
  g_autoptr (NkMap) map = small_map ();
  g_autoptr (NkJob) job = job_of (map, options);

  for (guint i = 0; i < job->actors->len; i++)
    g_assert_cmpint (nk_job_actor (job, i)->fixed, ==, expected[i] == 'f');
}

static void
test_options (void)
{
  g_autoptr (GHashTable) only = g_hash_table_new (g_str_hash, g_str_equal);
  NkJobOptions some = { .only = only };
  NkJobOptions new_ones = { .only_new = TRUE };
  NkJobOptions new_of_some = { .only = only, .only_new = TRUE };

  g_hash_table_add (only, (gpointer) "sports");
  g_hash_table_add (only, (gpointer) "mayor");
  check_fixed (NULL, "f.....");
  check_fixed (&some, "ff..f.");          /* the mayor is pinned; who has no place gets one */
  check_fixed (&new_ones, "ff..ff");
  check_fixed (&new_of_some, "ff..ff");
}

static void
test_edit (void)
{
  g_autoptr (NkMap) map = small_map ();
  g_autoptr (NkMap) before = nk_map_copy (map);
  g_autoptr (NkJob) job = job_of (map, NULL);
  g_autoptr (NkAnswer) answer = nk_answer_new (6);
  g_autoptr (NkEdit) edit = NULL;
  g_autoptr (NkEdit) undo = NULL;

  for (guint i = 0; i < 6; i++)
    *nk_answer_position (answer, i) = (NkJobPosition) { 100.0 * i, 0.01 * i };
  *nk_answer_position (answer, 4) = (NkJobPosition) { 300, 0 };            /* where it was */
  edit = nk_edit_from_answer (map, job, answer);
  g_assert_cmpuint (nk_edit_n_changes (edit), ==, 4);
  g_assert_true (nk_map_apply (map, edit, NULL));
  g_assert_cmpfloat (nk_record_number (nk_map_find (map, NK_ACTOR, "mayor"), NK_FIELD_X), ==, 10.25);
  g_assert_cmpfloat (nk_record_number (nk_map_find (map, NK_ACTOR, "school"), NK_FIELD_Y), ==, 0.02);
  g_assert_false (nk_record_boolean (nk_map_find (map, NK_ACTOR, "school"), NK_FIELD_PINNED));
  g_assert_true (nk_record_boolean (nk_map_find (map, NK_ACTOR, "church"), NK_FIELD_PINNED));
  undo = nk_edit_inverse (edit);
  g_assert_true (nk_map_apply (map, undo, NULL));
  g_assert_true (nk_map_equal (map, before));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-job/actors", test_actors);
  g_test_add_func ("/map-job/order", test_order);
  g_test_add_func ("/map-job/around", test_around);
  g_test_add_func ("/map-job/ties", test_ties);
  g_test_add_func ("/map-job/directed", test_directed);
  g_test_add_func ("/map-job/options", test_options);
  g_test_add_func ("/map-job/edit", test_edit);
  return g_test_run ();
}
