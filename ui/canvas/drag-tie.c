#include "ui/canvas/press.h"

static void
begin_tying (NkPress *press)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);

  nk_overlay_handle (nk_press_session (press), press->item, &gesture->from);
  gesture->tie_kind = g_strdup (nk_session_tie_kind (nk_press_session (press)));
  gesture->tying = TRUE;
}

static void
update_tying (NkPress *press,
              double   dx,
              double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  const NkItem *item = nk_canvas_pick (press->canvas, press->x + dx, press->y + dy);
  gboolean fits = item != NULL && item->kind == NK_ACTOR
    && !g_str_equal (item->id, press->item->id);

  nk_canvas_to_scene (press->canvas, press->x + dx, press->y + dy, &gesture->to.x,
                      &gesture->to.y);
  g_free (gesture->target);
  gesture->target = fits ? g_strdup (item->id) : NULL;
}

static void
end_tying (NkPress *press,
           double   dx,
           double   dy)
{
  NkSession *session = nk_press_session (press);
  g_autofree char *target = g_strdup (nk_canvas_gesture (press->canvas)->target);
  g_autofree char *id = NULL;
  NkEdit *edit;

  nk_canvas_drop (press->canvas, FALSE);
  if (target == NULL)
    return;
  edit = nk_edit_for_tie (nk_press_map (press), press->item->id, target,
                          nk_session_tie_kind (session), press->item->plane, &id);
  if (nk_canvas_apply (press->canvas, edit, NULL))
    nk_session_select_only (session, NK_TIE, id);
}

static void
cancel_tying (NkPress *press)
{
  nk_canvas_drop (press->canvas, FALSE);
}

const NkDrag nk_drag_tie = { begin_tying, update_tying, end_tying, cancel_tying };
