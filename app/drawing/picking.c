#include "drawing/picking.h"

#include "drawing/path.h"
#include "drawing/shape.h"

#include <math.h>

static double
distance_to_segment (NkPoint p,
                     NkPoint a,
                     NkPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length2 : 0;

  t = CLAMP (t, 0, 1);
  return hypot (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

static double
distance_to_curve (NkPoint        p,
                   const NkPoint *c)
{
  const int steps = 24;
  double nearest = INFINITY;
  NkPoint from = c[0];

  for (int i = 1; i <= steps; i++)
    {
      NkPoint to = nk_cubic_point (c, i / (double) steps);

      nearest = MIN (nearest, distance_to_segment (p, from, to));
      from = to;
    }
  return nearest;
}

/* FALSE if a curve is farther away for sure: it lies within its controls. */
static gboolean
may_reach (NkPoint        p,
           const NkPoint *c,
           double         reach)
{
  return p.x + reach >= MIN (MIN (c[0].x, c[1].x), MIN (c[2].x, c[3].x))
         && p.x - reach <= MAX (MAX (c[0].x, c[1].x), MAX (c[2].x, c[3].x))
         && p.y + reach >= MIN (MIN (c[0].y, c[1].y), MIN (c[2].y, c[3].y))
         && p.y - reach <= MAX (MAX (c[0].y, c[1].y), MAX (c[2].y, c[3].y));
}

/* INFINITY for what is farther than `reach`, or the distance. */
static double
distance_to_path (const NkItem *item,
                  NkPoint       p,
                  double        reach)
{
  double nearest = INFINITY;

  if (item->curved)
    for (guint i = 0; i + 3 < item->n_path; i += 3)
      nearest = may_reach (p, item->path + i, reach)
                ? MIN (nearest, distance_to_curve (p, item->path + i)) : nearest;
  else
    for (guint i = 0; i + 1 < item->n_path; i++)
      nearest = MIN (nearest, distance_to_segment (p, item->path[i], item->path[i + 1]));
  return nearest;
}

/* How far a point is from a note's body; 0 within. */
static double
distance_to_body (const NkItem *item,
                  NkPoint       p)
{
  double dx = MAX (MAX (item->body_x - p.x, p.x - item->body_x - item->body_width), 0);
  double dy = MAX (MAX (item->body_y - p.y, p.y - item->body_y - item->body_height), 0);

  return hypot (dx, dy);
}

/* TRUE if the point is on what an item draws, taken as a box. */
static gboolean
covers (const NkItem *item,
        double        x,
        double        y)
{
  return x >= item->x && y >= item->y && x <= item->x + item->width && y <= item->y + item->height;
}

/* What lies at a point: how far it is, and its place from the top. */
typedef struct
{
  const NkItem *item;
  double distance;
  guint depth;
} Hit;

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *one = a, *other = b;

  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;
  return one->depth < other->depth ? -1 : one->depth > other->depth;
}

/* The tie or note that is meant by an item, and how far that is; INFINITY if none is, or none
 * within `reach`. */
static Hit
hit_line (const NkScene *scene,
          const NkItem  *item,
          double         x,
          double         y,
          double         reach,
          guint          depth)
{
  Hit hit = { item, INFINITY, depth };

  if (item->type == NK_ITEM_TIE)
    hit.distance = distance_to_path (item, (NkPoint) { x, y }, reach);
  else if (item->type == NK_ITEM_NOTE && item->kind == NK_NOTE)
    hit.distance = distance_to_body (item, (NkPoint) { x, y });
  else if (item->type == NK_ITEM_LABEL && item->kind == NK_TIE && covers (item, x, y))
    {
      hit.item = nk_scene_find (scene, NK_ITEM_TIE, NK_TIE, item->id, item->plane);
      hit.distance = 0;
    }
  return hit;
}

static void
add_lines (const NkScene *scene,
           const GArray  *numbers,
           double         x,
           double         y,
           double         reach,
           GPtrArray     *items)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = numbers->len; i-- > 0;)
    {
      Hit hit = hit_line (scene, nk_scene_item (scene, g_array_index (numbers, guint, i)), x, y,
                          reach, numbers->len - i);

      if (hit.distance <= reach)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  /* A tie may be there twice, by its line and by its name. */
  for (guint i = 0; i < hits->len; i++)
    {
      gpointer item = (gpointer) g_array_index (hits, Hit, i).item;

      if (!g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, item);
    }
}

GPtrArray *
nk_pick_all (const NkScene *scene,
             double         x,
             double         y,
             double         reach)
{
  g_autoptr (GArray) numbers = nk_scene_touching (scene, x - reach, y - reach,
                                                  2 * reach, 2 * reach);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = numbers->len; i-- > 0;)
    {
      const NkItem *item = nk_scene_item (scene, g_array_index (numbers, guint, i));

      if (item->type == NK_ITEM_ACTOR && nk_item_contains (item, x, y))
        g_ptr_array_add (items, (gpointer) item);
    }
  if (items->len == 0)
    add_lines (scene, numbers, x, y, reach, items);
  return items;
}

const NkItem *
nk_pick (const NkScene *scene,
         double         x,
         double         y,
         double         reach)
{
  g_autoptr (GPtrArray) items = nk_pick_all (scene, x, y, reach);

  return items->len > 0 ? g_ptr_array_index (items, 0) : NULL;
}

void
nk_pick_zone (const NkScene *scene,
              const NkMap   *map,
              double         x,
              double         y,
              int           *band,
              int           *district)
{
  const GArray *numbers = nk_scene_zones (scene);

  *band = *district = -1;
  for (guint i = 0; i < numbers->len; i++)
    {
      const NkItem *item = nk_scene_item (scene, g_array_index (numbers, guint, i));

      if (item->type == NK_ITEM_BAND && nk_item_contains (item, x, y))
        *band = nk_map_position (map, NK_LEVEL, item->id);
      else if (item->type == NK_ITEM_DISTRICT && nk_item_contains (item, x, y))
        *district = nk_map_position (map, NK_DISTRICT, item->id);
    }
}

int
nk_pick_plane (const NkScene *scene,
               double         x,
               double         y)
{
  const GArray *numbers = nk_scene_zones (scene);

  for (guint i = numbers->len; i-- > 0;)
    {
      const NkItem *item = nk_scene_item (scene, g_array_index (numbers, guint, i));

      if (item->type == NK_ITEM_PLANE && nk_item_contains (item, x, y))
        return item->plane;
    }
  return -1;
}

GPtrArray *
nk_pick_within (const NkScene *scene,
                double         x,
                double         y,
                double         width,
                double         height)
{
  g_autoptr (GArray) numbers = nk_scene_touching (scene, x, y, width, height);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < numbers->len; i++)
    {
      const NkItem *item = nk_scene_item (scene, g_array_index (numbers, guint, i));

      if ((item->type == NK_ITEM_ACTOR || (item->type == NK_ITEM_NOTE && item->kind == NK_NOTE))
          && item->body_x >= x && item->body_x + item->body_width <= x + width
          && item->body_y >= y && item->body_y + item->body_height <= y + height)
        g_ptr_array_add (items, (gpointer) item);
    }
  return items;
}

/* TRUE if some of a segment lies in a rectangle: by how much of it is left after each side (Liang and
 * Barsky). */
static gboolean
segment_enters (const cairo_rectangle_t *box,
                NkPoint                  a,
                NkPoint                  b)
{
  double ways[] = { a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y };
  double rooms[] = { a.x - box->x, box->x + box->width - a.x,
                     a.y - box->y, box->y + box->height - a.y };
  double from = 0, to = 1;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (ways[i] < 0)
      from = MAX (from, rooms[i] / ways[i]);
    else if (ways[i] > 0)
      to = MIN (to, rooms[i] / ways[i]);
    else if (rooms[i] < 0)
      return FALSE;
  return from <= to;
}

static gboolean
curve_enters (const cairo_rectangle_t *box,
              const NkPoint           *c)
{
  const int steps = 24;

  for (int i = 0; i < steps; i++)
    if (segment_enters (box, nk_cubic_point (c, i / (double) steps),
                        nk_cubic_point (c, (i + 1) / (double) steps)))
      return TRUE;
  return FALSE;
}

static gboolean
path_enters (const NkItem            *item,
             const cairo_rectangle_t *box)
{
  for (guint i = 0; item->curved && i + 3 < item->n_path; i += 3)
    if (curve_enters (box, item->path + i))
      return TRUE;
  for (guint i = 0; !item->curved && i + 1 < item->n_path; i++)
    if (segment_enters (box, item->path[i], item->path[i + 1]))
      return TRUE;
  return FALSE;
}

GPtrArray *
nk_pick_across (const NkScene *scene,
                double         x,
                double         y,
                double         width,
                double         height)
{
  g_autoptr (GArray) numbers = nk_scene_touching (scene, x, y, width, height);
  const cairo_rectangle_t box = { x, y, width, height };
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < numbers->len; i++)
    {
      const NkItem *item = nk_scene_item (scene, g_array_index (numbers, guint, i));

      if (item->type == NK_ITEM_TIE && path_enters (item, &box))
        g_ptr_array_add (items, (gpointer) item);
    }
  return items;
}
