#include "drawing/figure.h"

#include "drawing/export.h"
#include "drawing/legend.h"
#include "drawing/scene-private.h"
#include "drawing/style.h"
#include "drawing/typeface.h"
#include "drawing/words.h"

#include <string.h>

#include "map/text.h"

/* On the page, points. */
#define MARGIN 3.0
#define TITLE_TYPE 11.0
#define TITLE_GAP 7.0
#define LEGEND_GAP 7.0
#define SMALL_TYPE 6.5
#define SMALL_GAP 6.0
/* A map is not drawn larger than this times its own size, however few stand on it. */
#define SCALE_MOST 1.15
#define WIDTH_LEAST 85.0     /* 30 mm: narrower, the legend's words no longer fit */

static const char *
figure_family (const NkFigureSetting *setting)
{
  const char *family = setting->view.family;

  return family != NULL && family[0] != '\0' ? family : nk_typeface ();
}

/* Adds words of the figure itself over the page's width, their top at y; returns their height.
 * Takes the lettering. */
static double
add_words (NkScene     *scene,
           NkLettering *lettering,
           double       y,
           NkInk        ink)
{
  NkItem *item = nk_scene_add (scene, NK_ITEM_NOTE, NK_HEAD, "", -1);
  double width, height;

  nk_lettering_size (lettering, &width, &height);
  nk_item_set_text (item, lettering, MARGIN, y, ink);
  return height;
}

typedef struct
{
  guint no_place, no_dimension, actors_not_there, ties_not_there, notes;
} Hidden;

/* Counts what the map has and the figure doesn't show, each thing for the first reason it has. */
static Hidden
count_hidden (const NkMap         *map,
              const NkViewSetting *view)
{
  NkViewSetting dated = { .show = NK_SHOW_LEVELS, .date = view->date };
  Hidden hidden = { 0 };

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (map, NK_ACTOR, i);

      if (!nk_view_shows (map, actor, &dated))
        hidden.actors_not_there++;
      else if (!nk_view_shows (map, actor, view))
        hidden.no_dimension++;
      else if (!nk_record_is_placed (actor))
        hidden.no_place++;
    }
  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    if (!nk_view_shows (map, nk_map_at (map, NK_TIE, i), &dated))
      hidden.ties_not_there++;
  for (guint i = 0; i < nk_map_count (map, NK_NOTE); i++)
    if (!nk_view_shows (map, nk_map_at (map, NK_NOTE, i), view))
      hidden.notes++;
  return hidden;
}

static void
append_count (GString     *text,
              const NkMap *map,
              NkCount      count,
              guint        n,
              const char  *date)
{
  g_autofree char *sentence = n > 0 ? nk_word_count (map, count, n, date) : NULL;

  if (sentence != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
}

/* What the figure says in words: its date, and what it does not show. To be freed. */
static char *
small_print (const NkMap         *map,
             const NkViewSetting *view)
{
  GString *text = g_string_new (NULL);
  Hidden hidden = count_hidden (map, view);

  if (view->date != NULL && view->date[0] != '\0')
    {
      g_autofree char *date = nk_word_date (map, view->date);

      g_string_append (text, date);
    }
  append_count (text, map, NK_COUNT_ACTORS_NOT_THERE, hidden.actors_not_there, view->date);
  append_count (text, map, NK_COUNT_TIES_NOT_THERE, hidden.ties_not_there, view->date);
  append_count (text, map, NK_COUNT_NO_DIMENSION, hidden.no_dimension, NULL);
  append_count (text, map, NK_COUNT_NO_PLACE, hidden.no_place, NULL);
  append_count (text, map, NK_COUNT_NOTES, hidden.notes, NULL);
  return g_string_free (text, FALSE);
}

/* Adds the legend and the small print below `y`; returns where they end. */
static double
add_foot (NkScene               *scene,
          const NkMap           *map,
          const NkFigureSetting *setting,
          const NkScene         *drawn,
          double                 y,
          double                 scale)
{
  const double width = setting->width - 2 * MARGIN;
  g_autofree char *words = small_print (map, &setting->view);
  double legend = 0;

  if (setting->legend)
    legend = nk_legend_add (scene, map, drawn, figure_family (setting), MARGIN, y + LEGEND_GAP,
                            width, scale);
  if (legend > 0)
    y += LEGEND_GAP + legend;
  if (words[0] != '\0')
    y += SMALL_GAP + add_words (scene,
                                nk_lettering_new (words, figure_family (setting), SMALL_TYPE,
                                                  FALSE, width, NK_ALIGN_LEFT),
                                y + SMALL_GAP, nk_scene_theme (scene)->small);
  return y;
}

/* How high the foot is, from a trial of it. */
static double
foot_height (const NkMap           *map,
             const NkFigureSetting *setting,
             const NkScene         *drawn,
             double                 scale)
{
  NkScene *trial = nk_scene_new (nk_scene_theme (drawn));
  double height = add_foot (trial, map, setting, drawn, 0, scale);

  nk_scene_unref (trial);
  return height;
}

NkScene *
nk_figure_scene (const NkMap           *map,
                 const NkFigureSetting *setting)
{
  g_autoptr (NkScene) drawn = nk_view_scene (map, &setting->view);
  NkScene *scene = nk_scene_new (nk_scene_theme (drawn));
  double x, y, width, height, scale, room, top = MARGIN;

  if (setting->title != NULL && setting->title[0] != '\0')
    top += add_words (scene,
                      nk_lettering_new (setting->title, figure_family (setting), TITLE_TYPE, TRUE,
                                        setting->width - 2 * MARGIN, NK_ALIGN_LEFT),
                      top, nk_scene_theme (scene)->text) + TITLE_GAP;
  nk_scene_bounds (drawn, &x, &y, &width, &height);
  room = setting->width - 2 * MARGIN;
  scale = width > 0 ? MIN (room / width, SCALE_MOST) : 1;
  if (setting->height > 0 && height > 0)
    {
      double foot = foot_height (map, setting, drawn, scale) + MARGIN;
      double free_height = setting->height - top - foot;

      scale = MIN (scale, MAX (free_height, setting->height / 4) / height);
    }
  nk_scene_add_scaled (scene, drawn, scale,
                       (setting->width - width * scale) / 2 - x * scale, top - y * scale);
  top = add_foot (scene, map, setting, drawn, top + height * scale, scale) + MARGIN;
  nk_scene_finish (scene, setting->width, setting->height > 0 ? MAX (setting->height, top) : top);
  return scene;
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
    .language = nk_record_text (nk_map_head (map), NK_FIELD_LANGUAGE),
    .dpi = setting->dpi,
  };
  g_autoptr (NkScene) scene = NULL;

  if (!(setting->width >= WIDTH_LEAST))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("A figure must be at least %.0f mm wide."), WIDTH_LEAST / 72 * 25.4);
      return NULL;
    }
  scene = nk_figure_scene (map, setting);
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
