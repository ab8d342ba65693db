#include "map/zones.h"

int
nk_map_district_level (const NkMap *map)
{
  guint n_levels = nk_map_count (map, NK_LEVEL);
  g_autofree guint *counts = g_new0 (guint, n_levels + 1);
  int best = -1;

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);
      int band = nk_actor_band (map, actor);

      if (band >= 0 &&
          nk_map_find (map, NK_DISTRICT, nk_record_text (actor, NK_FIELD_DISTRICT)) != NULL)
        counts[band]++;
    }
  for (guint band = 0; band < n_levels; band++)
    if (counts[band] > 0 && (best < 0 || counts[band] >= counts[best]))
      best = band;
  return best;
}

int
nk_actor_band (const NkMap    *map,
               const NkRecord *actor)
{
  return nk_map_position (map, NK_LEVEL, nk_record_text (actor, NK_FIELD_LEVEL));
}

int
nk_actor_box (const NkMap    *map,
              const NkRecord *actor,
              int             district_level)
{
  if (district_level < 0 || nk_actor_band (map, actor) != district_level)
    return -1;
  return nk_map_position (map, NK_DISTRICT, nk_record_text (actor, NK_FIELD_DISTRICT));
}
