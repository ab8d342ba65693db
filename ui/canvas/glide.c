#include "ui/canvas/glide.h"

#include <math.h>

#define DURATION 220000.0   /* µs */
#define LEAST_RIM 6.0       /* pixels round what can be seen well enough */
#define RIM 48.0            /* round what has been brought into view */

struct _NkGlide
{
  NkCanvas *canvas;
  guint tick;               /* 0: it rests */
  gint64 start;             /* frame time, 0 before the first */
  double dx, dy;            /* the whole way, pixels */
  double done_x, done_y;    /* what of it is done */
  NkCamera last;            /* as it was left */
};

static void
stop (NkGlide *glide)
{
  if (glide->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (glide->canvas), glide->tick);
  glide->tick = 0;
}

NkGlide *
nk_glide_new (NkCanvas *canvas)
{
  NkGlide *glide = g_new0 (NkGlide, 1);

  glide->canvas = canvas;
  return glide;
}

void
nk_glide_free (NkGlide *glide)
{
  stop (glide);
  g_free (glide);
}

static const NkCamera *
camera_of (NkGlide *glide)
{
  return nk_session_camera (nk_canvas_session (glide->canvas));
}

/* Goes on to a share of the way. */
static void
advance (NkGlide *glide,
         double   share)
{
  double x = glide->dx * share, y = glide->dy * share;

  nk_canvas_pan (glide->canvas, x - glide->done_x, y - glide->done_y);
  glide->done_x = x;
  glide->done_y = y;
  glide->last = *camera_of (glide);
}

static gboolean
was_moved (NkGlide *glide)
{
  const NkCamera *camera = camera_of (glide);

  return camera->step != glide->last.step || camera->x != glide->last.x
         || camera->y != glide->last.y;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  NkGlide *glide = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double left;

  if (glide->start == 0)
    glide->start = now;
  left = 1 - MIN ((now - glide->start) / DURATION, 1);
  if (was_moved (glide))
    left = 0;
  else
    advance (glide, 1 - left * left * left);
  if (left > 0)
    return G_SOURCE_CONTINUE;
  glide->tick = 0;
  return G_SOURCE_REMOVE;
}

/* How far the picture has to go along one axis, on which `from` to `to` is in view. */
static double
way (double start,
     double end,
     double from,
     double to)
{
  if (start >= from + LEAST_RIM && end <= to - LEAST_RIM)
    return 0;
  if (end - start > to - from - 2 * RIM)
    return (from + to - start - end) / 2;
  return start < from + RIM ? from + RIM - start : MIN (to - RIM - end, 0);
}

void
nk_glide_to (NkGlide                 *glide,
             const cairo_rectangle_t *area,
             int                      above,
             int                      below)
{
  GtkWidget *widget = GTK_WIDGET (glide->canvas);
  gboolean animates;
  double left, top, right, bottom;

  stop (glide);
  nk_canvas_from_scene (glide->canvas, area->x, area->y, &left, &top);
  nk_canvas_from_scene (glide->canvas, area->x + area->width, area->y + area->height, &right,
                        &bottom);
  glide->dx = way (left, right, 0, gtk_widget_get_width (widget));
  glide->dy = way (top, bottom, above, gtk_widget_get_height (widget) - below);
  glide->done_x = glide->done_y = 0;
  glide->start = 0;
  if (hypot (glide->dx, glide->dy) < 1)
    return;
  glide->last = *camera_of (glide);
  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &animates, NULL);
  if (animates)
    glide->tick = gtk_widget_add_tick_callback (widget, on_tick, glide, NULL);
  else
    advance (glide, 1);
}
