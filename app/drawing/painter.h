/* The painter: a scene on a Cairo surface. The only one; window, PDF, PNG and print all use it. */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

typedef struct
{
  /* Device pixels a point: what is too small to be seen is left out (labels under 6 px, outlines
   * and forms under 7 px, of all actors where a usual one is that small, arrow heads under 3 px).
   * 0: everything, for files. */
  double detail;
  gboolean text;              /* words as text (files) instead of as glyphs */
  GHashTable *without;        /* items left out, by GINT_TO_POINTER (number), or NULL */
} NkPaintOptions;

/* Paints what lies under a scene, over all of the surface. */
void nk_paint_paper (const NkScene        *scene,
                     cairo_t              *cr);

/* Paints the items that touch the rectangle (points; all of them if width is 0), in the current
 * matrix, over what is there. Any thread. */
void nk_paint_scene (const NkScene        *scene,
                     cairo_t              *cr,
                     const NkPaintOptions *options,
                     double                x,
                     double                y,
                     double                width,
                     double                height);

/* Paints one item in the current matrix: for what is dragged. */
void nk_paint_item  (const NkItem         *item,
                     cairo_t              *cr,
                     const NkPaintOptions *options);

/* Adds the outline of an item's body to the current path: for selection and hover. */
void nk_trace_body  (const NkItem         *item,
                     cairo_t              *cr);

/* How wide the rim of paper round an item's words is. */
double nk_halo_width (const NkItem       *item);

G_END_DECLS
