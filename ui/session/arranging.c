#include "ui/session/arranging.h"

#include "drawing/view.h"
#include "ui/session/edits.h"

#include "map/text.h"

GPtrArray *
nk_arranging_actors (const NkMap       *map,
                     const NkSelection *selection)
{
  GPtrArray *actors = g_ptr_array_new ();

  for (guint i = 0; i < nk_selection_count (selection); i++)
    {
      const NkRecordName *name = nk_selection_at (selection, i);
      NkRecord *actor = name->kind == NK_ACTOR ? nk_map_find (map, NK_ACTOR, name->id) : NULL;

      if (actor != NULL && nk_record_is_placed (actor))
        g_ptr_array_add (actors, actor);
    }
  return actors;
}

static NkBox *
boxes_of (const NkMap *map,
          GPtrArray   *actors)
{
  NkBox *boxes = g_new (NkBox, actors->len + 1);

  for (guint i = 0; i < actors->len; i++)
    {
      const NkRecord *actor = g_ptr_array_index (actors, i);
      NkBox *box = &boxes[i];

      nk_view_actor_size (map, actor, &box->width, &box->height);
      box->x = nk_record_number (actor, NK_FIELD_X) - box->width / 2;
      box->y = nk_record_number (actor, NK_FIELD_Y) - box->height / 2;
    }
  return boxes;
}

static void
place_boxes (NkEdit        *edit,
             const NkMap   *map,
             const NkScene *scene,
             GPtrArray     *actors,
             const NkBox   *boxes)
{
  NkGround ground = nk_ground (map, scene);

  for (guint i = 0; i < actors->len; i++)
    nk_edit_place_actor (edit, &ground, -1, g_ptr_array_index (actors, i),
                         nk_box_middle (&boxes[i], NK_AXIS_X),
                         nk_box_middle (&boxes[i], NK_AXIS_Y));
}

NkEdit *
nk_edit_for_align (const NkMap       *map,
                   const NkScene     *scene,
                   const NkSelection *selection,
                   NkSide             side)
{
  NkEdit *edit = nk_edit_new (_("Align Actors"));
  g_autoptr (GPtrArray) actors = nk_arranging_actors (map, selection);
  g_autofree NkBox *boxes = boxes_of (map, actors);

  nk_align (boxes, actors->len, side);
  place_boxes (edit, map, scene, actors, boxes);
  return edit;
}

NkEdit *
nk_edit_for_distribute (const NkMap       *map,
                        const NkScene     *scene,
                        const NkSelection *selection,
                        NkAxis             axis)
{
  NkEdit *edit = nk_edit_new (_("Distribute Actors"));
  g_autoptr (GPtrArray) actors = nk_arranging_actors (map, selection);
  g_autofree NkBox *boxes = boxes_of (map, actors);

  nk_distribute (boxes, actors->len, axis);
  place_boxes (edit, map, scene, actors, boxes);
  return edit;
}

gboolean
nk_arranging_is_pinned (const NkMap       *map,
                        const NkSelection *selection)
{
  g_autoptr (GPtrArray) actors = nk_arranging_actors (map, selection);

  for (guint i = 0; i < actors->len; i++)
    if (!nk_record_boolean (g_ptr_array_index (actors, i), NK_FIELD_PINNED))
      return FALSE;
  return actors->len > 0;
}

NkEdit *
nk_edit_for_pinned (const NkMap       *map,
                    const NkSelection *selection,
                    gboolean           pinned)
{
  g_autoptr (GPtrArray) actors = nk_arranging_actors (map, selection);
  NkEdit *edit = nk_edit_new (pinned ? _("Pin Actors") : _("Unpin Actors"));

  for (guint i = 0; i < actors->len; i++)
    nk_edit_set_boolean (edit, map, NK_ACTOR, nk_record_id (g_ptr_array_index (actors, i)),
                         NK_FIELD_PINNED, pinned);
  return edit;
}
