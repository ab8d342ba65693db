#include "drawing/figure.h"

#include "drawing/export.h"

#include <string.h>

#include "map/text.h"

#define WIDTH_LEAST 85.0     /* 30 mm: narrower, the legend's words no longer fit */
#define TYPE_LEAST 7.0       /* smaller type can't be read in print */

NkFigureSetting
nk_figure_setting (const NkProfile *profile)
{
  return (NkFigureSetting) {
    .width = profile->width, .height = profile->height, .most_height = profile->most_height,
    .turns = profile->turns, .margin = profile->margin, .type = profile->type,
    .legend = profile->legend, .dpi = 300,
  };
}

void
nk_figure_setting_resize (NkFigureSetting *setting,
                          double           width,
                          double           height)
{
  if (!(width > 0) && !(height > 0))
    return;
  setting->turns = FALSE;
  if (width > 0)
    setting->width = width;
  setting->height = height;
  setting->most_height = 0;
}

const char *
nk_figure_format (const char *file_name)
{
  static const char *const formats[] = { "pdf", "svg", "png", "scene.json" };
  g_autofree char *lower = g_ascii_strdown (file_name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *end = g_strconcat (".", formats[i], NULL);

      if (g_str_has_suffix (lower, end))
        return formats[i];
    }
  return NULL;
}

/* The title of the document: that of the figure, else that of the map. */
static const char *
document_title (const NkMap           *map,
                const NkFigureSetting *setting)
{
  if (setting->title != NULL && setting->title[0] != '\0')
    return setting->title;
  return nk_record_text (nk_map_head (map), NK_FIELD_TITLE);
}

GBytes *
nk_figure_data (const NkMap           *map,
                const NkFigureSetting *setting,
                const char            *format,
                GError               **error)
{
  const NkExport options = {
    .title = document_title (map, setting),
    .language = nk_map_language (map),
    .dpi = setting->dpi,
    .outlines = setting->outlines,
    .map = map,
  };
  g_autoptr (NkScene) scene = NULL;

  if (!(setting->type >= TYPE_LEAST))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("Names in a figure must be at least %.0f pt large."), TYPE_LEAST);
      return NULL;
    }
  if (setting->width != 0 && !(setting->width >= WIDTH_LEAST))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("A figure must be at least %.0f mm wide."), WIDTH_LEAST / 72 * 25.4);
      return NULL;
    }
  scene = nk_figure_scene (map, setting, error);
  if (scene == NULL)
    return NULL;
  if (g_strcmp0 (format, "pdf") == 0)
    return nk_export_pdf (scene, &options, error);
  if (g_strcmp0 (format, "png") == 0)
    return nk_export_png (scene, &options, error);
  if (g_strcmp0 (format, "svg") == 0)
    return nk_export_svg (scene, &options);
  if (g_strcmp0 (format, "scene.json") == 0)
    {
      char *text = nk_scene_to_text (scene);

      return g_bytes_new_take (text, strlen (text));
    }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               _("There is no figure format “%s”. Use pdf, svg, png or scene.json."), format);
  return NULL;
}
