#include "work/job.h"

G_DEFINE_QUARK (nk-work-error-quark, nk_work_error)

static const char *const method_names[] = {
  "levels", "free", "grid", "tidy", "circle", "radial", "hierarchy",
};
G_STATIC_ASSERT (G_N_ELEMENTS (method_names) == NK_N_METHODS);

const char *
nk_method_name (NkMethod method)
{
  g_return_val_if_fail ((guint) method < G_N_ELEMENTS (method_names), NULL);
  return method_names[method];
}

int
nk_method_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (method_names); i++)
    if (g_strcmp0 (name, method_names[i]) == 0)
      return (int) i;
  return -1;
}

NkJob *
nk_job_new (NkMethod method)
{
  NkJob *job = g_atomic_rc_box_new0 (NkJob);

  job->method = method;
  job->aspect = 1.3;
  job->gap_x = 15;
  job->gap_y = 28;
  job->zone_padding = 8;
  job->zone_header = 14;
  job->band_gap = 34;
  job->around = -1;
  job->districts = g_array_new (FALSE, TRUE, sizeof (NkJobDistrict));
  job->actors = g_array_new (FALSE, TRUE, sizeof (NkJobActor));
  job->ties = g_array_new (FALSE, TRUE, sizeof (NkJobTie));
  return job;
}

NkJob *
nk_job_ref (NkJob *job)
{
  return g_atomic_rc_box_acquire (job);
}

static void
job_clear (gpointer data)
{
  NkJob *job = data;

  g_array_unref (job->districts);
  g_array_unref (job->actors);
  g_array_unref (job->ties);
}

void
nk_job_unref (NkJob *job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

NkAnswer *
nk_answer_new (guint n)
{
  NkAnswer *answer = g_new0 (NkAnswer, 1);

  answer->positions = g_array_sized_new (FALSE, TRUE, sizeof (NkJobPosition), n);
  g_array_set_size (answer->positions, n);
  return answer;
}

void
nk_answer_free (NkAnswer *answer)
{
  if (answer == NULL)
    return;
  g_array_unref (answer->positions);
  g_free (answer);
}
