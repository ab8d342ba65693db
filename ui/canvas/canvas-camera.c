#include "ui/canvas/canvas-private.h"

#include "ui/canvas/anchor.h"
#include "ui/canvas/panels.h"

static void
move_camera (NkCanvas *canvas,
             NkCamera *camera,
             gboolean  fitted)
{
  cairo_rectangle_t paper;

  canvas->fitted = fitted;
  nk_session_paper (canvas->session, &paper);
  nk_camera_hold (camera, gtk_widget_get_width (GTK_WIDGET (canvas)),
                  gtk_widget_get_height (GTK_WIDGET (canvas)), &paper);
  nk_session_set_camera (canvas->session, camera);
}

void
nk_canvas_fit (NkCanvas *canvas)
{
  NkCamera camera = *nk_session_camera (canvas->session);
  int width = gtk_widget_get_width (GTK_WIDGET (canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (canvas));
  cairo_rectangle_t paper;

  canvas->fitted = TRUE;
  if (width <= 0 || height <= 0)
    return;
  nk_panels_arrange (canvas->session, width, MAX (height - canvas->covered, 1));
  nk_session_cut_paper (canvas->session);
  nk_session_paper (canvas->session, &paper);
  nk_camera_fit (&camera, width, MAX (height - canvas->covered, 1), &paper);
  camera.y += canvas->covered / 2.0 / nk_camera_scale (&camera);
  move_camera (canvas, &camera, TRUE);
}

void
nk_canvas_refit (NkCanvas *canvas)
{
  if (canvas->fitted)
    nk_canvas_fit (canvas);
}

void
nk_canvas_set_covered (NkCanvas *canvas,
                       int       covered)
{
  canvas->covered = covered;
}

void
nk_canvas_set_covered_above (NkCanvas *canvas,
                             int       covered)
{
  canvas->covered_above = covered;
}

double
nk_canvas_aspect (NkCanvas *canvas)
{
  int height = gtk_widget_get_height (GTK_WIDGET (canvas)) - canvas->covered;

  return gtk_widget_get_width (GTK_WIDGET (canvas)) / (double) MAX (height, 1);
}

void
nk_canvas_zoom_at (NkCanvas *canvas,
                   double    x,
                   double    y,
                   double    zoom)
{
  NkCamera camera = *nk_session_camera (canvas->session);

  nk_camera_zoom_at (&camera, gtk_widget_get_width (GTK_WIDGET (canvas)),
                     gtk_widget_get_height (GTK_WIDGET (canvas)), x, y, zoom);
  move_camera (canvas, &camera, FALSE);
}

void
nk_canvas_zoom_to (NkCanvas *canvas,
                   double    zoom)
{
  nk_canvas_zoom_at (canvas, gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0,
                     gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0, zoom);
}

void
nk_canvas_zoom_by (NkCanvas *canvas,
                   double    factor)
{
  nk_canvas_zoom_to (canvas, nk_camera_zoom (nk_session_camera (canvas->session)) * factor);
}

void
nk_canvas_pan (NkCanvas *canvas,
               double    dx,
               double    dy)
{
  NkCamera camera = *nk_session_camera (canvas->session);

  nk_camera_pan (&camera, dx, dy);
  move_camera (canvas, &camera, FALSE);
}

static void
go_to (NkCanvas                *canvas,
       const cairo_rectangle_t *area)
{
  nk_glide_to (canvas->glide, area, canvas->covered_above, canvas->covered);
}

void
nk_canvas_reveal (NkCanvas     *canvas,
                  NkRecordKind  kind,
                  const char   *id)
{
  g_autoptr (GPtrArray) items = nk_session_items (canvas->session, kind, id);
  const NkItem *item = items->len > 0 ? g_ptr_array_index (items, 0) : NULL;

  if (item != NULL)
    go_to (canvas, &(cairo_rectangle_t) { item->x, item->y, item->width, item->height });
}

void
nk_canvas_reveal_spot (NkCanvas     *canvas,
                       const NkSpot *spot)
{
  cairo_rectangle_t place = { 0 };

  nk_scene_from_map (nk_session_scene (canvas->session), spot->plane, spot->x, spot->y, &place.x,
                     &place.y);
  go_to (canvas, &place);
}

void
nk_canvas_come_to (NkCanvas     *canvas,
                   const NkItem *actor)
{
  go_to (canvas, &(cairo_rectangle_t) { actor->body_x, actor->body_y, actor->body_width,
                                        actor->body_height });
  nk_proxies_focus (canvas->proxies, actor);
}

void
nk_canvas_set_show (NkCanvas *canvas,
                    NkShow    show)
{
  g_autoptr (NkScene) before = nk_scene_ref (nk_session_scene (canvas->session));
  const NkItem *anchor = nk_anchor_find (canvas->session);
  NkCamera camera = *nk_session_camera (canvas->session);

  nk_canvas_cancel (canvas);
  nk_canvas_begin_transition (canvas);
  nk_session_set_show (canvas->session, show);
  if (canvas->fitted)
    {
      nk_canvas_fit (canvas);
      return;
    }
  nk_session_cut_paper (canvas->session);
  nk_anchor_hold (anchor, nk_session_scene (canvas->session), &camera);
  move_camera (canvas, &camera, FALSE);
}
