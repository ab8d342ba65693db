/* A figure: a view on a page of a wanted width, with title and legend, and its files. */
#pragma once

#include "drawing/profile.h"
#include "drawing/view.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* All lengths are points. */
typedef struct
{
  NkViewSetting view;
  double width, height;     /* of the page; 0: as the content needs */
  double most_height;       /* then no higher than this; 0: than three times the width */
  gboolean turns;           /* the page lies on its long side where the map is wider than high */
  double margin;
  double type;              /* size of the actors' names as printed, at least 7 */
  double dpi;               /* PNG only */
  gboolean outlines;        /* SVG only: words as outlines, which need no typeface */
  NkLegendPlace legend;
  const char *title;        /* above the drawing; NULL or "": none */
  const char *caption;      /* below it: what is seen, whose figure it is; NULL or "": none */
  gboolean quiet;           /* what is hidden is not said */
  GCancellable *cancellable;   /* who no longer wants the figure cancels it; or NULL */
} NkFigureSetting;

/* The page of a profile, with all else as it usually is. */
NkFigureSetting nk_figure_setting (const NkProfile    *profile);

/* Another page than that of the profile, of these lengths; 0: not given. With a width alone it is
 * as high as its content needs, but no higher than three times that. */
void            nk_figure_setting_resize (NkFigureSetting *setting,
                                          double           width,
                                          double           height);

#define NK_FIGURE_ERROR nk_figure_error_quark ()
GQuark nk_figure_error_quark (void);
typedef enum
{
  NK_FIGURE_ERROR_TOO_SMALL,  /* the page, for the map and its type */
  NK_FIGURE_ERROR_NO_FONT     /* of the family that is asked for */
} NkFigureError;

/* The smallest width that the sentence of such an error names; 0 if it names none. */
double nk_figure_error_width (const GError *error);

/* The figure's scene: all of it lies on the page, with type as large as asked for: the space
 * between the actors is what gives way. NULL with an error that names the smallest width that can
 * do it, or a family of fonts that is not there. */
NkScene *nk_figure_scene (const NkMap           *map,
                          const NkFigureSetting *setting,
                          GError               **error);

/* The bytes of a file, the same each time: format is "pdf", "svg", "png" or "scene.json". NULL
 * with an error (a picture too large, a format that is not known). Any thread, and long for large
 * maps: it gets a copy of the map, and the main loop must run meanwhile, since text is set there.
 * */
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
