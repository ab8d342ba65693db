#include "maps.h"

#include "drawing/view.h"
#include "files/store.h"
#include "work/map-job.h"

NkMap *
bench_map_open (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  NkMap *map = nk_store_open (file, NULL, &error);

  if (map == NULL)
    g_error ("%s", error->message);
  return map;
}

NkJob *
bench_map_job (const NkMap *map,
               NkMethod     method)
{
  guint n = nk_map_count (map, NK_ACTOR);
  g_autofree NkJobSize *sizes = g_new (NkJobSize, n + 1);

  for (guint i = 0; i < n; i++)
    nk_view_actor_size (map, nk_map_at (map, NK_ACTOR, i), &sizes[i].width, &sizes[i].height);
  return nk_job_for_map (map, sizes, method, NULL);
}

static NkAnswer *
read_answer (const char  *path,
             const NkJob *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) data = NULL;
  NkAnswer *answer = NULL;
  char *text;
  gsize length;

  if (g_file_get_contents (path, &text, &length, &error))
    {
      data = g_bytes_new_take (text, length);
      answer = nk_answer_from_data (data, job, &error);
    }
  if (answer == NULL)
    g_error ("%s", error->message);
  return answer;
}

void
bench_map_lay_out (NkMap      *map,
                   const char *answer)
{
  g_autoptr (NkJob) job = bench_map_job (map, NK_METHOD_LEVELS);
  g_autoptr (NkAnswer) places = read_answer (answer, job);
  g_autoptr (NkEdit) edit = nk_edit_from_answer (map, job, places);
  g_autoptr (GError) error = NULL;

  if (!nk_map_apply (map, edit, &error))
    g_error ("%s", error->message);
}
