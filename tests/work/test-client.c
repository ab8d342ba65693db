/* The client and its workers: whatever a worker does, it costs a message and nothing is left of it. */
#include "work/client.h"

#include <glib/gstdio.h>
#include <signal.h>

static const char *fake_worker, *real_worker;

/* Two actors, of which the first is fixed at 1, 2. */
static NkJob *
small_job (void)
{
  NkJob *job = nk_job_new (NK_METHOD_LEVELS);
  NkJobActor fixed = { .width = 80, .height = 20, .x = 1, .y = 2, .placed = TRUE, .fixed = TRUE,
                       .band = -1, .district = -1, .column = -1 };
  NkJobActor free = { .width = 80, .height = 20, .band = -1, .district = -1, .column = -1 };

  g_array_append_val (job->actors, fixed);
  g_array_append_val (job->actors, free);
  return job;
}

typedef struct
{
  const char *behaviour;
  int code;               /* of NK_WORK_ERROR; -1: it is an answer */
  const char *says;       /* is in the message */
} Case;

static const Case cases[] = {
  { "good", -1, NULL },
  { "warning", -1, NULL },
  { "segfault", NK_WORK_ERROR_CRASHED, "11" },
  { "killed", NK_WORK_ERROR_CRASHED, "9" },
  { "fail", NK_WORK_ERROR_CRASHED, "3" },
  { "out-of-time", NK_WORK_ERROR_TIMED_OUT, "60 seconds" },
  { "refuse", NK_WORK_ERROR_REFUSED, "(The job is too large.)" },
  { "deaf", NK_WORK_ERROR_BAD_ANSWER, "without a result" },
  { "silent", NK_WORK_ERROR_BAD_ANSWER, "without a result" },
  { "garbage", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "binary", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "brackets", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "truncated", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "not-finite", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "infinite", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "too-far", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "too-few", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "too-many", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "no-pair", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "texts", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "moves-fixed", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "other-format", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "endless", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "endless-at-once", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "endless-digits", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "endless-spaces", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
  { "endless-complaint", NK_WORK_ERROR_BAD_ANSWER, "damaged" },
};

static void
test_behaviour (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (NkJob) job = small_job ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NkAnswer) answer = NULL;

  g_setenv ("FAKE_WORKER", it->behaviour, TRUE);
  answer = nk_layout_run (fake_worker, job, 60, NULL, &error);
  if (it->code < 0)
    {
      g_assert_no_error (error);
      g_assert_cmpfloat (nk_answer_position (answer, 0)->x, ==, 1);
      g_assert_cmpfloat (nk_answer_position (answer, 1)->x, ==, 30.25);
      g_assert_cmpfloat (nk_answer_position (answer, 1)->y, ==, -4);
      return;
    }
  g_assert_null (answer);
  g_assert_error (error, NK_WORK_ERROR, it->code);
  g_assert_nonnull (strstr (error->message, it->says));
}

/* Where a hanging worker has written its process id. */
typedef struct
{
  char *folder, *file;
} Trace;

static Trace
trace_start (const char *behaviour)
{
  Trace trace = { g_dir_make_tmp ("netzkarte-XXXXXX", NULL), NULL };

  trace.file = g_build_filename (trace.folder, "id", NULL);
  g_setenv ("FAKE_WORKER", behaviour, TRUE);
  g_setenv ("FAKE_WORKER_ID", trace.file, TRUE);
  return trace;
}

/* Nothing is left of the worker, not even a zombie. */
static void
trace_end (Trace *trace)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (trace->file, &text, NULL, NULL));
  g_assert_cmpint (kill ((pid_t) g_ascii_strtoll (text, NULL, 10), 0), ==, -1);
  g_unlink (trace->file);
  g_rmdir (trace->folder);
  g_free (trace->file);
  g_free (trace->folder);
}

static void
test_time_limit (gconstpointer behaviour)
{
  Trace trace = trace_start (behaviour);
  g_autoptr (NkJob) job = small_job ();
  g_autoptr (GError) error = NULL;

  /* Long enough for a shell to start on a busy machine. */
  g_assert_null (nk_layout_run (fake_worker, job, 3, NULL, &error));
  g_assert_error (error, NK_WORK_ERROR, NK_WORK_ERROR_TIMED_OUT);
  g_assert_nonnull (strstr (error->message, "3 seconds"));
  trace_end (&trace);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  GAsyncResult **slot = data;

  g_assert_null (*slot);
  *slot = g_object_ref (result);
}

/* The main context goes on while a worker hangs; then the run is cancelled. */
static void
test_cancel (gconstpointer behaviour)
{
  Trace trace = trace_start (behaviour);
  g_autoptr (NkJob) job = small_job ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  nk_layout_run_async (fake_worker, job, 60, cancellable, on_done, &result);
  while (!g_file_test (trace.file, G_FILE_TEST_EXISTS))
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (result);
  g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (nk_layout_run_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  trace_end (&trace);
}

static void
test_cancelled_before (void)
{
  g_autoptr (NkJob) job = small_job ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (nk_layout_run (fake_worker, job, 60, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_not_found (void)
{
  static const char *const programs[] = { "/nowhere/netzkarte-layout", "/", "/dev/null" };
  g_autoptr (NkJob) job = small_job ();

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nk_layout_run (programs[i], job, 60, NULL, &error));
      g_assert_error (error, NK_WORK_ERROR, NK_WORK_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (error->message, programs[i]));
    }
}

static void
test_bad_job (void)
{
  g_autoptr (NkJob) job = small_job ();
  g_autoptr (GError) error = NULL;

  g_array_index (job->actors, NkJobActor, 1).width = 0;
  g_assert_null (nk_layout_run (fake_worker, job, 60, NULL, &error));
  g_assert_error (error, NK_WORK_ERROR, NK_WORK_ERROR_REFUSED);
}

/* A job longer than a pipe holds, to a worker that does not read it: the writer must not die. */
static void
test_deaf_to_much (void)
{
  g_autoptr (NkJob) job = small_job ();
  NkJobActor more = *nk_job_actor (job, 1);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 5000; i++)
    g_array_append_val (job->actors, more);
  g_setenv ("FAKE_WORKER", "deaf", TRUE);
  g_assert_null (nk_layout_run (fake_worker, job, 60, NULL, &error));
  g_assert_error (error, NK_WORK_ERROR, NK_WORK_ERROR_BAD_ANSWER);
}

static void
test_real_worker (void)
{
  for (int method = 0; method < NK_N_METHODS; method++)
    {
      g_autoptr (NkJob) job = small_job ();
      g_autoptr (GError) error = NULL;
      g_autoptr (NkAnswer) answer = NULL;

      job->method = (NkMethod) method;
      answer = nk_layout_run (real_worker, job, 60, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (answer->positions->len, ==, 2);
      g_assert_cmpfloat (nk_answer_position (answer, 0)->x, ==, 1);
    }
}

/* Several at once do not get in each other's way. */
static void
test_side_by_side (void)
{
  g_autoptr (NkJob) job = small_job ();
  GAsyncResult *results[3] = { NULL, NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    nk_layout_run_async (real_worker, job, 60, NULL, on_done, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (NkAnswer) answer = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      answer = nk_layout_run_finish (results[i], NULL);
      g_assert_nonnull (answer);
      g_object_unref (results[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  fake_worker = argv[1];
  real_worker = argv[2];
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/client/%s", cases[i].behaviour);

      g_test_add_data_func (path, &cases[i], test_behaviour);
    }
  g_test_add_data_func ("/client/time-limit", "hang", test_time_limit);
  g_test_add_data_func ("/client/time-limit-lingering", "lingering", test_time_limit);
  g_test_add_data_func ("/client/cancel", "hang", test_cancel);
  g_test_add_data_func ("/client/cancel-lingering", "lingering", test_cancel);
  g_test_add_func ("/client/cancelled-before", test_cancelled_before);
  g_test_add_func ("/client/not-found", test_not_found);
  g_test_add_func ("/client/bad-job", test_bad_job);
  g_test_add_func ("/client/deaf-to-much", test_deaf_to_much);
  g_test_add_func ("/client/real-worker", test_real_worker);
  g_test_add_func ("/client/side-by-side", test_side_by_side);
  return g_test_run ();
}
