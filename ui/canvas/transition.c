#include "ui/canvas/transition.h"

#include "drawing/painter.h"

#include <math.h>
#include <string.h>

#define MOST_PICTURES 1500      /* more actors, words and notes than this are bare boxes */
#define LARGEST_PICTURE 1000.0  /* device pixels a side */
#define TIE_SHARE .5f           /* of their ink: straight across everything they weigh more */
#define STILL 0.01              /* points: nobody sees who goes less far */

/* An item of the scene to which it goes, and where it comes from. */
typedef struct
{
  const NkItem *from;        /* NULL: it was not there */
  const NkItem *to;
  cairo_surface_t *picture;  /* NULL: not made yet */
} Part;

struct _NkTransition
{
  NkScene *from, *to;
  NkLook look;
  GArray *zones, *ties, *bodies;   /* Part */
  gboolean bare;
  double picture_scale;            /* device pixels a point, of pictures; 0: none yet */
};

/* One frame of it. */
typedef struct
{
  cairo_t *cr;
  cairo_matrix_t pixels;     /* of the canvas */
  double done;               /* share of the way */
  NkLook look;
  double picture_scale;
  int width, height;
  int device;
} Frame;

static double
between (double from,
         double to,
         double share)
{
  return from + (to - from) * share;
}

/* Making it */

static void
clear_part (gpointer data)
{
  g_clear_pointer (&((Part *) data)->picture, cairo_surface_destroy);
}

static GArray *
list_for (NkTransition *transition,
          const NkItem *item)
{
  switch (item->type)
    {
    case NK_ITEM_BAND:
    case NK_ITEM_DISTRICT:
    case NK_ITEM_PLANE:
      return transition->zones;
    case NK_ITEM_TIE:
      return transition->ties;
    case NK_ITEM_ACTOR:
    case NK_ITEM_LABEL:
    case NK_ITEM_NOTE:
    case NK_ITEM_LEGEND:
      break;
    }
  return transition->bodies;
}

/* The item's counterpart. What draws no record, such as a row of the legend, has none. */
static const NkItem *
counterpart (NkScene      *scene,
             const NkItem *item)
{
  const NkItem *found = nk_scene_find (scene, item->type, item->kind, item->id, item->plane);

  return found != NULL && found->plane == item->plane ? found : NULL;
}

static void
add_parts (NkTransition *transition)
{
  for (guint i = 0; i < nk_scene_n_items (transition->to); i++)
    {
      const NkItem *item = nk_scene_item (transition->to, i);
      Part part = { .from = counterpart (transition->from, item), .to = item };

      g_array_append_val (list_for (transition, item), part);
    }
  transition->bare = transition->bodies->len > MOST_PICTURES;
}

static gboolean
is_apart (const NkItem *item,
          const NkItem *other)
{
  return hypot (other->x - item->x, other->y - item->y) > STILL;
}

static gboolean
has_moves (const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      if (part->from != NULL && is_apart (part->from, part->to))
        return TRUE;
    }
  return FALSE;
}

/* So that boxes of one colour are filled at once. */
static int
compare_fills (gconstpointer a,
               gconstpointer b)
{
  return memcmp (&((const Part *) a)->to->fill, &((const Part *) b)->to->fill, sizeof (NkInk));
}

static GArray *
new_parts (void)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, clear_part);
  return parts;
}

NkTransition *
nk_transition_new (NkScene      *from,
                   NkScene      *to,
                   const NkLook *look)
{
  g_autoptr (NkTransition) transition = g_new0 (NkTransition, 1);

  transition->from = nk_scene_ref (from);
  transition->to = nk_scene_ref (to);
  transition->look = *look;
  transition->zones = new_parts ();
  transition->ties = new_parts ();
  transition->bodies = new_parts ();
  add_parts (transition);
  if (!has_moves (transition->bodies))
    return NULL;
  if (transition->bare)
    g_array_sort (transition->bodies, compare_fills);
  return g_steal_pointer (&transition);
}

void
nk_transition_free (NkTransition *transition)
{
  g_array_unref (transition->zones);
  g_array_unref (transition->ties);
  g_array_unref (transition->bodies);
  nk_scene_unref (transition->from);
  nk_scene_unref (transition->to);
  g_free (transition);
}

gboolean
nk_transition_fits (NkTransition *transition,
                    NkScene      *scene)
{
  for (guint i = 0; i < transition->bodies->len; i++)
    {
      const NkItem *item = g_array_index (transition->bodies, Part, i).to;
      const NkItem *other = counterpart (scene, item);

      if (item->type == NK_ITEM_ACTOR && (other == NULL || is_apart (item, other)))
        return FALSE;
    }
  return TRUE;
}

/* Painting a frame */

static void
set_ink (cairo_t *cr,
         NkInk    ink)
{
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, ink.alpha);
}

/* Where and how large the part is now. What was not there before stands where it will. */
static NkItem
item_now (const Part *part,
          double      done)
{
  const NkItem *from = part->from != NULL ? part->from : part->to;
  NkItem item = *part->to;

  item.x = between (from->x, item.x, done);
  item.y = between (from->y, item.y, done);
  item.width = between (from->width, item.width, done);
  item.height = between (from->height, item.height, done);
  item.body_x = between (from->body_x, item.body_x, done);
  item.body_y = between (from->body_y, item.body_y, done);
  item.body_width = between (from->body_width, item.body_width, done);
  item.body_height = between (from->body_height, item.body_height, done);
  item.text_x = between (from->text_x, item.text_x, done);
  item.text_y = between (from->text_y, item.text_y, done);
  return item;
}

static gboolean
is_in_view (const Frame  *frame,
            const NkItem *item)
{
  const NkLook *look = &frame->look;
  double x = look->x + item->x * look->scale, y = look->y + item->y * look->scale;

  return x < frame->width && y < frame->height && x + item->width * look->scale > 0
         && y + item->height * look->scale > 0;
}

static void
paint_zone (const Part *part,
            Frame      *frame)
{
  NkPaintOptions options = { .detail = frame->look.scale * frame->device };
  NkItem item = item_now (part, frame->done);
  g_autofree NkPoint *path = g_memdup2 (item.path, item.n_path * sizeof (NkPoint));

  item.path = path;
  if (part->from != NULL && part->from->n_path == item.n_path)
    for (guint i = 0; i < item.n_path; i++)
      {
        path[i].x = between (part->from->path[i].x, path[i].x, frame->done);
        path[i].y = between (part->from->path[i].y, path[i].y, frame->done);
      }
  if (is_in_view (frame, &item))
    nk_paint_item (&item, frame->cr, &options);
}

static NkPoint
end_now (const Part *part,
         gboolean    last,
         double      done)
{
  NkPoint from = part->from->path[last ? part->from->n_path - 1 : 0];
  NkPoint to = part->to->path[last ? part->to->n_path - 1 : 0];

  return (NkPoint) { between (from.x, to.x, done), between (from.y, to.y, done) };
}

static void
paint_tie (const Part *part,
           Frame      *frame)
{
  NkInk ink = part->to->stroke;
  NkPoint start, end;

  if (part->from == NULL || part->from->n_path == 0 || part->to->n_path == 0)
    return;
  start = end_now (part, FALSE, frame->done);
  end = end_now (part, TRUE, frame->done);
  cairo_move_to (frame->cr, start.x, start.y);
  cairo_line_to (frame->cr, end.x, end.y);
  ink.alpha *= TIE_SHARE;
  set_ink (frame->cr, ink);
  cairo_set_line_width (frame->cr, part->to->line_width);
  cairo_stroke (frame->cr);
}

static cairo_surface_t *
make_picture (const NkItem *item,
              double        scale)
{
  NkPaintOptions options = { .detail = scale };
  int width = (int) ceil (item->width * scale) + 2, height = (int) ceil (item->height * scale) + 2;
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (picture);

  cairo_translate (cr, 1, 1);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -item->x, -item->y);
  nk_paint_item (item, cr, &options);
  cairo_destroy (cr);
  return picture;
}

static void
paint_picture (Part         *part,
               const NkItem *item,
               Frame        *frame)
{
  const NkLook *look = &frame->look;
  double size = look->scale * frame->device / frame->picture_scale;
  cairo_t *cr = frame->cr;

  if (part->picture == NULL)
    part->picture = make_picture (part->to, frame->picture_scale);
  cairo_save (cr);
  cairo_set_matrix (cr, &frame->pixels);
  cairo_scale (cr, 1.0 / frame->device, 1.0 / frame->device);
  /* On whole pixels, where it is copied instead of computed. */
  cairo_translate (cr, round ((look->x + item->x * look->scale) * frame->device - size),
                   round ((look->y + item->y * look->scale) * frame->device - size));
  cairo_scale (cr, size, size);
  cairo_set_source_surface (cr, part->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  cairo_paint_with_alpha (cr, part->from != NULL ? 1 : frame->done);
  cairo_restore (cr);
}

static void
paint_body (Part  *part,
            Frame *frame)
{
  NkPaintOptions options = { .detail = frame->look.scale * frame->device };
  NkItem item = item_now (part, frame->done);

  if (!is_in_view (frame, &item))
    return;
  if (MAX (item.width, item.height) * frame->picture_scale > LARGEST_PICTURE)
    nk_paint_item (&item, frame->cr, &options);
  else
    paint_picture (part, &item, frame);
}

/* All boxes, without words, on whole pixels, a colour at a time. */
static void
paint_boxes (NkTransition *transition,
             Frame        *frame)
{
  const NkLook *look = &frame->look;
  cairo_t *cr = frame->cr;

  cairo_set_matrix (cr, &frame->pixels);
  for (guint i = 0; i < transition->bodies->len; i++)
    {
      const Part *part = &g_array_index (transition->bodies, Part, i);
      NkItem item = item_now (part, frame->done);

      if (item.type == NK_ITEM_ACTOR && is_in_view (frame, &item))
        cairo_rectangle (cr, round (look->x + item.body_x * look->scale),
                         round (look->y + item.body_y * look->scale),
                         MAX (round (item.body_width * look->scale), 1),
                         MAX (round (item.body_height * look->scale), 1));
      if (i + 1 == transition->bodies->len || compare_fills (part, part + 1) != 0)
        {
          set_ink (cr, item.fill);
          cairo_fill (cr);
        }
    }
}

static void
paint_paper (NkTransition *transition,
             const NkLook *end,
             Frame        *frame)
{
  const cairo_rectangle_t *from = &transition->look.paper, *to = &end->paper;
  NkInk ink = nk_scene_theme (transition->to)->paper;

  cairo_rectangle (frame->cr, between (from->x, to->x, frame->done),
                   between (from->y, to->y, frame->done),
                   between (from->width, to->width, frame->done),
                   between (from->height, to->height, frame->done));
  cairo_set_source_rgb (frame->cr, ink.red, ink.green, ink.blue);
  cairo_fill (frame->cr);
}

static void
paint_parts (NkTransition *transition,
             Frame        *frame)
{
  for (guint i = 0; i < transition->zones->len; i++)
    paint_zone (&g_array_index (transition->zones, Part, i), frame);
  if (transition->bare)
    {
      paint_boxes (transition, frame);
      return;
    }
  for (guint i = 0; i < transition->ties->len; i++)
    paint_tie (&g_array_index (transition->ties, Part, i), frame);
  for (guint i = 0; i < transition->bodies->len; i++)
    paint_body (&g_array_index (transition->bodies, Part, i), frame);
}

/* Slow, quick, slow. */
static double
eased (double time)
{
  return time < 0.5 ? 4 * time * time * time : 1 - pow (2 - 2 * time, 3) / 2;
}

void
nk_transition_snapshot (NkTransition *transition,
                        double        time,
                        const NkLook *look,
                        GtkSnapshot  *snapshot,
                        int           width,
                        int           height,
                        int           device)
{
  const NkLook *start = &transition->look;
  double done = eased (CLAMP (time, 0, 1));
  Frame frame = {
    .cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height)),
    .done = done,
    .look = { .x = between (start->x, look->x, done), .y = between (start->y, look->y, done),
              .scale = between (start->scale, look->scale, done) },
    .width = width, .height = height, .device = device,
  };

  if (transition->picture_scale == 0)
    transition->picture_scale = look->scale * device;
  frame.picture_scale = transition->picture_scale;
  cairo_get_matrix (frame.cr, &frame.pixels);
  cairo_translate (frame.cr, frame.look.x, frame.look.y);
  cairo_scale (frame.cr, frame.look.scale, frame.look.scale);
  paint_paper (transition, look, &frame);
  paint_parts (transition, &frame);
  cairo_destroy (frame.cr);
}
