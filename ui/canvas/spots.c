#include "ui/canvas/spots.h"

#include "drawing/room.h"
#include "drawing/triangle.h"
#include "drawing/view.h"
#include "map/zones.h"

#define GAP 16.0   /* from one actor to the next, points */

gboolean
nk_spot_at (NkCanvas *canvas,
            double    x,
            double    y,
            NkSpot   *spot)
{
  NkSession *session = nk_canvas_session (canvas);
  const NkMap *map = nk_session_map (session);
  NkScene *scene = nk_session_scene (session);
  NkShow show = nk_session_show (session);
  NkGround ground;
  NkLanding landing;

  *spot = (NkSpot) { .band = -1, .district = -1, .plane = -1 };
  nk_canvas_to_scene (canvas, x, y, &x, &y);
  if (show == NK_SHOW_TRIANGLE)
    {
      spot->x = x;
      spot->y = y;
      spot->weighed = TRUE;
      nk_triangle_weights (scene, map, x, y, spot->weights);
      return TRUE;
    }
  if (show != NK_SHOW_LEVELS)
    {
      spot->plane = nk_pick_plane (scene, x, y);
      if (spot->plane < 0)
        return FALSE;
    }
  ground = nk_ground (map, scene);
  landing = nk_landing_at (&ground, spot->plane, x, y, NULL);
  spot->band = landing.band;
  spot->district = landing.district;
  nk_scene_to_map (scene, spot->plane, x, y, &spot->x, &spot->y);
  return TRUE;
}

/* The nearest free place to a point for somebody new who is as wide as this one. */
static NkPoint
free_place (const NkMap    *map,
            const NkRecord *like,
            NkPoint         near)
{
  g_autoptr (NkRoom) room = nk_room_new (map);
  g_autoptr (NkRecord) other = nk_record_copy (like, " ");

  return nk_room_take (room, other, &near);
}

gboolean
nk_spot_beside (NkCanvas   *canvas,
                const char *actor,
                NkSpot     *spot)
{
  const NkMap *map = nk_session_map (nk_canvas_session (canvas));
  const NkRecord *record = nk_map_find (map, NK_ACTOR, actor);
  double width, height;
  NkPoint place;

  if (record == NULL || !nk_record_is_placed (record)
      || nk_session_show (nk_canvas_session (canvas)) == NK_SHOW_TRIANGLE)
    return FALSE;
  nk_view_actor_size (map, record, &width, &height);
  place = (NkPoint) { nk_record_number (record, NK_FIELD_X) + width + GAP,
                      nk_record_number (record, NK_FIELD_Y) };
  place = free_place (map, record, place);
  *spot = (NkSpot) { place.x, place.y, NK_SPOT_BESIDE, width, nk_actor_band (map, record),
                     nk_actor_box (map, record, nk_map_district_level (map)), spot->plane };
  return TRUE;
}

/* In the middle of the canvas, or as near to it as there is room. */
static gboolean
spot_in_middle (NkCanvas *canvas,
                NkSpot   *spot)
{
  const NkMap *map = nk_session_map (nk_canvas_session (canvas));
  g_autoptr (NkRecord) somebody = nk_record_new (NK_ACTOR, " ");
  NkPoint place;

  if (!nk_spot_at (canvas, gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0,
                   gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0, spot))
    return FALSE;
  if (spot->weighed)
    return TRUE;
  if (spot->band >= 0)
    nk_record_set_text (somebody, NK_FIELD_LEVEL,
                        nk_record_id (nk_map_at (map, NK_LEVEL, (guint) spot->band)));
  if (spot->district >= 0)
    nk_record_set_text (somebody, NK_FIELD_DISTRICT,
                        nk_record_id (nk_map_at (map, NK_DISTRICT, (guint) spot->district)));
  place = free_place (map, somebody, (NkPoint) { spot->x, spot->y });
  spot->x = place.x;
  spot->y = place.y;
  spot->how = NK_SPOT_NEAR;
  return TRUE;
}

gboolean
nk_spot_next (NkCanvas *canvas,
              NkSpot   *spot)
{
  NkSession *session = nk_canvas_session (canvas);
  const NkSelection *selection = nk_session_selection (session);
  guint n = nk_selection_count (selection);
  const NkRecordName *last = n > 0 ? nk_selection_at (selection, n - 1) : NULL;
  const NkItem *item = NULL;

  if (last != NULL && last->kind == NK_ACTOR)
    item = nk_scene_find (nk_session_scene (session), NK_ITEM_ACTOR, NK_ACTOR, last->id, -1);
  spot->plane = item != NULL ? item->plane : -1;
  return (item != NULL && nk_spot_beside (canvas, last->id, spot))
    || spot_in_middle (canvas, spot);
}
