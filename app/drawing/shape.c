#include "drawing/shape.h"

#include "drawing/path.h"

#include <math.h>

/* How far the controls of a quarter circle lie from its ends, for radius 1. */
#define ARC 0.5523

#define CURVE_STEPS 6

NkBody
nk_item_body (const NkItem *item)
{
  return (NkBody) { item->shape, item->body_x, item->body_y, item->body_width, item->body_height,
                    item->unit };
}

void
nk_outline_start (NkOutline *outline,
                  double     x,
                  double     y)
{
  outline->start = (NkPoint) { x, y };
  outline->n = 0;
}

void
nk_outline_line (NkOutline *outline,
                 double     x,
                 double     y)
{
  g_assert (outline->n < NK_OUTLINE_PIECES);
  outline->pieces[outline->n++] = (NkPiece) { .curved = FALSE, .end = { x, y } };
}

void
nk_outline_curve (NkOutline *outline,
                  double     ax,
                  double     ay,
                  double     bx,
                  double     by,
                  double     x,
                  double     y)
{
  g_assert (outline->n < NK_OUTLINE_PIECES);
  outline->pieces[outline->n++] = (NkPiece) { TRUE, { ax, ay }, { bx, by }, { x, y } };
}

/* A quarter of an ellipse from where the outline is to x, y; it leaves upright if `upright`. */
static void
add_quarter (NkOutline *outline,
             gboolean   upright,
             double     x,
             double     y)
{
  NkPoint from = outline->n > 0 ? outline->pieces[outline->n - 1].end : outline->start;
  double dx = (x - from.x) * ARC;
  double dy = (y - from.y) * ARC;

  if (upright)
    nk_outline_curve (outline, from.x, from.y + dy, x - dx, y, x, y);
  else
    nk_outline_curve (outline, from.x + dx, from.y, x, y - dy, x, y);
}

static void
outline_box (const NkBody *body,
             double        radius,
             NkOutline    *outline)
{
  double r = MIN (radius, MIN (body->width, body->height) / 2);
  double left = body->x, right = body->x + body->width;
  double top = body->y, bottom = body->y + body->height;

  nk_outline_start (outline, left + r, top);
  nk_outline_line (outline, right - r, top);
  add_quarter (outline, FALSE, right, top + r);
  nk_outline_line (outline, right, bottom - r);
  add_quarter (outline, TRUE, right - r, bottom);
  nk_outline_line (outline, left + r, bottom);
  add_quarter (outline, FALSE, left, bottom - r);
  nk_outline_line (outline, left, top + r);
  add_quarter (outline, TRUE, left + r, top);
}

static void
outline_ellipse (const NkBody *body,
                 NkOutline    *outline)
{
  double cx = body->x + body->width / 2, cy = body->y + body->height / 2;

  nk_outline_start (outline, cx, body->y);
  add_quarter (outline, FALSE, body->x + body->width, cy);
  add_quarter (outline, TRUE, cx, body->y + body->height);
  add_quarter (outline, FALSE, body->x, cy);
  add_quarter (outline, TRUE, cx, body->y);
}

/* A box whose four sides come to a point: a true rhombus would waste three quarters of its area. */
static void
outline_diamond (const NkBody *body,
                 NkOutline    *outline)
{
  double dx = MIN (10 * body->unit, body->width * 0.25);
  double dy = MIN (5.5 * body->unit, body->height * 0.25);
  double left = body->x, right = body->x + body->width, cx = (left + right) / 2;
  double top = body->y, bottom = body->y + body->height, cy = (top + bottom) / 2;

  nk_outline_start (outline, cx, top);
  nk_outline_line (outline, right - dx, top + dy);
  nk_outline_line (outline, right, cy);
  nk_outline_line (outline, right - dx, bottom - dy);
  nk_outline_line (outline, cx, bottom);
  nk_outline_line (outline, left + dx, bottom - dy);
  nk_outline_line (outline, left, cy);
  nk_outline_line (outline, left + dx, top + dy);
  nk_outline_line (outline, cx, top);
}

static void
outline_hexagon (const NkBody *body,
                 NkOutline    *outline)
{
  double dx = MIN (9 * body->unit, body->width * 0.28);
  double left = body->x, right = body->x + body->width;
  double top = body->y, bottom = body->y + body->height, cy = (top + bottom) / 2;

  nk_outline_start (outline, left + dx, top);
  nk_outline_line (outline, right - dx, top);
  nk_outline_line (outline, right, cy);
  nk_outline_line (outline, right - dx, bottom);
  nk_outline_line (outline, left + dx, bottom);
  nk_outline_line (outline, left, cy);
  nk_outline_line (outline, left + dx, top);
}

static double
roof_height (const NkBody *body)
{
  return MIN (8 * body->unit, body->height * 0.4);
}

static void
outline_house (const NkBody *body,
               NkOutline    *outline)
{
  double roof = roof_height (body);
  double left = body->x, right = body->x + body->width;
  double top = body->y, bottom = body->y + body->height;

  nk_outline_start (outline, (left + right) / 2, top);
  nk_outline_line (outline, right, top + roof);
  nk_outline_line (outline, right, bottom);
  nk_outline_line (outline, left, bottom);
  nk_outline_line (outline, left, top + roof);
  nk_outline_line (outline, (left + right) / 2, top);
}

/* How much of the height the head takes, from its top to where it meets the shoulders. */
static double
head_height (const NkBody *body)
{
  return MIN (9 * body->unit, body->height * 0.5);
}

/* Head and shoulders in one line; the shoulders hold the name. */
static void
outline_person (const NkBody *body,
                NkOutline    *outline)
{
  double head = head_height (body);
  double r = MIN (head * 0.56, body->width * 0.3);
  double cx = body->x + body->width / 2, cy = body->y + r;
  double left = body->x, right = body->x + body->width;
  double top = body->y + head, bottom = body->y + body->height;
  double shoulder = MAX (MIN (MIN (8 * body->unit, bottom - top), body->width / 2 - r), 0);
  double neck = sqrt (MAX (r * r - (top - cy) * (top - cy), 0));

  nk_outline_start (outline, cx + neck, top);
  nk_outline_line (outline, right - shoulder, top);
  add_quarter (outline, FALSE, right, top + shoulder);
  nk_outline_line (outline, right, bottom);
  nk_outline_line (outline, left, bottom);
  nk_outline_line (outline, left, top + shoulder);
  add_quarter (outline, TRUE, left + shoulder, top);
  nk_outline_line (outline, cx - neck, top);
  nk_outline_curve (outline, cx - neck - r * 0.3, top - (top - cy) * 0.5,
                    cx - r, cy + r * 0.2, cx - r, cy);
  add_quarter (outline, TRUE, cx, cy - r);
  add_quarter (outline, FALSE, cx + r, cy);
  nk_outline_curve (outline, cx + r, cy + r * 0.2,
                    cx + neck + r * 0.3, top - (top - cy) * 0.5, cx + neck, top);
}

void
nk_body_outline (const NkBody *body,
                 NkOutline    *outline)
{
  switch (body->shape)
    {
    case NK_SHAPE_BOX: outline_box (body, 1.5 * body->unit, outline); break;
    case NK_SHAPE_ROUND: outline_box (body, 8 * body->unit, outline); break;
    case NK_SHAPE_ELLIPSE: outline_ellipse (body, outline); break;
    case NK_SHAPE_DIAMOND: outline_diamond (body, outline); break;
    case NK_SHAPE_HEXAGON: outline_hexagon (body, outline); break;
    case NK_SHAPE_HOUSE: outline_house (body, outline); break;
    case NK_SHAPE_PERSON: outline_person (body, outline); break;
    case NK_SHAPE_NONE:
    case NK_SHAPE_QUAD:
    default: nk_outline_start (outline, body->x, body->y); break;
    }
}

guint
nk_outline_polygon (const NkOutline *outline,
                    NkPoint          points[NK_POLYGON_POINTS])
{
  NkPoint from = outline->start;
  guint n = 0;

  for (guint i = 0; i < outline->n; i++)
    {
      const NkPiece *piece = &outline->pieces[i];
      NkPoint curve[4] = { from, piece->a, piece->b, piece->end };

      for (int step = 1; piece->curved && step < CURVE_STEPS; step++)
        points[n++] = nk_cubic_point (curve, step / (double) CURVE_STEPS);
      points[n++] = piece->end;
      from = piece->end;
    }
  return n;
}

gboolean
nk_polygon_contains (const NkPoint *points,
                     guint          n,
                     double         x,
                     double         y)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    if ((points[i].y > y) != (points[j].y > y)
        && x < (points[j].x - points[i].x) * (y - points[i].y) / (points[j].y - points[i].y)
                 + points[i].x)
      inside = !inside;
  return inside;
}

gboolean
nk_body_contains (const NkBody *body,
                  double        x,
                  double        y)
{
  NkOutline outline;
  NkPoint points[NK_POLYGON_POINTS];
  guint n;

  if (x < body->x || y < body->y || x > body->x + body->width || y > body->y + body->height)
    return FALSE;
  nk_body_outline (body, &outline);
  n = nk_outline_polygon (&outline, points);
  return n > 0 && nk_polygon_contains (points, n, x, y);
}

gboolean
nk_item_contains (const NkItem *item,
                  double        x,
                  double        y)
{
  NkBody body = nk_item_body (item);

  if (item->shape == NK_SHAPE_QUAD)
    return nk_polygon_contains (item->path, item->n_path, x, y);
  return nk_body_contains (&body, x, y);
}

gboolean
nk_body_exit (const NkBody *body,
              NkPoint       inside,
              NkPoint       outside,
              NkPoint      *exit)
{
  NkOutline outline;
  NkPoint points[NK_POLYGON_POINTS];
  double dx = outside.x - inside.x, dy = outside.y - inside.y, last = -1;
  guint n;

  nk_body_outline (body, &outline);
  n = nk_outline_polygon (&outline, points);
  for (guint i = 0, j = n - 1; i < n; j = i++)
    {
      double ex = points[i].x - points[j].x, ey = points[i].y - points[j].y;
      double cross = dx * ey - dy * ex, t, s;

      if (fabs (cross) < 1e-12)
        continue;
      t = ((points[j].x - inside.x) * ey - (points[j].y - inside.y) * ex) / cross;
      s = ((points[j].x - inside.x) * dy - (points[j].y - inside.y) * dx) / cross;
      if (t >= 0 && t <= 1 && s >= -1e-9 && s <= 1 + 1e-9)
        last = MAX (last, t);
    }
  if (last < 0)
    return FALSE;
  *exit = (NkPoint) { inside.x + last * dx, inside.y + last * dy };
  return TRUE;
}

/* How a shape makes room for words: the free rim at its sides and above and below, and by what it
 * grows while the corner of a line would stick out. */
static const struct { double side, rim, grow_x, grow_y; } rooms[] = {
  [NK_SHAPE_BOX] = { 4.5, 3, 0, 0 },
  [NK_SHAPE_ROUND] = { 5.5, 3, 1, 0.25 },
  [NK_SHAPE_ELLIPSE] = { 5, 2.5, 2, 1 },
  [NK_SHAPE_DIAMOND] = { 6, 4.5, 1, 0.5 },
  [NK_SHAPE_HEXAGON] = { 7, 3, 1, 0 },
  [NK_SHAPE_HOUSE] = { 4.5, 2.5, 0, 1 },
  [NK_SHAPE_PERSON] = { 4.5, 2.5, 1, 0 },
  [NK_SHAPE_NONE] = { 0, 0, 0, 0 },
  [NK_SHAPE_QUAD] = { 0, 0, 0, 0 },
};

/* The height of what stands above the words. */
static double
crown (const NkBody *body)
{
  if (body->shape == NK_SHAPE_HOUSE)
    return roof_height (body) * 0.75;
  if (body->shape == NK_SHAPE_PERSON)
    return head_height (body);
  return 0;
}

/* TRUE if every line, with a little air at its ends, lies in the shape. */
static gboolean
holds (const NkBody      *body,
       const NkLettering *lettering,
       double             text_x,
       double             text_y)
{
  const double air = 1.2;

  for (guint i = 0; i < nk_lettering_n_lines (lettering); i++)
    {
      double x, y, width, height, left, top, right, bottom;

      nk_lettering_line_box (lettering, i, &x, &y, &width, &height);
      left = text_x + x - air;
      top = text_y + y + 1;
      right = text_x + x + width + air;
      bottom = text_y + y + height - 1;
      if (!nk_body_contains (body, left, top) || !nk_body_contains (body, right, top)
          || !nk_body_contains (body, left, bottom) || !nk_body_contains (body, right, bottom))
        return FALSE;
    }
  return TRUE;
}

void
nk_shape_fit (NkShape            shape,
              const NkLettering *lettering,
              double            *width,
              double            *height,
              double            *text_x,
              double            *text_y)
{
  const double least_width = 24;
  double text_width, text_height;
  NkBody body = { .shape = shape, .unit = 1 };

  nk_lettering_size (lettering, &text_width, &text_height);
  body.width = MAX (text_width + 2 * rooms[shape].side, least_width);
  body.height = text_height + 2 * rooms[shape].rim;
  body.height += crown (&body);
  while (TRUE)
    {
      double top = crown (&body);

      *text_x = (body.width - text_width) / 2;
      *text_y = top + (body.height - top - text_height) / 2;
      if (rooms[shape].grow_x + rooms[shape].grow_y == 0
          || holds (&body, lettering, *text_x, *text_y))
        break;
      body.width += rooms[shape].grow_x;
      body.height += rooms[shape].grow_y;
    }
  *width = body.width;
  *height = body.height;
}
