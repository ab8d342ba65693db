#include "drawing/strays.h"

#include "map/zones.h"

#include <math.h>

/* So many strays, or so large a part of all, and bands would say nothing. */
#define FEW 3
#define PART 0.25

/* So large a part of them in the boxes of others, and boxes of districts would say nothing; a few
 * may be, but not of a few. */
#define MIXED 0.12
#define FEW_PART 0.25

/* In a district of so many some may be far from the others, and say nothing about where it is. */
#define LEAST_TO_TRIM 4

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

typedef struct
{
  double left, top, right, bottom;
} Box;

/* From where to where most of the numbers are: without the least and the greatest few. */
static void
find_span (GArray *numbers,
           double *low,
           double *high)
{
  guint few = numbers->len < LEAST_TO_TRIM ? 0 : MAX (1, numbers->len / 10);

  *low = INFINITY;
  *high = -INFINITY;
  if (numbers->len == 0)
    return;
  g_array_sort (numbers, by_number);
  *low = g_array_index (numbers, double, few);
  *high = g_array_index (numbers, double, numbers->len - 1 - few);
}

/* The box in which most actors of a district have their middles. */
static Box
find_box (GArray    *actors,
          const int *districts,
          int        district)
{
  g_autoptr (GArray) xs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ys = g_array_new (FALSE, FALSE, sizeof (double));
  Box box;

  for (guint i = 0; i < actors->len; i++)
    {
      const NkBody *body = &g_array_index (actors, NkPlacedActor, i).body;
      double x = body->x + body->width / 2, y = body->y + body->height / 2;

      if (districts[i] != district)
        continue;
      g_array_append_val (xs, x);
      g_array_append_val (ys, y);
    }
  find_span (xs, &box.left, &box.right);
  find_span (ys, &box.top, &box.bottom);
  return box;
}

/* TRUE unless too many actors of districts have their middles in the box of another district. */
static gboolean
districts_hold (const NkMap *map,
                GArray      *actors)
{
  int level = nk_map_district_level (map);
  int n_districts = (int) nk_map_count (map, NK_DISTRICT), n = 0, n_lost = 0;
  g_autofree Box *boxes = g_new (Box, n_districts + 1);
  g_autofree int *districts = g_new (int, actors->len + 1);

  for (guint i = 0; i < actors->len; i++)
    districts[i] = nk_actor_box (map, g_array_index (actors, NkPlacedActor, i).actor, level);
  for (int i = 0; i < n_districts; i++)
    boxes[i] = find_box (actors, districts, i);
  for (guint i = 0; i < actors->len; i++)
    {
      const NkBody *body = &g_array_index (actors, NkPlacedActor, i).body;
      double x = body->x + body->width / 2, y = body->y + body->height / 2;
      gboolean lost = FALSE;

      if (districts[i] < 0)
        continue;
      for (int k = 0; k < n_districts && !lost; k++)
        lost = k != districts[i] && x >= boxes[k].left && x <= boxes[k].right && y >= boxes[k].top
               && y <= boxes[k].bottom;
      n++;
      n_lost += lost;
    }
  return n_lost <= MAX (MIN (FEW, FEW_PART * n), MIXED * n);
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
  *hold = n_strays <= MAX (FEW, PART * n) && districts_hold (map, actors);
  return strays;
}
