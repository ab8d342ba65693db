/* How long the scene of a map takes, with its ties led round boxes and with straight ones: one line
 * of JSON, milliseconds of the processor. The medians of rounds in which both take turns.
 *
 * Usage: bench-routes MAP ANSWER ROUNDS */
#include "maps.h"

#include "drawing/ties.h"
#include "drawing/typeface.h"
#include "drawing/view-private.h"

#include <stdlib.h>
#include <time.h>

static const NkViewSetting levels = { .show = NK_SHOW_LEVELS };

/* The map without its ties. */
static NkMap *
without_ties (const NkMap *map)
{
  g_autoptr (NkEdit) edit = nk_edit_new ("Remove the ties");
  g_autoptr (GError) error = NULL;
  NkMap *rest = nk_map_copy (map);

  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    nk_edit_remove (edit, map, NK_TIE, nk_record_id (nk_map_at (map, NK_TIE, i)));
  if (!nk_map_apply (rest, edit, &error))
    g_error ("%s", error->message);
  return rest;
}

/* Of the processor: others may be at work on this machine. */
static double
milliseconds (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double) at.tv_sec * 1e3 + (double) at.tv_nsec / 1e6;
}

static double
time_scene (const NkMap *map)
{
  double start = milliseconds ();

  nk_scene_unref (nk_view_scene (map, &levels));
  return milliseconds () - start;
}

/* The ties of a map alone, all straight. */
static double
time_straight_ties (const NkMap *map)
{
  const NkTransform same = nk_transform_scale (1, 0, 0);
  g_autoptr (NkScene) scene = nk_scene_new (NULL);
  NkDrawing drawing = { map, &levels, nk_theme (NULL), nk_typeface (), scene };
  g_autoptr (GArray) actors = nk_view_actors (&drawing);
  g_autoptr (GPtrArray) ties = nk_view_ties (&drawing);
  g_autoptr (NkStands) stands = nk_stands_new ();
  double start;

  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);

      nk_stands_add (stands, nk_record_id (placed->actor), &placed->body);
    }
  start = milliseconds ();
  nk_draw_ties (&drawing, ties, stands, FALSE, -1, &same);
  return milliseconds () - start;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const double *first = a, *second = b;

  return (*first > *second) - (*first < *second);
}

static double
median (GArray *times)
{
  g_array_sort (times, compare);
  return g_array_index (times, double, times->len / 2);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GArray) routed = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) straight = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (NkMap) map = NULL, rest = NULL;

  g_assert (argc == 4);
  map = bench_map_open (argv[1]);
  bench_map_lay_out (map, argv[2]);
  rest = without_ties (map);
  time_scene (map);   /* sets all names, which stay set */
  for (int i = 0; i < atoi (argv[3]); i++)
    {
      double all = time_scene (map);
      double plain = time_scene (rest) + time_straight_ties (map);

      g_array_append_val (routed, all);
      g_array_append_val (straight, plain);
    }
  g_print ("{\"ties\": %u, \"routed\": %.3f, \"straight\": %.3f}\n", nk_map_count (map, NK_TIE),
           median (routed), median (straight));
  return 0;
}
