#include "ui/canvas/dragged.h"

#include "drawing/shape.h"

#include <math.h>
#include <string.h>

#define BESIDE 7.0   /* from one line to the next between the same two actors, points */

/* Of a line or its name whose one end stays: a straight line from body to body, whatever way it went
 * before; where it ends is known only when the drag does. */
typedef struct
{
  const NkItem *from, *to; /* the actors, moved or as they are in the scene */
  double aside;            /* from the line of their middles, for several between one pair */
} Line;

typedef struct
{
  guint number;            /* in the scene */
  const NkItem *original;
  NkItem item;             /* a copy, moved; its path is its own */
  Line line;               /* without actors: it moves as a whole */
} Part;

struct _NkDragged
{
  NkScene *scene;
  GPtrArray *parts;        /* Part, in drawing order */
  GHashTable *bodies;      /* the Part of an actor on a plane by its item in the scene */
  GHashTable *numbers;
  cairo_rectangle_t area;
  double dx, dy;
};

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->item.path);
  g_free (part);
}

static void
extend (cairo_rectangle_t *area,
        const NkItem      *item)
{
  double right, bottom;

  if (area->width <= 0)
    {
      *area = (cairo_rectangle_t) { item->x, item->y, item->width, item->height };
      return;
    }
  right = MAX (area->x + area->width, item->x + item->width);
  bottom = MAX (area->y + area->height, item->y + item->height);
  area->x = MIN (area->x, item->x);
  area->y = MIN (area->y, item->y);
  area->width = right - area->x;
  area->height = bottom - area->y;
}

static Part *
add_part (NkDragged    *dragged,
          guint         number)
{
  Part *part = g_new0 (Part, 1);

  part->number = number;
  part->original = nk_scene_item (dragged->scene, number);
  part->item = *part->original;
  part->item.path = g_new (NkPoint, MAX (part->original->n_path, 2));
  if (part->original->n_path > 0)
    memcpy (part->item.path, part->original->path, part->original->n_path * sizeof (NkPoint));
  g_ptr_array_add (dragged->parts, part);
  g_hash_table_add (dragged->numbers, GINT_TO_POINTER (number));
  extend (&dragged->area, part->original);
  return part;
}

/* What moves as a whole. */
static void
add_if_selected (NkDragged         *dragged,
                 const NkSelection *selection,
                 guint              number)
{
  const NkItem *item = nk_scene_item (dragged->scene, number);
  Part *part;

  if ((item->kind != NK_ACTOR && item->kind != NK_NOTE)
      || !nk_selection_contains (selection, item->kind, item->id))
    return;
  part = add_part (dragged, number);
  if (item->type == NK_ITEM_ACTOR)
    g_hash_table_insert (dragged->bodies, (gpointer) item, part);
}

/* The body of an actor as it is drawn now, or NULL. */
static const NkItem *
body_of (NkDragged  *dragged,
         const char *actor,
         int         plane)
{
  const NkItem *item = nk_scene_find (dragged->scene, NK_ITEM_ACTOR, NK_ACTOR, actor, plane);
  Part *part = item != NULL ? g_hash_table_lookup (dragged->bodies, item) : NULL;

  return part != NULL ? &part->item : item;
}

static void
add_if_tied (NkDragged         *dragged,
             const NkMap       *map,
             const NkSelection *selection,
             guint              number)
{
  const NkItem *item = nk_scene_item (dragged->scene, number);
  const NkRecord *tie = item->kind == NK_TIE ? nk_map_find (map, NK_TIE, item->id) : NULL;
  const char *from, *to;
  gboolean from_moves, to_moves;
  Part *part;

  if (tie == NULL)
    return;
  from = nk_record_text (tie, NK_FIELD_FROM);
  to = nk_record_text (tie, NK_FIELD_TO);
  from_moves = nk_selection_contains (selection, NK_ACTOR, from);
  to_moves = nk_selection_contains (selection, NK_ACTOR, to);
  if (!from_moves && !to_moves)
    return;
  part = add_part (dragged, number);
  if (from_moves != to_moves)
    part->line = (Line) { body_of (dragged, from, item->plane), body_of (dragged, to, item->plane),
                          0 };
}

static int
by_number (gconstpointer a,
           gconstpointer b)
{
  const Part *first = *(Part *const *) a, *second = *(Part *const *) b;

  return (first->number > second->number) - (first->number < second->number);
}

static gboolean
is_line (const Part *part)
{
  return part->line.from != NULL && part->line.to != NULL;
}

/* Puts the lines between one pair of actors side by side. */
static void
spread_pair (GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = g_ptr_array_index (parts, i);
      /* As seen from the same end. */
      double side = part->line.from < part->line.to ? 1 : -1;

      part->line.aside = side * (i - (parts->len - 1) / 2.0) * BESIDE * part->item.unit;
    }
}

static void
spread_lines (NkDragged *dragged)
{
  g_autoptr (GHashTable) pairs =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer parts;

  for (guint i = 0; i < dragged->parts->len; i++)
    {
      Part *part = g_ptr_array_index (dragged->parts, i);
      const Line *line = &part->line;
      char *pair;

      if (!is_line (part) || part->item.type != NK_ITEM_TIE)
        continue;
      pair = g_strdup_printf ("%p %p", (const void *) MIN (line->from, line->to),
                              (const void *) MAX (line->from, line->to));
      parts = g_hash_table_lookup (pairs, pair);
      if (parts == NULL)
        g_hash_table_insert (pairs, g_strdup (pair), parts = g_ptr_array_new ());
      g_ptr_array_add (parts, part);
      g_free (pair);
    }
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, NULL, &parts))
    spread_pair (parts);
}

NkDragged *
nk_dragged_new (NkScene           *scene,
                const NkMap       *map,
                const NkSelection *selection)
{
  NkDragged *dragged = g_new0 (NkDragged, 1);

  dragged->scene = nk_scene_ref (scene);
  dragged->parts = g_ptr_array_new_with_free_func (part_free);
  dragged->bodies = g_hash_table_new (NULL, NULL);
  dragged->numbers = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    add_if_selected (dragged, selection, i);
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    add_if_tied (dragged, map, selection, i);
  spread_lines (dragged);
  g_ptr_array_sort (dragged->parts, by_number);
  return dragged;
}

void
nk_dragged_free (NkDragged *dragged)
{
  g_ptr_array_unref (dragged->parts);
  g_hash_table_unref (dragged->bodies);
  g_hash_table_unref (dragged->numbers);
  nk_scene_unref (dragged->scene);
  g_free (dragged);
}

GHashTable *
nk_dragged_numbers (NkDragged *dragged)
{
  return dragged->numbers;
}

const cairo_rectangle_t *
nk_dragged_area (NkDragged *dragged)
{
  return &dragged->area;
}

/* How far the middle of the item goes on its plane when it goes dx, dy on the map. */
static NkPoint
offset_on_plane (NkDragged    *dragged,
                 const NkItem *item)
{
  double x = item->x + item->width / 2, y = item->y + item->height / 2;
  double map_x, map_y, moved_x, moved_y;

  nk_scene_to_map (dragged->scene, item->plane, x, y, &map_x, &map_y);
  nk_scene_from_map (dragged->scene, item->plane, map_x + dragged->dx, map_y + dragged->dy,
                     &moved_x, &moved_y);
  return (NkPoint) { moved_x - x, moved_y - y };
}

static void
move_whole (NkDragged *dragged,
            Part      *part)
{
  const NkItem *original = part->original;
  NkPoint offset = offset_on_plane (dragged, original);

  part->item.x = original->x + offset.x;
  part->item.y = original->y + offset.y;
  part->item.body_x = original->body_x + offset.x;
  part->item.body_y = original->body_y + offset.y;
  part->item.text_x = original->text_x + offset.x;
  part->item.text_y = original->text_y + offset.y;
  for (guint i = 0; i < original->n_path; i++)
    part->item.path[i] = (NkPoint) { original->path[i].x + offset.x,
                                     original->path[i].y + offset.y };
}

static NkPoint
middle_of (const NkItem *item)
{
  return (NkPoint) { item->body_x + item->body_width / 2, item->body_y + item->body_height / 2 };
}

/* From where to where a line goes now, outside the two bodies. */
static void
find_ends (const Line *line,
           NkPoint    *from,
           NkPoint    *to)
{
  NkBody from_body = nk_item_body (line->from), to_body = nk_item_body (line->to);
  NkPoint start = middle_of (line->from), end = middle_of (line->to);
  double length = hypot (end.x - start.x, end.y - start.y);

  if (length > 0)
    {
      double x = -(end.y - start.y) / length * line->aside;
      double y = (end.x - start.x) / length * line->aside;

      start = (NkPoint) { start.x + x, start.y + y };
      end = (NkPoint) { end.x + x, end.y + y };
    }
  if (!nk_body_exit (&from_body, start, end, from))
    *from = start;
  if (!nk_body_exit (&to_body, end, start, to))
    *to = end;
}

static void
draw_line (Part *part)
{
  NkItem *item = &part->item;
  double rim = item->line_width + 2 * item->end_size;
  NkPoint *path = item->path;

  find_ends (&part->line, &path[0], &path[1]);
  item->n_path = 2;
  item->curved = FALSE;
  item->x = MIN (path[0].x, path[1].x) - rim;
  item->y = MIN (path[0].y, path[1].y) - rim;
  item->width = fabs (path[1].x - path[0].x) + 2 * rim;
  item->height = fabs (path[1].y - path[0].y) + 2 * rim;
}

/* The name of a line stands on its middle. */
static void
move_name (Part *part)
{
  const NkItem *original = part->original;
  NkPoint from, to;
  double x, y;

  find_ends (&part->line, &from, &to);
  x = (from.x + to.x - original->width) / 2 - original->x;
  y = (from.y + to.y - original->height) / 2 - original->y;
  part->item.x = original->x + x;
  part->item.y = original->y + y;
  part->item.body_x = original->body_x + x;
  part->item.body_y = original->body_y + y;
  part->item.text_x = original->text_x + x;
  part->item.text_y = original->text_y + y;
}

void
nk_dragged_move (NkDragged *dragged,
                 double     dx,
                 double     dy)
{
  dragged->dx = dx;
  dragged->dy = dy;
  /* Lines come after the bodies between which they are. */
  for (int lines = 0; lines <= 1; lines++)
    for (guint i = 0; i < dragged->parts->len; i++)
      {
        Part *part = g_ptr_array_index (dragged->parts, i);

        if (is_line (part) != lines)
          continue;
        if (!lines)
          move_whole (dragged, part);
        else if (part->item.type == NK_ITEM_TIE)
          draw_line (part);
        else
          move_name (part);
      }
}

void
nk_dragged_offset (NkDragged *dragged,
                   double    *dx,
                   double    *dy)
{
  *dx = dragged->dx;
  *dy = dragged->dy;
}

guint
nk_dragged_n_items (NkDragged *dragged)
{
  return dragged->parts->len;
}

const NkItem *
nk_dragged_item (NkDragged *dragged,
                 guint      i)
{
  return &((Part *) g_ptr_array_index (dragged->parts, i))->item;
}

void
nk_dragged_bounds (NkDragged         *dragged,
                   cairo_rectangle_t *bounds)
{
  *bounds = (cairo_rectangle_t) { 0 };
  for (guint i = 0; i < dragged->parts->len; i++)
    extend (bounds, nk_dragged_item (dragged, i));
}
