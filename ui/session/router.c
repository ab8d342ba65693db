#include "ui/session/router.h"

#include "ui/program/trace.h"

#include <gio/gio.h>

/* A map with fewer ties is drawn at once: it takes a few milliseconds. */
#define SKETCHED 80

typedef struct
{
  NkScene *sketch;
  NkRouting *routing;
} Job;

struct _NkRouter
{
  NkRouterEvents events;
  gpointer user_data;
  NkScene *last;             /* the scene that was made last, or NULL */
  GQueue jobs;               /* of Job: those that are not begun */
  gboolean busy;             /* a thread runs */
  GCancellable *cancellable;
};

static void
job_free (gpointer data)
{
  Job *job = data;

  nk_scene_unref (job->sketch);
  nk_routing_free (job->routing);
  g_free (job);
}

NkRouter *
nk_router_new (const NkRouterEvents *events,
               gpointer              user_data)
{
  NkRouter *router = g_new0 (NkRouter, 1);

  router->events = *events;
  router->user_data = user_data;
  router->cancellable = g_cancellable_new ();
  return router;
}

void
nk_router_free (NkRouter *router)
{
  g_cancellable_cancel (router->cancellable);
  g_object_unref (router->cancellable);
  g_queue_clear_full (&router->jobs, job_free);
  g_clear_pointer (&router->last, nk_scene_unref);
  g_free (router);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  nk_routing_run (((Job *) data)->routing);
  g_task_return_boolean (task, TRUE);
}

static void begin (NkRouter *router, Job *job);

/* One at a time: who edits quickly leaves sketches behind that nobody wants any more. */
static void
begin_next (NkRouter *router)
{
  Job *job;

  while (!router->busy && (job = g_queue_pop_head (&router->jobs)) != NULL)
    if (router->events.wants (job->sketch, router->user_data))
      begin (router, job);
    else
      job_free (job);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  NkRouter *router = user_data;
  Job *job = g_task_get_task_data (G_TASK (result));

  /* Then there is no router. */
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  router->busy = FALSE;
  if (router->events.wants (job->sketch, router->user_data))
    {
      nk_trace ("routed");
      router->events.routed (job->sketch, job->routing, router->user_data);
    }
  begin_next (router);
}

static void
begin (NkRouter *router,
       Job      *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, router->cancellable, on_found, router);

  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
  router->busy = TRUE;
}

static NkScene *
make_sketch (NkRouter            *router,
             const NkMap         *map,
             const NkViewSetting *setting)
{
  NkViewSetting sketched = *setting;
  Job *job = g_new (Job, 1);
  NkScene *sketch;

  sketched.routing = job->routing = nk_routing_new (router->last);
  sketch = nk_view_scene (map, &sketched);
  job->sketch = nk_scene_ref (sketch);
  if (router->busy)
    g_queue_push_tail (&router->jobs, job);
  else
    begin (router, job);
  return sketch;
}

NkScene *
nk_router_scene (NkRouter            *router,
                 const NkMap         *map,
                 const NkViewSetting *setting)
{
  gboolean at_once = setting->routing != NULL || nk_map_count (map, NK_TIE) < SKETCHED;
  NkScene *scene = at_once ? nk_view_scene (map, setting) : make_sketch (router, map, setting);

  g_clear_pointer (&router->last, nk_scene_unref);
  router->last = nk_scene_ref (scene);
  return scene;
}
