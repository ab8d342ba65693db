/* A figure: a view on a page of a wanted width, with title and legend, and its files. */
#pragma once

#include "drawing/view.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  NkViewSetting view;
  double width;             /* of the page, points */
  double height;            /* points; 0: as the content needs */
  double dpi;               /* PNG only */
  gboolean legend;
  const char *title;        /* NULL or "": none */
} NkFigureSetting;

/* The figure's scene: all of it lies on the page. */
NkScene *nk_figure_scene (const NkMap           *map,
                          const NkFigureSetting *setting);

/* The bytes of a file, the same each time: format is "pdf", "svg", "png" or "scene.json". NULL with
 * an error (a picture too large, a format that is not known). */
GBytes  *nk_figure_data  (const NkMap           *map,
                          const NkFigureSetting *setting,
                          const char            *format,
                          GError               **error);

/* The format that a file name asks for by its end, or NULL. */
const char *nk_figure_format (const char        *file_name);

/* Reads a length: "174mm", "8.5cm", "4in", "493pt", also with a blank. Points; NaN if it is
 * none. */
double   nk_length_parse (const char            *text);

G_END_DECLS
