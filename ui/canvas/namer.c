#include "ui/canvas/namer.h"

#include "ui/canvas/naming.h"
#include "ui/canvas/slots.h"
#include "ui/canvas/spots.h"
#include "ui/program/trace.h"
#include "ui/session/tie-edits.h"

#include "map/text.h"

struct _NkNamer
{
  NkCanvas *canvas;
  NkMatcher *matcher;
  NkNaming *naming;     /* or NULL */
  char *tied_from;      /* the actor from which a tie goes to the one being named, or NULL */
};

NkNamer *
nk_namer_new (NkCanvas *canvas)
{
  NkNamer *namer = g_new0 (NkNamer, 1);

  namer->canvas = canvas;
  namer->matcher = nk_matcher_new ();
  return namer;
}

void
nk_namer_free (NkNamer *namer)
{
  g_clear_pointer (&namer->naming, nk_naming_free);
  nk_matcher_free (namer->matcher);
  g_free (namer->tied_from);
  g_free (namer);
}

static const NkMap *
map_of (NkNamer *namer)
{
  return nk_session_map (nk_canvas_session (namer->canvas));
}

static void
close_naming (NkNamer *namer)
{
  GtkWidget *canvas = GTK_WIDGET (namer->canvas);

  /* First, since GTK moves the keyboard away step by step, and the entry must last as long. */
  if (gtk_widget_get_focus_child (canvas) != NULL)
    gtk_widget_grab_focus (canvas);
  g_clear_pointer (&namer->naming, nk_naming_free);
  if (namer->tied_from != NULL)
    nk_canvas_drop (namer->canvas, FALSE);
  g_clear_pointer (&namer->tied_from, g_free);
  g_clear_pointer (&nk_canvas_gesture (namer->canvas)->slots, g_array_unref);
  nk_canvas_naming_changed (namer->canvas);
}

/* What becomes of it */

/* With an actor that was drawn to, its tie is made. */
static void
add_tie (NkNamer    *namer,
         NkEdit     *edit,
         const char *actor,
         int         plane)
{
  const NkMap *map = map_of (namer);
  const NkNextTie *next = nk_session_next_tie (nk_canvas_session (namer->canvas));
  const NkNewTie look = { nk_next_tie_kind (next, map), next->formal, plane };

  if (namer->tied_from != NULL)
    g_free (nk_edit_add_tie (edit, map, namer->tied_from, actor, &look));
}

/* The new actor's id, to be freed; NULL if it could not be made. */
static char *
add_actor (NkNamer      *namer,
           const char   *name,
           const NkSpot *spot)
{
  g_autofree char *id = NULL;
  NkEdit *edit = nk_edit_for_actor (map_of (namer), name, spot, &id);

  add_tie (namer, edit, id, spot->plane);
  if (!nk_canvas_apply (namer->canvas, edit, NULL))
    return NULL;
  nk_session_select_only (nk_canvas_session (namer->canvas), NK_ACTOR, id);
  return g_steal_pointer (&id);
}

static void
rename_actor (NkNamer    *namer,
              const char *id,
              const char *name)
{
  NkEdit *edit = nk_edit_new (_("Rename Actor"));

  nk_edit_set_text (edit, map_of (namer), NK_ACTOR, id, NK_FIELD_NAME, name);
  nk_canvas_apply (namer->canvas, edit, NULL);
}

/* Goes to one that is there; what was drawn goes there as well. */
static void
go_to (NkNamer    *namer,
       const char *id,
       int         plane)
{
  NkSession *session = nk_canvas_session (namer->canvas);

  if (namer->tied_from != NULL && !g_str_equal (namer->tied_from, id))
    {
      NkEdit *edit = nk_edit_new (_("Add Tie"));

      add_tie (namer, edit, id, plane);
      nk_canvas_apply (namer->canvas, edit, NULL);
    }
  nk_session_select_only (session, NK_ACTOR, id);
  nk_canvas_reveal (namer->canvas, NK_ACTOR, id);
}

/* The next one stands beside the one that was made just now, or, if none was, where that would
 * have stood. */
static void
go_on (NkNamer      *namer,
       const char   *made,
       const NkSpot *before)
{
  NkSpot spot = *before;

  if (made != NULL && !nk_spot_beside (namer->canvas, made, &spot))
    return;
  nk_namer_start (namer, NULL, "", &spot);
}

static void
on_done (NkNaming    *naming,
         NkNamingEnd  end,
         const char  *text,
         gpointer     user_data)
{
  NkNamer *namer = user_data;
  g_autofree char *id = g_strdup (nk_naming_id (naming));
  g_autofree char *made = NULL;
  NkSpot spot = *nk_naming_spot (naming);

  switch (end)
    {
    case NK_NAMING_NOTHING:
      break;
    case NK_NAMING_KNOWN:
      go_to (namer, text, spot.plane);
      break;
    case NK_NAMING_NAMED:
    case NK_NAMING_NEXT:
      if (id == NULL && *text != '\0')
        made = add_actor (namer, text, &spot);
      else if (id != NULL && nk_map_find (map_of (namer), NK_ACTOR, id) != NULL)
        rename_actor (namer, id, text);
      break;
    }
  close_naming (namer);
  if (end == NK_NAMING_NEXT && (made != NULL || *text == '\0'))
    go_on (namer, made, &spot);
}

/* Who is named */

void
nk_namer_start (NkNamer      *namer,
                const char   *id,
                const char   *name,
                const NkSpot *spot)
{
  NkGesture *gesture = nk_canvas_gesture (namer->canvas);
  const NkNamingGround ground = { namer->matcher, map_of (namer) };
  NkBox view;

  namer->naming = nk_naming_new (GTK_WIDGET (namer->canvas), &ground, id, name, spot, on_done,
                                 namer);
  if (spot->how != NK_SPOT_AT)
    nk_canvas_reveal_spot (namer->canvas, spot);
  if (id == NULL)
    {
      view = nk_canvas_view (namer->canvas);
      gesture->slots = nk_slots_new (nk_canvas_session (namer->canvas), &view);
      gesture->slot = spot->district;
    }
  nk_canvas_naming_changed (namer->canvas);
  nk_trace ("naming %s at %g %g", id != NULL ? id : "new", spot->x, spot->y);
}

void
nk_namer_tie (NkNamer    *namer,
              const char *from)
{
  namer->tied_from = g_strdup (from);
}

gboolean
nk_namer_is_on (NkNamer *namer)
{
  return namer->naming != NULL;
}

gboolean
nk_namer_end (NkNamer  *namer,
              gboolean  take)
{
  if (namer->naming == NULL)
    return FALSE;
  if (take)
    nk_naming_commit (namer->naming);
  else
    nk_naming_cancel (namer->naming);
  return TRUE;
}

/* What is clicked there does not mean the map below it. */
static gboolean
is_on_widget (NkNamer *namer,
              double   x,
              double   y)
{
  GtkWidget *widget = nk_naming_widget (namer->naming);
  graphene_point_t point;

  return gtk_widget_compute_point (GTK_WIDGET (namer->canvas), widget,
                                   &GRAPHENE_POINT_INIT ((float) x, (float) y), &point)
    && gtk_widget_contains (widget, point.x, point.y);
}

gboolean
nk_namer_press (NkNamer *namer,
                double   x,
                double   y)
{
  NkGesture *gesture = nk_canvas_gesture (namer->canvas);
  const NkSlot *slot;
  NkSpot spot;

  if (namer->naming == NULL)
    return FALSE;
  if (is_on_widget (namer, x, y))
    return TRUE;
  nk_canvas_to_scene (namer->canvas, x, y, &x, &y);
  slot = nk_slots_at (gesture->slots, x, y);
  if (slot == NULL)
    return FALSE;
  spot = *nk_naming_spot (namer->naming);
  spot.band = nk_landing_district_level (map_of (namer));
  spot.district = gesture->slot = slot->district;
  spot.how = NK_SPOT_NEAR;
  spot.x = slot->body.x + slot->body.width / 2;
  spot.y = slot->body.y + slot->body.height / 2;
  nk_naming_set_spot (namer->naming, &spot);
  gtk_widget_queue_allocate (GTK_WIDGET (namer->canvas));
  nk_canvas_gesture_changed (namer->canvas);
  nk_trace ("naming in district %d", slot->district);
  return TRUE;
}

GtkWidget *
nk_namer_widget (NkNamer *namer)
{
  return namer->naming != NULL ? nk_naming_widget (namer->naming) : NULL;
}

void
nk_namer_allocate (NkNamer *namer)
{
  const NkSpot *spot;
  double x, y;

  if (namer->naming == NULL)
    return;
  spot = nk_naming_spot (namer->naming);
  nk_scene_from_map (nk_session_scene (nk_canvas_session (namer->canvas)), spot->plane, spot->x,
                     spot->y, &x, &y);
  nk_canvas_from_scene (namer->canvas, x, y, &x, &y);
  nk_naming_allocate (namer->naming, x, y);
}

/* What the canvas can do (ui/canvas/canvas.h) */

static gboolean
start_naming (NkCanvas     *canvas,
              const char   *id,
              const char   *name,
              const NkSpot *spot)
{
  if (nk_canvas_refuses (canvas))
    return FALSE;
  nk_canvas_cancel (canvas);
  nk_namer_start (nk_canvas_namer (canvas), id, name, spot);
  return TRUE;
}

void
nk_canvas_name_new (NkCanvas     *canvas,
                    const NkSpot *spot)
{
  start_naming (canvas, NULL, "", spot);
}

void
nk_canvas_name_next (NkCanvas *canvas)
{
  NkSpot spot;

  if (nk_spot_next (canvas, &spot))
    start_naming (canvas, NULL, "", &spot);
}

void
nk_canvas_name_tied (NkCanvas     *canvas,
                     const NkSpot *spot,
                     const char   *from,
                     NkGhost      *ghost)
{
  if (!start_naming (canvas, NULL, "", spot))
    {
      nk_ghost_free (ghost);
      return;
    }
  nk_namer_tie (nk_canvas_namer (canvas), from);
  nk_canvas_gesture (canvas)->ghost = ghost;
}

void
nk_canvas_name_actor (NkCanvas   *canvas,
                      const char *id)
{
  NkScene *scene = nk_session_scene (nk_canvas_session (canvas));
  const NkRecord *actor = nk_map_find (nk_session_map (nk_canvas_session (canvas)), NK_ACTOR, id);
  const NkItem *item = nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, id, -1);
  NkSpot spot = { .band = -1, .district = -1 };

  if (actor == NULL || item == NULL)
    return;
  spot.plane = item->plane;
  nk_scene_to_map (scene, item->plane, item->body_x + item->body_width / 2,
                   item->body_y + item->body_height / 2, &spot.x, &spot.y);
  start_naming (canvas, id, nk_record_text (actor, NK_FIELD_NAME), &spot);
}

gboolean
nk_canvas_is_naming (NkCanvas *canvas)
{
  return nk_namer_is_on (nk_canvas_namer (canvas));
}

gboolean
nk_canvas_press_naming (NkCanvas *canvas,
                        double    x,
                        double    y)
{
  return nk_namer_press (nk_canvas_namer (canvas), x, y);
}

void
nk_canvas_end_naming (NkCanvas *canvas)
{
  nk_namer_end (nk_canvas_namer (canvas), TRUE);
}
