#include "ui/canvas/travel.h"

#include <math.h>

#define WHEEL_ZOOM 1.2       /* a notch */
#define WHEEL_STEP 60.0      /* pixels a notch sideways */
#define TOUCHPAD_STEP 12.0   /* pixels a unit of two-finger scrolling */

struct _NkTravel
{
  NkCanvas *canvas;
  double x, y;               /* where the pointer is, pixels */
  double last_x, last_y;     /* of a drag with the middle button: the offset that is done */
  double pinch_zoom;         /* when the pinch began */
};

static double
zoom_of (NkTravel *travel)
{
  return nk_camera_zoom (nk_session_camera (nk_canvas_session (travel->canvas)));
}

static void
on_motion (NkTravel *travel,
           double    x,
           double    y)
{
  travel->x = x;
  travel->y = y;
}

static gboolean
is_touchpad (GtkEventController *controller)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHPAD;
}

/* A wheel zooms, and with Shift goes sideways; two fingers go everywhere, and with Ctrl zoom. */
static gboolean
on_scroll (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           gpointer                  user_data)
{
  NkTravel *travel = user_data;
  GtkEventController *controller = GTK_EVENT_CONTROLLER (scroll);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);
  gboolean shift = (state & GDK_SHIFT_MASK) != 0, control = (state & GDK_CONTROL_MASK) != 0;
  gboolean touchpad = is_touchpad (controller);
  double step = touchpad ? TOUCHPAD_STEP : WHEEL_STEP;

  if ((control || !touchpad) && !shift && dy != 0)
    nk_canvas_zoom_at (travel->canvas, travel->x, travel->y,
                       zoom_of (travel) * pow (WHEEL_ZOOM, -dy));
  else if (shift && dx == 0)
    nk_canvas_pan (travel->canvas, -dy * step, 0);
  else
    nk_canvas_pan (travel->canvas, -dx * step, -dy * step);
  return TRUE;
}

static void
on_pinch_begin (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                gpointer          user_data)
{
  NkTravel *travel = user_data;

  /* What the first finger began is over. */
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  travel->pinch_zoom = zoom_of (travel);
}

static void
on_pinch (GtkGestureZoom *gesture,
          double          factor,
          gpointer        user_data)
{
  NkTravel *travel = user_data;
  double x = travel->x, y = travel->y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  nk_canvas_zoom_at (travel->canvas, x, y, travel->pinch_zoom * factor);
}

static void
on_middle_begin (NkTravel *travel)
{
  travel->last_x = travel->last_y = 0;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (travel->canvas), "grabbing");
}

static void
on_middle_update (NkTravel *travel,
                  double    dx,
                  double    dy)
{
  nk_canvas_pan (travel->canvas, dx - travel->last_x, dy - travel->last_y);
  travel->last_x = dx;
  travel->last_y = dy;
}

static void
on_middle_end (NkTravel *travel)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (travel->canvas), NULL);
}

static void
add (NkTravel           *travel,
     GtkEventController *controller)
{
  gtk_widget_add_controller (GTK_WIDGET (travel->canvas), controller);
}

static void
add_controllers (NkTravel *travel)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *middle = gtk_gesture_drag_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), travel);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), travel);
  add (travel, motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), travel);
  add (travel, scroll);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), travel);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), travel);
  add (travel, GTK_EVENT_CONTROLLER (pinch));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (middle), GDK_BUTTON_MIDDLE);
  g_signal_connect_swapped (middle, "drag-begin", G_CALLBACK (on_middle_begin), travel);
  g_signal_connect_swapped (middle, "drag-update", G_CALLBACK (on_middle_update), travel);
  g_signal_connect_swapped (middle, "drag-end", G_CALLBACK (on_middle_end), travel);
  add (travel, GTK_EVENT_CONTROLLER (middle));
}

NkTravel *
nk_travel_new (NkCanvas *canvas)
{
  NkTravel *travel = g_new0 (NkTravel, 1);

  travel->canvas = canvas;
  add_controllers (travel);
  return travel;
}

void
nk_travel_free (NkTravel *travel)
{
  g_free (travel);
}
