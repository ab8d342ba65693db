#include "commands/arrange.h"

#include "drawing/view.h"
#include "work/client.h"

static NkJobSize *
measure_actors (const NkMap *map)
{
  guint n = nk_map_count (map, NK_ACTOR);
  NkJobSize *sizes = g_new (NkJobSize, n + 1);

  for (guint i = 0; i < n; i++)
    nk_view_actor_size (map, nk_map_at (map, NK_ACTOR, i), &sizes[i].width, &sizes[i].height);
  return sizes;
}

gboolean
nk_arrange (NkMap               *map,
            NkMethod             method,
            const NkJobOptions  *options,
            GError             **error)
{
  g_autofree NkJobSize *sizes = measure_actors (map);
  NkJobOptions measured = options != NULL ? *options : (NkJobOptions) { NULL };
  g_autoptr (NkJob) job = NULL;
  g_autoptr (NkAnswer) answer = NULL;
  g_autoptr (NkEdit) edit = NULL;

  measured.name_size = nk_view_name_size;
  measured.gutter = nk_view_gutter (map);
  job = nk_job_for_map (map, sizes, method, &measured);
  answer = nk_layout_run (NULL, job, NK_LAYOUT_TIME_LIMIT, NULL, error);
  if (answer == NULL)
    return FALSE;
  edit = nk_edit_from_answer (map, job, answer);
  return nk_map_apply (map, edit, error);
}
