#include "ui/session/paper.h"

#define RIM 24.0
#define LEAST_WIDTH 842.0
#define LEAST_HEIGHT 595.0

cairo_rectangle_t
nk_paper_of (const NkScene *scene)
{
  cairo_rectangle_t paper;
  double x, y, width, height;

  nk_scene_bounds (scene, &x, &y, &width, &height);
  paper.width = MAX (width + 2 * RIM, LEAST_WIDTH);
  paper.height = MAX (height + 2 * RIM, LEAST_HEIGHT);
  paper.x = x + (width - paper.width) / 2;
  paper.y = y + (height - paper.height) / 2;
  return paper;
}

void
nk_paper_grow (cairo_rectangle_t *paper,
               const NkScene     *scene)
{
  double x, y, width, height, right, bottom;

  nk_scene_bounds (scene, &x, &y, &width, &height);
  if (!(width > 0))
    return;
  right = MAX (paper->x + paper->width, x + width + RIM);
  bottom = MAX (paper->y + paper->height, y + height + RIM);
  paper->x = MIN (paper->x, x - RIM);
  paper->y = MIN (paper->y, y - RIM);
  paper->width = right - paper->x;
  paper->height = bottom - paper->y;
}
