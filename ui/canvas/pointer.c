#include "ui/canvas/pointer.h"

#include "drawing/picking.h"
#include "drawing/triangle.h"
#include "map/zones.h"

#include <math.h>

#include "map/text.h"

#define REACH 6.0            /* pixels from a line that still mean it */
#define THRESHOLD 6.0        /* pixels before a press is a drag */

typedef enum
{
  IDLE,
  PRESSED,      /* down, and not moved yet */
  PANNING,
  MOVING,       /* the selection */
  BANDING,      /* a rubber band */
  TYING         /* a tie is being drawn */
} Mode;

struct _NkPointer
{
  NkCanvas *canvas;
  Mode mode;
  gboolean space;
  double x, y;               /* where it is, pixels */

  /* What was pressed: */
  double press_x, press_y;   /* pixels */
  guint32 click_time;        /* of the last click, by its event; 0: none */
  double click_x, click_y;   /* where it was, pixels */
  NkPoint press;             /* in the scene: there it stays while the paper moves */
  const NkItem *item;        /* in `scene`, or NULL: empty ground */
  NkScene *scene;
  gboolean on_handle;
  gboolean extend;           /* Shift or Ctrl: the selection grows */
  gboolean select_on_release;/* one of many was pressed: unless it is dragged, it alone is meant */
  gboolean moved;            /* the press has become a drag */
  NkSelection *before;       /* the rubber band adds to this */
  double last_x, last_y;     /* panning: the offset that is done */
};

static NkSession *
session_of (NkPointer *pointer)
{
  return nk_canvas_session (pointer->canvas);
}

static const NkMap *
map_of (NkPointer *pointer)
{
  return nk_session_map (session_of (pointer));
}

static void
set_cursor (NkPointer  *pointer,
            const char *name)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (pointer->canvas), name);
}

/* What is under the pointer */

static const NkItem *
pick (NkPointer *pointer,
      double     x,
      double     y)
{
  NkSession *session = session_of (pointer);
  double scene_x, scene_y;

  nk_canvas_to_scene (pointer->canvas, x, y, &scene_x, &scene_y);
  return nk_pick (nk_session_scene (session), scene_x, scene_y,
                  REACH / nk_camera_scale (nk_session_camera (session)));
}

/* The actor on whose handle a point is: that of the hovered actor, or of the only one selected. */
static const NkItem *
pick_handle (NkPointer *pointer,
             double     x,
             double     y)
{
  NkSession *session = session_of (pointer);
  const NkSelection *selection = nk_session_selection (session);
  const NkRecordName *names[] = {
    nk_session_hover (session),
    nk_selection_count (selection) == 1 ? nk_selection_at (selection, 0) : NULL,
  };

  nk_canvas_to_scene (pointer->canvas, x, y, &x, &y);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GPtrArray) items = NULL;

      if (names[i] == NULL || names[i]->kind != NK_ACTOR)
        continue;
      items = nk_session_items (session, NK_ACTOR, names[i]->id);
      for (guint j = 0; j < items->len; j++)
        if (nk_overlay_is_on_handle (session, g_ptr_array_index (items, j), x, y))
          return g_ptr_array_index (items, j);
    }
  return NULL;
}

static void
update_hover (NkPointer *pointer)
{
  const NkItem *handle = pick_handle (pointer, pointer->x, pointer->y);
  const NkItem *item = handle != NULL ? handle : pick (pointer, pointer->x, pointer->y);

  if (item != NULL)
    nk_session_set_hover (session_of (pointer), item->kind, item->id);
  else
    nk_session_set_hover (session_of (pointer), NK_HEAD, NULL);
  set_cursor (pointer, pointer->space ? "grab" : handle != NULL ? "crosshair" : NULL);
}

static void
on_motion (NkPointer *pointer,
           double     x,
           double     y)
{
  pointer->x = x;
  pointer->y = y;
  if (pointer->mode == IDLE)
    update_hover (pointer);
}

static void
on_leave (NkPointer *pointer)
{
  if (pointer->mode == IDLE)
    nk_session_set_hover (session_of (pointer), NK_HEAD, NULL);
}

/* Moving the selection */

/* How far the pointer has come on the map. */
static void
map_offset (NkPointer *pointer,
            double     dx,
            double     dy,
            double    *map_dx,
            double    *map_dy)
{
  int plane = pointer->item->plane;
  double x, y, moved_x, moved_y;

  nk_canvas_to_scene (pointer->canvas, pointer->press_x + dx, pointer->press_y + dy, &moved_x,
                      &moved_y);
  nk_scene_to_map (pointer->scene, plane, pointer->press.x, pointer->press.y, &x, &y);
  nk_scene_to_map (pointer->scene, plane, moved_x, moved_y, &moved_x, &moved_y);
  *map_dx = moved_x - x;
  *map_dy = moved_y - y;
}

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
show_zone (NkPointer *pointer,
           double     dx,
           double     dy)
{
  NkGesture *gesture = nk_canvas_gesture (pointer->canvas);
  const NkMap *map = map_of (pointer);
  const NkItem *item = pointer->item;
  double x = item->body_x + item->body_width / 2, y = item->body_y + item->body_height / 2;
  int band_before, band, district_before, district;

  if (item->kind != NK_ACTOR)
    return;
  nk_pick_zone (pointer->scene, map, x, y, &band_before, &district_before);
  nk_pick_zone (pointer->scene, map, x + dx, y + dy, &band, &district);
  gesture->plane = item->plane;
  if (band == band_before && district == district_before)
    band = district = -1;
  /* A box says its band as well. */
  set_id (&gesture->level, map, NK_LEVEL, band != band_before && district < 0 ? band : -1);
  set_id (&gesture->district, map, NK_DISTRICT, district);
}

static gboolean
is_triangle (NkPointer *pointer)
{
  return nk_session_show (session_of (pointer)) == NK_SHOW_TRIANGLE;
}

/* Says which weights the actor under the pointer would have. The offset is one of the scene. */
static void
show_weights (NkPointer *pointer,
              double     dx,
              double     dy)
{
  NkGesture *gesture = nk_canvas_gesture (pointer->canvas);
  const NkItem *item = pointer->item;
  int weights[NK_N_DIMENSIONS];
  double sum;

  nk_edit_weights_at (map_of (pointer), pointer->scene, item, dx, dy, weights);
  sum = weights[0] + weights[1] + weights[2];
  nk_scene_from_map (pointer->scene, 0, weights[1] / sum, weights[2] / sum, &gesture->goal.x,
                     &gesture->goal.y);
  gesture->to = (NkPoint) { item->body_x + item->body_width / 2 + dx, item->body_y + dy };
  g_free (gesture->words);
  gesture->words = g_strdup_printf (_("Structure %d, place %d, people %d"), weights[0], weights[1],
                                    weights[2]);
}

static void
begin_moving (NkPointer *pointer)
{
  NkSession *session = session_of (pointer);
  NkGesture *gesture = nk_canvas_gesture (pointer->canvas);

  if (!nk_selection_contains (nk_session_selection (session), pointer->item->kind,
                              pointer->item->id))
    nk_session_select_only (session, pointer->item->kind, pointer->item->id);
  gesture->dragged = nk_dragged_new (pointer->scene, map_of (pointer),
                                     nk_session_selection (session));
  nk_canvas_lift (pointer->canvas);
  pointer->mode = MOVING;
}

static void
update_moving (NkPointer *pointer,
               double     dx,
               double     dy)
{
  double scale = nk_camera_scale (nk_session_camera (session_of (pointer)));
  double map_dx, map_dy;

  map_offset (pointer, dx, dy, &map_dx, &map_dy);
  nk_dragged_move (nk_canvas_gesture (pointer->canvas)->dragged, map_dx, map_dy);
  if (is_triangle (pointer))
    show_weights (pointer, map_dx, map_dy);
  else
    show_zone (pointer, dx / scale, dy / scale);
}

static void
end_moving (NkPointer *pointer,
            double     dx,
            double     dy)
{
  const NkSelection *selection = nk_session_selection (session_of (pointer));
  const NkMap *map = map_of (pointer);
  double map_dx, map_dy;
  NkEdit *edit;

  map_offset (pointer, dx, dy, &map_dx, &map_dy);
  if (is_triangle (pointer))
    edit = nk_edit_for_weights (map, pointer->scene, selection, map_dx, map_dy);
  else
    edit = nk_edit_for_move (map, pointer->scene, pointer->item->plane, selection, map_dx, map_dy);
  g_clear_pointer (&nk_canvas_gesture (pointer->canvas)->words, g_free);
  nk_canvas_drop (pointer->canvas, nk_canvas_apply (pointer->canvas, edit, NULL));
}

/* The rubber band */

static void
update_banding (NkPointer *pointer,
                double     dx,
                double     dy)
{
  NkGesture *gesture = nk_canvas_gesture (pointer->canvas);
  NkSelection *selection = nk_selection_copy (pointer->before);
  g_autoptr (GPtrArray) items = NULL;
  NkPoint from = pointer->press, to;

  nk_canvas_to_scene (pointer->canvas, pointer->press_x + dx, pointer->press_y + dy, &to.x, &to.y);
  gesture->band = (cairo_rectangle_t) { MIN (from.x, to.x), MIN (from.y, to.y),
                                        ABS (to.x - from.x), ABS (to.y - from.y) };
  items = nk_pick_within (pointer->scene, gesture->band.x, gesture->band.y, gesture->band.width,
                          gesture->band.height);
  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);

      nk_selection_add (selection, item->kind, item->id);
    }
  nk_session_select (session_of (pointer), selection);
}

static void
begin_banding (NkPointer *pointer)
{
  pointer->before = nk_selection_copy (nk_session_selection (session_of (pointer)));
  pointer->mode = BANDING;
}

/* Drawing a tie */

static void
begin_tying (NkPointer *pointer)
{
  NkGesture *gesture = nk_canvas_gesture (pointer->canvas);

  nk_overlay_handle (session_of (pointer), pointer->item, &gesture->from);
  gesture->tie_kind = g_strdup (nk_session_tie_kind (session_of (pointer)));
  gesture->tying = TRUE;
  pointer->mode = TYING;
}

static void
update_tying (NkPointer *pointer,
              double     dx,
              double     dy)
{
  NkGesture *gesture = nk_canvas_gesture (pointer->canvas);
  const NkItem *item = pick (pointer, pointer->press_x + dx, pointer->press_y + dy);
  gboolean fits = item != NULL && item->kind == NK_ACTOR
    && !g_str_equal (item->id, pointer->item->id);

  nk_canvas_to_scene (pointer->canvas, pointer->press_x + dx, pointer->press_y + dy, &gesture->to.x,
                      &gesture->to.y);
  g_free (gesture->target);
  gesture->target = fits ? g_strdup (item->id) : NULL;
}

static void
end_tying (NkPointer *pointer)
{
  NkSession *session = session_of (pointer);
  g_autofree char *target = g_strdup (nk_canvas_gesture (pointer->canvas)->target);
  g_autofree char *id = NULL;
  NkEdit *edit;

  nk_canvas_drop (pointer->canvas, FALSE);
  if (target == NULL)
    return;
  edit = nk_edit_for_tie (map_of (pointer), pointer->item->id, target,
                          nk_session_tie_kind (session), pointer->item->plane, &id);
  if (nk_canvas_apply (pointer->canvas, edit, NULL))
    nk_session_select_only (session, NK_TIE, id);
}

/* Panning */

static void
begin_panning (NkPointer *pointer)
{
  pointer->last_x = pointer->last_y = 0;
  pointer->mode = PANNING;
  set_cursor (pointer, "grabbing");
}

static void
update_panning (NkPointer *pointer,
                double     dx,
                double     dy)
{
  nk_canvas_pan (pointer->canvas, dx - pointer->last_x, dy - pointer->last_y);
  pointer->last_x = dx;
  pointer->last_y = dy;
}

/* A press, a drag, a release */

static void
finish (NkPointer *pointer)
{
  pointer->mode = IDLE;
  pointer->item = NULL;
  g_clear_pointer (&pointer->scene, nk_scene_unref);
  g_clear_pointer (&pointer->before, nk_selection_free);
  set_cursor (pointer, pointer->space ? "grab" : NULL);
  nk_canvas_gesture_changed (pointer->canvas);
}

static void
select_pressed (NkPointer *pointer)
{
  NkSession *session = session_of (pointer);
  const NkItem *item = pointer->item;

  if (item == NULL)
    {
      if (!pointer->extend)
        nk_session_select_none (session);
    }
  else if (pointer->extend)
    nk_session_select_toggle (session, item->kind, item->id);
  else if (nk_selection_contains (nk_session_selection (session), item->kind, item->id))
    pointer->select_on_release = TRUE;
  else
    nk_session_select_only (session, item->kind, item->id);
}

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        user_data)
{
  NkPointer *pointer = user_data;
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  nk_canvas_end_naming (pointer->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (pointer->canvas));
  pointer->press_x = x;
  pointer->press_y = y;
  nk_canvas_to_scene (pointer->canvas, x, y, &pointer->press.x, &pointer->press.y);
  pointer->moved = FALSE;
  pointer->select_on_release = FALSE;
  pointer->extend = (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;
  if (pointer->space)
    {
      begin_panning (pointer);
      return;
    }
  pointer->mode = PRESSED;
  pointer->scene = nk_scene_ref (nk_session_scene (session_of (pointer)));
  pointer->item = pick_handle (pointer, x, y);
  pointer->on_handle = pointer->item != NULL;
  if (!pointer->on_handle)
    {
      pointer->item = pick (pointer, x, y);
      select_pressed (pointer);
    }
}

static void
begin_drag (NkPointer *pointer)
{
  pointer->moved = TRUE;
  if (pointer->item == NULL)
    begin_banding (pointer);
  else if (nk_canvas_refuses (pointer->canvas))
    finish (pointer);
  else if (pointer->on_handle)
    begin_tying (pointer);
  else if (pointer->item->kind == NK_ACTOR || pointer->item->kind == NK_NOTE)
    begin_moving (pointer);
  else
    finish (pointer);
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                gpointer        user_data)
{
  NkPointer *pointer = user_data;

  if (pointer->mode == PRESSED && hypot (dx, dy) >= THRESHOLD)
    begin_drag (pointer);
  switch (pointer->mode)
    {
    case PANNING:
      update_panning (pointer, dx, dy);
      break;
    case MOVING:
      update_moving (pointer, dx, dy);
      break;
    case BANDING:
      update_banding (pointer, dx, dy);
      break;
    case TYING:
      update_tying (pointer, dx, dy);
      break;
    case IDLE:
    case PRESSED:
      return;
    }
  nk_canvas_gesture_changed (pointer->canvas);
}

static void
on_drag_end (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             gpointer        user_data)
{
  NkPointer *pointer = user_data;

  if (pointer->mode == MOVING)
    end_moving (pointer, dx, dy);
  else if (pointer->mode == TYING)
    end_tying (pointer);
  else if (pointer->mode == BANDING)
    nk_canvas_drop (pointer->canvas, FALSE);
  else if (pointer->mode == PRESSED && pointer->select_on_release)
    nk_session_select_only (session_of (pointer), pointer->item->kind, pointer->item->id);
  if (pointer->mode != IDLE)
    finish (pointer);
}

gboolean
nk_pointer_cancel (NkPointer *pointer)
{
  Mode mode = pointer->mode;

  if (mode == IDLE)
    return FALSE;
  if (mode == MOVING || mode == TYING || mode == BANDING)
    nk_canvas_drop (pointer->canvas, FALSE);
  if (mode == BANDING)
    nk_session_select (session_of (pointer), nk_selection_copy (pointer->before));
  if (mode == PANNING)
    nk_canvas_pan (pointer->canvas, -pointer->last_x, -pointer->last_y);
  finish (pointer);
  return TRUE;
}

static void
on_drag_cancel (NkPointer *pointer)
{
  nk_pointer_cancel (pointer);
}

/* Two clicks */

/* Where a new actor would come to stand; FALSE if none can be there. */
static gboolean
spot_at (NkPointer *pointer,
         double     x,
         double     y,
         NkSpot    *spot)
{
  NkScene *scene = nk_session_scene (session_of (pointer));
  NkShow show = nk_session_show (session_of (pointer));

  *spot = (NkSpot) { .band = -1, .district = -1, .plane = -1 };
  nk_canvas_to_scene (pointer->canvas, x, y, &x, &y);
  if (show == NK_SHOW_TRIANGLE)
    {
      spot->x = x;
      spot->y = y;
      spot->weighed = TRUE;
      nk_triangle_weights (scene, map_of (pointer), x, y, spot->weights);
      return TRUE;
    }
  if (show != NK_SHOW_LEVELS)
    {
      spot->plane = nk_pick_plane (scene, x, y);
      if (spot->plane < 0)
        return FALSE;
    }
  nk_pick_zone (scene, map_of (pointer), x, y, &spot->band, &spot->district);
  if (spot->band != nk_map_district_level (map_of (pointer)))
    spot->district = -1;
  nk_scene_to_map (scene, spot->plane, x, y, &spot->x, &spot->y);
  return TRUE;
}

/* TRUE if a click is the second of two. By the times of the events: GTK counts by when it comes to
 * them, and where the first click keeps it busy it takes the second for another one. */
static gboolean
is_second_click (NkPointer       *pointer,
                 GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y)
{
  guint32 now = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  guint32 before = pointer->click_time;
  gboolean second;
  int time, distance;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (pointer->canvas)),
                "gtk-double-click-time", &time, "gtk-double-click-distance", &distance, NULL);
  second = n_press == 2
           || (n_press == 1 && before != 0 && now - before <= (guint32) time
               && hypot (x - pointer->click_x, y - pointer->click_y) <= distance);
  pointer->click_time = second ? 0 : now;
  pointer->click_x = x;
  pointer->click_y = y;
  return second;
}

static void
on_double_click (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 gpointer         user_data)
{
  NkPointer *pointer = user_data;
  const NkItem *item;
  NkSpot spot;

  if (!is_second_click (pointer, gesture, n_press, x, y) || pointer->moved || pointer->space
      || pick_handle (pointer, x, y) != NULL)
    return;
  nk_pointer_cancel (pointer);
  item = pick (pointer, x, y);
  if (item == NULL && spot_at (pointer, x, y, &spot))
    nk_canvas_name_new (pointer->canvas, &spot);
  else if (item != NULL && item->kind == NK_ACTOR)
    nk_canvas_name_actor (pointer->canvas, item->id);
}

void
nk_pointer_set_space (NkPointer *pointer,
                      gboolean   down)
{
  pointer->space = down;
  if (pointer->mode == IDLE)
    set_cursor (pointer, down ? "grab" : NULL);
}

/* Its controllers */

static void
add (NkPointer          *pointer,
     GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (pointer->canvas), controller);
}

static void
add_controllers (NkPointer *pointer)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), pointer);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), pointer);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), pointer);
  add (pointer, motion);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), pointer);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), pointer);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), pointer);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (on_drag_cancel), pointer);
  add (pointer, GTK_EVENT_CONTROLLER (drag));

  /* On release, since the press has given the keyboard to the canvas by then. */
  g_signal_connect (click, "released", G_CALLBACK (on_double_click), pointer);
  add (pointer, GTK_EVENT_CONTROLLER (click));
}

NkPointer *
nk_pointer_new (NkCanvas *canvas)
{
  NkPointer *pointer = g_new0 (NkPointer, 1);

  pointer->canvas = canvas;
  add_controllers (pointer);
  return pointer;
}

void
nk_pointer_free (NkPointer *pointer)
{
  g_clear_pointer (&pointer->scene, nk_scene_unref);
  g_clear_pointer (&pointer->before, nk_selection_free);
  g_free (pointer);
}
