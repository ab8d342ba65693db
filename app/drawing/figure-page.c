/* The page of a figure: title, drawing, legend and words, each at its place. */
#include "drawing/figure.h"

#include "drawing/hidden.h"
#include "drawing/legend.h"
#include "drawing/refit-map.h"
#include "drawing/style.h"
#include "drawing/typeface.h"

#include <math.h>

#include "map/text.h"

/* Type, beside that of the actors' names; no smaller than can be read. */
#define TITLE_TYPE 1.35
#define LEGEND_TYPE 0.95
#define SMALL_TYPE 0.85
#define TYPE_LEAST 7.0

/* Gaps, in the size of the type. */
#define TITLE_GAP 0.9
#define PART_GAP 0.9

/* How much of the page a legend beside the drawing, or in its corner, may take. */
#define BESIDE_MOST 0.32
#define CORNER_MOST 0.45

#define NATURAL_LEAST (84 * NK_POINTS_A_MILLIMETRE)   /* so that a legend has room as well */
#define ROUNDS 4              /* until ties that bow out of the drawing have their room as well */
#define WIDEST (5000 * NK_POINTS_A_MILLIMETRE)

/* What is found out about a page before anything is drawn on it. */
typedef struct
{
  const NkMap *map;
  const NkFigureSetting *setting;
  const char *family;
  NkViewSetting view;         /* the setting's, perhaps tight */
  NkScene *rough;             /* the drawing as it is on the map */
  double width, height;       /* of the page, the most; INFINITY: as the content needs */
  NkLegendPlace legend;
  double legend_width, legend_height;
  NkLettering *title, *caption, *small;   /* or NULL */
  char *nameless;             /* what is said of ties whose names have no room */
} Page;

static gboolean
is_cancelled (const Page *page)
{
  return g_cancellable_is_cancelled (page->setting->cancellable);
}

static double
type_of (const Page *page,
         double      part)
{
  return MAX (part * page->setting->type, TYPE_LEAST);
}

static double
inner_width (const Page *page)
{
  return page->width - 2 * page->setting->margin;
}

static NkLettering *
set_words (const Page *page,
           const char *words,
           double      part,
           gboolean    bold)
{
  if (words == NULL || words[0] == '\0')
    return NULL;
  return nk_lettering_new (words, nk_map_language (page->map), page->family, type_of (page, part),
                           bold, inner_width (page), NK_ALIGN_LEFT);
}

static double
words_height (NkLettering *words,
              double       gap)
{
  double width, height = 0;

  if (words != NULL)
    nk_lettering_size (words, &width, &height);
  return words != NULL ? height + gap : 0;
}

/* The room of a legend as wide as may be, its top left at 0. */
static NkLegendRoom
legend_room (const Page *page)
{
  static const double parts[NK_N_LEGENDS] = { 1, BESIDE_MOST, CORNER_MOST, 1 };

  return (NkLegendRoom) {
    .width = parts[page->legend] * inner_width (page),
    .unit = type_of (page, LEGEND_TYPE) / NK_TYPE_ACTOR,
    .ruled = page->legend == NK_LEGEND_BELOW,
  };
}

static void
set_legend (Page          *page,
            NkLegendPlace  place)
{
  NkLegendRoom room;

  page->legend = place;
  page->legend_width = page->legend_height = 0;
  room = legend_room (page);
  if (place != NK_LEGEND_NONE)
    nk_legend_add (NULL, page->map, page->rough, page->family, &room, &page->legend_width,
                   &page->legend_height);
}

/* Sets all words and the legend for a page of this width; a page of a fixed form keeps it. */
static void
page_resize (Page  *page,
             double width)
{
  const NkFigureSetting *setting = page->setting;
  g_autofree char *hidden = nk_hidden_text (page->map, &setting->view);
  g_autofree char *small = g_strjoin (hidden[0] != '\0' && page->nameless[0] != '\0' ? " " : "",
                                      hidden, page->nameless, NULL);
  double factor = width / setting->width;

  if (setting->height > 0)
    page->height = setting->height * factor;
  else
    page->height = setting->most_height > 0 ? setting->most_height : INFINITY;
  page->width = width;
  g_clear_pointer (&page->title, nk_lettering_unref);
  g_clear_pointer (&page->caption, nk_lettering_unref);
  g_clear_pointer (&page->small, nk_lettering_unref);
  page->title = set_words (page, setting->title, TITLE_TYPE, TRUE);
  page->caption = set_words (page, setting->caption, LEGEND_TYPE, FALSE);
  page->small = set_words (page, setting->quiet ? NULL : small, SMALL_TYPE, FALSE);
  set_legend (page, setting->legend);
}

static double
gap (const Page *page)
{
  return PART_GAP * page->setting->type;
}

/* The room that is left for the drawing: its top and, on the page, its size. */
static void
drawing_room (const Page *page,
              double     *top,
              double     *width,
              double     *height)
{
  double foot = page->setting->margin;

  *width = inner_width (page);
  *top = page->setting->margin + words_height (page->title, gap (page));
  foot += words_height (page->caption, gap (page)) + words_height (page->small, gap (page));
  if (page->legend == NK_LEGEND_BELOW && page->legend_height > 0)
    foot += page->legend_height + gap (page);
  if (page->legend == NK_LEGEND_BESIDE && page->legend_width > 0)
    *width -= page->legend_width + 2 * gap (page);
  *height = page->height - *top - foot;
}

/* The map with its actors so near to each other that the drawing fits the page; NULL if they
 * can't be. The last two are what of the room is to be left free. */
static NkMap *
fit_drawing (const Page  *page,
             double       less_width,
             double       less_height,
             NkRefitOrder order)
{
  double scale = page->setting->type / NK_TYPE_ACTOR;
  double top, width, height;

  drawing_room (page, &top, &width, &height);
  width -= less_width;
  height -= less_height;
  if (width <= 0 || height <= 0
      || (page->legend == NK_LEGEND_BESIDE && page->legend_height > page->height - top))
    return NULL;
  return nk_refit_map (page->map, &page->view, width / scale, height / scale, order);
}

/* Draws the map so that all of it has room, ties that bow out of it as well; NULL if it does not
 * fit. */
static NkScene *
draw_fitted (const Page  *page,
             NkRefitOrder order)
{
  double scale = page->setting->type / NK_TYPE_ACTOR;
  double top, width, height, less_width = 0, less_height = 0;

  drawing_room (page, &top, &width, &height);
  for (int round = 0; round < ROUNDS && !is_cancelled (page); round++)
    {
      g_autoptr (NkMap) fitted = fit_drawing (page, less_width, less_height, order);
      g_autoptr (NkScene) drawn = NULL;
      double x, y, drawn_width, drawn_height;

      if (fitted == NULL)
        return NULL;
      drawn = nk_view_scene (fitted, &page->view);
      nk_scene_bounds (drawn, &x, &y, &drawn_width, &drawn_height);
      if (drawn_width * scale <= width + 0.5 && drawn_height * scale <= height + 0.5)
        return g_steal_pointer (&drawn);
      less_width += MAX (drawn_width * scale - width, 0);
      less_height += isinf (height) ? 0 : MAX (drawn_height * scale - height, 0);
    }
  return NULL;
}

/* How a drawing is fitted: the first way with which it has room. */
static const struct
{
  NkRefitOrder order;
  gboolean tight;
} attempts[] = {
  { NK_REFIT_ROWS, FALSE }, { NK_REFIT_CLOSE, FALSE }, { NK_REFIT_CLOSE, TRUE },
  { NK_REFIT_CLOSEST, FALSE }, { NK_REFIT_CLOSEST, TRUE },
};

/* Draws the map on the page as roomy as it fits; NULL if it does not. */
static NkScene *
draw_well (Page *page)
{
  NkScene *drawn = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (attempts) && drawn == NULL; i++)
    {
      page->view.tight = attempts[i].tight;
      drawn = draw_fitted (page, attempts[i].order);
    }
  return drawn;
}

static gboolean
fits (Page  *page,
      double width)
{
  g_autoptr (NkMap) fitted = NULL;

  page_resize (page, width);
  for (guint i = G_N_ELEMENTS (attempts); i-- > 0 && fitted == NULL;)
    {
      page->view.tight = attempts[i].tight;
      fitted = fit_drawing (page, 0, 0, attempts[i].order);
    }
  return fitted != NULL;
}

/* The smallest width of a page on which the map fits, to the millimetre; INFINITY if none does. */
static double
smallest_width (Page *page)
{
  double least = page->setting->width, most = least;

  while (!fits (page, most))
    {
      least = most;
      most *= 1.5;
      if (most > WIDEST || is_cancelled (page))
        return INFINITY;
    }
  while (most - least > NK_POINTS_A_MILLIMETRE && !is_cancelled (page))
    {
      double middle = (least + most) / 2;

      if (fits (page, middle))
        most = middle;
      else
        least = middle;
    }
  return most;
}

/* What the error says in points. */
typedef struct
{
  double width;
} NkFigureErrorPrivate;

static void
nk_figure_error_private_init (NkFigureErrorPrivate *private)
{
}

static void
nk_figure_error_private_copy (const NkFigureErrorPrivate *from,
                              NkFigureErrorPrivate       *to)
{
  *to = *from;
}

static void
nk_figure_error_private_clear (NkFigureErrorPrivate *private)
{
}

G_DEFINE_EXTENDED_ERROR (NkFigureError, nk_figure_error)

double
nk_figure_error_width (const GError *error)
{
  return error->domain == NK_FIGURE_ERROR ? nk_figure_error_get_private (error)->width : 0;
}

static void
set_too_small (Page    *page,
               GError **error)
{
  const double width = page->setting->width / NK_POINTS_A_MILLIMETRE;
  double least = ceil (smallest_width (page) / NK_POINTS_A_MILLIMETRE + 0.5);
  GError *mine;

  if (isinf (least))
    g_set_error (error, NK_FIGURE_ERROR, NK_FIGURE_ERROR_TOO_SMALL,
                 _("With names at %.4g pt this map fits no page. Show less of it, or take smaller "
                   "type."), page->setting->type);
  else
    {
      mine = g_error_new (NK_FIGURE_ERROR, NK_FIGURE_ERROR_TOO_SMALL,
                          _("With names at %.4g pt this map needs a page at least %.0f mm wide; this "
                            "one has %.4g mm. Make it wider, show less of the map, or leave the "
                            "legend out."),
                          page->setting->type, least, width);
      nk_figure_error_get_private (mine)->width = least * NK_POINTS_A_MILLIMETRE;
      g_propagate_error (error, mine);
    }
}

/* Adds words over the page's width, their top at y; returns where the next thing may begin. */
static double
add_words (const Page  *page,
           NkScene     *scene,
           NkLettering *words,
           double       y,
           NkInk        ink)
{
  NkItem *item;

  if (words == NULL)
    return y;
  item = nk_scene_add (scene, NK_ITEM_NOTE, NK_HEAD, "", -1);
  nk_item_set_text (item, nk_lettering_ref (words), page->setting->margin, y, ink);
  return y + words_height (words, gap (page));
}

static void
add_legend (const Page    *page,
            NkScene       *scene,
            const NkScene *drawn,
            double         x,
            double         y)
{
  NkLegendRoom room = legend_room (page);
  double width, height;

  room.x = x;
  room.y = y;
  nk_legend_add (scene, page->map, drawn, page->family, &room, &width, &height);
}

/* TRUE if nothing but bands and planes is drawn in a part of the scene. */
static gboolean
is_free (const NkScene *scene,
         double         x,
         double         y,
         double         width,
         double         height)
{
  g_autoptr (GArray) items = nk_scene_touching (scene, x, y, width, height);

  for (guint i = 0; i < items->len; i++)
    {
      NkItemType type = nk_scene_item (scene, g_array_index (items, guint, i))->type;

      if (type != NK_ITEM_BAND && type != NK_ITEM_PLANE)
        return FALSE;
    }
  return TRUE;
}

/* The first corner of the drawing, in reading order from the lower right, in which the legend has
 * room: its top left in the scene of the drawing. */
static gboolean
find_corner (const Page    *page,
             const NkScene *drawn,
             NkPoint       *corner)
{
  double scale = page->setting->type / NK_TYPE_ACTOR, pad = gap (page) / scale;
  double width = page->legend_width / scale, height = page->legend_height / scale;
  double x, y, all_width, all_height;

  nk_scene_bounds (drawn, &x, &y, &all_width, &all_height);
  for (int i = 0; i < 4; i++)
    {
      gboolean left = i % 2 == 1, top = i >= 2;

      *corner = (NkPoint) { left ? x + pad : x + all_width - width - pad,
                            top ? y + pad : y + all_height - height - pad };
      if (is_free (drawn, corner->x - pad / 2, corner->y - pad / 2, width + pad, height + pad))
        return TRUE;
    }
  return FALSE;
}

/* Puts everything on the page, from the top. */
static NkScene *
compose (const Page    *page,
         const NkScene *drawn,
         const NkPoint *corner)
{
  NkScene *scene = nk_scene_new (nk_scene_theme (drawn));
  const NkTheme *theme = nk_scene_theme (drawn);
  double scale = page->setting->type / NK_TYPE_ACTOR, margin = page->setting->margin;
  double x, y, width, height, top, room_width, room_height, left, bottom;

  drawing_room (page, &top, &room_width, &room_height);
  nk_scene_bounds (drawn, &x, &y, &width, &height);
  add_words (page, scene, page->title, margin, theme->text);
  left = margin + MAX ((room_width - width * scale) / 2, 0) - x * scale;
  bottom = top + (isinf (room_height) || page->setting->height <= 0 ? height * scale : room_height);
  nk_scene_add_scaled (scene, drawn, scale, left,
                       (top + bottom - height * scale) / 2 - y * scale);
  if (corner != NULL)
    add_legend (page, scene, drawn, left + corner->x * scale,
                (top + bottom - height * scale) / 2 + (corner->y - y) * scale);
  else if (page->legend == NK_LEGEND_BESIDE)
    {
      add_legend (page, scene, drawn, page->width - margin - page->legend_width, top);
      bottom = MAX (bottom, top + page->legend_height);
    }
  bottom += gap (page);
  if (page->legend == NK_LEGEND_BELOW && page->legend_height > 0)
    {
      add_legend (page, scene, drawn, margin, bottom);
      bottom += page->legend_height + gap (page);
    }
  bottom = add_words (page, scene, page->caption, bottom, theme->heading);
  bottom = add_words (page, scene, page->small, bottom, theme->small);
  nk_scene_finish (scene, page->width,
                   page->setting->height > 0 ? page->height : bottom - gap (page) + margin);
  return scene;
}

/* A page without a width gets that of the map, and of the legend beside it. */
static void
widen (NkFigureSetting *setting,
       const NkScene   *drawn)
{
  double x, y, width, height;

  nk_scene_bounds (drawn, &x, &y, &width, &height);
  if (setting->width != 0)
    return;
  width = MAX (width * setting->type / NK_TYPE_ACTOR, NATURAL_LEAST);
  if (setting->legend == NK_LEGEND_BESIDE)
    width = (width + 2 * PART_GAP * setting->type) / (1 - BESIDE_MOST);
  setting->width = width + 2 * setting->margin;
}

/* Turns a page that may be turned if the map is wider than high. */
static void
turn (NkFigureSetting *setting,
      const NkScene   *rough)
{
  double x, y, width, height, long_side = MAX (setting->width, setting->height);

  nk_scene_bounds (rough, &x, &y, &width, &height);
  if (!setting->turns || width <= height)
    return;
  setting->height = MIN (setting->width, setting->height);
  setting->width = long_side;
}

/* Says how many names of ties the drawing has no room for; TRUE if that is another number than
 * before, so that there may be less room for the drawing. */
static gboolean
say_nameless (Page          *page,
              const NkScene *drawn)
{
  char *nameless = nk_hidden_names_text (page->map, drawn);
  NkLegendPlace place = page->legend;
  gboolean changed = !g_str_equal (nameless, page->nameless);

  g_free (page->nameless);
  page->nameless = nameless;
  if (changed)
    {
      page_resize (page, page->width);
      set_legend (page, place);
    }
  return changed && !page->setting->quiet;
}

static void
page_clear (Page *page)
{
  g_free (page->nameless);
  nk_scene_unref (page->rough);
  g_clear_pointer (&page->title, nk_lettering_unref);
  g_clear_pointer (&page->caption, nk_lettering_unref);
  g_clear_pointer (&page->small, nk_lettering_unref);
}

NkScene *
nk_figure_scene (const NkMap           *map,
                 const NkFigureSetting *setting,
                 GError               **error)
{
  const char *family = setting->view.family;
  NkFigureSetting turned = *setting;
  Page page = {
    .map = map, .setting = &turned, .view = setting->view,
    .family = family != NULL && family[0] != '\0' ? family : nk_typeface (),
    .rough = nk_view_rough (map, &setting->view), .nameless = g_strdup (""),
  };
  g_autoptr (NkScene) drawn = NULL;
  NkScene *scene = NULL;
  NkPoint corner;
  gboolean in_corner = FALSE, as_is = setting->width == 0 && setting->height == 0;

  page.view.least_type = TYPE_LEAST * NK_TYPE_ACTOR / setting->type;
  if (as_is)
    drawn = nk_view_scene (map, &page.view);   /* as it is: no place is changed */
  widen (&turned, drawn != NULL ? drawn : page.rough);
  turn (&turned, page.rough);
  page_resize (&page, turned.width);
  if (drawn == NULL)
    drawn = draw_well (&page);
  for (int round = 0; drawn != NULL && say_nameless (&page, drawn) && !as_is && round < 2; round++)
    {
      nk_scene_unref (drawn);
      drawn = draw_well (&page);
    }
  if (page.legend == NK_LEGEND_CORNER && drawn != NULL)
    {
      in_corner = find_corner (&page, drawn, &corner);
      if (!in_corner)
        set_legend (&page, NK_LEGEND_BELOW);
      if (!in_corner && !as_is)
        {
          nk_scene_unref (drawn);
          drawn = draw_well (&page);
        }
      if (drawn != NULL)
        say_nameless (&page, drawn);
    }
  if (drawn != NULL)
    scene = compose (&page, drawn, in_corner ? &corner : NULL);
  else if (!g_cancellable_set_error_if_cancelled (setting->cancellable, error))
    set_too_small (&page, error);
  page_clear (&page);
  return scene;
}
