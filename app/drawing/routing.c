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

static gboolean
stood_there (const NkRouting *routing,
             const NkRecord  *tie,
             NkField          end,
             const NkBody    *body,
             int              plane)
{
  const NkItem *item = nk_scene_find (routing->before, NK_ITEM_ACTOR, NK_ACTOR,
                                      nk_record_text (tie, end), plane);

  return item != NULL && item->body_x == body->x && item->body_y == body->y
         && item->body_width == body->width && item->body_height == body->height;
}

/* Lets a tie run as it did before if its ends have not moved. */
static void
keep_route (const NkRouting *routing,
            const NkRecord  *tie,
            const NkCourse  *course,
            int              plane,
            NkRoute         *route)
{
  const NkItem *item = nk_scene_find (routing->before, NK_ITEM_TIE, NK_TIE, nk_record_id (tie),
                                      plane);

  if (item == NULL || course->n_bends > 0
      || !stood_there (routing, tie, NK_FIELD_FROM, course->from, plane)
      || !stood_there (routing, tie, NK_FIELD_TO, course->to, plane))
    return;
  g_free (route->points);
  route->points = g_memdup2 (item->path, item->n_path * sizeof *item->path);
  route->n = item->n_path;
  route->curved = item->curved;
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

  nk_courses_find (courses, NULL, routes);
  for (guint i = 0; i < courses->len && routing->before != NULL; i++)
    keep_route (routing, ties->pdata[i], &g_array_index (courses, NkCourse, i), plane,
                &g_array_index (routes, NkRoute, i));
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
