#include "ui/canvas/press.h"

#include "map/text.h"
#include "ui/canvas/spots.h"

#include <math.h>

#define INTENDED 60.0   /* pixels; who went so far and comes back to the actor means the actor */

static NkNewTie
next_look (const NkPress *press)
{
  const NkNextTie *next = nk_session_next_tie (nk_press_session (press));

  return (NkNewTie) { nk_next_tie_kind (next, nk_press_map (press)), next->formal,
                      press->item->plane };
}

static NkTieStyle
next_style (const NkPress *press)
{
  NkNewTie look = next_look (press);
  NkTieStyle style = nk_style_kind (nk_scene_theme (press->scene), nk_press_map (press), look.kind);

  style.line = nk_style_line (look.formal, "");
  return style;
}

static void
update_tying (NkPress *press,
              double   dx,
              double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  const NkItem *target = nk_press_target (press, dx, dy);
  gboolean fits = target != NULL && !g_str_equal (target->id, press->item->id);
  NkBody from = nk_item_body (press->item);
  NkBody to;
  NkTieStyle style = next_style (press);

  gesture->at = nk_press_now (press, dx, dy);
  to = fits ? nk_item_body (target) : nk_ghost_point (gesture->at);
  nk_ghost_set_look (gesture->ghost, &style);
  nk_ghost_lead (gesture->ghost, &from, &to, NULL, 0);
  g_free (gesture->target);
  gesture->target = fits ? g_strdup (target->id) : NULL;
  g_free (gesture->words);
  gesture->words = nk_next_tie_words (nk_session_next_tie (nk_press_session (press)),
                                      nk_press_map (press));
  press->farthest = MAX (press->farthest, hypot (dx, dy));
}

static void
begin_tying (NkPress *press)
{
  nk_canvas_gesture (press->canvas)->ghost = nk_ghost_new (press->scene);
  update_tying (press, 0, 0);
}

/* A second tie of the same kind may be meant, or not. */
static void
say_doubled (NkPress    *press,
             const char *from,
             const char *to,
             const char *kind)
{
  const NkMap *map = nk_press_map (press);
  guint n = nk_ties_between (map, from, to, kind);
  g_autofree char *text = NULL;

  if (n < 2)
    return;
  /* Translators: the number of ties and the names of two actors. */
  text = g_strdup_printf (ngettext ("There is now %u tie of this kind between “%s” and “%s”.",
                                    "There are now %u ties of this kind between “%s” and “%s”.", n),
                          n, nk_record_title (nk_map_find (map, NK_ACTOR, from)),
                          nk_record_title (nk_map_find (map, NK_ACTOR, to)));
  nk_canvas_say (press->canvas, text);
}

static void
tie_to (NkPress    *press,
        const char *target)
{
  NkNewTie look = next_look (press);
  g_autofree char *kind = g_strdup (look.kind), *id = NULL;
  NkEdit *edit = nk_edit_for_tie (nk_press_map (press), press->item->id, target, &look, &id);

  if (!nk_canvas_apply (press->canvas, edit, NULL))
    return;
  nk_session_select_only (nk_press_session (press), NK_TIE, id);
  say_doubled (press, press->item->id, target, kind);
}

/* On nothing: there comes a new actor, and the tie with it. */
static void
tie_to_new (NkPress *press,
            double   dx,
            double   dy,
            NkGhost *ghost)
{
  NkSpot spot;

  if (nk_canvas_pick (press->canvas, press->x + dx, press->y + dy) == NULL
      && nk_spot_at (press->canvas, press->x + dx, press->y + dy, &spot))
    nk_canvas_name_tied (press->canvas, &spot, press->item->id, ghost);
  else
    nk_ghost_free (ghost);
}

static void
end_tying (NkPress *press,
           double   dx,
           double   dy)
{
  NkGesture *gesture = nk_canvas_gesture (press->canvas);
  g_autofree char *target = g_steal_pointer (&gesture->target);
  NkGhost *ghost = g_steal_pointer (&gesture->ghost);
  const NkItem *item = nk_press_target (press, dx, dy);

  nk_canvas_drop (press->canvas, FALSE);
  if (target == NULL && item == NULL)
    {
      tie_to_new (press, dx, dy, ghost);
      return;
    }
  nk_ghost_free (ghost);
  if (target != NULL)
    tie_to (press, target);
  else if (press->farthest > INTENDED)
    nk_canvas_fail (press->canvas, _("A tie joins two different actors. Drop it on another one."));
}

static void
cancel_tying (NkPress *press)
{
  nk_canvas_drop (press->canvas, FALSE);
}

const NkDrag nk_drag_tie = { begin_tying, update_tying, end_tying, cancel_tying };
