#include "ui/figures/figure-content.h"

#include "ui/figures/figure-maker.h"
#include "ui/program/trace.h"

struct _NkFigureContent
{
  GdkContentProvider parent_instance;
  NkMap *map;
  NkFigureChoice *choice;
};

G_DEFINE_FINAL_TYPE (NkFigureContent, nk_figure_content, GDK_TYPE_CONTENT_PROVIDER)

/* In the order in which whoever takes several should prefer them. */
static const struct { const char *type, *format; } forms[] = {
  { "image/png", "png" },
  { "image/svg+xml", "svg" },
  { "application/pdf", "pdf" },
};

static GdkContentFormats *
nk_figure_content_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    gdk_content_formats_builder_add_mime_type (builder, forms[i].type);
  return gdk_content_formats_builder_free_to_formats (builder);
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  nk_trace ("figure taken");
  g_task_return_boolean (task, TRUE);
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) files = nk_figure_make_files (result, &error);
  GBytes *bytes;

  if (files == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  bytes = g_bytes_ref (g_ptr_array_index (files, 0));
  g_object_set_data_full (G_OBJECT (task), "bytes", bytes, (GDestroyNotify) g_bytes_unref);
  g_output_stream_write_all_async (g_task_get_task_data (task), g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes), g_task_get_priority (task),
                                   g_task_get_cancellable (task), on_written,
                                   g_object_ref (task));
}

static void
nk_figure_content_write_async (GdkContentProvider  *provider,
                               const char          *type,
                               GOutputStream       *stream,
                               int                  priority,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  NkFigureContent *content = NK_FIGURE_CONTENT (provider);
  GTask *task = g_task_new (provider, cancellable, callback, user_data);
  const char *formats[] = { NULL, NULL };

  g_task_set_priority (task, priority);
  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].type, type))
      formats[0] = forms[i].format;
  if (formats[0] != NULL)
    {
      nk_figure_make_async (content->map, content->choice, formats, cancellable, on_made, task);
      return;
    }
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "No figure is made as %s.",
                           type);
  g_object_unref (task);
}

static gboolean
nk_figure_content_write_finish (GdkContentProvider  *provider,
                                GAsyncResult        *result,
                                GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
nk_figure_content_finalize (GObject *object)
{
  NkFigureContent *content = NK_FIGURE_CONTENT (object);

  nk_map_unref (content->map);
  nk_figure_choice_free (content->choice);
  G_OBJECT_CLASS (nk_figure_content_parent_class)->finalize (object);
}

static void
nk_figure_content_class_init (NkFigureContentClass *class)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = nk_figure_content_finalize;
  provider_class->ref_formats = nk_figure_content_ref_formats;
  provider_class->write_mime_type_async = nk_figure_content_write_async;
  provider_class->write_mime_type_finish = nk_figure_content_write_finish;
}

static void
nk_figure_content_init (NkFigureContent *content)
{
}

GdkContentProvider *
nk_figure_content_new (const NkMap          *map,
                       const NkFigureChoice *choice)
{
  NkFigureContent *content = g_object_new (NK_TYPE_FIGURE_CONTENT, NULL);

  content->map = nk_map_copy (map);
  content->choice = nk_figure_choice_copy (choice);
  return GDK_CONTENT_PROVIDER (content);
}
