#include "work/map-job.h"

#include "map/zones.h"

#include "map/text.h"

#include <string.h>

/* How the drawing's boxes want to stand, points. */
#define GAP_X 15
#define GAP_Y 28

/* Around the name of a district. */
#define NAME_MARGIN 3

static gboolean
is_fixed (const NkRecord     *actor,
          const NkJobOptions *options)
{
  if (!nk_record_is_placed (actor))
    return FALSE;
  if (nk_record_boolean (actor, NK_FIELD_PINNED))
    return TRUE;
  return options != NULL
         && (options->only_new
             || (options->only != NULL
                 && !g_hash_table_contains (options->only, nk_record_id (actor))));
}

static NkJobActor
job_actor (const NkMap        *map,
           const NkRecord     *actor,
           int                 district_level,
           const NkJobSize    *size,
           const NkJobOptions *options)
{
  NkJobActor entry = {
    .width = CLAMP (size->width, 1, NK_JOB_LARGEST_BOX),
    .height = CLAMP (size->height, 1, NK_JOB_LARGEST_BOX),
    .placed = nk_record_is_placed (actor),
    .fixed = is_fixed (actor, options),
    .band = nk_actor_band (map, actor),
    .district = nk_actor_box (map, actor, district_level),
    .column = nk_map_position (map, NK_DISTRICT, nk_record_text (actor, NK_FIELD_DISTRICT)),
  };

  if (entry.placed)
    {
      entry.x = nk_record_number (actor, NK_FIELD_X);
      entry.y = nk_record_number (actor, NK_FIELD_Y);
    }
  if (entry.district >= 0)
    entry.column = -1;
  return entry;
}

/* A name as it is sorted: the same in every locale, Ä as A, and 10 after 9 by strverscmp (). */
static char *
sort_key (const NkRecord *actor)
{
  g_autofree char *ascii = g_str_to_ascii (nk_record_text (actor, NK_FIELD_NAME), "C");

  return g_ascii_strdown (ascii, -1);
}

static int
compare_keys (gconstpointer left,
              gconstpointer right,
              gpointer      user_data)
{
  char **keys = user_data;

  return strverscmp (keys[*(const int *) left], keys[*(const int *) right]);
}

/* Numbers the actors by their names. */
static void
set_order (const NkMap *map,
           NkJob       *job)
{
  guint n = job->actors->len;
  g_auto (GStrv) keys = g_new0 (char *, n + 1);
  g_autofree int *sorted = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      keys[i] = sort_key (nk_map_at (map, NK_ACTOR, i));
      sorted[i] = (int) i;
    }
  g_qsort_with_data (sorted, (int) n, sizeof (int), compare_keys, keys);
  for (guint i = 0; i < n; i++)
    g_array_index (job->actors, NkJobActor, sorted[i]).order = (int) i;
}

static void
add_districts (const NkMap        *map,
               NkJob              *job,
               const NkJobOptions *options)
{
  NkNameSize name_size = options != NULL ? options->name_size : NULL;

  g_array_set_size (job->districts, nk_map_count (map, NK_DISTRICT));
  for (guint i = 0; name_size != NULL && i < job->districts->len; i++)
    {
      NkJobDistrict *district = &g_array_index (job->districts, NkJobDistrict, i);
      double width, height;

      name_size (map, nk_map_at (map, NK_DISTRICT, i), &width, &height);
      district->name_width = CLAMP (width, 0, NK_JOB_LARGEST_BOX);
      job->zone_header = MAX (job->zone_header, MIN (height + NAME_MARGIN, 1000));
    }
}

static gboolean
is_directed (const NkMap    *map,
             const NkRecord *tie)
{
  const NkRecord *kind = nk_map_find (map, NK_KIND, nk_record_text (tie, NK_FIELD_KIND));

  return kind != NULL && nk_record_boolean (kind, NK_FIELD_DIRECTED);
}

static void
add_ties (const NkMap *map,
          NkJob       *job)
{
  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);
      NkJobTie entry = {
        .from = nk_map_position (map, NK_ACTOR, nk_record_text (tie, NK_FIELD_FROM)),
        .to = nk_map_position (map, NK_ACTOR, nk_record_text (tie, NK_FIELD_TO)),
        .weight = MAX (nk_record_integer (tie, NK_FIELD_STRENGTH), 1),
        .directed = is_directed (map, tie),
      };

      if (entry.from != entry.to)   /* a tie to itself pulls nowhere */
        g_array_append_val (job->ties, entry);
    }
}

NkJob *
nk_job_for_map (const NkMap        *map,
                const NkJobSize    *sizes,
                NkMethod            method,
                const NkJobOptions *options)
{
  NkJob *job = nk_job_new (method);
  int district_level = nk_map_district_level (map);

  job->gap_x = GAP_X;
  job->gap_y = GAP_Y;
  job->n_bands = (int) nk_map_count (map, NK_LEVEL);
  add_districts (map, job, options);
  if (options != NULL)
    {
      job->seed = options->seed;
      job->band_label = CLAMP (options->gutter, 0, 1000);
      if (options->aspect > 0)
        job->aspect = CLAMP (options->aspect, 0.05, 20);
    }
  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      NkJobActor entry = job_actor (map, nk_map_at (map, NK_ACTOR, i), district_level, &sizes[i],
                                    options);

      g_array_append_val (job->actors, entry);
    }
  set_order (map, job);
  add_ties (map, job);
  if (options != NULL && options->around != NULL)
    job->around = nk_map_position (map, NK_ACTOR, options->around);
  return job;
}

NkEdit *
nk_edit_from_answer (const NkMap    *map,
                     const NkJob    *job,
                     const NkAnswer *answer)
{
  NkEdit *edit = nk_edit_new (_("Lay out"));

  g_return_val_if_fail (nk_map_count (map, NK_ACTOR) == answer->positions->len, edit);
  for (guint i = 0; i < answer->positions->len; i++)
    {
      const NkJobActor *actor = nk_job_actor (job, i);
      const NkJobPosition *position = nk_answer_position (answer, i);

      if (!actor->fixed
          && !(actor->placed && actor->x == position->x && actor->y == position->y))
        nk_edit_set_place (edit, map, NK_ACTOR, nk_record_id (nk_map_at (map, NK_ACTOR, i)),
                           position->x, position->y);
    }
  return edit;
}
