#include "ui/canvas/tile-painter.h"

#include "drawing/painter.h"

#include <sys/resource.h>
#include <unistd.h>

/* Drawing the window goes first. */
#define NICENESS 10

struct _NkTilePainter
{
  gatomicrefcount references;   /* the owner's, each working thread's and the delivery's */
  NkTileDone done;
  gpointer user_data;

  GMutex lock;                  /* guards what follows */
  GQueue waiting;               /* NkTileJob */
  GQueue finished;
  guint n_working;
  gboolean delivering;
  gboolean closed;
};

NkTileJob *
nk_tile_job_new (NkScene    *scene,
                 GHashTable *without)
{
  NkTileJob *job = g_new0 (NkTileJob, 1);

  job->scene = nk_scene_ref (scene);
  job->without = without != NULL ? g_hash_table_ref (without) : NULL;
  return job;
}

void
nk_tile_job_free (NkTileJob *job)
{
  nk_scene_unref (job->scene);
  g_clear_pointer (&job->without, g_hash_table_unref);
  g_clear_pointer (&job->image, cairo_surface_destroy);
  g_free (job);
}

static void
free_jobs (GQueue *jobs)
{
  NkTileJob *job;

  while ((job = g_queue_pop_head (jobs)) != NULL)
    nk_tile_job_free (job);
}

static void
painter_unref (gpointer data)
{
  NkTilePainter *painter = data;

  if (!g_atomic_ref_count_dec (&painter->references))
    return;
  free_jobs (&painter->waiting);
  free_jobs (&painter->finished);
  g_mutex_clear (&painter->lock);
  g_free (painter);
}

static NkTilePainter *
painter_ref (NkTilePainter *painter)
{
  g_atomic_ref_count_inc (&painter->references);
  return painter;
}

static gboolean
deliver (gpointer data)
{
  NkTilePainter *painter = data;
  NkTileJob *job;

  g_mutex_lock (&painter->lock);
  painter->delivering = FALSE;
  while (!painter->closed && (job = g_queue_pop_head (&painter->finished)) != NULL)
    {
      g_mutex_unlock (&painter->lock);
      painter->done (job, painter->user_data);
      g_mutex_lock (&painter->lock);
    }
  g_mutex_unlock (&painter->lock);
  return G_SOURCE_REMOVE;
}

static void
paint (NkTileJob *job)
{
  NkPaintOptions options = { .detail = job->whole ? 0 : job->scale, .without = job->without };
  cairo_t *cr;

  job->image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cr = cairo_create (job->image);
  nk_paint_paper (job->scene, cr);
  cairo_translate (cr, -job->x, -job->y);
  cairo_scale (cr, job->scale, job->scale);
  nk_paint_scene (job->scene, cr, &options, job->x / job->scale, job->y / job->scale,
                  job->width / job->scale, job->height / job->scale);
  cairo_destroy (cr);
  cairo_surface_flush (job->image);
}

static void
work (gpointer data,
      gpointer user_data)
{
  NkTilePainter *painter = data;
  static _Thread_local gboolean is_nice;
  NkTileJob *job;

  if (!is_nice)
    is_nice = setpriority (PRIO_PROCESS, (id_t) gettid (), NICENESS) == 0;

  g_mutex_lock (&painter->lock);
  while ((job = g_queue_pop_head (&painter->waiting)) != NULL)
    {
      g_mutex_unlock (&painter->lock);
      paint (job);
      g_mutex_lock (&painter->lock);
      g_queue_push_tail (&painter->finished, job);
      if (!painter->delivering)
        {
          painter->delivering = TRUE;
          g_idle_add_full (G_PRIORITY_HIGH_IDLE, deliver, painter_ref (painter), painter_unref);
        }
    }
  painter->n_working--;
  g_mutex_unlock (&painter->lock);
  painter_unref (painter);
}

/* One thread for each core but the one that draws the window. */
static guint
n_threads (void)
{
  return MAX (g_get_num_processors (), 2) - 1;
}

static GThreadPool *
threads (void)
{
  static GThreadPool *pool;

  /* Exclusive: a shared thread would take its low priority on to other people's work. */
  if (pool == NULL)
    pool = g_thread_pool_new (work, NULL, (int) n_threads (), TRUE, NULL);
  return pool;
}

NkTilePainter *
nk_tile_painter_new (NkTileDone done,
                     gpointer   user_data)
{
  NkTilePainter *painter = g_new0 (NkTilePainter, 1);

  g_atomic_ref_count_init (&painter->references);
  painter->done = done;
  painter->user_data = user_data;
  g_mutex_init (&painter->lock);
  return painter;
}

void
nk_tile_painter_free (NkTilePainter *painter)
{
  g_mutex_lock (&painter->lock);
  painter->closed = TRUE;
  free_jobs (&painter->waiting);
  g_mutex_unlock (&painter->lock);
  painter_unref (painter);
}

void
nk_tile_painter_replace (NkTilePainter *painter,
                         GPtrArray     *jobs)
{
  guint n_new;

  g_mutex_lock (&painter->lock);
  free_jobs (&painter->waiting);
  for (guint i = 0; i < jobs->len; i++)
    g_queue_push_tail (&painter->waiting, g_ptr_array_index (jobs, i));
  n_new = MIN (n_threads (), jobs->len);
  n_new -= MIN (n_new, painter->n_working);
  painter->n_working += n_new;
  g_mutex_unlock (&painter->lock);

  for (guint i = 0; i < n_new; i++)
    g_thread_pool_push (threads (), painter_ref (painter), NULL);
  g_ptr_array_set_free_func (jobs, NULL);
  g_ptr_array_unref (jobs);
}
