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
  NkSession *session = nk_canvas_session (canvas);
  double scene_x, scene_y;

  nk_canvas_to_scene (canvas, x, y, &scene_x, &scene_y);
  return nk_pick (nk_session_scene (session), scene_x, scene_y,
                  REACH / nk_camera_scale (nk_session_camera (session)));
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

  nk_canvas_to_scene (press->canvas, press->x + dx, press->y + dy, &moved_x, &moved_y);
  nk_scene_to_map (press->scene, plane, press->point.x, press->point.y, &x, &y);
  nk_scene_to_map (press->scene, plane, moved_x, moved_y, &moved_x, &moved_y);
  *map_dx = moved_x - x;
  *map_dy = moved_y - y;
}
