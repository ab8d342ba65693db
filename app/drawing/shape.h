/* Shapes: the outline of a body, the same for painting, picking, writing and for where ties end. */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

typedef struct
{
  NkShape shape;
  double x, y, width, height;   /* top left and size */
  double unit;                  /* as that of an item: details of a shape are as large */
} NkBody;

/* One piece of an outline: a straight line to `end`, or a cubic Bézier curve to it. */
typedef struct
{
  gboolean curved;
  NkPoint a, b;                 /* its controls, if it is curved */
  NkPoint end;
} NkPiece;

#define NK_OUTLINE_PIECES 12

typedef struct
{
  NkPoint start;
  guint n;
  NkPiece pieces[NK_OUTLINE_PIECES];
} NkOutline;

#define NK_POLYGON_POINTS (NK_OUTLINE_PIECES * 6 + 1)

/* The body of an item. */
NkBody   nk_item_body      (const NkItem    *item);

/* The closed outline of a body; empty (n is 0) for NK_SHAPE_NONE and NK_SHAPE_QUAD. */
void     nk_body_outline   (const NkBody    *body,
                            NkOutline       *outline);

/* Building blocks of outlines. */
void     nk_outline_start  (NkOutline       *outline,
                            double           x,
                            double           y);
void     nk_outline_line   (NkOutline       *outline,
                            double           x,
                            double           y);
void     nk_outline_curve  (NkOutline       *outline,
                            double           ax,
                            double           ay,
                            double           bx,
                            double           by,
                            double           x,
                            double           y);

/* The outline as a polygon, not closed by a last point; returns how many points it has. */
guint    nk_outline_polygon (const NkOutline *outline,
                             NkPoint          points[NK_POLYGON_POINTS]);

gboolean nk_polygon_contains (const NkPoint  *points,
                              guint           n,
                              double          x,
                              double          y);

gboolean nk_body_contains  (const NkBody    *body,
                            double           x,
                            double           y);
/* The same for the body of an item, a plane's quadrangle included. */
gboolean nk_item_contains  (const NkItem    *item,
                            double           x,
                            double           y);

/* Where the line from `inside` leaves the body on its way to `outside`, the last such point; FALSE
 * if it doesn't leave it. */
gboolean nk_body_exit      (const NkBody    *body,
                            NkPoint          inside,
                            NkPoint          outside,
                            NkPoint         *exit);

/* The smallest body that holds the lettering, and where the lettering's top left stands in it. */
void     nk_shape_fit      (NkShape            shape,
                            const NkLettering *lettering,
                            double            *width,
                            double            *height,
                            double            *text_x,
                            double            *text_y);

G_END_DECLS
