#include "work/talk.h"

/* Three streams are served at once, since a worker may stop reading until somebody listens. */
typedef struct
{
  GOutputStream *answer, *complaint;
  guint under_way;            /* streams that have not come to their end */
  GError *error;              /* the first */
} Talk;

static void
talk_free (gpointer data)
{
  Talk *talk = data;

  g_object_unref (talk->answer);
  g_object_unref (talk->complaint);
  g_clear_error (&talk->error);
  g_free (talk);
}

/* Memory that grows to a limit: beyond it, there is none. */
static gpointer
grow_answer (gpointer data,
             gsize    size)
{
  return size <= NK_TALK_LONGEST_ANSWER ? g_try_realloc (data, size) : NULL;
}

static gpointer
grow_complaint (gpointer data,
                gsize    size)
{
  return size <= NK_TALK_LONGEST_COMPLAINT ? g_try_realloc (data, size) : NULL;
}

static void
end_stream (GTask *task)
{
  Talk *talk = g_task_get_task_data (task);

  if (--talk->under_way > 0)
    return;
  if (talk->error != NULL)
    g_task_return_error (task, g_steal_pointer (&talk->error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
on_told (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GTask) task = data;

  /* A worker may end, or say no, before it has heard all. */
  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL);
  end_stream (task);
}

static void
on_heard (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  Talk *talk = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      g_subprocess_force_exit (g_task_get_source_object (task));   /* so that the others end as well */
      if (talk->error == NULL)
        talk->error = g_steal_pointer (&error);
    }
  end_stream (task);
}

static void
splice (GTask               *task,
        GOutputStream       *to,
        GInputStream        *from,
        GAsyncReadyCallback  callback)
{
  g_output_stream_splice_async (to, from,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, g_task_get_cancellable (task), callback,
                                g_object_ref (task));
}

void
nk_talk_async (GSubprocess         *worker,
               GBytes              *job,
               GCancellable        *cancellable,
               GAsyncReadyCallback  callback,
               gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (worker, cancellable, callback, user_data);
  g_autoptr (GInputStream) told = g_memory_input_stream_new_from_bytes (job);
  Talk *talk = g_new0 (Talk, 1);

  g_task_set_source_tag (task, nk_talk_async);
  g_task_set_task_data (task, talk, talk_free);
  talk->answer = g_memory_output_stream_new (NULL, 0, grow_answer, g_free);
  talk->complaint = g_memory_output_stream_new (NULL, 0, grow_complaint, g_free);
  talk->under_way = 3;
  splice (task, g_subprocess_get_stdin_pipe (worker), told, on_told);
  splice (task, talk->answer, g_subprocess_get_stdout_pipe (worker), on_heard);
  splice (task, talk->complaint, g_subprocess_get_stderr_pipe (worker), on_heard);
}

gboolean
nk_talk_finish (GAsyncResult  *result,
                GBytes       **answer,
                GBytes       **complaint,
                GError       **error)
{
  GTask *task = G_TASK (result);
  Talk *talk = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, error))
    return FALSE;
  *answer = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (talk->answer));
  *complaint = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (talk->complaint));
  return TRUE;
}
