#include "ui/figures/figure-maker.h"

typedef struct
{
  NkMap *map;
  NkFigureChoice *choice;
  char **formats;          /* NULL: the scene is wanted */
} Order;

struct _NkFigureMaker
{
  NkFigureMade made;
  gpointer user_data;
  NkMap *map;                  /* these two: what was asked for last and is not begun, or NULL */
  NkFigureChoice *choice;
  GCancellable *cancellable;   /* of what is under way, or NULL */
  gboolean closed;
};

static void
order_free (gpointer data)
{
  Order *order = data;

  nk_map_unref (order->map);
  nk_figure_choice_free (order->choice);
  g_strfreev (order->formats);
  g_free (order);
}

static void
make_scene (GTask *task,
            NkMap *map,
            Order *order)
{
  GError *error = NULL;
  NkScene *scene = nk_figure_scene (map, &order->choice->setting, &error);

  if (scene != NULL)
    g_task_return_pointer (task, scene, (GDestroyNotify) nk_scene_unref);
  else
    g_task_return_error (task, error);
}

static void
make_files (GTask *task,
            NkMap *map,
            Order *order)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GError *error = NULL;

  for (guint i = 0; order->formats[i] != NULL; i++)
    {
      GBytes *bytes = nk_figure_data (map, &order->choice->setting, order->formats[i], &error);

      if (bytes == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (files, bytes);
    }
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

static void
make (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  Order *order = data;
  g_autoptr (NkMap) map = nk_figure_choice_resolve (order->choice, order->map);

  if (order->formats != NULL)
    make_files (task, map, order);
  else
    make_scene (task, map, order);
}

void
nk_figure_make_async (const NkMap          *map,
                      const NkFigureChoice *choice,
                      const char *const    *formats,
                      GCancellable         *cancellable,
                      GAsyncReadyCallback   callback,
                      gpointer              user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order = g_new (Order, 1);

  *order = (Order) { nk_map_copy (map), nk_figure_choice_copy (choice),
                     g_strdupv ((char **) formats) };
  order->choice->setting.cancellable = cancellable;
  g_task_set_task_data (task, order, order_free);
  /* Whoever cancels goes on at once; the thread ends when it comes to know of it. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, make);
}

GPtrArray *
nk_figure_make_files (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

NkScene *
nk_figure_make_scene (GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The newest wish */

static void begin (NkFigureMaker *maker);

static void
maker_destroy (NkFigureMaker *maker)
{
  g_clear_pointer (&maker->map, nk_map_unref);
  g_clear_pointer (&maker->choice, nk_figure_choice_free);
  g_free (maker);
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  NkFigureMaker *maker = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NkScene) scene = nk_figure_make_scene (result, &error);

  g_clear_object (&maker->cancellable);
  if (maker->closed)
    maker_destroy (maker);
  else if (maker->choice != NULL)
    begin (maker);
  else
    maker->made (scene, error, maker->user_data);
}

static void
begin (NkFigureMaker *maker)
{
  g_autoptr (NkMap) map = g_steal_pointer (&maker->map);
  g_autoptr (NkFigureChoice) choice = g_steal_pointer (&maker->choice);

  maker->cancellable = g_cancellable_new ();
  nk_figure_make_async (map, choice, NULL, maker->cancellable, on_made, maker);
}

NkFigureMaker *
nk_figure_maker_new (NkFigureMade made,
                     gpointer     user_data)
{
  NkFigureMaker *maker = g_new0 (NkFigureMaker, 1);

  maker->made = made;
  maker->user_data = user_data;
  return maker;
}

void
nk_figure_maker_free (NkFigureMaker *maker)
{
  maker->closed = TRUE;
  if (maker->cancellable != NULL)
    g_cancellable_cancel (maker->cancellable);
  else
    maker_destroy (maker);
}

void
nk_figure_maker_ask (NkFigureMaker        *maker,
                     const NkMap          *map,
                     const NkFigureChoice *choice)
{
  g_clear_pointer (&maker->map, nk_map_unref);
  g_clear_pointer (&maker->choice, nk_figure_choice_free);
  maker->map = nk_map_copy (map);
  maker->choice = nk_figure_choice_copy (choice);
  if (maker->cancellable != NULL)
    g_cancellable_cancel (maker->cancellable);
  else
    begin (maker);
}
