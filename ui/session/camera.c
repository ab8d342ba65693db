#include "ui/session/camera.h"

#include <math.h>

#define STEPS 128.0               /* that double the size */
#define PIXELS_A_POINT (96.0 / 72.0)
#define LEAST_ZOOM 0.01
#define MOST_ZOOM 16.0
#define MOST_FIT_ZOOM 1.5
#define RIM 12                    /* pixels round what is fitted */
#define IN_VIEW 64                /* pixels of the area that stay in view */

double
nk_camera_zoom (const NkCamera *camera)
{
  return exp2 (camera->step / STEPS);
}

double
nk_camera_scale (const NkCamera *camera)
{
  return nk_camera_zoom (camera) * PIXELS_A_POINT;
}

void
nk_camera_origin (const NkCamera *camera,
                  int             width,
                  int             height,
                  double         *x,
                  double         *y)
{
  double scale = nk_camera_scale (camera);

  *x = round (width / 2.0 - camera->x * scale);
  *y = round (height / 2.0 - camera->y * scale);
}

static int
step_of (double zoom)
{
  return (int) lround (log2 (CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM)) * STEPS);
}

void
nk_camera_zoom_at (NkCamera *camera,
                   int       width,
                   int       height,
                   double    x,
                   double    y,
                   double    zoom)
{
  double before = nk_camera_scale (camera);
  double after;

  camera->step = step_of (zoom);
  after = nk_camera_scale (camera);
  camera->x += (x - width / 2.0) * (1 / before - 1 / after);
  camera->y += (y - height / 2.0) * (1 / before - 1 / after);
}

void
nk_camera_pan (NkCamera *camera,
               double    dx,
               double    dy)
{
  double scale = nk_camera_scale (camera);

  camera->x -= dx / scale;
  camera->y -= dy / scale;
}

void
nk_camera_fit (NkCamera                *camera,
               int                      width,
               int                      height,
               const cairo_rectangle_t *area)
{
  double scale = MIN ((width - 2 * RIM) / area->width, (height - 2 * RIM) / area->height);

  camera->step = step_of (MIN (scale / PIXELS_A_POINT, MOST_FIT_ZOOM));
  camera->x = area->x + area->width / 2;
  camera->y = area->y + area->height / 2;
}

/* The middle of the view along one axis, so that `length` from `start` on stays in sight. */
static double
hold (double middle,
      double view,
      double rim,
      double start,
      double length)
{
  return CLAMP (middle, start - view / 2 + rim, start + length + view / 2 - rim);
}

void
nk_camera_hold (NkCamera                *camera,
                int                      width,
                int                      height,
                const cairo_rectangle_t *area)
{
  double scale = nk_camera_scale (camera);
  double rim_x = MIN (IN_VIEW / scale, area->width);
  double rim_y = MIN (IN_VIEW / scale, area->height);

  camera->x = hold (camera->x, width / scale, rim_x, area->x, area->width);
  camera->y = hold (camera->y, height / scale, rim_y, area->y, area->height);
}
