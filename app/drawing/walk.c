#include "drawing/walk.h"

#include <math.h>

#define ROW 24.0         /* points; what lies within is read from left to right */
#define STEEPEST 2.0     /* how much farther aside than ahead somebody may be */
#define ASIDE 2.0        /* how much a point aside counts, by a point ahead */
#define OFF_MIDDLE 0.25  /* the same, of middles that are aside of each other */

static NkPoint
middle_of (const NkItem *item)
{
  return (NkPoint) { item->body_x + item->body_width / 2, item->body_y + item->body_height / 2 };
}

/* In space */

/* How far two stretches are from each other; 0 if they overlap. */
static double
gap (double a,
     double a_length,
     double b,
     double b_length)
{
  return MAX (MAX (b - a - a_length, a - b - b_length), 0);
}

/* How far an actor is in a direction: INFINITY for who is not there. */
static double
distance_toward (const NkItem *from,
                 const NkItem *to,
                 int           dx,
                 int           dy)
{
  NkPoint a = middle_of (from), b = middle_of (to);
  double ahead = (b.x - a.x) * dx + (b.y - a.y) * dy;
  double off = dx != 0 ? ABS (b.y - a.y) : ABS (b.x - a.x);
  double beside = gap (from->body_x, from->body_width, to->body_x, to->body_width);
  double below = gap (from->body_y, from->body_height, to->body_y, to->body_height);
  double aside = dx != 0 ? below : beside;

  if (ahead <= 0 || aside > STEEPEST * ahead)
    return INFINITY;
  return (dx != 0 ? beside : below) + ASIDE * aside + OFF_MIDDLE * off;
}

static const NkItem *
nearest_toward (const NkScene *scene,
                const NkItem  *from,
                int            dx,
                int            dy,
                gboolean       same_plane)
{
  const NkItem *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      double distance;

      if (item->type != NK_ITEM_ACTOR || item == from
          || (item->plane == from->plane) != same_plane)
        continue;
      distance = distance_toward (from, item, dx, dy);
      if (distance < least)
        {
          least = distance;
          nearest = item;
        }
    }
  return nearest;
}

const NkItem *
nk_walk_toward (const NkScene *scene,
                const NkItem  *from,
                int            dx,
                int            dy)
{
  const NkItem *item = nearest_toward (scene, from, dx, dy, TRUE);

  return item != NULL ? item : nearest_toward (scene, from, dx, dy, FALSE);
}

const NkItem *
nk_walk_nearest (const NkScene *scene,
                 double         x,
                 double         y)
{
  const NkItem *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      NkPoint middle = middle_of (item);
      double distance = hypot (middle.x - x, middle.y - y);

      if (item->type == NK_ITEM_ACTOR && distance < least)
        {
          least = distance;
          nearest = item;
        }
    }
  return nearest;
}

/* Along ties */

/* An actor of the net, once however often it is drawn. */
typedef struct
{
  const NkItem *item;   /* the first that draws it */
  GArray *neighbors;    /* of guint; NULL: none */
  gboolean met;
} Stop;

typedef struct
{
  GArray *stops;        /* of Stop, as one reads */
  GHashTable *numbers;  /* id → number + 1 */
} Net;

static int
compare_reading (gconstpointer a,
                 gconstpointer b)
{
  const NkItem *one = ((const Stop *) a)->item, *other = ((const Stop *) b)->item;
  double row = floor (middle_of (one).y / ROW), other_row = floor (middle_of (other).y / ROW);

  if (one->plane != other->plane)
    return one->plane < other->plane ? -1 : 1;
  if (row != other_row)
    return row < other_row ? -1 : 1;
  return one->body_x < other->body_x ? -1 : one->body_x > other->body_x;
}

static Stop *
stop_at (const Net *net,
         guint      number)
{
  return &g_array_index (net->stops, Stop, number);
}

static void
find_stops (Net           *net,
            const NkScene *scene)
{
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      Stop stop = { item, NULL, FALSE };

      if (item->type == NK_ITEM_ACTOR && g_hash_table_add (net->numbers, (char *) item->id))
        g_array_append_val (net->stops, stop);
    }
  g_array_sort (net->stops, compare_reading);
  for (guint i = 0; i < net->stops->len; i++)
    g_hash_table_insert (net->numbers, (char *) stop_at (net, i)->item->id,
                         GUINT_TO_POINTER (i + 1));
}

static void
add_neighbor (Net   *net,
              guint  of,
              guint  neighbor)
{
  Stop *stop = stop_at (net, of);

  if (stop->neighbors == NULL)
    stop->neighbors = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (stop->neighbors, neighbor);
}

static guint
number_of (const Net  *net,
           const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (net->numbers, id));
}

static void
find_neighbors (Net           *net,
                const NkScene *scene,
                const NkMap   *map)
{
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      const NkRecord *tie = item->type == NK_ITEM_TIE ? nk_map_find (map, NK_TIE, item->id) : NULL;
      guint from, to;

      if (tie == NULL)
        continue;
      from = number_of (net, nk_record_text (tie, NK_FIELD_FROM));
      to = number_of (net, nk_record_text (tie, NK_FIELD_TO));
      if (from == 0 || to == 0)
        continue;
      add_neighbor (net, from - 1, to - 1);
      add_neighbor (net, to - 1, from - 1);
    }
}

typedef struct
{
  const Net *net;
  NkPoint middle;
} Dial;

/* The angle at which a stop is seen, clockwise from above. */
static double
angle_of (const Dial *dial,
          guint       number)
{
  NkPoint middle = middle_of (stop_at (dial->net, number)->item);
  double angle = atan2 (middle.x - dial->middle.x, dial->middle.y - middle.y);

  return angle < 0 ? angle + 2 * G_PI : angle;
}

/* Last first: what is put on a pile last is taken first. */
static int
compare_counterclockwise (gconstpointer a,
                          gconstpointer b,
                          gpointer      user_data)
{
  guint one = *(const guint *) a, other = *(const guint *) b;
  double angle = angle_of (user_data, one), other_angle = angle_of (user_data, other);

  if (angle != other_angle)
    return angle > other_angle ? -1 : 1;
  return one > other ? -1 : one < other;
}

/* Meets all that ties lead to from one stop. */
static void
meet_from (Net       *net,
           guint      first,
           GPtrArray *order)
{
  g_autoptr (GArray) pile = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (pile, first);
  while (pile->len > 0)
    {
      guint number = g_array_index (pile, guint, pile->len - 1);
      Stop *stop = stop_at (net, number);
      Dial dial = { net, middle_of (stop->item) };

      g_array_set_size (pile, pile->len - 1);
      if (stop->met)
        continue;
      stop->met = TRUE;
      g_ptr_array_add (order, (gpointer) stop->item->id);
      if (stop->neighbors == NULL)
        continue;
      g_array_sort_with_data (stop->neighbors, compare_counterclockwise, &dial);
      g_array_append_vals (pile, stop->neighbors->data, stop->neighbors->len);
    }
}

GPtrArray *
nk_walk_order (const NkScene *scene,
               const NkMap   *map,
               const char    *start)
{
  GPtrArray *order = g_ptr_array_new ();
  g_autoptr (GArray) stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  Net net = { stops, numbers };

  find_stops (&net, scene);
  find_neighbors (&net, scene, map);
  if (number_of (&net, start) > 0)
    {
      meet_from (&net, number_of (&net, start) - 1, order);
      for (guint i = 0; i < stops->len; i++)
        if (!stop_at (&net, i)->met)
          meet_from (&net, i, order);
    }
  for (guint i = 0; i < stops->len; i++)
    g_clear_pointer (&stop_at (&net, i)->neighbors, g_array_unref);
  return order;
}
