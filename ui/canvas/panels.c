#include "ui/canvas/panels.h"

/* So much larger they have to be in the other way, so that they don't change about at every move. */
#define BETTER 1.1

void
nk_panels_arrange (NkSession *session,
                   double     width,
                   double     height)
{
  NkScene *scene;
  double x, y, all_width, all_height, side_by_side, stacked;
  guint n = 0;

  if (nk_session_show (session) != NK_SHOW_PANELS)
    return;
  scene = nk_session_scene (session);
  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    n += nk_scene_item (scene, i)->type == NK_ITEM_PLANE;
  nk_scene_bounds (scene, &x, &y, &all_width, &all_height);
  if (n < 2 || all_width <= 0 || all_height <= 0)
    return;
  if (nk_session_stacked (session))
    {
      stacked = MIN (width / all_width, height / all_height);
      side_by_side = MIN (width / (all_width * n), height / (all_height / n));
      nk_session_set_stacked (session, side_by_side <= stacked * BETTER);
    }
  else
    {
      side_by_side = MIN (width / all_width, height / all_height);
      stacked = MIN (width / (all_width / n), height / (all_height * n));
      nk_session_set_stacked (session, stacked > side_by_side * BETTER);
    }
}
