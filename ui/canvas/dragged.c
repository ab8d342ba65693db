#include "ui/canvas/dragged.h"

typedef struct
{
  const NkItem *original;
  NkItem item;             /* a copy, moved; its path is its own */
  double from, to;         /* how much of the offset its beginning and its end follow: 0 or 1 */
} Part;

struct _NkDragged
{
  NkScene *scene;
  GPtrArray *parts;        /* Part */
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

static void
add_part (NkDragged    *dragged,
          guint         number,
          double        from,
          double        to)
{
  Part *part = g_new0 (Part, 1);

  part->original = nk_scene_item (dragged->scene, number);
  part->item = *part->original;
  part->item.path = g_memdup2 (part->original->path, part->original->n_path * sizeof (NkPoint));
  part->from = from;
  part->to = to;
  g_ptr_array_add (dragged->parts, part);
  g_hash_table_add (dragged->numbers, GINT_TO_POINTER (number));
  extend (&dragged->area, part->original);
}

static void
add_if_moved (NkDragged         *dragged,
              const NkMap       *map,
              const NkSelection *selection,
              guint              number)
{
  const NkItem *item = nk_scene_item (dragged->scene, number);

  if (item->kind == NK_ACTOR || item->kind == NK_NOTE)
    {
      if (nk_selection_contains (selection, item->kind, item->id))
        add_part (dragged, number, 1, 1);
    }
  else if (item->kind == NK_TIE)
    {
      const NkRecord *tie = nk_map_find (map, NK_TIE, item->id);
      gboolean from = nk_selection_contains (selection, NK_ACTOR,
                                             nk_record_text (tie, NK_FIELD_FROM));
      gboolean to = nk_selection_contains (selection, NK_ACTOR, nk_record_text (tie, NK_FIELD_TO));

      if (from || to)
        add_part (dragged, number, from, to);
    }
}

NkDragged *
nk_dragged_new (NkScene           *scene,
                const NkMap       *map,
                const NkSelection *selection)
{
  NkDragged *dragged = g_new0 (NkDragged, 1);

  dragged->scene = nk_scene_ref (scene);
  dragged->parts = g_ptr_array_new_with_free_func (part_free);
  dragged->numbers = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    add_if_moved (dragged, map, selection, i);
  return dragged;
}

void
nk_dragged_free (NkDragged *dragged)
{
  g_ptr_array_unref (dragged->parts);
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
move_part (NkDragged *dragged,
           Part      *part)
{
  const NkItem *original = part->original;
  NkPoint offset = offset_on_plane (dragged, original);
  double middle = (part->from + part->to) / 2;
  double x = offset.x * middle, y = offset.y * middle;

  part->item.x = original->x + x;
  part->item.y = original->y + y;
  part->item.body_x = original->body_x + x;
  part->item.body_y = original->body_y + y;
  part->item.text_x = original->text_x + x;
  part->item.text_y = original->text_y + y;
  for (guint i = 0; i < original->n_path; i++)
    {
      /* A line whose one end stays is drawn out along its length. */
      double along = original->n_path > 1 ? i / (original->n_path - 1.0) : 0;
      double share = part->from * (1 - along) + part->to * along;

      part->item.path[i].x = original->path[i].x + offset.x * share;
      part->item.path[i].y = original->path[i].y + offset.y * share;
    }
  if (part->from != part->to)
    {
      /* Its bounds grow by at most the whole offset to each side. */
      part->item.x = original->x - ABS (offset.x);
      part->item.y = original->y - ABS (offset.y);
      part->item.width = original->width + 2 * ABS (offset.x);
      part->item.height = original->height + 2 * ABS (offset.y);
    }
}

void
nk_dragged_move (NkDragged *dragged,
                 double     dx,
                 double     dy)
{
  dragged->dx = dx;
  dragged->dy = dy;
  for (guint i = 0; i < dragged->parts->len; i++)
    move_part (dragged, g_ptr_array_index (dragged->parts, i));
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
