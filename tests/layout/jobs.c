#include "jobs.h"

NkJob *
job_with_zones (int n_bands,
                int n_districts)
{
  NkJob *job = nk_job_new (NK_METHOD_LEVELS);

  job->n_bands = n_bands;
  g_array_set_size (job->districts, n_districts);
  return job;
}

void
job_add_actor (NkJob  *job,
               double  width,
               double  height,
               int     band,
               int     district)
{
  NkJobActor actor = { .width = width, .height = height, .band = band, .district = district,
                       .column = -1 };

  g_array_append_val (job->actors, actor);
}

void
job_place_last (NkJob    *job,
                double    x,
                double    y,
                gboolean  fixed)
{
  NkJobActor *actor = &g_array_index (job->actors, NkJobActor, job->actors->len - 1);

  actor->x = x;
  actor->y = y;
  actor->placed = TRUE;
  actor->fixed = fixed;
}

void
job_add_tie (NkJob  *job,
             int     from,
             int     to,
             double  weight)
{
  NkJobTie tie = { from, to, weight };

  g_array_append_val (job->ties, tie);
}

NkJob *
job_at_random (int n_actors,
               int n_ties,
               int n_bands,
               int n_districts)
{
  NkJob *job = job_with_zones (n_bands, n_districts);

  for (int i = 0; i < n_actors; i++)
    job_add_actor (job, g_test_rand_double_range (40, 120), g_test_rand_double_range (20, 45),
                   g_test_rand_int_range (-1, n_bands), g_test_rand_int_range (-1, n_districts));
  for (int i = 0; i < n_ties; i++)
    {
      int from = g_test_rand_int_range (0, n_actors);
      int to = g_test_rand_int_range (0, n_actors);

      if (from != to)
        job_add_tie (job, from, to, g_test_rand_int_range (1, 4));
    }
  return job;
}
