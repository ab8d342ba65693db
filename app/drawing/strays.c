#include "drawing/strays.h"

#include "map/zones.h"

#include <math.h>

/* So many strays, or so large a part of all, and bands would say nothing. */
#define FEW 3
#define PART 0.25

static int
by_number (gconstpointer a,
           gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Where the fewest actors are on the wrong side of a line: `uppers` are the middles of those who
 * belong above it (or on it), `lowers` of those below. */
static double
best_line (GArray *uppers,
           GArray *lowers)
{
  double best = -INFINITY;
  guint most = lowers->len, above = 0;

  g_array_sort (uppers, by_number);
  g_array_sort (lowers, by_number);
  for (guint i = 0; i < uppers->len; i++)
    {
      double line = g_array_index (uppers, double, i);

      while (above < lowers->len && g_array_index (lowers, double, above) <= line)
        above++;
      if (i + 1 + lowers->len - above >= most)
        {
          most = i + 1 + lowers->len - above;
          best = line;
        }
    }
  return best;
}

static double
find_line (GArray    *actors,
           const int *bands,
           int        band)
{
  g_autoptr (GArray) uppers = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) lowers = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < actors->len; i++)
    {
      const NkBody *body = &g_array_index (actors, NkPlacedActor, i).body;
      double middle = body->y + body->height / 2;

      if (bands[i] > band)
        g_array_append_val (lowers, middle);
      else if (bands[i] >= 0)
        g_array_append_val (uppers, middle);
    }
  return best_line (uppers, lowers);
}

gboolean *
nk_strays_find (const NkMap *map,
                GArray      *actors,
                gboolean    *hold)
{
  guint n_levels = nk_map_count (map, NK_LEVEL), n = 0, n_strays = 0;
  g_autofree int *bands = g_new (int, actors->len + 1);
  gboolean *strays = g_new0 (gboolean, actors->len + 1);

  for (guint i = 0; i < actors->len; i++)
    {
      bands[i] = nk_actor_band (map, g_array_index (actors, NkPlacedActor, i).actor);
      n += bands[i] >= 0;
    }
  for (int band = 0; band + 1 < (int) n_levels; band++)
    {
      double line = find_line (actors, bands, band);

      for (guint i = 0; i < actors->len; i++)
        {
          const NkBody *body = &g_array_index (actors, NkPlacedActor, i).body;
          gboolean below = body->y + body->height / 2 > line;

          if (bands[i] >= 0 && below != (bands[i] > band))
            strays[i] = TRUE;
        }
    }
  for (guint i = 0; i < actors->len; i++)
    n_strays += strays[i];
  *hold = n_strays <= MAX (FEW, PART * n);
  return strays;
}
