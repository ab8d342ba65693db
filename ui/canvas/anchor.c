#include "ui/canvas/anchor.h"

#include <math.h>

/* So many times as near as others what is selected is to the eye. */
#define SELECTED_DRAWS 20.0

const NkItem *
nk_anchor_find (NkSession *session)
{
  NkScene *scene = nk_session_scene (session);
  const NkCamera *camera = nk_session_camera (session);
  const NkSelection *selection = nk_session_selection (session);
  const NkItem *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < nk_scene_n_items (scene); i++)
    {
      const NkItem *item = nk_scene_item (scene, i);
      double far = hypot (item->x + item->width / 2 - camera->x,
                          item->y + item->height / 2 - camera->y);

      if (item->type != NK_ITEM_ACTOR)
        continue;
      if (nk_selection_contains (selection, NK_ACTOR, item->id))
        far /= SELECTED_DRAWS;
      if (far < least)
        {
          least = far;
          nearest = item;
        }
    }
  return nearest;
}

void
nk_anchor_hold (const NkItem  *anchor,
                const NkScene *scene,
                NkCamera      *camera)
{
  const NkItem *there = anchor != NULL
                        ? nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, anchor->id, -1) : NULL;

  if (there == NULL)
    return;
  camera->x += there->body_x - anchor->body_x;
  camera->y += there->body_y - anchor->body_y;
}
