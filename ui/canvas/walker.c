#include "ui/canvas/walker.h"

#include "drawing/walk.h"

struct _NkWalker
{
  NkCanvas *canvas;
  NkScene *scene;      /* that was walked along ties last, or NULL */
  GPtrArray *order;    /* of const char *, of this scene */
  guint at;            /* in it */
  int plane;           /* on which it is */
  /* The last step in space. */
  char *left, *reached;   /* ids, or NULL */
  int left_plane;
  int dx, dy;
};

NkWalker *
nk_walker_new (NkCanvas *canvas)
{
  NkWalker *walker = g_new0 (NkWalker, 1);

  walker->canvas = canvas;
  walker->plane = -1;
  return walker;
}

void
nk_walker_free (NkWalker *walker)
{
  g_clear_pointer (&walker->order, g_ptr_array_unref);
  g_clear_pointer (&walker->scene, nk_scene_unref);
  g_free (walker->left);
  g_free (walker->reached);
  g_free (walker);
}

static NkSession *
session_of (NkWalker *walker)
{
  return nk_canvas_session (walker->canvas);
}

/* What draws an actor: on this plane, if it is there. */
static const NkItem *
item_of (NkWalker   *walker,
         const char *actor,
         int         plane)
{
  NkScene *scene = nk_session_scene (session_of (walker));
  const NkItem *item = nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, actor, plane);

  return item != NULL ? item : nk_scene_find (scene, NK_ITEM_ACTOR, NK_ACTOR, actor, -1);
}

/* Where the keyboard is: at the cursor, else at whom was selected last. */
static const NkItem *
where (NkWalker *walker)
{
  NkSession *session = session_of (walker);
  const NkSelection *selection = nk_session_selection (session);
  const NkRecordName *cursor = nk_session_cursor (session);

  if (cursor != NULL)
    return item_of (walker, cursor->id, walker->plane);
  for (guint i = nk_selection_count (selection); i-- > 0;)
    {
      const NkRecordName *name = nk_selection_at (selection, i);
      const NkItem *item = name->kind == NK_ACTOR ? item_of (walker, name->id, walker->plane) : NULL;

      if (item != NULL)
        return item;
    }
  return NULL;
}

static void
come_to (NkWalker     *walker,
         const NkItem *item)
{
  NkSession *session = session_of (walker);

  walker->plane = item->plane;
  if (nk_session_cursor (session) != NULL)
    nk_session_set_cursor (session, item->id);
  else
    nk_session_select_only (session, NK_ACTOR, item->id);
  nk_canvas_come_to (walker->canvas, item);
}

/* FALSE if there is nobody. */
static gboolean
begin (NkWalker *walker)
{
  GtkWidget *widget = GTK_WIDGET (walker->canvas);
  NkScene *scene = nk_session_scene (session_of (walker));
  const NkItem *item;
  double x, y;

  nk_canvas_to_scene (walker->canvas, gtk_widget_get_width (widget) / 2.0,
                      gtk_widget_get_height (widget) / 2.0, &x, &y);
  item = nk_walk_nearest (scene, x, y);
  if (item != NULL)
    come_to (walker, item);
  return item != NULL;
}

/* The order in which ties lead on; another one when somebody begins elsewhere. */
static void
follow_ties (NkWalker     *walker,
             const NkItem *from)
{
  NkSession *session = session_of (walker);
  NkScene *scene = nk_session_scene (session);

  if (walker->scene == scene && walker->at < walker->order->len
      && g_str_equal (g_ptr_array_index (walker->order, walker->at), from->id))
    return;
  g_clear_pointer (&walker->order, g_ptr_array_unref);
  g_clear_pointer (&walker->scene, nk_scene_unref);
  walker->scene = nk_scene_ref (scene);
  walker->order = nk_walk_order (scene, nk_session_map (session), from->id);
  walker->at = 0;
}

gboolean
nk_walker_along (NkWalker *walker,
                 int       direction)
{
  const NkItem *from = where (walker);
  guint n;

  if (from == NULL)
    return begin (walker);
  follow_ties (walker, from);
  n = walker->order->len;
  walker->at = (walker->at + n + (guint) direction) % n;
  come_to (walker, item_of (walker, g_ptr_array_index (walker->order, walker->at), from->plane));
  return TRUE;
}

/* Where the last step came from, if this one is its reverse. */
static const NkItem *
way_back (NkWalker     *walker,
          const NkItem *from,
          int           dx,
          int           dy)
{
  if (walker->left == NULL || walker->dx != -dx || walker->dy != -dy
      || !g_str_equal (walker->reached, from->id))
    return NULL;
  return item_of (walker, walker->left, walker->left_plane);
}

static void
remember_step (NkWalker     *walker,
               const NkItem *from,
               const NkItem *to,
               int           dx,
               int           dy)
{
  g_free (walker->left);
  g_free (walker->reached);
  walker->left = g_strdup (from->id);
  walker->left_plane = from->plane;
  walker->reached = g_strdup (to->id);
  walker->dx = dx;
  walker->dy = dy;
}

gboolean
nk_walker_toward (NkWalker *walker,
                  int       dx,
                  int       dy)
{
  const NkItem *from = where (walker), *to;

  if (from == NULL)
    return begin (walker);
  to = way_back (walker, from, dx, dy);
  if (to == NULL)
    to = nk_walk_toward (nk_session_scene (session_of (walker)), from, dx, dy);
  if (to == NULL)
    to = from;
  remember_step (walker, from, to, dx, dy);
  come_to (walker, to);
  return TRUE;
}

gboolean
nk_walker_gather (NkWalker *walker)
{
  NkSession *session = session_of (walker);
  gboolean gathers = nk_session_cursor (session) != NULL;
  const NkItem *item = where (walker);

  if (item == NULL && !begin (walker))
    return FALSE;
  item = where (walker);
  if (gathers)
    nk_session_select_toggle (session, NK_ACTOR, item->id);
  nk_session_set_cursor (session, item->id);
  nk_canvas_come_to (walker->canvas, item);
  return TRUE;
}
