#include "ui/canvas/press.h"

#include "map/text.h"

static NkField
end_of (const NkPress *press)
{
  return press->handle.kind == NK_HANDLE_FROM ? NK_FIELD_FROM : NK_FIELD_TO;
}

static const char *
actor_at (const NkPress *press,
          NkField        end)
{
  return nk_record_text (nk_map_find (nk_press_map (press), NK_TIE, press->item->id), end);
}

static const char *
other_actor (const NkPress *press)
{
  return actor_at (press, end_of (press) == NK_FIELD_FROM ? NK_FIELD_TO : NK_FIELD_FROM);
}

/* The body of the actor at the end that stays; on another plane, where the line ends there. */
static NkBody
body_that_stays (const NkPress *press)
{
  const NkItem *tie = press->item;
  const NkItem *actor = nk_scene_find (press->scene, NK_ITEM_ACTOR, NK_ACTOR, other_actor (press),
                                       tie->plane);

  if (actor != NULL)
    return nk_item_body (actor);
  return nk_ghost_point (tie->path[end_of (press) == NK_FIELD_FROM ? tie->n_path - 1 : 0]);
}

static void
lead (NkPress      *press,
      const NkBody *hand)
{
  NkGhost *ghost = nk_canvas_gesture (press->canvas)->ghost;
  NkBody rest = body_that_stays (press);
  guint n;
  g_autofree NkPoint *bends = nk_press_bends (press, &n);

  if (end_of (press) == NK_FIELD_FROM)
    nk_ghost_lead (ghost, hand, &rest, bends, n);
  else
    nk_ghost_lead (ghost, &rest, hand, bends, n);
}

static void
update_ending (NkPress *press,
               double   dx,
               double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  const NkItem *target = nk_press_target (press, dx, dy);
  gboolean fits = target != NULL && !g_str_equal (target->id, other_actor (press));
  NkBody hand = fits ? nk_item_body (target) : nk_ghost_point (nk_press_now (press, dx, dy));

  lead (press, &hand);
  g_free (gesture->target);
  gesture->target = fits ? g_strdup (target->id) : NULL;
}

static void
begin_ending (NkPress *press)
{
  nk_press_lead_tie (press);
  update_ending (press, 0, 0);
}

static void
end_ending (NkPress *press,
            double   dx,
            double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  g_autofree char *target = g_steal_pointer (&gesture->target);
  const NkItem *item = nk_press_target (press, dx, dy);

  if (target == NULL || g_str_equal (target, actor_at (press, end_of (press))))
    {
      nk_canvas_drop (press->canvas, FALSE);
      if (target == NULL && item != NULL)
        nk_canvas_fail (press->canvas,
                        _("A tie joins two different actors. Drop its end on another one."));
      return;
    }
  nk_canvas_drop (press->canvas,
                  nk_canvas_apply (press->canvas,
                                   nk_edit_for_end (nk_press_map (press), press->item->id,
                                                    end_of (press), target), NULL));
}

static void
cancel_ending (NkPress *press)
{
  nk_canvas_drop (press->canvas, FALSE);
}

const NkDrag nk_drag_end = { begin_ending, update_ending, end_ending, cancel_ending };
