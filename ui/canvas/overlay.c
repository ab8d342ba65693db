#include "ui/canvas/overlay.h"

#include "drawing/painter.h"
#include "drawing/typeface.h"
#include "ui/canvas/accent.h"
#include "ui/canvas/guides.h"
#include "ui/canvas/marks.h"
#include "ui/canvas/slots.h"

#include <math.h>

#define WORDS_SIZE 13.0           /* pixels */
#define WORDS_PAD 6.0
#define WORDS_ABOVE 10.0          /* from what they are said of */
#define GOAL_RADIUS 7.0
#define CURSOR_GAP 6.0            /* pixels between it and its actor */
#define MANY 300                  /* more in view are painted together */
#define CROWD (10 * MANY)         /* of so many none has smooth edges */
#define TOGETHER 64               /* lines in one stroke: of many, that takes longer for each */

typedef struct
{
  NkSession *session;
  NkGesture *gesture;
  GtkSnapshot *snapshot;
  const NkTheme *theme;
  const NkAccent *accent;
  int width, height; /* of the canvas, pixels */
  int device;        /* pixels of the screen in one of these */
  double x, y;       /* the scene's origin, pixels */
  double scale;      /* pixels a point */
  NkPaintOptions options;
} Overlay;

void
nk_gesture_clear (NkGesture *gesture)
{
  g_clear_pointer (&gesture->dragged, nk_dragged_free);
  g_clear_pointer (&gesture->ghost, nk_ghost_free);
  g_clear_pointer (&gesture->target, g_free);
  g_clear_pointer (&gesture->level, g_free);
  g_clear_pointer (&gesture->district, g_free);
  g_clear_pointer (&gesture->words, g_free);
  g_clear_pointer (&gesture->slots, g_array_unref);
  g_clear_pointer (&gesture->guides, g_array_unref);
  *gesture = (NkGesture) { 0 };
}

/* A Cairo context in points of the scene, for an area of it and `rim` pixels round it. Each
 * thing has a node of its own, as small as it is, so that a frame redraws no more than that. */
static cairo_t *
begin (Overlay *overlay,
       double   x,
       double   y,
       double   width,
       double   height,
       double   rim)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) floor (overlay->x + x * overlay->scale - rim),
                                             (float) floor (overlay->y + y * overlay->scale - rim),
                                             (float) ceil (width * overlay->scale + 2 * rim + 1),
                                             (float) ceil (height * overlay->scale + 2 * rim + 1));
  cairo_t *cr = gtk_snapshot_append_cairo (overlay->snapshot, &area);

  cairo_translate (cr, overlay->x, overlay->y);
  cairo_scale (cr, overlay->scale, overlay->scale);
  return cr;
}

static cairo_t *
begin_item (Overlay      *overlay,
            const NkItem *item)
{
  return begin (overlay, item->x, item->y, item->width, item->height, 8);
}

static void
trace_path (const NkItem *item,
            cairo_t      *cr)
{
  cairo_move_to (cr, item->path[0].x, item->path[0].y);
  if (item->curved)
    for (guint i = 1; i + 2 < item->n_path; i += 3)
      cairo_curve_to (cr, item->path[i].x, item->path[i].y, item->path[i + 1].x,
                      item->path[i + 1].y,
                      item->path[i + 2].x, item->path[i + 2].y);
  else
    for (guint i = 1; i < item->n_path; i++)
      cairo_line_to (cr, item->path[i].x, item->path[i].y);
}

/* A rim round an item: broad and pale, with a thin line in it. */
static void
paint_rim (Overlay      *overlay,
           const NkItem *item,
           gboolean      selected)
{
  cairo_t *cr = begin_item (overlay, item);
  gboolean is_tie = item->type == NK_ITEM_TIE;

  if (is_tie && item->n_path > 1)
    trace_path (item, cr);
  else
    nk_trace_body (item, cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, selected ? &overlay->accent->rim : &overlay->accent->wash);
  cairo_set_line_width (cr, 7 / overlay->scale + (is_tie ? item->line_width : 0));
  cairo_stroke_preserve (cr);
  if (selected || !is_tie)
    {
      gdk_cairo_set_source_rgba (cr, &overlay->accent->line);
      cairo_set_line_width (cr, (selected ? 2 : 1.5) / overlay->scale);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static gboolean
is_in_view (Overlay      *overlay,
            const NkItem *item)
{
  double x = overlay->x + item->x * overlay->scale, y = overlay->y + item->y * overlay->scale;

  return x < overlay->width && y < overlay->height
         && x + item->width * overlay->scale > 0 && y + item->height * overlay->scale > 0;
}

/* The name of a tie again, above its rim. */
static void
paint_name (Overlay      *overlay,
            const NkItem *tie)
{
  const NkItem *name = nk_scene_find (nk_session_scene (overlay->session), NK_ITEM_LABEL, NK_TIE,
                                      tie->id, tie->plane);
  cairo_t *cr;

  if (name == NULL)
    return;
  cr = begin_item (overlay, name);
  nk_paint_item (name, cr, &overlay->options);
  cairo_destroy (cr);
}

static void
paint_rims (Overlay      *overlay,
            NkRecordKind  kind,
            const char   *id,
            gboolean      selected)
{
  g_autoptr (GPtrArray) items = nk_session_items (overlay->session, kind, id);

  for (guint i = 0; i < items->len; i++)
    if (is_in_view (overlay, g_ptr_array_index (items, i)))
      {
        paint_rim (overlay, g_ptr_array_index (items, i), selected);
        if (kind == NK_TIE)
          paint_name (overlay, g_ptr_array_index (items, i));
      }
}

/* Sets */

/* What draws the records of a set, as far as it is in view: by the set, or, if that is large, by the
 * scene. */
static GPtrArray *
items_in_view (Overlay           *overlay,
               const NkSelection *set)
{
  NkScene *scene = nk_session_scene (overlay->session);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; nk_selection_count (set) <= MANY && i < nk_selection_count (set); i++)
    {
      const NkRecordName *name = nk_selection_at (set, i);
      g_autoptr (GPtrArray) items = nk_session_items (overlay->session, name->kind, name->id);

      for (guint j = 0; j < items->len; j++)
        if (is_in_view (overlay, g_ptr_array_index (items, j)))
          g_ptr_array_add (found, g_ptr_array_index (items, j));
    }
  for (guint i = 0; nk_selection_count (set) > MANY && i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);

      if ((item->type == NK_ITEM_ACTOR || item->type == NK_ITEM_TIE || item->type == NK_ITEM_NOTE)
          && is_in_view (overlay, item) && nk_selection_contains (set, item->kind, item->id))
        g_ptr_array_add (found, (gpointer) item);
    }
  return found;
}

static void
trace_crowd (const GPtrArray *items,
             cairo_t         *cr)
{
  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);

      if (item->type != NK_ITEM_TIE)
        {
          cairo_rectangle (cr, item->body_x, item->body_y, item->body_width, item->body_height);
          cairo_fill (cr);
        }
    }
  for (guint i = 0, n = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);

      if (item->type != NK_ITEM_TIE || item->n_path < 2)
        continue;
      cairo_move_to (cr, item->path[0].x, item->path[0].y);
      cairo_line_to (cr, item->path[item->n_path - 1].x, item->path[item->n_path - 1].y);
      if (++n % TOGETHER == 0)
        cairo_stroke (cr);
    }
  cairo_stroke (cr);
}

/* Of so many that nobody sees a single one: all as one mask, and their lines straight. */
static void
paint_crowd (Overlay         *overlay,
             const GPtrArray *items,
             const GdkRGBA   *ink)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8,
                                                      overlay->width * overlay->device,
                                                      overlay->height * overlay->device);
  cairo_t *cr = cairo_create (mask);

  cairo_surface_set_device_scale (mask, overlay->device, overlay->device);
  cairo_translate (cr, overlay->x, overlay->y);
  cairo_scale (cr, overlay->scale, overlay->scale);
  cairo_set_line_width (cr, 2 / overlay->scale);
  if (items->len > CROWD)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  trace_crowd (items, cr);
  cairo_destroy (cr);
  cr = gtk_snapshot_append_cairo (overlay->snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, overlay->width, overlay->height));
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_mask_surface (cr, mask, 0, 0);
  cairo_destroy (cr);
  cairo_surface_destroy (mask);
}

static void
paint_selection (Overlay *overlay)
{
  const NkSelection *selection = nk_session_selection (overlay->session);
  const NkRecordName *hover = nk_session_hover (overlay->session);
  g_autoptr (GPtrArray) items = items_in_view (overlay, selection);

  if (items->len > MANY)
    paint_crowd (overlay, items, &overlay->accent->rim);
  for (guint i = 0; items->len <= MANY && i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);

      paint_rim (overlay, item, TRUE);
      if (item->kind == NK_TIE)
        paint_name (overlay, item);
    }
  if (hover != NULL && !nk_selection_contains (selection, hover->kind, hover->id))
    paint_rims (overlay, hover->kind, hover->id, FALSE);
}

/* Pins of those on which the eye is: of all it would be too much, and a layout shows them all. */
static void
paint_pins (Overlay *overlay)
{
  const NkRecordName *hover = nk_session_hover (overlay->session);
  const NkMap *map = nk_session_map (overlay->session);
  g_autoptr (GPtrArray) items = items_in_view (overlay, nk_session_selection (overlay->session));

  if (items->len > MANY)
    return;
  if (hover != NULL && hover->kind == NK_ACTOR)
    {
      g_autoptr (GPtrArray) hovered = nk_session_items (overlay->session, NK_ACTOR, hover->id);

      g_ptr_array_extend (items, hovered, NULL, NULL);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);
      const NkRecord *actor = item->type == NK_ITEM_ACTOR ? nk_map_find (map, NK_ACTOR, item->id)
                                                          : NULL;

      if (actor != NULL && nk_record_boolean (actor, NK_FIELD_PINNED))
        nk_marks_snapshot_pin (overlay->snapshot, overlay->accent,
                               overlay->x + (item->body_x + item->body_width) * overlay->scale,
                               overlay->y + item->body_y * overlay->scale,
                               item->body_width * overlay->scale);
    }
}

/* What a search has found, as if with a marker pen. */
static void
paint_mark (Overlay      *overlay,
            const NkItem *item)
{
  cairo_t *cr = begin_item (overlay, item);
  gboolean is_tie = item->type == NK_ITEM_TIE && item->n_path > 1;

  if (is_tie)
    trace_path (item, cr);
  else
    nk_trace_body (item, cr);
  gdk_cairo_set_source_rgba (cr, &overlay->accent->mark);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, (is_tie ? 4 : 9) / overlay->scale);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
paint_found (Overlay *overlay)
{
  g_autoptr (GPtrArray) items = items_in_view (overlay, nk_session_found (overlay->session));

  if (items->len > MANY)
    paint_crowd (overlay, items, &overlay->accent->mark);
  else
    for (guint i = 0; i < items->len; i++)
      paint_mark (overlay, g_ptr_array_index (items, i));
}

/* Dots round the actor on which the keyboard is apart from the selection. */
static void
paint_cursor (Overlay *overlay)
{
  const NkRecordName *cursor = nk_session_cursor (overlay->session);
  double unit = 1 / overlay->scale, gap = CURSOR_GAP * unit;
  g_autoptr (GPtrArray) items = NULL;

  if (cursor == NULL)
    return;
  items = nk_session_items (overlay->session, cursor->kind, cursor->id);
  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);
      const double dots[] = { 0, 5 * unit };
      cairo_t *cr = begin_item (overlay, item);

      cairo_rectangle (cr, item->body_x - gap, item->body_y - gap, item->body_width + 2 * gap,
                       item->body_height + 2 * gap);
      gdk_cairo_set_source_rgba (cr, &overlay->accent->line);
      cairo_set_line_width (cr, 2.5 * unit);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
      cairo_stroke (cr);
      cairo_destroy (cr);
    }
}

static void
paint_handle (Overlay        *overlay,
              const NkHandle *handle)
{
  gboolean knob = handle->kind == NK_HANDLE_KNOB;
  double radius = knob ? NK_KNOB_RADIUS : NK_HANDLE_RADIUS;
  cairo_t *cr = begin (overlay, handle->at.x, handle->at.y, 0, 0, radius + 3);

  cairo_arc (cr, handle->at.x, handle->at.y, radius / overlay->scale, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, knob ? &overlay->accent->line : &overlay->accent->ground);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, knob ? &overlay->accent->ground : &overlay->accent->line);
  cairo_set_line_width (cr, 2 / overlay->scale);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
paint_handles (Overlay *overlay)
{
  g_autoptr (GArray) handles = nk_handles (overlay->session);

  for (guint i = 0; i < handles->len; i++)
    paint_handle (overlay, &g_array_index (handles, NkHandle, i));
}

/* Fills the current path with a pale accent, with a line of so many pixels round it. */
static void
wash (Overlay *overlay,
      cairo_t *cr,
      double   width)
{
  gdk_cairo_set_source_rgba (cr, &overlay->accent->wash);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &overlay->accent->line);
  cairo_set_line_width (cr, width / overlay->scale);
  cairo_stroke (cr);
}

static void
paint_zone (Overlay      *overlay,
            NkItemType    type,
            NkRecordKind  kind,
            const char   *id)
{
  NkScene *scene = nk_session_scene (overlay->session);
  const NkItem *item = id != NULL ? nk_scene_find (scene, type, kind, id, overlay->gesture->plane)
                                  : NULL;
  cairo_t *cr;

  if (item == NULL)
    return;
  cr = begin_item (overlay, item);
  nk_trace_body (item, cr);
  wash (overlay, cr, 2);
  cairo_destroy (cr);
}

static void
paint_slots (Overlay *overlay)
{
  const NkGesture *gesture = overlay->gesture;

  for (guint i = 0; gesture->slots != NULL && i < gesture->slots->len; i++)
    {
      const NkSlot *slot = &g_array_index (gesture->slots, NkSlot, i);
      const NkBox *body = &slot->body;
      cairo_t *cr = begin (overlay, body->x, body->y, body->width, body->height, 4);

      nk_slot_paint (slot, overlay->theme, cr, &overlay->options);
      if (slot->district == gesture->slot)
        {
          cairo_rectangle (cr, body->x, body->y, body->width, body->height);
          wash (overlay, cr, 2);
        }
      cairo_destroy (cr);
    }
}

static void
paint_dragged (Overlay *overlay)
{
  NkDragged *dragged = overlay->gesture->dragged;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  cairo_rectangle_t bounds;
  cairo_t *cr;

  for (guint i = 0; i < nk_dragged_n_items (dragged); i++)
    {
      const NkItem *item = nk_dragged_item (dragged, i);

      /* Lines are what takes time, and of so many nobody follows one. */
      if (is_in_view (overlay, item)
          && (item->type != NK_ITEM_TIE || nk_dragged_n_items (dragged) <= CROWD))
        g_ptr_array_add (items, (gpointer) item);
    }
  if (items->len > MANY)
    {
      paint_crowd (overlay, items, &overlay->accent->rim);
      return;
    }
  nk_dragged_bounds (dragged, &bounds);
  cr = begin (overlay, bounds.x, bounds.y, bounds.width, bounds.height, 8);
  for (guint i = 0; i < items->len; i++)
    nk_paint_item (g_ptr_array_index (items, i), cr, &overlay->options);
  cairo_destroy (cr);
  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);

      if (item->type == NK_ITEM_ACTOR || item->type == NK_ITEM_NOTE)
        paint_rim (overlay, item, TRUE);
    }
}

/* A ring where the actor would be drawn to. */
static void
paint_goal (Overlay *overlay)
{
  const NkPoint *goal = &overlay->gesture->goal;
  cairo_t *cr = begin (overlay, goal->x, goal->y, 0, 0, GOAL_RADIUS + 3);

  cairo_arc (cr, goal->x, goal->y, GOAL_RADIUS / overlay->scale, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &overlay->accent->line);
  cairo_set_line_width (cr, 2.5 / overlay->scale);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* What would become of it, in words above it. */
static void
paint_words (Overlay *overlay)
{
  NkGesture *gesture = overlay->gesture;
  const GdkRGBA *line = &overlay->accent->line;
  double unit = 1 / overlay->scale, width, height;
  NkItem item = { .type = NK_ITEM_NOTE, .kind = NK_HEAD, .id = "", .plane = -1, .unit = unit,
                  .theme = overlay->theme, .shape = NK_SHAPE_BOX, .line_width = unit,
                  .stroke = { line->red, line->green, line->blue, 1 } };
  cairo_t *cr;

  item.lettering = nk_lettering_new (gesture->words, "", nk_typeface (), WORDS_SIZE * unit, FALSE, 0,
                                     NK_ALIGN_LEFT);
  item.fill = item.theme->paper;
  item.ink = item.theme->text;
  nk_lettering_size (item.lettering, &width, &height);
  item.body_width = item.width = width + 2 * WORDS_PAD * unit;
  item.body_height = item.height = height + 2 * WORDS_PAD * unit;
  /* As far as it can be seen there. */
  item.body_x = item.x = MAX (gesture->at.x - item.width / 2, (WORDS_PAD - overlay->x) * unit);
  item.body_y = item.y = MAX (gesture->at.y - WORDS_ABOVE * unit - item.height,
                              (WORDS_PAD - overlay->y) * unit);
  item.text_x = item.x + WORDS_PAD * unit;
  item.text_y = item.y + WORDS_PAD * unit;
  cr = begin_item (overlay, &item);
  nk_paint_item (&item, cr, &overlay->options);
  cairo_destroy (cr);
  nk_lettering_unref (item.lettering);
}

static void
paint_band (Overlay *overlay)
{
  const cairo_rectangle_t *band = &overlay->gesture->band;
  cairo_t *cr = begin (overlay, band->x, band->y, band->width, band->height, 2);

  cairo_rectangle (cr, band->x, band->y, band->width, band->height);
  wash (overlay, cr, 1);
  cairo_destroy (cr);
}

static void
paint_ghost (Overlay *overlay)
{
  const NkItem *item = nk_ghost_item (overlay->gesture->ghost);
  double rim = 2 * (item->end_size + item->line_width) * overlay->scale + 2;
  cairo_t *cr = begin (overlay, item->x, item->y, item->width, item->height, rim);

  nk_paint_item (item, cr, &overlay->options);
  cairo_destroy (cr);
  if (overlay->gesture->target != NULL)
    paint_rims (overlay, NK_ACTOR, overlay->gesture->target, TRUE);
}

/* While a line of the picture is led by hand, what is round it stands where it was. */
static gboolean
is_leading (const NkGesture *gesture)
{
  return gesture->ghost != NULL && nk_ghost_numbers (gesture->ghost) != NULL;
}

void
nk_overlay_snapshot (NkSession   *session,
                     NkGesture   *gesture,
                     GtkSnapshot *snapshot,
                     int          width,
                     int          height,
                     int          device)
{
  const NkCamera *camera = nk_session_camera (session);
  const NkTheme *theme = nk_session_theme (session);
  Overlay overlay = { session, gesture, snapshot, theme, nk_accent (theme), width, height, device,
                      .scale = nk_camera_scale (camera) };

  overlay.options.detail = overlay.scale * device;
  nk_camera_origin (camera, width, height, &overlay.x, &overlay.y);
  paint_zone (&overlay, NK_ITEM_BAND, NK_LEVEL, gesture->level);
  paint_zone (&overlay, NK_ITEM_DISTRICT, NK_DISTRICT, gesture->district);
  paint_slots (&overlay);
  if (gesture->guides != NULL)
    nk_guides_snapshot (gesture->guides, overlay.accent, snapshot, overlay.x, overlay.y,
                        overlay.scale);
  if (gesture->dragged != NULL)
    paint_dragged (&overlay);
  else if (!is_leading (gesture))
    {
      paint_found (&overlay);
      paint_selection (&overlay);
      paint_cursor (&overlay);
    }
  if (gesture->ghost != NULL)
    paint_ghost (&overlay);
  if (gesture->aims)
    paint_goal (&overlay);
  if (gesture->words != NULL)
    paint_words (&overlay);
  if (gesture->ghost == NULL && gesture->dragged == NULL)
    {
      paint_pins (&overlay);
      paint_handles (&overlay);
    }
  if (gesture->band.width > 0)
    paint_band (&overlay);
}
