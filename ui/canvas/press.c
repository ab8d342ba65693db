#include "ui/canvas/press.h"

#define REACH 6.0            /* pixels from a line that still mean it */

NkSession *
nk_press_session (const NkPress *press)
{
  return nk_canvas_session (press->canvas);
}

const NkMap *
nk_press_map (const NkPress *press)
{
  return nk_session_map (nk_press_session (press));
}

const NkItem *
nk_canvas_pick (NkCanvas *canvas,
                double    x,
                double    y)
{
  g_autoptr (GPtrArray) items = nk_canvas_pick_all (canvas, x, y);

  return items->len > 0 ? g_ptr_array_index (items, 0) : NULL;
}

GPtrArray *
nk_canvas_pick_all (NkCanvas *canvas,
                    double    x,
                    double    y)
{
  NkSession *session = nk_canvas_session (canvas);
  double scene_x, scene_y;

  nk_canvas_to_scene (canvas, x, y, &scene_x, &scene_y);
  return nk_pick_all (nk_session_scene (session), scene_x, scene_y,
                      REACH / nk_camera_scale (nk_session_camera (session)));
}

NkPoint
nk_press_now (const NkPress *press,
              double         dx,
              double         dy)
{
  NkPoint now;

  nk_canvas_to_scene (press->canvas, press->x + dx, press->y + dy, &now.x, &now.y);
  return now;
}

const NkItem *
nk_press_target (const NkPress *press,
                 double         dx,
                 double         dy)
{
  const NkItem *item = nk_canvas_pick (press->canvas, press->x + dx, press->y + dy);

  return item != NULL && item->kind == NK_ACTOR ? item : NULL;
}

NkPoint *
nk_press_bends (const NkPress *press,
                guint         *n)
{
  const NkItem *item = press->item;
  const NkRecord *tie = nk_map_find (nk_press_map (press), NK_TIE, item->id);
  const NkPoint *bends = nk_record_points (tie, NK_FIELD_BENDS, n);
  NkPoint *points;

  if (!nk_tie_bends (nk_press_session (press), item))
    *n = 0;
  points = g_new (NkPoint, *n);
  for (guint i = 0; i < *n; i++)
    nk_scene_from_map (press->scene, item->plane, bends[i].x, bends[i].y, &points[i].x,
                       &points[i].y);
  return points;
}

void
nk_press_lead_tie (const NkPress *press)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  const NkRecord *tie = nk_map_find (nk_press_map (press), NK_TIE, press->item->id);
  NkTieStyle style = nk_style_tie (nk_scene_theme (press->scene), nk_press_map (press), tie);

  gesture->ghost = nk_ghost_new (press->scene);
  nk_ghost_set_look (gesture->ghost, &style);
  nk_ghost_replace (gesture->ghost, press->item);
  nk_canvas_lift (press->canvas);
}

void
nk_press_map_offset (const NkPress *press,
                     double         dx,
                     double         dy,
                     double        *map_dx,
                     double        *map_dy)
{
  int plane = press->item->plane;
  double x, y, moved_x, moved_y;

  nk_scene_to_map (press->scene, plane, press->point.x, press->point.y, &x, &y);
  nk_scene_to_map (press->scene, plane, press->point.x + dx, press->point.y + dy, &moved_x,
                   &moved_y);
  *map_dx = moved_x - x;
  *map_dy = moved_y - y;
}
