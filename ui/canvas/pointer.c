#include "ui/canvas/pointer.h"

#include "ui/canvas/press.h"
#include "ui/canvas/spots.h"

#include <math.h>

#define THRESHOLD 6.0        /* pixels before a press is a drag */

struct _NkPointer
{
  NkCanvas *canvas;
  gboolean space;
  double x, y;               /* where it is, pixels */

  NkPress press;
  const NkDrag *drag;        /* what it has become, or NULL */
  double dx, dy;             /* how far it has come, pixels */
  gboolean is_down;
  gboolean select_on_release;/* one of many was pressed: unless it is dragged, it alone is meant */
  gboolean again;            /* the only one that is selected was pressed once more */
  gboolean moved;            /* the last press became a drag */
  gboolean ours;             /* it was on the map, and not on what lies over it */

  guint32 click_time;        /* of the last click, by its event; 0: none */
  double click_x, click_y;   /* where it was, pixels */
};

static NkSession *
session_of (NkPointer *pointer)
{
  return nk_canvas_session (pointer->canvas);
}

static void
set_cursor (NkPointer  *pointer,
            const char *name)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (pointer->canvas), name);
}

/* What is under the pointer */

static NkHandle
pick_handle (NkPointer *pointer,
             double     x,
             double     y,
             gboolean   touch)
{
  nk_canvas_to_scene (pointer->canvas, x, y, &x, &y);
  return nk_handle_at (session_of (pointer), x, y, touch);
}

static gboolean
is_selected (NkPointer    *pointer,
             const NkItem *item)
{
  return nk_selection_contains (nk_session_selection (session_of (pointer)), item->kind, item->id);
}

/* What a press means: of several lines that lie there the one that is selected already. */
static const NkItem *
pick_pressed (NkPointer *pointer,
              double     x,
              double     y)
{
  g_autoptr (GPtrArray) items = nk_canvas_pick_all (pointer->canvas, x, y);

  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);

      if (is_selected (pointer, item))
        return item;
    }
  return items->len > 0 ? g_ptr_array_index (items, 0) : NULL;
}

static const char *
cursor_of (NkPointer      *pointer,
           const NkHandle *handle)
{
  if (pointer->space)
    return "grab";
  if (handle->kind == NK_HANDLE_NONE)
    return NULL;
  return handle->kind == NK_HANDLE_BEND ? "move" : "crosshair";
}

static void
update_hover (NkPointer *pointer)
{
  NkHandle handle = pick_handle (pointer, pointer->x, pointer->y, FALSE);
  const NkItem *item = handle.kind != NK_HANDLE_NONE
                         ? handle.item : nk_canvas_pick (pointer->canvas, pointer->x, pointer->y);

  if (item != NULL)
    nk_session_set_hover (session_of (pointer), item->kind, item->id);
  else
    nk_session_set_hover (session_of (pointer), NK_HEAD, NULL);
  set_cursor (pointer, cursor_of (pointer, &handle));
}

static void
on_motion (NkPointer *pointer,
           double     x,
           double     y)
{
  pointer->x = x;
  pointer->y = y;
  if (!pointer->is_down)
    update_hover (pointer);
}

static void
on_leave (NkPointer *pointer)
{
  if (!pointer->is_down)
    nk_session_set_hover (session_of (pointer), NK_HEAD, NULL);
}

/* A press, a drag, a release */

static void
finish (NkPointer *pointer)
{
  pointer->is_down = FALSE;
  pointer->drag = NULL;
  pointer->press.item = NULL;
  g_clear_pointer (&pointer->press.scene, nk_scene_unref);
  g_clear_pointer (&pointer->press.before, nk_selection_free);
  set_cursor (pointer, pointer->space ? "grab" : NULL);
  nk_canvas_gesture_changed (pointer->canvas);
}

static void
begin_drag (NkPointer    *pointer,
            const NkDrag *drag)
{
  pointer->drag = drag;
  drag->begin (&pointer->press);
}

void
nk_pointer_select_at (NkPointer *pointer,
                      double     x,
                      double     y)
{
  NkSession *session = session_of (pointer);
  const NkItem *item = pick_pressed (pointer, x, y);

  if (item == NULL)
    nk_session_select_none (session);
  else if (!is_selected (pointer, item))
    nk_session_select_only (session, item->kind, item->id);
}

static void
select_pressed (NkPointer *pointer)
{
  NkSession *session = session_of (pointer);
  const NkItem *item = pointer->press.item;
  /* Shift or Ctrl: the selection grows. */
  gboolean extend = (pointer->press.keys & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) != 0;

  pointer->again = FALSE;
  if (item == NULL)
    {
      if (!extend)
        nk_session_select_none (session);
    }
  else if (extend)
    nk_session_select_toggle (session, item->kind, item->id);
  else if (nk_selection_contains (nk_session_selection (session), item->kind, item->id))
    {
      pointer->select_on_release = TRUE;
      pointer->again = nk_selection_count (nk_session_selection (session)) == 1;
    }
  else
    nk_session_select_only (session, item->kind, item->id);
}

static GdkModifierType
keys_of (GtkGestureDrag *gesture)
{
  return gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
}

static gboolean
is_finger (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
press_at (NkPointer *pointer,
          double     x,
          double     y)
{
  NkPress *press = &pointer->press;

  press->handle = pick_handle (pointer, x, y, press->touch);
  if (press->handle.kind != NK_HANDLE_NONE)
    {
      press->item = press->handle.item;
      return;
    }
  press->item = pick_pressed (pointer, x, y);
  /* A finger may be about to move the paper: it selects when it has not. */
  if (!press->touch)
    select_pressed (pointer);
}

static void
on_drag_begin (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        user_data)
{
  NkPointer *pointer = user_data;
  NkPress *press = &pointer->press;

  if (nk_canvas_press_naming (pointer->canvas, x, y))
    {
      pointer->ours = FALSE;
      return;
    }
  pointer->ours = TRUE;
  nk_canvas_end_naming (pointer->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (pointer->canvas));
  *press = (NkPress) { .canvas = pointer->canvas, .x = x, .y = y, .keys = keys_of (gesture),
                       .touch = is_finger (GTK_EVENT_CONTROLLER (gesture)) };
  nk_canvas_to_scene (pointer->canvas, x, y, &press->point.x, &press->point.y);
  press->scene = nk_scene_ref (nk_session_scene (session_of (pointer)));
  pointer->is_down = TRUE;
  pointer->moved = FALSE;
  pointer->select_on_release = FALSE;
  if (pointer->space)
    begin_drag (pointer, &nk_drag_pan);
  else
    press_at (pointer, x, y);
}

/* What a drag that changes nothing would be: a finger has no other button to move the paper. */
static const NkDrag *
drag_from_ground (const NkPress *press)
{
  return press->touch ? &nk_drag_pan : &nk_drag_band;
}

/* A finger hits many a line that it does not mean. */
static const NkDrag *
drag_from_tie (NkPointer *pointer)
{
  const NkPress *press = &pointer->press;

  if (press->touch && !is_selected (pointer, press->item))
    return &nk_drag_pan;
  return nk_tie_bends (session_of (pointer), press->item) ? &nk_drag_bend : NULL;
}

/* What a drag from here would be, or NULL. */
static const NkDrag *
drag_from (NkPointer *pointer)
{
  const NkItem *item = pointer->press.item;

  if (item == NULL)
    return drag_from_ground (&pointer->press);
  if (nk_canvas_refuses (pointer->canvas))
    return NULL;
  switch (pointer->press.handle.kind)
    {
    case NK_HANDLE_KNOB:
      return &nk_drag_tie;
    case NK_HANDLE_FROM:
    case NK_HANDLE_TO:
      return &nk_drag_end;
    case NK_HANDLE_BEND:
      return &nk_drag_bend;
    case NK_HANDLE_NONE:
      break;
    }
  return item->kind == NK_TIE ? drag_from_tie (pointer) : &nk_drag_move;
}

void
nk_pointer_repeat (NkPointer *pointer)
{
  if (pointer->drag == NULL)
    return;
  pointer->drag->update (&pointer->press, pointer->dx, pointer->dy);
  nk_canvas_gesture_changed (pointer->canvas);
}

static void
on_drag_update (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                gpointer        user_data)
{
  NkPointer *pointer = user_data;

  if (!pointer->is_down)
    return;
  pointer->press.keys = keys_of (gesture);
  if (pointer->drag == NULL && hypot (dx, dy) >= THRESHOLD)
    {
      const NkDrag *drag = drag_from (pointer);

      pointer->moved = TRUE;
      if (drag != NULL)
        begin_drag (pointer, drag);
      else
        finish (pointer);
    }
  if (pointer->drag == NULL)
    return;
  pointer->dx = dx;
  pointer->dy = dy;
  nk_pointer_repeat (pointer);
}

static void
on_drag_end (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             gpointer        user_data)
{
  NkPointer *pointer = user_data;
  const NkItem *item = pointer->press.item;

  if (!pointer->is_down)
    return;
  if (pointer->drag != NULL)
    pointer->drag->end (&pointer->press, dx, dy);
  else if (pointer->press.touch && pointer->press.handle.kind == NK_HANDLE_NONE)
    select_pressed (pointer);
  else if (pointer->select_on_release)
    nk_session_select_only (session_of (pointer), item->kind, item->id);
  finish (pointer);
}

gboolean
nk_pointer_cancel (NkPointer *pointer)
{
  if (!pointer->is_down)
    return FALSE;
  if (pointer->drag != NULL)
    pointer->drag->cancel (&pointer->press);
  finish (pointer);
  return TRUE;
}

static void
on_drag_cancel (NkPointer *pointer)
{
  nk_pointer_cancel (pointer);
}

/* Two clicks */

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
double_click (NkPointer *pointer,
              double     x,
              double     y)
{
  NkSession *session = session_of (pointer);
  const NkItem *item;
  NkSpot spot;

  nk_pointer_cancel (pointer);
  item = pick_pressed (pointer, x, y);
  if (item == NULL && nk_spot_at (pointer->canvas, x, y, &spot))
    nk_canvas_name_new (pointer->canvas, &spot);
  else if (item != NULL && item->kind == NK_ACTOR)
    nk_canvas_name_actor (pointer->canvas, item->id);
  else if (item != NULL && item->kind == NK_TIE && !nk_canvas_refuses (pointer->canvas))
    nk_canvas_apply (pointer->canvas,
                     nk_edit_for_bends (nk_session_map (session), item->id, NULL, 0), NULL);
}

/* Where several lines lie on each other, another click takes the next one. */
static void
select_next (NkPointer *pointer,
             double     x,
             double     y)
{
  NkSession *session = session_of (pointer);
  g_autoptr (GPtrArray) items = nk_canvas_pick_all (pointer->canvas, x, y);

  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *next = g_ptr_array_index (items, (i + 1) % items->len);

      if (!is_selected (pointer, g_ptr_array_index (items, i)))
        continue;
      nk_session_select_only (session, next->kind, next->id);
      return;
    }
}

static void
on_click (GtkGestureClick *gesture,
          int              n_press,
          double           x,
          double           y,
          gpointer         user_data)
{
  NkPointer *pointer = user_data;
  gboolean second;

  /* A drag is no click. */
  if (pointer->moved || !pointer->ours)
    {
      pointer->click_time = 0;
      return;
    }
  second = is_second_click (pointer, gesture, n_press, x, y);
  if (pointer->space
      || pick_handle (pointer, x, y, FALSE).kind == NK_HANDLE_KNOB)
    return;
  if (second)
    double_click (pointer, x, y);
  else if (pointer->again)
    select_next (pointer, x, y);
}

void
nk_pointer_set_space (NkPointer *pointer,
                      gboolean   down)
{
  pointer->space = down;
  if (!pointer->is_down)
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
  g_signal_connect (click, "released", G_CALLBACK (on_click), pointer);
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
  g_clear_pointer (&pointer->press.scene, nk_scene_unref);
  g_clear_pointer (&pointer->press.before, nk_selection_free);
  g_free (pointer);
}
