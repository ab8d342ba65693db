/* Jobs and answers as text: there and back, and nothing wrong gets through. */
#include "work/job.h"

#include <math.h>
#include <string.h>

static void
add_actor (NkJob      *job,
           NkJobActor  actor)
{
  g_array_append_val (job->actors, actor);
}

static void
add_tie (NkJob    *job,
         NkJobTie  tie)
{
  g_array_append_val (job->ties, tie);
}

static NkJob *
full_job (void)
{
  NkJob *job = nk_job_new (NK_METHOD_FREE);

  job->seed = G_MAXUINT64;
  job->aspect = 1.0 / 3.0;
  job->band_label = 0.1;
  job->n_bands = 3;
  g_array_set_size (job->districts, 2);
  g_array_index (job->districts, NkJobDistrict, 1).name_width = 77.5;
  job->around = 2;
  add_actor (job, (NkJobActor) { 80, 22.5, 1.0 / 3.0, -1e6, TRUE, TRUE, 0, -1, 1 });
  add_actor (job, (NkJobActor) { 1, 5000, 0, 0, FALSE, FALSE, 2, 1, -1 });
  add_actor (job, (NkJobActor) { 110, 40, 12.34, 5, TRUE, FALSE, -1, -1, -1 });
  add_tie (job, (NkJobTie) { 0, 2, 0.01 });
  add_tie (job, (NkJobTie) { 2, 1, 100, TRUE });
  return job;
}

static void
test_methods (void)
{
  g_assert_cmpint (nk_method_from_name ("levels"), ==, NK_METHOD_LEVELS);
  g_assert_cmpint (nk_method_from_name (nk_method_name (NK_METHOD_FREE)), ==, NK_METHOD_FREE);
  g_assert_cmpint (nk_method_from_name ("Levels"), ==, -1);
  g_assert_cmpint (nk_method_from_name (""), ==, -1);
  g_assert_cmpint (nk_method_from_name (NULL), ==, -1);
}

static void
test_round_trip (void)
{
  g_autoptr (NkJob) job = full_job ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = nk_job_to_data (job, &error);
  g_autoptr (NkJob) back = NULL;
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  back = nk_job_from_data (data, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back->method, ==, job->method);
  g_assert_cmpuint (back->seed, ==, job->seed);
  g_assert_cmpfloat (back->aspect, ==, job->aspect);
  g_assert_cmpuint (back->districts->len, ==, 2);
  g_assert_cmpfloat (g_array_index (back->districts, NkJobDistrict, 1).name_width, ==, 77.5);
  g_assert_cmpuint (back->actors->len, ==, 3);
  g_assert_cmpfloat (nk_job_actor (back, 0)->x, ==, 1.0 / 3.0);
  g_assert_true (nk_job_actor (back, 0)->fixed);
  g_assert_cmpint (nk_job_actor (back, 0)->column, ==, 1);
  g_assert_false (nk_job_actor (back, 1)->placed);
  g_assert_cmpint (nk_job_actor (back, 1)->district, ==, 1);
  g_assert_cmpint (nk_job_actor (back, 2)->band, ==, -1);
  g_assert_cmpuint (back->ties->len, ==, 2);
  g_assert_cmpfloat (g_array_index (back->ties, NkJobTie, 0).weight, ==, 0.01);
  g_assert_false (g_array_index (back->ties, NkJobTie, 0).directed);
  g_assert_true (g_array_index (back->ties, NkJobTie, 1).directed);
  again = nk_job_to_data (back, NULL);
  g_assert_true (g_bytes_equal (data, again));
}

typedef void (*SpoilFunc) (NkJob *job);

#define SPOIL(name, statement) static void name (NkJob *job) { statement; }
#define ACTOR(i) g_array_index (job->actors, NkJobActor, i)
#define TIE(i) g_array_index (job->ties, NkJobTie, i)

SPOIL (no_width, ACTOR (1).width = 0)
SPOIL (wide, ACTOR (1).width = 5000.1)
SPOIL (nan_height, ACTOR (1).height = NAN)
SPOIL (infinite_x, ACTOR (2).x = INFINITY)
SPOIL (far_y, ACTOR (2).y = -1.1e6)
SPOIL (fixed_nowhere, ACTOR (1).fixed = TRUE)
SPOIL (band_missing, ACTOR (0).band = 3)
SPOIL (band_below, ACTOR (0).band = -2)
SPOIL (district_missing, ACTOR (1).district = 2)
SPOIL (column_missing, ACTOR (1).column = 2)
SPOIL (tie_to_nobody, TIE (0).to = 3)
SPOIL (tie_from_below, TIE (0).from = -1)
SPOIL (tie_to_itself, TIE (0).to = 0)
SPOIL (no_weight, TIE (0).weight = 0)
SPOIL (nan_weight, TIE (0).weight = NAN)
SPOIL (no_aspect, job->aspect = 0)
SPOIL (nan_gap, job->gap_x = NAN)
SPOIL (negative_gap, job->gap_y = -1)
SPOIL (negative_bands, job->n_bands = -1)
SPOIL (many_districts, g_array_set_size (job->districts, NK_JOB_MOST_ZONES + 1))
SPOIL (wide_name, g_array_index (job->districts, NkJobDistrict, 0).name_width = 5000.1)
SPOIL (nan_name, g_array_index (job->districts, NkJobDistrict, 0).name_width = NAN)
SPOIL (around_missing, job->around = 3)
SPOIL (around_below, job->around = -2)
SPOIL (order_below, ACTOR (0).order = -1)
SPOIL (many_actors, g_array_set_size (job->actors, NK_JOB_MOST_ACTORS + 1))

static const SpoilFunc spoils[] = {
  no_width, wide, nan_height, infinite_x, far_y, fixed_nowhere, band_missing, band_below,
  district_missing, column_missing, tie_to_nobody, tie_from_below, tie_to_itself, no_weight,
  nan_weight, no_aspect, nan_gap, negative_gap, negative_bands, many_districts, wide_name,
  nan_name, around_missing,
  around_below, order_below, many_actors,
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr (NkJob) job = full_job ();
      g_autoptr (GError) error = NULL;

      spoils[i] (job);
      g_test_message ("Spoil %u", i);
      g_assert_null (nk_job_to_data (job, &error));
      g_assert_error (error, NK_WORK_ERROR, NK_WORK_ERROR_REFUSED);
    }
}

/* The worker's side refuses the same: a job that was spoilt on its way. */
static void
test_spoilt_text (void)
{
  static const struct { const char *from, *to; } changes[] = {
    { "netzkarte-job-1", "netzkarte-job-2" }, { "\"free\"", "\"freely\"" }, { "\"free\"", "3" },
    { "18446744073709551615", "18446744073709551616" }, { "18446744073709551615", "-1" },
    { "\"18446744073709551615\"", "1" },
    { "\"bands\":3", "\"bands\":3.5" }, { "\"bands\":3", "\"bands\":true" },
    { "\"bands\":3", "\"bands\":99999999999" }, { "\"bands\":3", "\"bounds\":3" },
    { "\"width\":80", "\"width\":\"80\"" }, { "\"width\":80", "\"width\":1e999" },
    { "\"width\":80", "\"width\":-80" }, { "\"placed\":true", "\"placed\":1" },
    { "\"ties\":[", "\"ties\":[[]," }, { "\"ties\":[", "\"tie\":[" },
  };
  g_autoptr (NkJob) job = full_job ();
  g_autoptr (GBytes) data = nk_job_to_data (job, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (data, NULL), g_bytes_get_size (data));

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, changes[i].from, 2);
      g_autofree char *spoilt = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      spoilt = g_strjoinv (changes[i].to, parts);
      bytes = g_bytes_new (spoilt, strlen (spoilt));
      g_test_message ("%s", changes[i].to);
      g_assert_null (nk_job_from_data (bytes, &error));
      g_assert_error (error, NK_WORK_ERROR, NK_WORK_ERROR_REFUSED);
    }
}

/* Cut off anywhere, neither a job nor an answer is taken for one. */
static void
test_cut_off (void)
{
  g_autoptr (NkJob) job = full_job ();
  g_autoptr (GBytes) data = nk_job_to_data (job, NULL);
  g_autoptr (NkAnswer) answer = nk_answer_new (3);
  g_autoptr (GBytes) answered = NULL;

  *nk_answer_position (answer, 0) = (NkJobPosition) { 1.0 / 3.0, -1e6 };
  answered = nk_answer_to_data (answer, job, NULL);
  for (gsize length = 0; length < g_bytes_get_size (data); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (data, 0, length);

      g_assert_null (nk_job_from_data (part, NULL));
    }
  for (gsize length = 0; length < g_bytes_get_size (answered); length++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (answered, 0, length);

      g_assert_null (nk_answer_from_data (part, job, NULL));
    }
}

static void
test_answer (void)
{
  g_autoptr (NkJob) job = full_job ();
  g_autoptr (NkAnswer) answer = nk_answer_new (3);
  g_autoptr (NkAnswer) back = NULL;
  g_autoptr (GBytes) data = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  *nk_answer_position (answer, 0) = (NkJobPosition) { 1.0 / 3.0, -1e6 };   /* fixed */
  *nk_answer_position (answer, 1) = (NkJobPosition) { 1.0 / 3.0, -0.004 };
  *nk_answer_position (answer, 2) = (NkJobPosition) { 1234.565001, -7.777 };
  data = nk_answer_to_data (answer, job, &error);
  g_assert_no_error (error);
  back = nk_answer_from_data (data, job, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (nk_answer_position (back, 0)->x, ==, 1.0 / 3.0);
  g_assert_cmpfloat (nk_answer_position (back, 1)->x, ==, 0.33);
  g_assert_false (signbit (nk_answer_position (back, 1)->y));
  g_assert_cmpfloat (nk_answer_position (back, 2)->x, ==, 1234.57);
  g_assert_cmpfloat (nk_answer_position (back, 2)->y, ==, -7.78);
}

static void
test_bad_answer (void)
{
  static const NkJobPosition wrong[] = { { NAN, 0 }, { 0, INFINITY }, { 1.1e6, 0 } };
  g_autoptr (NkJob) job = full_job ();
  g_autoptr (NkAnswer) short_one = nk_answer_new (2);

  g_assert_null (nk_answer_to_data (short_one, job, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (NkAnswer) answer = nk_answer_new (3);
      g_autoptr (GError) error = NULL;

      *nk_answer_position (answer, 0) = (NkJobPosition) { 1.0 / 3.0, -1e6 };
      *nk_answer_position (answer, 1) = wrong[i];
      g_assert_null (nk_answer_to_data (answer, job, &error));
      g_assert_error (error, NK_WORK_ERROR, NK_WORK_ERROR_BAD_ANSWER);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/job/methods", test_methods);
  g_test_add_func ("/job/round-trip", test_round_trip);
  g_test_add_func ("/job/refused", test_refused);
  g_test_add_func ("/job/spoilt-text", test_spoilt_text);
  g_test_add_func ("/job/cut-off", test_cut_off);
  g_test_add_func ("/job/answer", test_answer);
  g_test_add_func ("/job/bad-answer", test_bad_answer);
  return g_test_run ();
}
