#include "ui/canvas/handles.h"

#include <math.h>

#define KNOB_DISTANCE 8.0        /* of its middle from the actor, so that it covers no word; pixels */
#define KNOB_LEAST_WIDTH 24.0    /* of an actor that has one as soon as the pointer is on it */
#define MOUSE_REACH 10.0
#define TOUCH_REACH 22.0

static gboolean
is_large (NkSession    *session,
          const NkItem *actor)
{
  return actor->body_width * nk_camera_scale (nk_session_camera (session)) >= KNOB_LEAST_WIDTH;
}

/* An actor that is selected has its knob however small it is: so there is always one to be had. */
static void
add_knobs (GArray             *handles,
           NkSession          *session,
           const NkRecordName *actor,
           gboolean            always)
{
  double distance = KNOB_DISTANCE / nk_camera_scale (nk_session_camera (session));
  g_autoptr (GPtrArray) items = nk_session_items (session, NK_ACTOR, actor->id);

  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);
      NkHandle handle = { .kind = NK_HANDLE_KNOB, .item = item };

      if (!always && !is_large (session, item))
        continue;
      handle.at = (NkPoint) { item->body_x + item->body_width + distance,
                              item->body_y + item->body_height / 2 };
      g_array_append_val (handles, handle);
    }
}

gboolean
nk_tie_bends (NkSession    *session,
              const NkItem *tie)
{
  const NkRecord *record = nk_map_find (nk_session_map (session), NK_TIE, tie->id);
  NkScene *scene = nk_session_scene (session);
  const char *from, *to;

  if (record == NULL || nk_session_show (session) == NK_SHOW_TRIANGLE)
    return FALSE;
  from = nk_record_text (record, NK_FIELD_FROM);
  to = nk_record_text (record, NK_FIELD_TO);
  return !g_str_equal (from, to)
         && nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, from, tie->plane) != NULL
         && nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, to, tie->plane) != NULL;
}

static void
add_bends (GArray       *handles,
           NkSession    *session,
           const NkItem *item)
{
  const NkRecord *tie = nk_map_find (nk_session_map (session), NK_TIE, item->id);
  guint n;
  const NkPoint *bends = nk_record_points (tie, NK_FIELD_BENDS, &n);

  for (guint i = 0; i < n; i++)
    {
      NkHandle handle = { .kind = NK_HANDLE_BEND, .item = item, .bend = i };

      nk_scene_from_map (nk_session_scene (session), item->plane, bends[i].x, bends[i].y,
                         &handle.at.x, &handle.at.y);
      g_array_append_val (handles, handle);
    }
}

static void
add_ends (GArray             *handles,
          NkSession          *session,
          const NkRecordName *tie)
{
  g_autoptr (GPtrArray) items = nk_session_items (session, NK_TIE, tie->id);

  for (guint i = 0; i < items->len; i++)
    {
      const NkItem *item = g_ptr_array_index (items, i);
      NkHandle from = { .kind = NK_HANDLE_FROM, .item = item };
      NkHandle to = { .kind = NK_HANDLE_TO, .item = item };

      if (item->n_path < 2)
        continue;
      from.at = item->path[0];
      to.at = item->path[item->n_path - 1];
      g_array_append_val (handles, from);
      g_array_append_val (handles, to);
      if (nk_tie_bends (session, item))
        add_bends (handles, session, item);
    }
}

GArray *
nk_handles (NkSession *session)
{
  GArray *handles = g_array_new (FALSE, FALSE, sizeof (NkHandle));
  const NkSelection *selection = nk_session_selection (session);
  const NkRecordName *hover = nk_session_hover (session), *only = NULL;

  if (nk_session_is_proposing (session))
    return handles;
  if (nk_selection_count (selection) == 1)
    only = nk_selection_at (selection, 0);
  if (only != NULL && only->kind == NK_ACTOR)
    add_knobs (handles, session, only, TRUE);
  else if (only != NULL && only->kind == NK_TIE)
    add_ends (handles, session, only);
  if (hover != NULL && hover->kind == NK_ACTOR
      && (only == NULL || only->kind != NK_ACTOR || !g_str_equal (only->id, hover->id)))
    add_knobs (handles, session, hover, FALSE);
  return handles;
}

/* The ends of a short tie leave the middle of it to be taken hold of. */
static double
reach_of (const NkHandle *handle,
          double          reach)
{
  const NkItem *item = handle->item;
  const NkPoint *a, *b;

  if (handle->kind != NK_HANDLE_FROM && handle->kind != NK_HANDLE_TO)
    return reach;
  a = item->path;
  b = item->path + item->n_path - 1;
  return MIN (reach, hypot (b->x - a->x, b->y - a->y) / 3);
}

NkHandle
nk_handle_at (NkSession *session,
              double     x,
              double     y,
              gboolean   touch)
{
  double scale = nk_camera_scale (nk_session_camera (session));
  double reach = (touch ? TOUCH_REACH : MOUSE_REACH) / scale, least = INFINITY;
  g_autoptr (GArray) handles = nk_handles (session);
  NkHandle nearest = { NK_HANDLE_NONE };

  for (guint i = 0; i < handles->len; i++)
    {
      const NkHandle *handle = &g_array_index (handles, NkHandle, i);
      double distance = hypot (x - handle->at.x, y - handle->at.y);

      if (distance > reach_of (handle, reach) || distance >= least)
        continue;
      least = distance;
      nearest = *handle;
    }
  return nearest;
}
