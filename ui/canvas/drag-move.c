#include "ui/canvas/press.h"

#include "map/text.h"

static void
set_id (char       **id,
        const NkMap *map,
        NkRecordKind kind,
        int          position)
{
  g_free (*id);
  *id = position < 0 ? NULL : g_strdup (nk_record_id (nk_map_at (map, kind, (guint) position)));
}

/* Shows the band or the box into which the actor under the pointer would come. The offset is one
 * of the scene. */
static void
show_zone (NkPress *press,
           double   dx,
           double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  const NkMap *map = nk_press_map (press);
  const NkItem *item = press->item;
  double x = item->body_x + item->body_width / 2, y = item->body_y + item->body_height / 2;
  int band_before, band, district_before, district;

  if (item->kind != NK_ACTOR)
    return;
  nk_pick_zone (press->scene, map, x, y, &band_before, &district_before);
  nk_pick_zone (press->scene, map, x + dx, y + dy, &band, &district);
  gesture->plane = item->plane;
  if (band == band_before && district == district_before)
    band = district = -1;
  /* A box says its band as well. */
  set_id (&gesture->level, map, NK_LEVEL, band != band_before && district < 0 ? band : -1);
  set_id (&gesture->district, map, NK_DISTRICT, district);
}

static gboolean
is_triangle (NkPress *press)
{
  return nk_session_show (nk_press_session (press)) == NK_SHOW_TRIANGLE;
}

/* Says which weights the actor under the pointer would have. The offset is one of the scene. */
static void
show_weights (NkPress *press,
              double   dx,
              double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  const NkItem *item = press->item;
  int weights[NK_N_DIMENSIONS];
  double sum;

  nk_edit_weights_at (nk_press_map (press), press->scene, item, dx, dy, weights);
  sum = weights[0] + weights[1] + weights[2];
  nk_scene_from_map (press->scene, 0, weights[1] / sum, weights[2] / sum, &gesture->goal.x,
                     &gesture->goal.y);
  gesture->aims = TRUE;
  gesture->at = (NkPoint) { item->body_x + item->body_width / 2 + dx, item->body_y + dy };
  g_free (gesture->words);
  gesture->words = g_strdup_printf (_("Structure %d, place %d, people %d"), weights[0], weights[1],
                                    weights[2]);
}

static void
begin_moving (NkPress *press)
{
  NkSession *session = nk_press_session (press);
  NkGesture *gesture = nk_canvas_gesture (press->canvas);

  if (!nk_selection_contains (nk_session_selection (session), press->item->kind,
                              press->item->id))
    nk_session_select_only (session, press->item->kind, press->item->id);
  gesture->dragged = nk_dragged_new (press->scene, nk_press_map (press),
                                     nk_session_selection (session));
  nk_canvas_lift (press->canvas);
}

static void
update_moving (NkPress *press,
               double   dx,
               double   dy)
{
  double scale = nk_camera_scale (nk_session_camera (nk_press_session (press)));
  double map_dx, map_dy;

  nk_press_map_offset (press, dx, dy, &map_dx, &map_dy);
  nk_dragged_move (nk_canvas_gesture (press->canvas)->dragged, map_dx, map_dy);
  if (is_triangle (press))
    show_weights (press, map_dx, map_dy);
  else
    show_zone (press, dx / scale, dy / scale);
}

static void
end_moving (NkPress *press,
            double   dx,
            double   dy)
{
  const NkSelection *selection = nk_session_selection (nk_press_session (press));
  const NkMap *map = nk_press_map (press);
  double map_dx, map_dy;
  NkEdit *edit;

  nk_press_map_offset (press, dx, dy, &map_dx, &map_dy);
  if (is_triangle (press))
    edit = nk_edit_for_weights (map, press->scene, selection, map_dx, map_dy);
  else
    edit = nk_edit_for_move (map, press->scene, press->item->plane, selection, map_dx, map_dy);
  nk_canvas_drop (press->canvas, nk_canvas_apply (press->canvas, edit, NULL));
}

static void
cancel_moving (NkPress *press)
{
  nk_canvas_drop (press->canvas, FALSE);
}

const NkDrag nk_drag_move = { begin_moving, update_moving, end_moving, cancel_moving };
