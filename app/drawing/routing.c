#include "drawing/routing.h"

/* The ties that were drawn at once. */
typedef struct
{
  NkStands *stands;
  gboolean round;
  GArray *courses;       /* of NkCourse */
  GArray *routes;        /* of NkRoute; those that were taken are empty */
} Batch;

struct _NkRouting
{
  NkScene *before;       /* or NULL */
  GPtrArray *batches;    /* of Batch, in the order in which they were drawn */
  gboolean found;
  guint next;            /* the batch whose routes are taken next */
};

static void
clear_route (gpointer route)
{
  g_free (((NkRoute *) route)->points);
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_array_unref (batch->courses);
  g_array_unref (batch->routes);
  nk_stands_unref (batch->stands);
  g_free (batch);
}

NkRouting *
nk_routing_new (NkScene *before)
{
  NkRouting *routing = g_new0 (NkRouting, 1);

  routing->before = before != NULL ? nk_scene_ref (before) : NULL;
  routing->batches = g_ptr_array_new_with_free_func (batch_free);
  return routing;
}

void
nk_routing_free (NkRouting *routing)
{
  g_clear_pointer (&routing->before, nk_scene_unref);
  g_ptr_array_unref (routing->batches);
  g_free (routing);
}

void
nk_routing_run (NkRouting *routing)
{
  for (guint i = 0; i < routing->batches->len; i++)
    {
      Batch *batch = routing->batches->pdata[i];

      nk_courses_find (batch->courses, batch->round ? batch->stands : NULL, batch->routes);
    }
  routing->found = TRUE;
}

/* The scene before, as it is gone through. */
typedef struct
{
  NkScene *scene;
  int plane;
  guint next;            /* the item that may be asked for next: ties keep their order */
  GHashTable *still;     /* bodies that stand where they stood: a body -> itself, or NULL */
} Before;

static gboolean
stood_there (Before         *before,
             const NkRecord *tie,
             NkField         end,
             const NkBody   *body)
{
  gpointer still;
  const NkItem *item;

  if (g_hash_table_lookup_extended (before->still, body, NULL, &still))
    return still != NULL;
  item = nk_scene_find (before->scene, NK_ITEM_ACTOR, NK_ACTOR, nk_record_text (tie, end),
                        before->plane);
  if (item == NULL || item->body_x != body->x || item->body_y != body->y
      || item->body_width != body->width || item->body_height != body->height)
    body = NULL;
  g_hash_table_insert (before->still, (gpointer) body, (gpointer) body);
  return body != NULL;
}

static const NkItem *
find_tie (Before     *before,
          const char *id)
{
  const NkItem *item = before->next < nk_scene_n_items (before->scene)
                       ? nk_scene_item (before->scene, before->next) : NULL;

  if (item == NULL || item->type != NK_ITEM_TIE || item->plane != before->plane
      || !g_str_equal (item->id, id))
    item = nk_scene_find (before->scene, NK_ITEM_TIE, NK_TIE, id, before->plane);
  if (item != NULL)
    before->next = nk_scene_number (before->scene, item) + 1;
  return item;
}

/* A tie runs as it did before if its ends have not moved. */
static NkRoute
sketch_route (Before         *before,
              const NkRecord *tie,
              NkCourse       *course)
{
  const NkItem *item = before->scene != NULL ? find_tie (before, nk_record_id (tie)) : NULL;

  if (item == NULL || course->n_bends > 0
      || !stood_there (before, tie, NK_FIELD_FROM, course->from)
      || !stood_there (before, tie, NK_FIELD_TO, course->to))
    return nk_course_straight (course);
  return (NkRoute) { .points = g_memdup2 (item->path, item->n_path * sizeof *item->path),
                     .n = item->n_path, .curved = item->curved };
}

static void
sketch (NkRouting *routing,
        GPtrArray *ties,
        NkStands  *stands,
        gboolean   round,
        int        plane,
        GArray    *courses,
        GArray    *routes)
{
  Batch *batch = g_new (Batch, 1);
  g_autoptr (GHashTable) still = g_hash_table_new (NULL, NULL);
  Before before = { routing->before, plane, 0, still };

  for (guint i = 0; i < courses->len; i++)
    {
      NkRoute route = sketch_route (&before, ties->pdata[i], &g_array_index (courses, NkCourse, i));

      g_array_append_val (routes, route);
    }
  *batch = (Batch) { nk_stands_ref (stands), round, g_array_ref (courses),
                     g_array_new (FALSE, FALSE, sizeof (NkRoute)) };
  g_array_set_clear_func (batch->routes, clear_route);
  g_ptr_array_add (routing->batches, batch);
}

void
nk_routing_lead (NkRouting *routing,
                 GPtrArray *ties,
                 NkStands  *stands,
                 gboolean   round,
                 int        plane,
                 GArray    *courses,
                 GArray    *routes)
{
  Batch *batch;

  if (!routing->found)
    {
      sketch (routing, ties, stands, round, plane, courses, routes);
      return;
    }
  g_return_if_fail (routing->next < routing->batches->len);
  batch = routing->batches->pdata[routing->next++];
  g_return_if_fail (batch->routes->len == courses->len);
  g_array_append_vals (routes, batch->routes->data, batch->routes->len);
  g_array_set_clear_func (batch->routes, NULL);
  g_array_set_size (batch->routes, 0);
}
