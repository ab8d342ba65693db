#include "ui/canvas/marks.h"

#include <math.h>

#define RIM 4.0             /* pixels from an actor's body */
#define HALO 6.0            /* its width */
#define PIN_HEAD 3.5
#define PIN_LENGTH 9.0
#define PIN_LEAST_WIDTH 16.0  /* of an actor that shows one */

typedef struct
{
  NkSession *session;
  const NkAccent *accent;
  cairo_t *cr;
  int width, height;
  double x, y;              /* the scene's origin, pixels */
  double scale;             /* pixels a point */
} Canvas;

NkMarks *
nk_marks_new (void)
{
  NkMarks *marks = g_new0 (NkMarks, 1);

  marks->moving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  marks->pinned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return marks;
}

void
nk_marks_free (NkMarks *marks)
{
  g_hash_table_unref (marks->moving);
  g_hash_table_unref (marks->pinned);
  g_free (marks);
}

/* The actor's body on the canvas; FALSE if nothing of it is in view. */
static gboolean
body_of (const Canvas      *canvas,
         const NkItem      *item,
         cairo_rectangle_t *body)
{
  *body = (cairo_rectangle_t) { canvas->x + item->body_x * canvas->scale,
                                canvas->y + item->body_y * canvas->scale,
                                item->body_width * canvas->scale,
                                item->body_height * canvas->scale };
  return body->x < canvas->width && body->y < canvas->height && body->x + body->width > 0
         && body->y + body->height > 0;
}

static void
add_rim (const Canvas            *canvas,
         const cairo_rectangle_t *body)
{
  cairo_t *cr = canvas->cr;
  double left = body->x, top = body->y, right = left + body->width, bottom = top + body->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, left, top, RIM, G_PI, 1.5 * G_PI);
  cairo_arc (cr, right, top, RIM, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, right, bottom, RIM, 0, 0.5 * G_PI);
  cairo_arc (cr, left, bottom, RIM, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
}

/* Its needle stands on the upper right corner of a body as wide as that. */
static void
draw_pin (cairo_t        *cr,
          const NkAccent *accent,
          double          right,
          double          top,
          double          width)
{
  double x = right - PIN_HEAD, y = top + 2, head = y - PIN_LENGTH;

  if (width < PIN_LEAST_WIDTH)
    return;
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x, head);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, head, PIN_HEAD, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &accent->ground);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &accent->pin);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
}

static void
paint_pin (const Canvas            *canvas,
           const cairo_rectangle_t *body)
{
  draw_pin (canvas->cr, canvas->accent, body->x + body->width, body->y, body->width);
}

void
nk_marks_snapshot_pin (GtkSnapshot    *snapshot,
                       const NkAccent *accent,
                       double          right,
                       double          top,
                       double          width)
{
  cairo_t *cr =
    gtk_snapshot_append_cairo (snapshot,
                               &GRAPHENE_RECT_INIT ((float) floor (right) - 4 * (float) PIN_HEAD,
                                                    (float) floor (top) - 2 * (float) PIN_LENGTH,
                                                    6 * (float) PIN_HEAD,
                                                    3 * (float) PIN_LENGTH));

  draw_pin (cr, accent, right, top, width);
  cairo_destroy (cr);
}

typedef void (*BodyFunc) (const Canvas            *canvas,
                          const cairo_rectangle_t *body);

/* Calls the function for the bodies of these actors that are in view; without those that `except`
 * has (or NULL), which are marked already. */
static void
for_bodies (const Canvas      *canvas,
            GHashTable        *ids,
            const NkSelection *except,
            BodyFunc           function)
{
  NkScene *scene = nk_session_scene (canvas->session);
  cairo_rectangle_t body;

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);

      if (item->type == NK_ITEM_ACTOR && g_hash_table_contains (ids, item->id)
          && body_of (canvas, item, &body)
          && (except == NULL || !nk_selection_contains (except, NK_ACTOR, item->id)))
        function (canvas, &body);
    }
}

void
nk_marks_snapshot (NkMarks     *marks,
                   NkSession   *session,
                   GtkSnapshot *snapshot,
                   int          width,
                   int          height)
{
  const NkCamera *camera = nk_session_camera (session);
  Canvas canvas = {
    .session = session, .accent = nk_accent (nk_session_theme (session)),
    .width = width, .height = height, .scale = nk_camera_scale (camera),
    .cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height)),
  };

  nk_camera_origin (camera, width, height, &canvas.x, &canvas.y);
  for_bodies (&canvas, marks->moving, NULL, add_rim);
  gdk_cairo_set_source_rgba (canvas.cr, &canvas.accent->wash);
  cairo_set_line_width (canvas.cr, HALO);
  cairo_stroke (canvas.cr);
  for_bodies (&canvas, marks->moving, nk_session_selection (session), add_rim);
  gdk_cairo_set_source_rgba (canvas.cr, &canvas.accent->line);
  cairo_set_line_width (canvas.cr, 1.5);
  cairo_stroke (canvas.cr);
  for_bodies (&canvas, marks->pinned, NULL, paint_pin);
  cairo_destroy (canvas.cr);
}
