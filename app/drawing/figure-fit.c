/* Fitting a figure to its page: the ways that are tried, and the smallest page on which one works.
 * */
#include "drawing/figure-private.h"

#include "drawing/refit-map.h"
#include "drawing/typeface.h"

#include <math.h>

#include "map/text.h"

#define NEAR 0.5              /* points that a drawing may be larger than its room */
#define ROUNDS 4              /* until ties that bow out of the drawing have their room as well */
#define WIDEST 5000           /* millimetres */

/* How the map is fitted, the first way with which it has room. */
static const struct
{
  NkRefitOrder order;
  gboolean tight;
} ways[] = {
  { NK_REFIT_ROWS, FALSE }, { NK_REFIT_CLOSE, FALSE }, { NK_REFIT_CLOSE, TRUE },
  { NK_REFIT_CLOSEST, FALSE }, { NK_REFIT_CLOSEST, TRUE }, { NK_REFIT_ANYHOW, FALSE },
  { NK_REFIT_ANYHOW, TRUE },
};
#define FIRST_CLOSEST 3       /* looser ways don't fit where those from here on don't */

static gboolean
is_cancelled (const NkFigurePage *page)
{
  return g_cancellable_is_cancelled (page->setting.cancellable);
}

/* The map with its actors so near to each other that the view fills this room; NULL if they can't
 * be. In the triangle nobody stands as on the map. */
static NkMap *
fit_map (NkFigurePage *page,
         double        width,
         double        height,
         NkRefitOrder  order)
{
  width /= page->scale;
  height /= page->scale;
  if (!(width > 0 && height > 0) || is_cancelled (page))
    return NULL;
  if (page->view.show != NK_SHOW_TRIANGLE)
    return nk_refit_map (page->map, &page->view, width, height, order);
  page->view.room_width = width;
  page->view.room_height = height;
  return nk_map_copy (page->map);
}

/* How much wider and higher than this a drawing is on the page; 0 if it is not. */
static void
measure_excess (const NkFigurePage *page,
                const NkScene      *drawn,
                double              width,
                double              height,
                double             *excess_x,
                double             *excess_y)
{
  double x, y, drawn_width, drawn_height;

  nk_scene_bounds (drawn, &x, &y, &drawn_width, &drawn_height);
  *excess_x = MAX (drawn_width * page->scale - width - NEAR, 0);
  *excess_y = MAX (drawn_height * page->scale - height - NEAR, 0);
}

/* Draws the map so that all of it has room, ties that bow out of it as well unless it is only to be
 * rough; NULL if it does not fit. */
static NkScene *
draw_fitted (NkFigurePage *page,
             NkRefitOrder  order,
             gboolean      rough)
{
  double top, width, height, excess_x, excess_y, less_x = 0, less_y = 0;

  if (!nk_figure_page_room (page, &top, &width, &height))
    return NULL;
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr (NkMap) fitted = fit_map (page, width - less_x, height - less_y, order);
      g_autoptr (NkScene) drawn = NULL;

      if (fitted == NULL)
        return NULL;
      drawn = rough ? nk_view_rough (fitted, &page->view) : nk_view_scene (fitted, &page->view);
      measure_excess (page, drawn, width, height, &excess_x, &excess_y);
      if (excess_x == 0 && excess_y == 0)
        return g_steal_pointer (&drawn);
      less_x += excess_x > 0 ? excess_x + NEAR : 0;
      less_y += excess_y > 0 ? excess_y + NEAR : 0;
    }
  return NULL;
}

/* Panels stand one below the other where they have no room side by side. */
static gboolean
try_stacked (NkFigurePage *page)
{
  if (page->view.show != NK_SHOW_PANELS || page->view.stacked)
    return FALSE;
  page->view.stacked = TRUE;
  return TRUE;
}

/* Draws the map on the page as roomily as it fits, or roughly as close as it goes; NULL if it does
 * not fit. */
static NkScene *
draw_well (NkFigurePage *page,
           gboolean      rough)
{
  NkScene *drawn = NULL;

  page->view.stacked = page->setting.view.stacked;
  do
    for (guint i = rough ? FIRST_CLOSEST : 0; i < G_N_ELEMENTS (ways) && drawn == NULL; i++)
      {
        page->view.tight = ways[i].tight;
        drawn = draw_fitted (page, ways[i].order, rough);
      }
  while (drawn == NULL && try_stacked (page));
  return drawn;
}

/* Draws the map and puts it on the page with all that belongs there; NULL if it does not fit. */
static NkScene *
draw_page (NkFigurePage *page)
{
  g_autoptr (NkScene) drawn = draw_well (page, FALSE);
  NkPoint corner;
  gboolean in_corner;

  for (int round = 0;
       drawn != NULL && nk_figure_page_say_nameless (page, drawn) && round < ROUNDS; round++)
    {
      nk_scene_unref (drawn);
      drawn = draw_well (page, FALSE);
    }
  if (drawn == NULL)
    return NULL;
  in_corner = page->legend == NK_LEGEND_CORNER && nk_figure_page_corner (page, drawn, &corner);
  if (page->legend != NK_LEGEND_CORNER || in_corner)
    return nk_figure_page_compose (page, drawn, in_corner ? &corner : NULL);
  nk_figure_page_move_legend (page, NK_LEGEND_BELOW);
  return draw_page (page);
}

/* Gives the page so many millimetres; one of a fixed form keeps it. */
static void
resize (NkFigurePage *page,
        double        millimetres)
{
  double width = millimetres * NK_POINTS_A_MILLIMETRE;

  nk_figure_page_resize (page, width, page->setting.height * width / page->setting.width);
}

/* TRUE if the map fits, but perhaps for ties that bow out of the drawing; a legend that may stand
 * in a corner is reckoned with below. */
static gboolean
fits_roughly (NkFigurePage *page,
              double        millimetres)
{
  g_autoptr (NkScene) drawn = NULL;

  resize (page, millimetres);
  if (page->legend == NK_LEGEND_CORNER)
    nk_figure_page_move_legend (page, NK_LEGEND_BELOW);
  drawn = draw_well (page, TRUE);
  return drawn != NULL;
}

static gboolean
fits (NkFigurePage *page,
      double        millimetres)
{
  g_autoptr (NkScene) scene = NULL;

  resize (page, millimetres);
  scene = draw_page (page);
  return scene != NULL;
}

/* The smallest width of a page on which the map fits, in points but of whole millimetres; INFINITY
 * if there is none. */
static double
smallest_width (NkFigurePage *page)
{
  double least = floor (page->setting.width / NK_POINTS_A_MILLIMETRE), most = least + 1;

  while (!fits_roughly (page, most))
    {
      least = most;
      most = ceil (most * 1.3);
      if (most > WIDEST || is_cancelled (page))
        return INFINITY;
    }
  while (most - least > 1 && !is_cancelled (page))
    {
      double middle = floor ((least + most) / 2);

      if (fits_roughly (page, middle))
        most = middle;
      else
        least = middle;
    }
  while (!fits (page, most))
    {
      most = ceil (most * 1.01);
      if (most > WIDEST || is_cancelled (page))
        return INFINITY;
    }
  return most * NK_POINTS_A_MILLIMETRE;
}

/* The two ways in which the page may lie, the likelier first; returns how many there are. */
static guint
find_sides (const NkFigurePage *page,
            double              widths[2],
            double              heights[2])
{
  double x, y, map_width, map_height;
  double width = page->setting.width, height = page->setting.height;
  gboolean lies;

  nk_scene_bounds (page->rough, &x, &y, &map_width, &map_height);
  lies = map_width > map_height;
  widths[0] = heights[1] = page->setting.turns && lies ? MAX (width, height) : width;
  heights[0] = widths[1] = page->setting.turns && lies ? MIN (width, height) : height;
  return page->setting.turns ? 2 : 1;
}

static NkScene *
draw_on_page (NkFigurePage *page,
              GError      **error)
{
  double widths[2], heights[2];
  guint n = find_sides (page, widths, heights);
  NkScene *scene = NULL;

  for (guint i = 0; i < n && scene == NULL; i++)
    {
      page->setting.width = widths[i];
      page->setting.height = heights[i];
      nk_figure_page_resize (page, widths[i], heights[i]);
      scene = draw_page (page);
    }
  if (scene == NULL && !g_cancellable_set_error_if_cancelled (page->setting.cancellable, error))
    {
      page->setting.width = widths[0];
      page->setting.height = heights[0];
      nk_figure_set_too_small (page->setting.type, widths[0], smallest_width (page), error);
    }
  return scene;
}

/* Draws the map as it is, on a page as large as that: no place is changed. */
static NkScene *
draw_as_it_is (NkFigurePage *page)
{
  g_autoptr (NkScene) drawn = nk_view_scene (page->map, &page->view);
  NkPoint corner;
  gboolean in_corner;

  nk_figure_page_widen (page, drawn);
  nk_figure_page_say_nameless (page, drawn);
  in_corner = page->legend == NK_LEGEND_CORNER && nk_figure_page_corner (page, drawn, &corner);
  if (page->legend == NK_LEGEND_CORNER && !in_corner)
    nk_figure_page_move_legend (page, NK_LEGEND_BELOW);
  return nk_figure_page_compose (page, drawn, in_corner ? &corner : NULL);
}

NkScene *
nk_figure_scene (const NkMap           *map,
                 const NkFigureSetting *setting,
                 GError               **error)
{
  const char *family = setting->view.family;
  NkFigurePage page;
  NkScene *scene;

  if (family != NULL && family[0] != '\0' && !nk_typeface_is_there (family))
    {
      g_set_error (error, NK_FIGURE_ERROR, NK_FIGURE_ERROR_NO_FONT,
                   _("There is no font family “%s” on this computer. Install it, name another, or "
                     "none for the drawing's own."), family);
      return NULL;
    }
  nk_figure_page_init (&page, map, setting);
  if (setting->width == 0)
    {
      nk_figure_page_widen (&page, page.rough);
      page.setting.width = page.width;
    }
  if (setting->width == 0 && setting->height == 0)
    scene = draw_as_it_is (&page);
  else
    scene = draw_on_page (&page, error);
  nk_figure_page_clear (&page);
  return scene;
}
