/* The page of a figure while it is made: what is on it beside the drawing, and the room that this
 * leaves. */
#pragma once

#include "drawing/figure.h"

G_BEGIN_DECLS

typedef struct
{
  const NkMap *map;
  NkFigureSetting setting;    /* as asked for; a page that is as large as the map has its width */
  NkViewSetting view;         /* the setting's, perhaps tight or stacked */
  const char *family;
  NkScene *rough;             /* the drawing as it is on the map */
  double width, height;       /* of the page, the most */
  double scale;               /* from the map to the page */
  NkLegendPlace legend;
  double legend_width, legend_height;
  NkLettering *title, *caption, *small;   /* or NULL */
  char *nameless;             /* what is said of ties whose names have no room */
} NkFigurePage;

/* A page for a map as the setting says, of no size yet. */
void     nk_figure_page_init   (NkFigurePage          *page,
                                const NkMap           *map,
                                const NkFigureSetting *setting);
void     nk_figure_page_clear  (NkFigurePage          *page);

/* Gives it a size and sets all words, and the legend, for it; a height of 0 is as the content
 * needs. */
void     nk_figure_page_resize (NkFigurePage          *page,
                                double                 width,
                                double                 height);
/* Makes it so wide that a drawing as it is has room. */
void     nk_figure_page_widen  (NkFigurePage          *page,
                                const NkScene         *drawn);
/* Puts the legend elsewhere than the setting says. */
void     nk_figure_page_move_legend (NkFigurePage     *page,
                                     NkLegendPlace     place);
/* Says how many names of ties the drawing has no room for. TRUE if that is another number than
 * before, so that there may be less room for the drawing. */
gboolean nk_figure_page_say_nameless (NkFigurePage    *page,
                                      const NkScene   *drawn);

/* The room that is left for the drawing: its top and, on the page, its size. FALSE if nothing is.
 * */
gboolean nk_figure_page_room   (const NkFigurePage    *page,
                                double                *top,
                                double                *width,
                                double                *height);

/* A corner of the drawing in which the legend has room: its top left in the drawing's scene. */
gboolean nk_figure_page_corner (const NkFigurePage    *page,
                                const NkScene         *drawn,
                                NkPoint               *corner);

/* Puts everything on the page, from the top; `corner` is NULL or where the legend stands. */
NkScene *nk_figure_page_compose (const NkFigurePage   *page,
                                 const NkScene        *drawn,
                                 const NkPoint        *corner);

/* Says that a map has no room on a page so wide, and on which it has; INFINITY: on none. Points. */
void     nk_figure_set_too_small (double               type,
                                  double               width,
                                  double               least,
                                  GError             **error);

G_END_DECLS
