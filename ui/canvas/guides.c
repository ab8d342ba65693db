#include "ui/canvas/guides.h"

#include <math.h>

#define BEYOND 6.0       /* that a line goes on past the boxes, pixels */
#define TICK 4.0         /* half the length of the mark at either end of a gap */
#define MOST_LENGTH 32000.0

typedef struct
{
  cairo_t *cr;
  NkAxis axis;
  double at;
} Pen;

/* Along the guide's axis, and across from where it lies. */
static void
line (const Pen *pen,
      double     from_along,
      double     from_across,
      double     to_along,
      double     to_across)
{
  if (pen->axis == NK_AXIS_X)
    {
      cairo_move_to (pen->cr, from_along, pen->at + from_across);
      cairo_line_to (pen->cr, to_along, pen->at + to_across);
    }
  else
    {
      cairo_move_to (pen->cr, pen->at + from_across, from_along);
      cairo_line_to (pen->cr, pen->at + to_across, to_along);
    }
}

static void
paint_guide (const NkGuide  *guide,
             const NkAccent *accent,
             GtkSnapshot    *snapshot,
             double          x,
             double          y,
             double          scale)
{
  double along = guide->axis == NK_AXIS_X ? x : y, across = guide->axis == NK_AXIS_X ? y : x;
  double beyond = guide->gap ? 0 : BEYOND;
  double from = floor (along + guide->from * scale - beyond) + .5;
  double to = floor (along + guide->to * scale + beyond) + .5;
  Pen pen = { NULL, guide->axis, floor (across + guide->at * scale) + .5 };
  double length = CLAMP (to - from, 0, MOST_LENGTH);
  graphene_rect_t area = guide->axis == NK_AXIS_X
    ? GRAPHENE_RECT_INIT ((float) (from - 2), (float) (pen.at - TICK - 2), (float) length + 4,
                          2 * (float) TICK + 4)
    : GRAPHENE_RECT_INIT ((float) (pen.at - TICK - 2), (float) (from - 2), 2 * (float) TICK + 4,
                          (float) length + 4);

  pen.cr = gtk_snapshot_append_cairo (snapshot, &area);
  line (&pen, from, 0, to, 0);
  if (guide->gap)
    {
      line (&pen, from, -TICK, from, TICK);
      line (&pen, to, -TICK, to, TICK);
    }
  gdk_cairo_set_source_rgba (pen.cr, &accent->line);
  cairo_set_line_width (pen.cr, 1);
  cairo_stroke (pen.cr);
  cairo_destroy (pen.cr);
}

void
nk_guides_snapshot (GArray         *guides,
                    const NkAccent *accent,
                    GtkSnapshot    *snapshot,
                    double          x,
                    double          y,
                    double          scale)
{
  for (guint i = 0; i < guides->len; i++)
    paint_guide (&g_array_index (guides, NkGuide, i), accent, snapshot, x, y, scale);
}
