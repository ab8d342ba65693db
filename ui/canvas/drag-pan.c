#include "ui/canvas/press.h"

static void
begin_panning (NkPress *press)
{
  press->done_x = press->done_y = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (press->canvas), "grabbing");
}

static void
update_panning (NkPress *press,
                double   dx,
                double   dy)
{
  nk_canvas_pan (press->canvas, dx - press->done_x, dy - press->done_y);
  press->done_x = dx;
  press->done_y = dy;
}

static void
end_panning (NkPress *press,
             double   dx,
             double   dy)
{
  update_panning (press, dx, dy);
}

static void
cancel_panning (NkPress *press)
{
  /* A second finger has come, and zooms from where the first one has gone. */
  if (!press->touch)
    update_panning (press, 0, 0);
}

const NkDrag nk_drag_pan = { begin_panning, update_panning, end_panning, cancel_panning };
