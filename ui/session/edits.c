#include "ui/session/edits.h"

#include "drawing/room.h"
#include "drawing/triangle.h"
#include "drawing/view.h"
#include "map/zones.h"

#include "map/text.h"

/* How much a record belongs to the dimension on whose plane it was drawn by hand. */
#define DRAWN_WEIGHT 2

static const char *
id_at (const NkMap  *map,
       NkRecordKind  kind,
       int           position)
{
  return position < 0 ? "" : nk_record_id (nk_map_at (map, kind, (guint) position));
}

/* Gives the actor the level and district in which it now stands, where these are others than
 * before. */
static void
follow_zone (NkEdit         *edit,
             const NkGround *ground,
             int             plane,
             const NkRecord *actor,
             double          x,
             double          y)
{
  const NkMap *map = ground->map;
  const char *id = nk_record_id (actor);
  double old_x = nk_record_number (actor, NK_FIELD_X), old_y = nk_record_number (actor, NK_FIELD_Y);
  NkLanding before, after;

  nk_scene_from_map (ground->scene, plane, old_x, old_y, &old_x, &old_y);
  nk_scene_from_map (ground->scene, plane, x, y, &x, &y);
  before = nk_landing_at (ground, plane, old_x, old_y, actor);
  after = nk_landing_at (ground, plane, x, y, actor);
  if (after.band != before.band)
    nk_edit_set_text (edit, map, NK_ACTOR, id, NK_FIELD_LEVEL, id_at (map, NK_LEVEL, after.band));
  if ((after.band != before.band || after.district != before.district) && after.band >= 0
      && after.band == ground->district_level)
    nk_edit_set_text (edit, map, NK_ACTOR, id, NK_FIELD_DISTRICT,
                      id_at (map, NK_DISTRICT, after.district));
}

void
nk_edit_place_actor (NkEdit         *edit,
                     const NkGround *ground,
                     int             plane,
                     const NkRecord *actor,
                     double          x,
                     double          y)
{
  const NkMap *map = ground->map;
  const char *id = nk_record_id (actor);
  const NkItem *item = nk_scene_find (ground->scene, NK_ITEM_ACTOR, NK_ACTOR, id, plane);

  nk_edit_set_place (edit, map, NK_ACTOR, id, x, y);
  nk_edit_set_boolean (edit, map, NK_ACTOR, id, NK_FIELD_PINNED, TRUE);
  if (item != NULL)
    follow_zone (edit, ground, item->plane, actor, x, y);
}

NkEdit *
nk_edit_for_move (const NkMap       *map,
                  const NkScene     *scene,
                  int                plane,
                  const NkSelection *selection,
                  double             dx,
                  double             dy)
{
  gboolean only_notes = nk_selection_is_all (selection, NK_NOTE);
  NkEdit *edit = nk_edit_new (only_notes ? _("Move Notes") : _("Move Actors"));
  NkGround ground = nk_ground (map, scene);

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);
      const NkRecord *record = nk_map_find (map, name->kind, name->id);
      double x, y;

      if ((name->kind != NK_ACTOR && name->kind != NK_NOTE) || record == NULL
          || !nk_record_is_placed (record))
        continue;
      x = nk_record_number (record, NK_FIELD_X) + dx;
      y = nk_record_number (record, NK_FIELD_Y) + dy;
      if (name->kind == NK_ACTOR)
        nk_edit_place_actor (edit, &ground, plane, record, x, y);
      else
        nk_edit_set_place (edit, map, NK_NOTE, name->id, x, y);
    }
  return edit;
}

NkEdit *
nk_edit_for_slot (const NkMap       *map,
                  const NkSelection *selection,
                  int                district,
                  double             dx,
                  double             dy)
{
  NkEdit *edit = nk_edit_new (_("Move Actors"));
  const char *level = id_at (map, NK_LEVEL, nk_landing_district_level (map));
  g_autoptr (NkRoom) room = nk_room_new (map);

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);
      const NkRecord *actor = nk_map_find (map, NK_ACTOR, name->id);
      NkPoint place;

      if (name->kind != NK_ACTOR || actor == NULL || !nk_record_is_placed (actor))
        continue;
      nk_edit_set_text (edit, map, NK_ACTOR, name->id, NK_FIELD_LEVEL, level);
      nk_edit_set_text (edit, map, NK_ACTOR, name->id, NK_FIELD_DISTRICT,
                        id_at (map, NK_DISTRICT, district));
      nk_edit_set_boolean (edit, map, NK_ACTOR, name->id, NK_FIELD_PINNED, TRUE);
      place = (NkPoint) { nk_record_number (actor, NK_FIELD_X) + dx,
                          nk_record_number (actor, NK_FIELD_Y) + dy };
      place = nk_room_take (room, nk_edit_look (edit, map, NK_ACTOR, name->id), &place);
      nk_edit_set_place (edit, map, NK_ACTOR, name->id, place.x, place.y);
    }
  return edit;
}

static gboolean
is_same_zone (const NkMap    *map,
              const NkRecord *a,
              const NkRecord *b,
              int             district_level)
{
  return nk_actor_band (map, a) == nk_actor_band (map, b)
    && nk_actor_box (map, a, district_level) == nk_actor_box (map, b, district_level);
}

NkEdit *
nk_edit_for_zone (const NkMap       *map,
                  const NkSelection *selection,
                  NkField            field,
                  const char        *value)
{
  /* Translators: %s is the label of a field, such as "Name". */
  g_autofree char *title = g_strdup_printf (_("Change “%s”"),
                                            _(nk_schema_field (NK_ACTOR, field)->label));
  NkEdit *edit = nk_edit_new (title);
  int district_level = nk_map_district_level (map);
  g_autoptr (NkRoom) room = NULL;

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);
      const NkRecord *before = nk_map_find (map, NK_ACTOR, name->id), *after;
      NkPoint place;

      if (name->kind != NK_ACTOR || before == NULL)
        continue;
      nk_edit_set_text (edit, map, NK_ACTOR, name->id, field, value);
      after = nk_edit_look (edit, map, NK_ACTOR, name->id);
      if (!nk_record_is_placed (before) || is_same_zone (map, before, after, district_level))
        continue;
      if (room == NULL)
        room = nk_room_new (map);
      place = (NkPoint) { nk_record_number (before, NK_FIELD_X),
                          nk_record_number (before, NK_FIELD_Y) };
      place = nk_room_take (room, after, &place);
      nk_edit_set_place (edit, map, NK_ACTOR, name->id, place.x, place.y);
    }
  return edit;
}

static void
weights_of (const NkRecord *actor,
            int             weights[NK_N_DIMENSIONS])
{
  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    weights[i] = nk_record_integer (actor, nk_dimensions[i]);
}

void
nk_edit_weights_at (const NkMap   *map,
                    const NkScene *scene,
                    const NkItem  *item,
                    double         dx,
                    double         dy,
                    int            weights[NK_N_DIMENSIONS])
{
  weights_of (nk_map_find (map, NK_ACTOR, item->id), weights);
  nk_triangle_weights (scene, map, item->body_x + item->body_width / 2 + dx,
                       item->body_y + item->body_height / 2 + dy, weights);
}

static void
set_weights (NkEdit      *edit,
             const NkMap *map,
             const char  *id,
             const int    weights[NK_N_DIMENSIONS])
{
  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    nk_edit_set_integer (edit, map, NK_ACTOR, id, nk_dimensions[i], weights[i]);
}

NkEdit *
nk_edit_for_weights (const NkMap       *map,
                     const NkScene     *scene,
                     const NkSelection *selection,
                     double             dx,
                     double             dy)
{
  NkEdit *edit = nk_edit_new (_("Weigh Dimensions"));

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);
      const NkItem *item = nk_scene_find (scene, NK_ITEM_ACTOR, name->kind, name->id, -1);
      int weights[NK_N_DIMENSIONS];

      if (item == NULL || nk_map_find (map, NK_ACTOR, name->id) == NULL)
        continue;
      nk_edit_weights_at (map, scene, item, dx, dy, weights);
      set_weights (edit, map, name->id, weights);
    }
  return edit;
}

NkEdit *
nk_edit_for_weight_step (const NkMap       *map,
                         const NkSelection *selection,
                         int                x,
                         int                y)
{
  NkEdit *edit = nk_edit_new (_("Weigh Dimensions"));

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);
      const NkRecord *actor = nk_map_find (map, name->kind, name->id);
      int weights[NK_N_DIMENSIONS];

      if (name->kind != NK_ACTOR || actor == NULL)
        continue;
      weights_of (actor, weights);
      if (nk_triangle_step (weights, x, y))
        set_weights (edit, map, name->id, weights);
    }
  return edit;
}

NkEdit *
nk_edit_for_delete (const NkMap       *map,
                    const NkSelection *selection)
{
  NkEdit *edit = nk_edit_new (nk_selection_is_all (selection, NK_ACTOR) ? _("Delete Actors")
                              : nk_selection_is_all (selection, NK_TIE) ? _("Delete Ties")
                                                                        : _("Delete"));

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);

      nk_edit_remove (edit, map, name->kind, name->id);
    }
  return edit;
}

/* Gives a new actor its place on the map. */
static void
place_new (const NkMap  *map,
           const NkSpot *spot,
           NkRecord     *actor)
{
  NkPoint place = { spot->x, spot->y };

  if (spot->how != NK_SPOT_AT)
    {
      g_autoptr (NkRoom) room = nk_room_new (map);
      double width, height;

      nk_view_actor_size (map, actor, &width, &height);
      if (spot->how == NK_SPOT_BESIDE)
        place.x += (width - spot->width) / 2;
      place = nk_room_take (room, actor, &place);
    }
  nk_record_set_number (actor, NK_FIELD_X, place.x);
  nk_record_set_number (actor, NK_FIELD_Y, place.y);
  nk_record_set_boolean (actor, NK_FIELD_PINNED, TRUE);
}

NkEdit *
nk_edit_for_actor (const NkMap   *map,
                   const char    *name,
                   const NkSpot  *spot,
                   char         **id)
{
  NkEdit *edit = nk_edit_new (_("Add Actor"));
  NkRecord *actor;

  *id = nk_map_new_id (map, edit, NK_ACTOR, name);
  actor = nk_record_new (NK_ACTOR, *id);
  nk_record_set_text (actor, NK_FIELD_NAME, name);
  nk_record_set_text (actor, NK_FIELD_LEVEL, id_at (map, NK_LEVEL, spot->band));
  nk_record_set_text (actor, NK_FIELD_DISTRICT, id_at (map, NK_DISTRICT, spot->district));
  if (spot->plane >= 0)
    nk_record_set_integer (actor, nk_dimensions[spot->plane], DRAWN_WEIGHT);
  if (spot->weighed)
    for (int i = 0; i < NK_N_DIMENSIONS; i++)
      nk_record_set_integer (actor, nk_dimensions[i], spot->weights[i]);
  else
    place_new (map, spot, actor);
  nk_edit_put (edit, map, actor);
  return edit;
}
