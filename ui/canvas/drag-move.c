#include "ui/canvas/press.h"
#include "ui/canvas/slots.h"
#include "ui/canvas/snap.h"

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

static NkLanding
landing_at (NkPress  *press,
            NkGround *ground,
            double    dx,
            double    dy)
{
  const NkItem *item = press->item;

  return nk_landing_at (ground, item->plane, item->body_x + item->body_width / 2 + dx,
                        item->body_y + item->body_height / 2 + dy,
                        nk_map_find (ground->map, NK_ACTOR, item->id));
}

/* Shows the band or the box into which the actor under the pointer would come, and says which, if it
 * is another one. The offset is one of the scene. */
static void
show_zone (NkPress *press,
           double   dx,
           double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  const NkMap *map = nk_press_map (press);
  const NkItem *item = press->item;
  NkGround ground = nk_ground (map, press->scene);
  NkLanding before, after;
  gboolean other;

  if (item->kind != NK_ACTOR)
    return;
  before = landing_at (press, &ground, 0, 0);
  after = landing_at (press, &ground, dx, dy);
  if (gesture->slot >= 0)
    after = (NkLanding) { nk_landing_district_level (map), gesture->slot };
  other = after.band != before.band || after.district != before.district;
  gesture->plane = item->plane;
  gesture->at = (NkPoint) { item->body_x + item->body_width / 2 + dx, item->body_y + dy };
  /* A box says its band as well. */
  set_id (&gesture->level, map, NK_LEVEL, other && after.district < 0 ? after.band : -1);
  set_id (&gesture->district, map, NK_DISTRICT, other ? after.district : -1);
  g_free (gesture->words);
  gesture->words = other ? nk_landing_words (map, &after) : NULL;
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
  NkBox view = nk_canvas_view (press->canvas);

  if (!nk_selection_contains (nk_session_selection (session), press->item->kind,
                              press->item->id))
    nk_session_select_only (session, press->item->kind, press->item->id);
  gesture->dragged = nk_dragged_new (press->scene, nk_press_map (press),
                                     nk_session_selection (session));
  gesture->slot = -1;
  if (press->item->kind == NK_ACTOR)
    gesture->slots = nk_slots_new (session, &view);
  press->snapper = nk_snapper_new (press, gesture->dragged);
  nk_canvas_lift (press->canvas);
}

/* How far it goes on the map, once it has snapped, and in the scene. Alt lets go. */
static void
find_offset (NkPress *press,
             double   dx,
             double   dy,
             NkPoint *on_map,
             NkPoint *in_scene)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  gboolean snaps = press->snapper != NULL && (press->keys & GDK_ALT_MASK) == 0
    && gesture->slot < 0;

  *in_scene = nk_press_now (press, dx, dy);
  in_scene->x -= press->point.x;
  in_scene->y -= press->point.y;
  g_clear_pointer (&gesture->guides, g_array_unref);
  if (snaps)
    gesture->guides = nk_snapper_snap (press->snapper, &in_scene->x, &in_scene->y);
  nk_press_map_offset (press, in_scene->x, in_scene->y, &on_map->x, &on_map->y);
}

/* The empty district that the pointer is on. Nothing snaps there. */
static void
find_slot (NkPress *press,
           double   dx,
           double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  NkPoint now = nk_press_now (press, dx, dy);
  const NkSlot *slot = nk_slots_at (gesture->slots, now.x, now.y);

  gesture->slot = slot != NULL ? slot->district : -1;
}

static void
update_moving (NkPress *press,
               double   dx,
               double   dy)
{
  NkPoint on_map, in_scene;

  find_slot (press, dx, dy);
  find_offset (press, dx, dy, &on_map, &in_scene);
  nk_dragged_move (nk_canvas_gesture (press->canvas)->dragged, on_map.x, on_map.y);
  if (is_triangle (press))
    show_weights (press, on_map.x, on_map.y);
  else
    show_zone (press, in_scene.x, in_scene.y);
}

/* What is only said on the way. */
static void
hush (NkPress *press)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);

  g_clear_pointer (&press->snapper, nk_snapper_free);
  g_clear_pointer (&gesture->guides, g_array_unref);
  g_clear_pointer (&gesture->slots, g_array_unref);
  g_clear_pointer (&gesture->words, g_free);
  gesture->aims = FALSE;
}

static void
end_moving (NkPress *press,
            double   dx,
            double   dy)
{
  const NkSelection *selection = nk_session_selection (nk_press_session (press));
  const NkMap *map = nk_press_map (press);
  NkPoint on_map, in_scene;
  NkEdit *edit;
  int slot;

  find_slot (press, dx, dy);
  find_offset (press, dx, dy, &on_map, &in_scene);
  slot = nk_canvas_gesture (press->canvas)->slot;
  if (is_triangle (press))
    edit = nk_edit_for_weights (map, press->scene, selection, on_map.x, on_map.y);
  else if (slot >= 0)
    edit = nk_edit_for_slot (map, selection, slot, on_map.x, on_map.y);
  else
    edit = nk_edit_for_move (map, press->scene, press->item->plane, selection, on_map.x, on_map.y);
  hush (press);
  nk_canvas_drop (press->canvas, nk_canvas_apply (press->canvas, edit, NULL));
}

static void
cancel_moving (NkPress *press)
{
  hush (press);
  nk_canvas_drop (press->canvas, FALSE);
}

const NkDrag nk_drag_move = { begin_moving, update_moving, end_moving, cancel_moving };
