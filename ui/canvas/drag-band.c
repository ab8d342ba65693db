#include "ui/canvas/press.h"

static void
update_banding (NkPress *press,
                double   dx,
                double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  NkSelection *selection = nk_selection_copy (press->before);
  g_autoptr (GPtrArray) items = NULL;
  NkPoint from = press->point, to;

  nk_canvas_to_scene (press->canvas, press->x + dx, press->y + dy, &to.x, &to.y);
  gesture->band = (cairo_rectangle_t) { MIN (from.x, to.x), MIN (from.y, to.y),
                                        ABS (to.x - from.x), ABS (to.y - from.y) };
  items = nk_pick_within (press->scene, gesture->band.x, gesture->band.y, gesture->band.width,
                          gesture->band.height);
  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);

      nk_selection_add (selection, item->kind, item->id);
    }
  nk_session_select (nk_press_session (press), selection);
}

static void
begin_banding (NkPress *press)
{
  press->before = nk_selection_copy (nk_session_selection (nk_press_session (press)));
}

static void
end_banding (NkPress *press,
             double   dx,
             double   dy)
{
  nk_canvas_drop (press->canvas, FALSE);
}

static void
cancel_banding (NkPress *press)
{
  nk_canvas_drop (press->canvas, FALSE);
  nk_session_select (nk_press_session (press), nk_selection_copy (press->before));
}

const NkDrag nk_drag_band = { begin_banding, update_banding, end_banding, cancel_banding };
