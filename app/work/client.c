#include "work/client.h"

#include "work/program.h"
#include "work/talk.h"

#include "map/text.h"

#include <signal.h>

#define LAYOUT_PROGRAM "netzkarte-layout"

/* The exit status with which a worker says in a sentence that it does not do the job. */
#define EXIT_REFUSED 1

/* One run of a worker. */
typedef struct
{
  GSubprocess *worker;
  int seconds;
  GSource *timeout;
  GSource *cancelled;
  GCancellable *stop;       /* ends the talk with the worker, for either of the two above */
  gboolean timed_out;
  gboolean said_too_much;
  GBytes *answer;
  GBytes *complaint;        /* what it wrote on standard error */
} Run;

static void
source_clear (GSource **source)
{
  if (*source == NULL)
    return;
  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
run_free (gpointer data)
{
  Run *run = data;

  source_clear (&run->timeout);
  source_clear (&run->cancelled);
  g_clear_object (&run->worker);
  g_clear_object (&run->stop);
  g_clear_pointer (&run->answer, g_bytes_unref);
  g_clear_pointer (&run->complaint, g_bytes_unref);
  g_free (run);
}

static gboolean
on_timeout (gpointer data)
{
  Run *run = data;

  run->timed_out = TRUE;
  g_cancellable_cancel (run->stop);
  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled (GCancellable *cancellable,
              gpointer      data)
{
  Run *run = data;

  g_cancellable_cancel (run->stop);
  return G_SOURCE_REMOVE;
}

/* What a worker that refused has said; only the last line, since libraries may have warned before
 * it. */
static char *
last_line (GBytes *complaint)
{
  gsize length = 0;
  const char *data = complaint != NULL ? g_bytes_get_data (complaint, &length) : NULL;
  g_autofree char *text = g_utf8_make_valid (length > 0 ? data : "", (gssize) length);
  const char *newline;

  g_strchomp (text);
  newline = strrchr (text, '\n');
  return g_strdup (newline != NULL ? newline + 1 : text);
}

static GError *
error_of_time (const Run *run)
{
  return g_error_new (NK_WORK_ERROR, NK_WORK_ERROR_TIMED_OUT,
                      ngettext ("The calculation took longer than %d second and was stopped. "
                                "The map is unchanged.",
                                "The calculation took longer than %d seconds and was stopped. "
                                "The map is unchanged.", (gulong) run->seconds), run->seconds);
}

static GError *
error_of_answer (void)
{
  return g_error_new (NK_WORK_ERROR, NK_WORK_ERROR_BAD_ANSWER,
                      _("The calculation’s result can’t be used: it is damaged. "
                        "The map is unchanged."));
}

/* Why the worker that has ended gave no answer; NULL if it did. */
static GError *
error_of_run (const Run *run)
{
  g_autofree char *reason = NULL;

  if (run->timed_out)
    return error_of_time (run);
  if (run->said_too_much)
    return error_of_answer ();
  if (g_subprocess_get_if_signaled (run->worker))
    {
      if (g_subprocess_get_term_sig (run->worker) == SIGXCPU)
        return error_of_time (run);
      return g_error_new (NK_WORK_ERROR, NK_WORK_ERROR_CRASHED,
                          _("The calculation ended unexpectedly (signal %d). The map is unchanged."),
                          g_subprocess_get_term_sig (run->worker));
    }
  reason = last_line (run->complaint);
  if (g_subprocess_get_exit_status (run->worker) == EXIT_REFUSED && *reason != '\0')
    return g_error_new (NK_WORK_ERROR, NK_WORK_ERROR_REFUSED,
                        _("The calculation is not possible. The map is unchanged. (%s)"), reason);
  if (g_subprocess_get_exit_status (run->worker) != 0)
    return g_error_new (NK_WORK_ERROR, NK_WORK_ERROR_CRASHED,
                        _("The calculation ended unexpectedly (status %d). The map is unchanged."),
                        g_subprocess_get_exit_status (run->worker));
  if (run->answer == NULL || g_bytes_get_size (run->answer) == 0)
    return g_error_new (NK_WORK_ERROR, NK_WORK_ERROR_BAD_ANSWER,
                        _("The calculation ended without a result. The map is unchanged."));
  return NULL;
}

/* Comes when the worker has ended, or when it is to be stopped: then it is killed and waited for
 * once more, so that nothing of it is left. */
static void
on_ended (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  Run *run = g_task_get_task_data (task);
  GError *error;

  if (!g_subprocess_wait_finish (run->worker, result, NULL))
    {
      g_subprocess_force_exit (run->worker);
      g_subprocess_wait_async (run->worker, NULL, on_ended, g_steal_pointer (&task));
      return;
    }
  source_clear (&run->timeout);
  source_clear (&run->cancelled);
  if (g_task_return_error_if_cancelled (task))
    return;
  error = error_of_run (run);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&run->answer), (GDestroyNotify) g_bytes_unref);
}

/* The talk is over: the worker has answered, said too much, or is to be stopped. */
static void
on_talked (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  gboolean stopped = g_cancellable_is_cancelled (run->stop);
  g_autoptr (GError) error = NULL;

  nk_talk_finish (result, &run->answer, &run->complaint, &error);
  run->said_too_much = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  /* To wait with what is cancelled already is to wait for ever. */
  if (stopped)
    g_subprocess_force_exit (run->worker);
  g_subprocess_wait_async (run->worker, stopped ? NULL : run->stop, on_ended, task);
}

static GSubprocess *
start (const char  *program,
       GError     **error)
{
  g_autoptr (GError) reason = NULL;
  GSubprocess *worker;

  /* A worker that ends before it has read its job must not take us along. */
  signal (SIGPIPE, SIG_IGN);
  worker = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                             | G_SUBPROCESS_FLAGS_STDERR_PIPE, &reason, program, NULL);
  if (worker == NULL)
    {
      g_debug ("%s", reason->message);
      g_set_error (error, NK_WORK_ERROR, NK_WORK_ERROR_NOT_FOUND,
                   _("The program “%s” can’t be started. Please install Netzkarte again."), program);
    }
  return worker;
}

static GSource *
attach (GTask       *task,
        GSource     *source,
        GSourceFunc  function)
{
  g_source_set_callback (source, function, g_task_get_task_data (task), NULL);
  g_source_attach (source, g_task_get_context (task));
  return source;
}

void
nk_work_run_async (const char          *program,
                   GBytes              *job,
                   int                  seconds,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Run *run = g_new0 (Run, 1);
  GError *error = NULL;

  g_return_if_fail (seconds > 0);
  g_task_set_source_tag (task, nk_work_run_async);
  g_task_set_task_data (task, run, run_free);
  if (g_task_return_error_if_cancelled (task))
    return;
  run->worker = start (program, &error);
  if (run->worker == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  run->seconds = seconds;
  run->stop = g_cancellable_new ();
  run->timeout = attach (task, g_timeout_source_new_seconds ((guint) seconds), on_timeout);
  if (cancellable != NULL)
    run->cancelled = attach (task, g_cancellable_source_new (cancellable),
                             G_SOURCE_FUNC (on_cancelled));
  nk_talk_async (run->worker, job, run->stop, on_talked, g_object_ref (task));
}

GBytes *
nk_work_run_finish (GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Layouts */

static void
job_unref (gpointer job)
{
  nk_job_unref (job);
}

static void
answer_free (gpointer answer)
{
  nk_answer_free (answer);
}

static void
on_layout (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) reason = NULL;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = nk_work_run_finish (result, &error);
  NkAnswer *answer = NULL;

  if (bytes != NULL)
    {
      answer = nk_answer_from_data (bytes, g_task_get_task_data (task), &reason);
      if (answer == NULL)
        {
          g_debug ("%s", reason->message);
          error = error_of_answer ();
        }
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, answer_free);
}

void
nk_layout_run_async (const char          *program,
                     NkJob               *job,
                     int                  seconds,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *path = program != NULL ? g_strdup (program) : nk_program_path (LAYOUT_PROGRAM);
  GError *error = NULL;
  g_autoptr (GBytes) data = NULL;

  g_task_set_source_tag (task, nk_layout_run_async);
  g_task_set_task_data (task, nk_job_ref (job), job_unref);
  g_task_set_check_cancellable (task, FALSE);   /* the run itself says whether it was cancelled */
  if (path == NULL)
    {
      g_task_return_new_error (task, NK_WORK_ERROR, NK_WORK_ERROR_NOT_FOUND,
                               _("The program “%s” is missing. Please install Netzkarte again."),
                               LAYOUT_PROGRAM);
      return;
    }
  data = nk_job_to_data (job, &error);
  if (data == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  nk_work_run_async (path, data, seconds, cancellable, on_layout, g_steal_pointer (&task));
}

NkAnswer *
nk_layout_run_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
on_finished (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GAsyncResult **slot = data;

  *slot = g_object_ref (result);
}

NkAnswer *
nk_layout_run (const char    *program,
               NkJob         *job,
               int            seconds,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;
  NkAnswer *answer;

  g_main_context_push_thread_default (context);
  nk_layout_run_async (program, job, seconds, cancellable, on_finished, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  answer = nk_layout_run_finish (result, error);
  g_main_context_pop_thread_default (context);
  return answer;
}
