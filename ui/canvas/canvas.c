#include "ui/canvas/canvas-private.h"

#include "ui/canvas/keys.h"
#include "ui/program/trace.h"

#include "map/text.h"

#define CALM 150   /* ms with a sharp picture after which the proxies follow */

G_DEFINE_FINAL_TYPE (NkCanvas, nk_canvas, GTK_TYPE_WIDGET)

enum { FAILED, SAID, NAMING_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static double
scale (NkCanvas *canvas)
{
  return nk_camera_scale (nk_session_camera (canvas->session));
}

void
nk_canvas_to_scene (NkCanvas *canvas,
                    double    x,
                    double    y,
                    double   *scene_x,
                    double   *scene_y)
{
  double origin_x, origin_y;

  nk_picture_origin (canvas->picture, &origin_x, &origin_y);
  *scene_x = (x - origin_x) / scale (canvas);
  *scene_y = (y - origin_y) / scale (canvas);
}

void
nk_canvas_from_scene (NkCanvas *canvas,
                      double    scene_x,
                      double    scene_y,
                      double   *x,
                      double   *y)
{
  double origin_x, origin_y;

  nk_picture_origin (canvas->picture, &origin_x, &origin_y);
  *x = origin_x + scene_x * scale (canvas);
  *y = origin_y + scene_y * scale (canvas);
}

NkBox
nk_canvas_view (NkCanvas *canvas)
{
  NkBox view;
  double right, bottom;

  nk_canvas_to_scene (canvas, 0, 0, &view.x, &view.y);
  nk_canvas_to_scene (canvas, gtk_widget_get_width (GTK_WIDGET (canvas)),
                      gtk_widget_get_height (GTK_WIDGET (canvas)), &right, &bottom);
  view.width = right - view.x;
  view.height = bottom - view.y;
  return view;
}

/* The picture */

static void
on_picture_changed (gpointer user_data)
{
  NkCanvas *canvas = user_data;

  /* What is painted beyond the edges changes nothing that is in view. */
  if (!nk_picture_is_sharp (canvas->picture))
    {
      canvas->resting = FALSE;
      g_clear_handle_id (&canvas->calm_timer, g_source_remove);
    }
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static gboolean
on_calm (gpointer data)
{
  NkCanvas *canvas = data;
  NkBox view = nk_canvas_view (canvas);
  const cairo_rectangle_t part = { view.x, view.y, view.width, view.height };

  canvas->calm_timer = 0;
  canvas->resting = TRUE;
  nk_proxies_update (canvas->proxies, &part);
  return G_SOURCE_REMOVE;
}

static void
on_picture_sharp (gpointer user_data)
{
  NkCanvas *canvas = user_data;

  if (canvas->dropping)
    {
      canvas->dropping = FALSE;
      nk_gesture_clear (&canvas->gesture);
      gtk_widget_queue_draw (GTK_WIDGET (canvas));
    }
  nk_player_sharp (canvas->player);
  if (canvas->calm_timer == 0)
    canvas->calm_timer = g_timeout_add (CALM, on_calm, canvas);
  nk_trace ("drawn sharp");
}

static void
look (NkCanvas *canvas,
      NkLook   *look)
{
  nk_picture_origin (canvas->picture, &look->x, &look->y);
  look->scale = scale (canvas);
  nk_session_paper (canvas->session, &look->paper);
}

static GskRenderNode *
picture_node (NkCanvas *canvas)
{
  GskRenderer *renderer =
    gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (canvas)));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  nk_picture_snapshot (canvas->picture, snapshot,
                       g_strcmp0 (G_OBJECT_TYPE_NAME (renderer), "GskCairoRenderer") != 0);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
nk_canvas_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  NkCanvas *canvas = NK_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  /* It goes on being painted below a transition, and may end it. */
  g_autoptr (GskRenderNode) picture = picture_node (canvas);
  NkLook now;

  look (canvas, &now);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (nk_player_is_on (canvas->player))
    nk_player_snapshot (canvas->player, &now, snapshot);
  else
    {
      gtk_snapshot_append_node (snapshot, picture);
      if (canvas->marks != NULL)
        nk_marks_snapshot (canvas->marks, canvas->session, snapshot, width, height);
      nk_overlay_snapshot (canvas->session, &canvas->gesture, snapshot, width, height,
                           gtk_widget_get_scale_factor (widget));
    }
  if (nk_namer_is_on (canvas->namer))
    gtk_widget_snapshot_child (widget, nk_namer_widget (canvas->namer), snapshot);
  gtk_snapshot_pop (snapshot);
}

/* Size */

/* GTK leaves to the parent of a popover to place it again when its size changes. */
static void
present_popovers (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
nk_canvas_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  NkCanvas *canvas = NK_CANVAS (widget);
  double x, y;

  if (width != canvas->width || height != canvas->height)
    {
      canvas->width = width;
      canvas->height = height;
      nk_picture_resize (canvas->picture, width, height);
      nk_canvas_refit (canvas);
    }
  nk_picture_origin (canvas->picture, &x, &y);
  nk_proxies_allocate (canvas->proxies, x, y, scale (canvas));
  nk_namer_allocate (canvas->namer);
  present_popovers (widget);
  if (canvas->resting)
    nk_trace ("at rest");
  canvas->resting = FALSE;
}

static void
on_scale_factor (NkCanvas *canvas)
{
  nk_picture_set_device (canvas->picture, gtk_widget_get_scale_factor (GTK_WIDGET (canvas)));
}

static void
nk_canvas_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nk_canvas_parent_class)->realize (widget);
  on_scale_factor (NK_CANVAS (widget));
}

/* Gestures */

NkGesture *
nk_canvas_gesture (NkCanvas *canvas)
{
  /* Whoever starts something new does not wait for the end of the last drop. */
  if (canvas->dropping)
    {
      canvas->dropping = FALSE;
      nk_gesture_clear (&canvas->gesture);
    }
  return &canvas->gesture;
}

void
nk_canvas_gesture_changed (NkCanvas *canvas)
{
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

/* The items of the scene that the gesture shows instead of the picture, and where they are. */
static GHashTable *
lifted_numbers (NkCanvas                 *canvas,
                const cairo_rectangle_t **area)
{
  NkGesture *gesture = &canvas->gesture;

  *area = gesture->dragged != NULL ? nk_dragged_area (gesture->dragged)
                                   : nk_ghost_area (gesture->ghost);
  return gesture->dragged != NULL ? nk_dragged_numbers (gesture->dragged)
                                  : nk_ghost_numbers (gesture->ghost);
}

void
nk_canvas_lift (NkCanvas *canvas)
{
  const cairo_rectangle_t *area;
  GHashTable *numbers = lifted_numbers (canvas, &area);

  canvas->lifted = TRUE;
  nk_picture_set_without (canvas->picture, numbers, area);
}

void
nk_canvas_drop (NkCanvas *canvas,
                gboolean  keep)
{
  NkGesture *gesture = &canvas->gesture;
  const cairo_rectangle_t *area;

  if (canvas->lifted)
    {
      lifted_numbers (canvas, &area);
      nk_picture_set_without (canvas->picture, NULL, area);
    }
  canvas->lifted = FALSE;
  canvas->dropping = keep && (gesture->dragged != NULL || gesture->ghost != NULL);
  g_clear_pointer (&gesture->words, g_free);
  g_clear_pointer (&gesture->target, g_free);
  gesture->aims = FALSE;
  if (!canvas->dropping)
    nk_gesture_clear (gesture);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

void
nk_canvas_repeat_gesture (NkCanvas *canvas)
{
  nk_pointer_repeat (canvas->pointer);
}

/* What is proposed */

void
nk_canvas_set_marks (NkCanvas *canvas,
                     NkMarks  *marks)
{
  g_clear_pointer (&canvas->marks, nk_marks_free);
  canvas->marks = marks;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

gboolean
nk_canvas_has_marks (NkCanvas *canvas)
{
  return canvas->marks != NULL;
}

void
nk_canvas_begin_transition (NkCanvas *canvas)
{
  NkLook now;

  look (canvas, &now);
  nk_player_begin (canvas->player, &now);
}

gboolean
nk_canvas_is_changing (NkCanvas *canvas)
{
  NkGesture *gesture = &canvas->gesture;

  return nk_namer_is_on (canvas->namer)
         || ((gesture->dragged != NULL || gesture->ghost != NULL) && !canvas->dropping);
}

gboolean
nk_canvas_is_tying (NkCanvas *canvas)
{
  const NkGesture *gesture = &canvas->gesture;

  return gesture->ghost != NULL && nk_ghost_numbers (gesture->ghost) == NULL;
}

void
nk_canvas_select_at (NkCanvas *canvas,
                     double    x,
                     double    y)
{
  nk_pointer_select_at (canvas->pointer, x, y);
}

gboolean
nk_canvas_refuses (NkCanvas *canvas)
{
  if (!nk_session_is_proposing (canvas->session))
    return FALSE;
  nk_canvas_fail (canvas, _("This is a preview. Keep it or cancel it before you change the map."));
  return TRUE;
}

void
nk_canvas_fail (NkCanvas   *canvas,
                const char *message)
{
  g_signal_emit (canvas, signals[FAILED], 0, message);
}

void
nk_canvas_say (NkCanvas   *canvas,
               const char *message)
{
  g_signal_emit (canvas, signals[SAID], 0, message);
}

gboolean
nk_canvas_apply (NkCanvas   *canvas,
                 NkEdit     *edit,
                 const char *gesture)
{
  g_autoptr (GError) error = NULL;

  if (nk_session_apply (canvas->session, edit, gesture, &error))
    return TRUE;
  nk_canvas_fail (canvas, error->message);
  return FALSE;
}

/* Naming */

NkNamer *
nk_canvas_namer (NkCanvas *canvas)
{
  return canvas->namer;
}

void
nk_canvas_naming_changed (NkCanvas *canvas)
{
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  g_signal_emit (canvas, signals[NAMING_CHANGED], 0);
}

gboolean
nk_canvas_cancel (NkCanvas *canvas)
{
  return nk_namer_end (canvas->namer, FALSE) || nk_pointer_cancel (canvas->pointer);
}

/* The session */

static void
on_selection_changed (NkCanvas *canvas)
{
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  if (nk_picture_is_sharp (canvas->picture) && canvas->calm_timer == 0)
    canvas->calm_timer = g_timeout_add (CALM, on_calm, canvas);
}

static void
describe (NkCanvas *canvas)
{
  const NkMap *map = nk_session_map (canvas->session);
  g_autofree char *text = g_strdup_printf (_("Actors: %u, ties: %u"),
                                           nk_map_count (map, NK_ACTOR),
                                           nk_map_count (map, NK_TIE));

  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

/* What lies round dark paper is dark as well. */
static void
follow_theme (NkCanvas *canvas)
{
  if (nk_session_theme (canvas->session)->dark)
    gtk_widget_add_css_class (GTK_WIDGET (canvas), "dark-paper");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (canvas), "dark-paper");
}

static void
on_scene_changed (NkCanvas *canvas)
{
  describe (canvas);
  follow_theme (canvas);
  nk_player_follow (canvas->player);
  nk_picture_renew (canvas->picture);
  /* Planes, panels and the triangle stretch with what stands on them. */
  if (nk_session_show (canvas->session) != NK_SHOW_LEVELS)
    nk_canvas_refit (canvas);
}

static void
on_camera_changed (NkCanvas *canvas)
{
  nk_picture_move (canvas->picture);
  if (nk_namer_is_on (canvas->namer))
    gtk_widget_queue_allocate (GTK_WIDGET (canvas));
}

static void
on_opened (NkCanvas *canvas)
{
  nk_canvas_cancel (canvas);
  nk_player_end (canvas->player);
  nk_picture_forget (canvas->picture);
  nk_canvas_fit (canvas);
}

static void
listen (NkCanvas   *canvas,
        const char *signal,
        GCallback   callback)
{
  g_signal_connect_object (canvas->session, signal, callback, canvas, G_CONNECT_SWAPPED);
}

void
nk_canvas_set_session (NkCanvas  *canvas,
                       NkSession *session)
{
  const NkPictureEvents events = { on_picture_changed, on_picture_sharp };

  g_return_if_fail (canvas->session == NULL);
  canvas->session = g_object_ref (session);
  canvas->picture = nk_picture_new (session, &events, canvas);
  canvas->player = nk_player_new (GTK_WIDGET (canvas), session);
  canvas->proxies = nk_proxies_new (GTK_WIDGET (canvas), session);
  canvas->namer = nk_namer_new (canvas);
  canvas->pointer = nk_pointer_new (canvas);
  canvas->travel = nk_travel_new (canvas);
  canvas->glide = nk_glide_new (canvas);
  canvas->walker = nk_walker_new (canvas);
  nk_keys_attach (canvas, canvas->pointer, canvas->walker);
  listen (canvas, "opened", G_CALLBACK (on_opened));
  listen (canvas, "scene-changed", G_CALLBACK (on_scene_changed));
  listen (canvas, "camera-changed", G_CALLBACK (on_camera_changed));
  listen (canvas, "selection-changed", G_CALLBACK (on_selection_changed));
  listen (canvas, "hover-changed", G_CALLBACK (gtk_widget_queue_draw));
  listen (canvas, "found-changed", G_CALLBACK (gtk_widget_queue_draw));
  listen (canvas, "cursor-changed", G_CALLBACK (gtk_widget_queue_draw));
  g_signal_connect (canvas, "notify::scale-factor", G_CALLBACK (on_scale_factor), NULL);
  describe (canvas);
}

NkSession *
nk_canvas_session (NkCanvas *canvas)
{
  return canvas->session;
}

/* The class */

static void
nk_canvas_dispose (GObject *object)
{
  NkCanvas *canvas = NK_CANVAS (object);

  g_clear_handle_id (&canvas->calm_timer, g_source_remove);
  g_clear_pointer (&canvas->namer, nk_namer_free);
  g_clear_pointer (&canvas->proxies, nk_proxies_free);
  g_clear_pointer (&canvas->pointer, nk_pointer_free);
  g_clear_pointer (&canvas->travel, nk_travel_free);
  g_clear_pointer (&canvas->glide, nk_glide_free);
  g_clear_pointer (&canvas->walker, nk_walker_free);
  g_clear_pointer (&canvas->player, nk_player_free);
  g_clear_pointer (&canvas->marks, nk_marks_free);
  g_clear_pointer (&canvas->picture, nk_picture_free);
  nk_gesture_clear (&canvas->gesture);
  if (canvas->session != NULL)
    g_signal_handlers_disconnect_by_data (canvas->session, canvas);
  g_clear_object (&canvas->session);
  G_OBJECT_CLASS (nk_canvas_parent_class)->dispose (object);
}

/* Tab comes to it from elsewhere in the window, and leaves it where no actors are. */
static gboolean
nk_canvas_focus (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  /* GTK asks from the window down, also for the menu that is open here. */
  if (popover != NULL && gtk_widget_is_ancestor (popover, widget))
    return gtk_widget_child_focus (popover, direction);
  if (focus == widget || (focus != NULL && gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  return gtk_widget_grab_focus (widget);
}

static void
nk_canvas_class_init (NkCanvasClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_canvas_dispose;
  widget_class->realize = nk_canvas_realize;
  widget_class->snapshot = nk_canvas_snapshot;
  widget_class->focus = nk_canvas_focus;
  widget_class->size_allocate = nk_canvas_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "mapcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[FAILED] = g_signal_new ("failed", NK_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SAID] = g_signal_new ("said", NK_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NAMING_CHANGED] = g_signal_new ("naming-changed", NK_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
nk_canvas_init (NkCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);

  canvas->fitted = TRUE;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"),
                                  -1);
}
