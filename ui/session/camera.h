/* The camera: which part of the scene the canvas shows, and how large.
 *
 * Sizes go in small steps, so that each has a whole number by which painted tiles can be kept. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int step;      /* of size: 0 is 100 %, each 128 more double it */
  double x, y;   /* the point of the scene that is in the middle of the canvas */
} NkCamera;

/* Logical pixels a point of the scene; 4/3 at 100 %. */
double nk_camera_scale      (const NkCamera          *camera);
/* 1.0 is 100 %. */
double nk_camera_zoom       (const NkCamera          *camera);

/* Where the scene's origin lies on a canvas of this size: whole pixels. */
void   nk_camera_origin     (const NkCamera          *camera,
                             int                      width,
                             int                      height,
                             double                  *x,
                             double                  *y);

/* Sets the size to the step nearest to `zoom`, within bounds; what lies at x, y of the canvas
 * stays there. */
void   nk_camera_zoom_at    (NkCamera                *camera,
                             int                      width,
                             int                      height,
                             double                   x,
                             double                   y,
                             double                   zoom);

/* Moves the picture by pixels. */
void   nk_camera_pan        (NkCamera                *camera,
                             double                   dx,
                             double                   dy);

/* Shows all of an area, with a rim, but not larger than 150 %. */
void   nk_camera_fit        (NkCamera                *camera,
                             int                      width,
                             int                      height,
                             const cairo_rectangle_t *area);

/* Keeps some of an area in view. */
void   nk_camera_hold       (NkCamera                *camera,
                             int                      width,
                             int                      height,
                             const cairo_rectangle_t *area);

G_END_DECLS
