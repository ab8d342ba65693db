#include "ui/canvas/press.h"

#include "drawing/bending.h"

#define STRAIGHT 5.0    /* pixels from the straight line between its neighbours: no bend at all */

/* The bends as they would be with the pointer here. The number of the bend in hand is one that is
 * there, or one that comes where the line was taken hold of. To be freed. */
static NkPoint *
bends_now (const NkPress *press,
           NkPoint        now,
           guint         *n)
{
  const NkItem *tie = press->item;
  NkPoint first = tie->path[0], last = tie->path[tie->n_path - 1];
  double slack = STRAIGHT / nk_camera_scale (nk_session_camera (nk_press_session (press)));
  g_autofree NkPoint *before = nk_press_bends (press, n);

  if (press->handle.kind == NK_HANDLE_BEND)
    return nk_bends_move (before, n, first, last, press->handle.bend, now, slack);
  return nk_bends_add (before, n, first, last, press->point, now, slack);
}

static NkBody
body_of (const NkPress *press,
         NkField        end)
{
  const NkRecord *tie = nk_map_find (nk_press_map (press), NK_TIE, press->item->id);

  return nk_item_body (nk_scene_find (press->scene, NK_ITEM_ACTOR, NK_ACTOR,
                                      nk_record_text (tie, end), press->item->plane));
}

static void
update_bending (NkPress *press,
                double   dx,
                double   dy)
{
  NkBody from = body_of (press, NK_FIELD_FROM), to = body_of (press, NK_FIELD_TO);
  guint n;
  g_autofree NkPoint *bends = bends_now (press, nk_press_now (press, dx, dy), &n);

  nk_ghost_lead (nk_canvas_gesture (press->canvas)->ghost, &from, &to, bends, n);
}

static void
begin_bending (NkPress *press)
{
  nk_press_lead_tie (press);
  update_bending (press, 0, 0);
}

static void
end_bending (NkPress *press,
             double   dx,
             double   dy)
{
  guint n;
  g_autofree NkPoint *bends = bends_now (press, nk_press_now (press, dx, dy), &n);
  NkEdit *edit;

  for (guint i = 0; i < n; i++)
    nk_scene_to_map (press->scene, press->item->plane, bends[i].x, bends[i].y, &bends[i].x,
                     &bends[i].y);
  edit = nk_edit_for_bends (nk_press_map (press), press->item->id, bends, n);
  nk_canvas_drop (press->canvas, nk_canvas_apply (press->canvas, edit, NULL));
}

static void
cancel_bending (NkPress *press)
{
  nk_canvas_drop (press->canvas, FALSE);
}

const NkDrag nk_drag_bend = { begin_bending, update_bending, end_bending, cancel_bending };
