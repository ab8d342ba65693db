#include "drawing/ties.h"

#include "drawing/style.h"
#include "map/zones.h"

#include <string.h>

#define SIDE_BY_SIDE 5.5   /* points from tie to tie of one pair */

static const char *
end_of (const NkRecord *tie,
        NkField         end)
{
  return nk_record_text (tie, end);
}

/* TRUE if the tie runs from the lesser id to the greater one: the sides of a pair are counted that
 * way. */
static gboolean
runs_forward (const NkRecord *tie)
{
  return strcmp (end_of (tie, NK_FIELD_FROM), end_of (tie, NK_FIELD_TO)) <= 0;
}

static guint
pair_hash (gconstpointer tie)
{
  return g_str_hash (end_of (tie, NK_FIELD_FROM)) + g_str_hash (end_of (tie, NK_FIELD_TO));
}

static gboolean
pair_equal (gconstpointer a,
            gconstpointer b)
{
  const char *from = end_of (a, NK_FIELD_FROM), *to = end_of (a, NK_FIELD_TO);
  const char *other_from = end_of (b, NK_FIELD_FROM), *other_to = end_of (b, NK_FIELD_TO);

  return (g_str_equal (from, other_from) && g_str_equal (to, other_to))
         || (g_str_equal (from, other_to) && g_str_equal (to, other_from));
}

/* Where a tie is among those of its two actors. */
typedef struct
{
  guint pair;            /* the number of its pair */
  guint rank;            /* so many of the pair come before it */
} Turn;

/* An array of Turn, one for each tie; `counts` gets how many ties each pair has, as guint. */
static GArray *
find_turns (GPtrArray *ties,
            GArray    *counts)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new (pair_hash, pair_equal);
  GArray *turns = g_array_sized_new (FALSE, FALSE, sizeof (Turn), ties->len);

  for (guint i = 0; i < ties->len; i++)
    {
      guint pair = GPOINTER_TO_UINT (g_hash_table_lookup (pairs, ties->pdata[i]));
      const guint none = 0;
      Turn turn;

      if (pair == 0)
        {
          g_array_append_val (counts, none);
          pair = counts->len;
          g_hash_table_insert (pairs, ties->pdata[i], GUINT_TO_POINTER (pair));
        }
      turn = (Turn) { pair - 1, g_array_index (counts, guint, pair - 1)++ };
      g_array_append_val (turns, turn);
    }
  return turns;
}

static gboolean
is_loop (const NkRecord *tie)
{
  return g_str_equal (end_of (tie, NK_FIELD_FROM), end_of (tie, NK_FIELD_TO));
}

/* How far to its left the `rank`th of `n` ties of a pair runs. */
static double
side_of (const NkRecord *tie,
         guint           rank,
         guint           n,
         const NkBody   *from,
         const NkBody   *to)
{
  double room = 0.6 * MIN (from->height, to->height);
  double step = n > 1 ? MIN (SIDE_BY_SIDE, room / (n - 1)) : 0;
  double side = (rank - (n - 1) / 2.0) * step;

  return runs_forward (tie) ? side : -side;
}

/* Adds the item of a tie on its route. Takes the route. */
static void
add_tie (const NkDrawing *drawing,
         const NkRecord  *tie,
         int              plane,
         NkRoute          route)
{
  NkItem *item = nk_scene_add (drawing->scene, NK_ITEM_TIE, NK_TIE, nk_record_id (tie), plane);
  NkTieStyle style = nk_style_tie (drawing->theme, drawing->map, tie);

  nk_item_set_path (item, route.points, route.n, route.curved);
  item->stroke = style.ink;
  item->line = style.line;
  item->line_width = style.width;
  item->from_end = style.from_end;
  item->to_end = style.to_end;
  item->end_size = style.end_size;
  g_free (route.points);
}

/* The course of a tie, its bends where they lie in the scene; NULL: it has none there. */
static NkCourse
make_course (const NkDrawing   *drawing,
             const NkRecord    *tie,
             const NkBody      *from,
             const NkBody      *to,
             double             side,
             const NkTransform *transform)
{
  NkCourse course = { .from = from, .to = to, .side = side,
                      .width = nk_tie_width (drawing->theme,
                                             nk_record_integer (tie, NK_FIELD_STRENGTH)) };
  const NkPoint *bends = nk_record_points (tie, NK_FIELD_BENDS, &course.n_bends);

  if (transform == NULL)
    course.n_bends = 0;
  course.bends = course.n_bends > 0 ? g_new (NkPoint, course.n_bends) : NULL;
  for (guint i = 0; i < course.n_bends; i++)
    course.bends[i] = nk_transform_point (transform, bends[i].x, bends[i].y);
  return course;
}

/* The zone in which an end of a tie stands: a district's box, or the rest of a band; 0 if it is
 * beside all bands. */
static guint
zone_of (const NkMap    *map,
         const NkRecord *tie,
         NkField         end,
         int             district_level)
{
  const NkRecord *actor = nk_map_find (map, NK_ACTOR, end_of (tie, end));
  int band = nk_actor_band (map, actor), box = nk_actor_box (map, actor, district_level);
  guint n_boxes = nk_map_count (map, NK_DISTRICT) + 1;

  return band < 0 ? 0 : 1 + band * n_boxes + box + 1;
}

/* Says which courses belong together: those between the same two zones. */
static void
name_bundles (const NkMap *map,
              GPtrArray   *ties,
              GArray      *courses)
{
  const guint n_zones = nk_map_count (map, NK_LEVEL) * (nk_map_count (map, NK_DISTRICT) + 1) + 1;
  int district_level = nk_map_district_level (map);

  for (guint i = 0; i < courses->len; i++)
    {
      NkCourse *course = &g_array_index (courses, NkCourse, i);
      guint from = zone_of (map, ties->pdata[i], NK_FIELD_FROM, district_level);
      guint to = zone_of (map, ties->pdata[i], NK_FIELD_TO, district_level);

      if (from == 0 || to == 0 || from == to)
        continue;
      course->backward = from > to;
      course->bundle = MIN (from, to) * n_zones + MAX (from, to);
    }
}

/* Adds the courses of all ties but loops, and these ties, in their order, to `led`. */
static void
add_courses (const NkDrawing   *drawing,
             GPtrArray         *ties,
             const GArray      *turns,
             const GArray      *counts,
             NkStands          *stands,
             const NkTransform *transform,
             GArray            *courses,
             GPtrArray         *led)
{
  for (guint i = 0; i < ties->len; i++)
    {
      const NkRecord *tie = ties->pdata[i];
      const Turn *turn = &g_array_index (turns, Turn, i);
      guint n = g_array_index (counts, guint, turn->pair);
      const NkBody *from, *to;
      NkCourse course;

      if (is_loop (tie))
        continue;
      from = nk_stands_find (stands, end_of (tie, NK_FIELD_FROM));
      to = nk_stands_find (stands, end_of (tie, NK_FIELD_TO));
      course = make_course (drawing, tie, from, to, side_of (tie, turn->rank, n, from, to),
                            transform);
      g_array_append_val (courses, course);
      g_ptr_array_add (led, (gpointer) tie);
    }
}

/* Adds the items of all ties in their order, which is that of drawing. */
static void
add_ties (const NkDrawing *drawing,
          GPtrArray       *ties,
          const GArray    *turns,
          NkStands        *stands,
          int              plane,
          GArray          *routes)
{
  guint next = 0;

  for (guint i = 0; i < ties->len; i++)
    {
      const NkRecord *tie = ties->pdata[i];

      if (!is_loop (tie))
        add_tie (drawing, tie, plane, g_array_index (routes, NkRoute, next++));
      else
        add_tie (drawing, tie, plane,
                 nk_route_loop (nk_stands_find (stands, end_of (tie, NK_FIELD_FROM)),
                                g_array_index (turns, Turn, i).rank));
    }
}

void
nk_draw_ties (const NkDrawing   *drawing,
              GPtrArray         *ties,
              NkStands          *stands,
              gboolean           round,
              int                plane,
              const NkTransform *transform)
{
  NkRouting *routing = drawing->setting->routing;
  g_autoptr (GPtrArray) led = g_ptr_array_new ();
  g_autoptr (GArray) courses = nk_courses_new ();
  g_autoptr (GArray) routes = g_array_new (FALSE, FALSE, sizeof (NkRoute));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) turns = find_turns (ties, counts);

  add_courses (drawing, ties, turns, counts, stands, transform, courses, led);
  if (drawing->setting->bundle && round)
    name_bundles (drawing->map, led, courses);
  if (routing != NULL)
    nk_routing_lead (routing, led, stands, round, plane, courses, routes);
  else
    nk_courses_find (courses, round ? stands : NULL, routes);
  add_ties (drawing, ties, turns, stands, plane, routes);
}
