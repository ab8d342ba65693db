#include "ui/canvas/press.h"

/* The actors and notes that lie wholly in the band; where there are none, the ties that it meets. */
static GPtrArray *
items_in (const NkScene           *scene,
          const cairo_rectangle_t *band)
{
  GPtrArray *items = nk_pick_within (scene, band->x, band->y, band->width, band->height);

  if (items->len > 0)
    return items;
  g_ptr_array_unref (items);
  return nk_pick_across (scene, band->x, band->y, band->width, band->height);
}

/* What was selected before with what is in the band: Ctrl takes away what was there. */
static NkSelection *
selection_with (const NkPress   *press,
                const GPtrArray *items)
{
  NkSelection *selection = nk_selection_copy (press->before);
  g_autoptr (NkSelection) banded = nk_selection_new ();

  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);

      nk_selection_add (banded, item->kind, item->id);
    }
  if ((press->keys & GDK_CONTROL_MASK) == 0)
    nk_selection_add_all (selection, banded);
  for (guint i = 0; (press->keys & GDK_CONTROL_MASK) != 0 && i < nk_selection_count (banded); i++)
    nk_selection_toggle (selection, nk_selection_at (banded, i)->kind,
                         nk_selection_at (banded, i)->id);
  return selection;
}

static void
update_banding (NkPress *press,
                double   dx,
                double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  g_autoptr (GPtrArray) items = NULL;
  NkPoint from = press->point, to;

  nk_canvas_to_scene (press->canvas, press->x + dx, press->y + dy, &to.x, &to.y);
  gesture->band = (cairo_rectangle_t) { MIN (from.x, to.x), MIN (from.y, to.y),
                                        ABS (to.x - from.x), ABS (to.y - from.y) };
  items = items_in (press->scene, &gesture->band);
  nk_session_select (nk_press_session (press), selection_with (press, items));
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
