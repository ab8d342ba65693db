#include "drawing/planes.h"

#include "map/schema.h"

guint
nk_planes_shown (const NkViewSetting *setting)
{
  guint planes = setting->planes & NK_ALL_PLANES;

  return planes != 0 ? planes : NK_ALL_PLANES;
}

int
nk_planes_count (guint planes)
{
  int n = 0;

  for (; planes != 0; planes >>= 1)
    n += planes & 1;
  return n;
}

int
nk_planes_first (guint planes)
{
  return g_bit_nth_lsf (planes, -1);
}

guint
nk_planes_parse (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint planes = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int plane = NK_N_DIMENSIONS - 1;

      g_strstrip (words[i]);
      while (plane >= 0 && !g_str_equal (words[i], nk_field_name (nk_dimensions[plane])))
        plane--;
      if (plane < 0)
        return 0;
      planes |= 1u << plane;
    }
  return planes != 0 ? planes : NK_ALL_PLANES;
}

guint
nk_planes_of (const NkRecord *record)
{
  guint planes = 0;

  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    if (nk_record_integer (record, nk_dimensions[i]) > 0)
      planes |= 1u << i;
  return planes;
}

static const NkRecord *
end_of (const NkMap    *map,
        const NkRecord *tie,
        NkField         end)
{
  return nk_map_find (map, NK_ACTOR, nk_record_text (tie, end));
}

/* The plane that two actors share most, or none. */
static guint
plane_shared_best (const NkRecord *from,
                   const NkRecord *to)
{
  guint best = 0;
  int most = 0;

  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    {
      int shared = MIN (nk_record_integer (from, nk_dimensions[i]),
                        nk_record_integer (to, nk_dimensions[i]));

      if (shared > most)
        {
          most = shared;
          best = 1u << i;
        }
    }
  return best;
}

guint
nk_planes_of_tie (const NkMap    *map,
                  const NkRecord *tie)
{
  const NkRecord *from = end_of (map, tie, NK_FIELD_FROM), *to = end_of (map, tie, NK_FIELD_TO);
  guint own = nk_planes_of (tie);
  guint planes = (own != 0 ? own : NK_ALL_PLANES) & nk_planes_of (from) & nk_planes_of (to);

  return planes != 0 ? planes : plane_shared_best (from, to);
}

guint
nk_panels_of_tie (const NkMap    *map,
                  const NkRecord *tie)
{
  guint own = nk_planes_of (tie);
  guint from = nk_planes_of (end_of (map, tie, NK_FIELD_FROM));
  guint to = nk_planes_of (end_of (map, tie, NK_FIELD_TO));

  if (own != 0)
    return own;
  if ((from & to) != 0)
    return from & to;
  return (from | to) != 0 ? from | to : NK_ALL_PLANES;
}
