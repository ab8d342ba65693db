#include "drawing/ends.h"

#include "drawing/path.h"
#include "drawing/style.h"

#include <math.h>
#include <string.h>

/* A mark is drawn in its own coordinates: the tip at 0, 0, the line coming from the right along the
 * x axis; `place` turns it to where it belongs. */
typedef struct
{
  NkPoint tip;
  double dx, dy;      /* unit vector from the tip back along the line */
} Frame;

static NkPoint
place (const Frame *frame,
       double       along,
       double       across)
{
  return (NkPoint) { frame->tip.x + frame->dx * along - frame->dy * across,
                     frame->tip.y + frame->dy * along + frame->dx * across };
}

static void
start_at (NkOutline   *outline,
          const Frame *frame,
          double       along,
          double       across)
{
  NkPoint p = place (frame, along, across);

  nk_outline_start (outline, p.x, p.y);
}

static void
line_to (NkOutline   *outline,
         const Frame *frame,
         double       along,
         double       across)
{
  NkPoint p = place (frame, along, across);

  nk_outline_line (outline, p.x, p.y);
}

static NkOutline *
next_part (NkMark   *mark,
           gboolean  closed)
{
  mark->closed[mark->n] = closed;
  return &mark->parts[mark->n++];
}

static void
add_triangle (NkMark      *mark,
              const Frame *frame,
              double       tip,
              double       length,
              double       half)
{
  NkOutline *part = next_part (mark, TRUE);

  start_at (part, frame, tip, 0);
  line_to (part, frame, tip + length, half);
  line_to (part, frame, tip + length, -half);
}

static void
add_bar (NkMark      *mark,
         const Frame *frame,
         double       along,
         double       half)
{
  NkOutline *part = next_part (mark, FALSE);

  start_at (part, frame, along, half);
  line_to (part, frame, along, -half);
}

/* A rhombus from 0 to `length`. */
static void
add_diamond (NkMark      *mark,
             const Frame *frame,
             double       length,
             double       half)
{
  NkOutline *part = next_part (mark, TRUE);

  start_at (part, frame, 0, 0);
  line_to (part, frame, length / 2, half);
  line_to (part, frame, length, 0);
  line_to (part, frame, length / 2, -half);
}

static void
add_square (NkMark      *mark,
            const Frame *frame,
            double       side)
{
  NkOutline *part = next_part (mark, TRUE);

  start_at (part, frame, 0, side / 2);
  line_to (part, frame, side, side / 2);
  line_to (part, frame, side, -side / 2);
  line_to (part, frame, 0, -side / 2);
}

static void
add_circle (NkMark      *mark,
            const Frame *frame,
            double       r)
{
  static const double quarter[4][2] = { { 0, 1 }, { 1, 0 }, { 0, -1 }, { -1, 0 } };
  const double k = 0.5523;
  NkOutline *part = next_part (mark, TRUE);

  start_at (part, frame, 0, 0);
  for (int i = 0; i < 4; i++)
    {
      const double *to = quarter[i], *from = quarter[(i + 3) % 4];
      NkPoint a = place (frame, r + r * (from[0] + k * to[0]), r * (from[1] + k * to[1]));
      NkPoint b = place (frame, r + r * (to[0] + k * from[0]), r * (to[1] + k * from[1]));
      NkPoint end = place (frame, r + r * to[0], r * to[1]);

      nk_outline_curve (part, a.x, a.y, b.x, b.y, end.x, end.y);
    }
}

/* How much of the line a mark of that size takes the place of. */
static double
cover (NkEnd  end,
       double size,
       double line_width)
{
  switch (end)
    {
    case NK_END_TRIANGLE:
    case NK_END_HOLLOW_TRIANGLE:
      return size - line_width * 0.2;
    case NK_END_DOUBLE:
      return size * 1.35 - line_width * 0.2;
    case NK_END_BARRED:
      return size - line_width * 0.2;
    case NK_END_OPEN:
      return line_width * 1.2;
    case NK_END_DIAMOND:
    case NK_END_HOLLOW_DIAMOND:
      return size * 1.1;
    case NK_END_CIRCLE:
    case NK_END_HOLLOW_CIRCLE:
      return size * 0.76;
    case NK_END_SQUARE:
    case NK_END_HOLLOW_SQUARE:
      return size * 0.66;
    case NK_END_BAR:
      return line_width;
    case NK_END_NONE:
    default:
      return 0;
    }
}

static void
make_mark (NkEnd        end,
           const Frame *frame,
           double       size,
           double       line_width,
           NkMark      *mark)
{
  mark->n = 0;
  mark->style = NK_MARK_FILLED;
  switch (end)
    {
    case NK_END_HOLLOW_TRIANGLE: mark->style = NK_MARK_HOLLOW; /* fall through */
    case NK_END_TRIANGLE: add_triangle (mark, frame, 0, size, size * 0.36); break;
    case NK_END_DOUBLE:
      add_triangle (mark, frame, 0, size * 0.75, size * 0.33);
      add_triangle (mark, frame, size * 0.6, size * 0.75, size * 0.33);
      break;
    case NK_END_BARRED:
      add_triangle (mark, frame, 0, size, size * 0.36);
      add_bar (mark, frame, size * 1.3, size * 0.42);
      break;
    case NK_END_OPEN:
      mark->style = NK_MARK_STROKED;
      start_at (next_part (mark, FALSE), frame, size * 0.95, size * 0.42);
      line_to (&mark->parts[0], frame, line_width * 0.6, 0);
      line_to (&mark->parts[0], frame, size * 0.95, -size * 0.42);
      break;
    case NK_END_HOLLOW_DIAMOND: mark->style = NK_MARK_HOLLOW; /* fall through */
    case NK_END_DIAMOND: add_diamond (mark, frame, size * 1.1, size * 0.38); break;
    case NK_END_HOLLOW_CIRCLE: mark->style = NK_MARK_HOLLOW; /* fall through */
    case NK_END_CIRCLE: add_circle (mark, frame, size * 0.38); break;
    case NK_END_HOLLOW_SQUARE: mark->style = NK_MARK_HOLLOW; /* fall through */
    case NK_END_SQUARE: add_square (mark, frame, size * 0.66); break;
    case NK_END_BAR:
      mark->style = NK_MARK_STROKED;
      add_bar (mark, frame, line_width, size * 0.45);
      break;
    case NK_END_NONE:
    default: break;
    }
}

gboolean
nk_item_mark (const NkItem *item,
              gboolean      at_end,
              NkMark       *mark)
{
  NkEnd end = at_end ? item->to_end : item->from_end;
  guint n = item->n_path;
  Frame frame = { .dx = 1 };

  if (end == NK_END_NONE || n < 2)
    return FALSE;
  frame.tip = item->path[at_end ? n - 1 : 0];
  /* The first point that is not the tip gives the direction; controls may lie on it. */
  for (guint i = 1; i < n; i++)
    {
      NkPoint next = item->path[at_end ? n - 1 - i : i];
      double length = hypot (next.x - frame.tip.x, next.y - frame.tip.y);

      if (length > 1e-6)
        {
          frame.dx = (next.x - frame.tip.x) / length;
          frame.dy = (next.y - frame.tip.y) / length;
          break;
        }
    }
  make_mark (end, &frame, item->end_size, item->line_width, mark);
  return TRUE;
}

void
nk_item_line (const NkItem *item,
              NkPoint      *points)
{
  memcpy (points, item->path, item->n_path * sizeof *points);
  nk_path_shorten (points, item->n_path, item->curved,
                   cover (item->from_end, item->end_size, item->line_width),
                   cover (item->to_end, item->end_size, item->line_width));
}

NkInk
nk_item_line_ink (const NkItem *item)
{
  return item->type == NK_ITEM_ACTOR ? item->theme->stem : item->stroke;
}

double
nk_item_line_width (const NkItem *item)
{
  return item->type == NK_ITEM_ACTOR ? 0.5 * item->theme->weight * item->unit
                                     : item->line_width;
}

double
nk_mark_width (const NkItem *item)
{
  return CLAMP (item->line_width, item->end_size * 0.09, item->end_size * 0.16);
}

guint
nk_item_dashes (const NkItem *item,
                double        dashes[2])
{
  double width = MAX (item->line_width, 0.6 * item->unit);

  switch (item->line)
    {
    case NK_LINE_DASHED:
      dashes[0] = 2.6 * item->unit + 1.6 * width;
      dashes[1] = 1.8 * item->unit + 1.1 * width;
      return 2;
    case NK_LINE_DOTTED:
      dashes[0] = width;
      dashes[1] = 1.8 * width;
      return 2;
    case NK_LINE_SPARSE:
      dashes[0] = width;
      dashes[1] = 5 * width;
      return 2;
    case NK_LINE_SOLID:
    default:
      return 0;
    }
}
