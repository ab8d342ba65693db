/* Text is set in the main thread alone. A font map for each thread is not enough: Cairo 1.16 keeps
 * the faces of a font's file in a list that it does not lock, and GTK's fonts are in it, too. */
#include "drawing/lettering-private.h"

#include <unistd.h>

typedef struct
{
  void (*set) (gpointer data);
  gpointer data;
  gboolean done;
  GMutex lock;
  GCond cond;
} Request;

static gboolean
answer (gpointer data)
{
  Request *request = data;

  request->set (request->data);
  g_mutex_lock (&request->lock);
  request->done = TRUE;
  g_cond_signal (&request->cond);
  g_mutex_unlock (&request->lock);
  return G_SOURCE_REMOVE;
}

/* When the main thread has nothing else to do, so that a window stays alive. */
static void
ask (Request *request)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_mutex_init (&request->lock);
  g_cond_init (&request->cond);
  g_source_set_callback (source, answer, request, NULL);
  g_source_attach (source, NULL);
  g_mutex_lock (&request->lock);
  while (!request->done)
    g_cond_wait (&request->cond, &request->lock);
  g_mutex_unlock (&request->lock);
  g_cond_clear (&request->cond);
  g_mutex_clear (&request->lock);
}

void
nk_type_run (void     (*set) (gpointer data),
             gpointer   data)
{
  Request request = { set, data, FALSE };

  if (gettid () == getpid ())
    set (data);
  else
    ask (&request);
}
