#include "ui/canvas/spots.h"

#include "drawing/triangle.h"

gboolean
nk_spot_at (NkCanvas *canvas,
            double    x,
            double    y,
            NkSpot   *spot)
{
  NkSession *session = nk_canvas_session (canvas);
  const NkMap *map = nk_session_map (session);
  NkScene *scene = nk_session_scene (session);
  NkShow show = nk_session_show (session);
  NkGround ground;
  NkLanding landing;

  *spot = (NkSpot) { .band = -1, .district = -1, .plane = -1 };
  nk_canvas_to_scene (canvas, x, y, &x, &y);
  if (show == NK_SHOW_TRIANGLE)
    {
      spot->x = x;
      spot->y = y;
      spot->weighed = TRUE;
      nk_triangle_weights (scene, map, x, y, spot->weights);
      return TRUE;
    }
  if (show != NK_SHOW_LEVELS)
    {
      spot->plane = nk_pick_plane (scene, x, y);
      if (spot->plane < 0)
        return FALSE;
    }
  ground = nk_ground (map, scene);
  landing = nk_landing_at (&ground, spot->plane, x, y, NULL);
  spot->band = landing.band;
  spot->district = landing.district;
  nk_scene_to_map (scene, spot->plane, x, y, &spot->x, &spot->y);
  return TRUE;
}
