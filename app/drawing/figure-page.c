/* The page of a figure: title, drawing, legend and words, each at its place. */
#include "drawing/figure-private.h"

#include "drawing/hidden.h"
#include "drawing/legend.h"
#include "drawing/style.h"
#include "drawing/typeface.h"

/* Type, beside that of the actors' names; no smaller than can be read. */
#define TITLE_TYPE 1.35
#define LEGEND_TYPE 0.95
#define SMALL_TYPE 0.85
#define TYPE_LEAST 7.0

#define GAP 0.9               /* between the parts of a page, in the size of the type */

/* How much of the page a legend beside the drawing, or in its corner, may take. */
#define BESIDE_MOST 0.32
#define CORNER_MOST 0.45

#define HIGHEST 3             /* a page without a height, beside its width */
#define NATURAL_LEAST (84 * NK_POINTS_A_MILLIMETRE)   /* so that a legend has room as well */

static double
type_of (const NkFigurePage *page,
         double      part)
{
  return MAX (part * page->setting.type, TYPE_LEAST);
}

static double
inner_width (const NkFigurePage *page)
{
  return page->width - 2 * page->setting.margin;
}

static NkLettering *
set_words (const NkFigurePage *page,
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
legend_room (const NkFigurePage *page)
{
  static const double parts[NK_N_LEGENDS] = { 1, BESIDE_MOST, CORNER_MOST, 1 };

  return (NkLegendRoom) {
    .width = parts[page->legend] * inner_width (page),
    .unit = type_of (page, LEGEND_TYPE) / NK_TYPE_ACTOR,
    .ruled = page->legend == NK_LEGEND_BELOW,
  };
}

void
nk_figure_page_move_legend (NkFigurePage  *page,
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

/* What the figure says of itself in small type. To be freed. */
static char *
small_print (const NkFigurePage *page)
{
  g_autofree char *hidden = nk_hidden_text (page->map, &page->setting.view);
  gboolean both = hidden[0] != '\0' && page->nameless[0] != '\0';

  return page->setting.quiet ? NULL : g_strjoin (both ? " " : "", hidden, page->nameless, NULL);
}

void
nk_figure_page_init (NkFigurePage          *page,
                     const NkMap           *map,
                     const NkFigureSetting *setting)
{
  const char *family = setting->view.family;

  *page = (NkFigurePage) {
    .map = map, .setting = *setting, .view = setting->view,
    .family = family != NULL && family[0] != '\0' ? family : nk_typeface (),
    .rough = nk_view_rough (map, &setting->view), .scale = setting->type / NK_TYPE_ACTOR,
    .nameless = g_strdup (""),
  };
  page->view.least_type = TYPE_LEAST / page->scale;
}

static void
clear_words (NkFigurePage *page)
{
  g_clear_pointer (&page->title, nk_lettering_unref);
  g_clear_pointer (&page->caption, nk_lettering_unref);
  g_clear_pointer (&page->small, nk_lettering_unref);
}

void
nk_figure_page_clear (NkFigurePage *page)
{
  clear_words (page);
  g_free (page->nameless);
  nk_scene_unref (page->rough);
}

static void
set_all_words (NkFigurePage *page)
{
  g_autofree char *small = small_print (page);

  clear_words (page);
  page->title = set_words (page, page->setting.title, TITLE_TYPE, TRUE);
  page->caption = set_words (page, page->setting.caption, LEGEND_TYPE, FALSE);
  page->small = set_words (page, small, SMALL_TYPE, FALSE);
}

void
nk_figure_page_resize (NkFigurePage *page,
                       double        width,
                       double        height)
{
  double most = page->setting.most_height;

  page->width = width;
  page->height = height > 0 ? height : most > 0 ? most : HIGHEST * width;
  set_all_words (page);
  nk_figure_page_move_legend (page, page->setting.legend);
}

static double
gap (const NkFigurePage *page)
{
  return GAP * page->setting.type;
}

void
nk_figure_page_widen (NkFigurePage  *page,
                      const NkScene *drawn)
{
  double x, y, width, height;

  nk_scene_bounds (drawn, &x, &y, &width, &height);
  width = MAX (width * page->scale, NATURAL_LEAST);
  if (page->setting.legend == NK_LEGEND_BESIDE)
    width = (width + 2 * gap (page)) / (1 - BESIDE_MOST);
  nk_figure_page_resize (page, width + 2 * page->setting.margin, 0);
}

gboolean
nk_figure_page_say_nameless (NkFigurePage  *page,
                             const NkScene *drawn)
{
  char *nameless = nk_hidden_names_text (page->map, drawn);
  gboolean changed = !g_str_equal (nameless, page->nameless);

  g_free (page->nameless);
  page->nameless = nameless;
  if (changed)
    set_all_words (page);
  return changed && !page->setting.quiet;
}

gboolean
nk_figure_page_room (const NkFigurePage *page,
                     double             *top,
                     double             *width,
                     double             *height)
{
  double foot = page->setting.margin;

  *width = inner_width (page);
  *top = page->setting.margin + words_height (page->title, gap (page));
  foot += words_height (page->caption, gap (page)) + words_height (page->small, gap (page));
  if (page->legend == NK_LEGEND_BELOW && page->legend_height > 0)
    foot += page->legend_height + gap (page);
  if (page->legend == NK_LEGEND_BESIDE && page->legend_width > 0)
    *width -= page->legend_width + 2 * gap (page);
  *height = page->height - *top - foot;
  return *width > 0 && *height > 0
         && (page->legend != NK_LEGEND_BESIDE || page->legend_height <= *height);
}

/* Adds words over the page's width, their top at y; returns where the next thing may begin. */
static double
add_words (const NkFigurePage *page,
           NkScene            *scene,
           NkLettering        *words,
           double              y,
           NkInk               ink)
{
  NkItem *item;

  if (words == NULL)
    return y;
  item = nk_scene_add (scene, NK_ITEM_NOTE, NK_HEAD, "", -1);
  nk_item_set_text (item, nk_lettering_ref (words), page->setting.margin, y, ink);
  return y + words_height (words, gap (page));
}

static void
add_legend (const NkFigurePage *page,
            NkScene            *scene,
            const NkScene      *drawn,
            double              x,
            double              y)
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

/* The first that is free, in reading order from the lower right. */
gboolean
nk_figure_page_corner (const NkFigurePage *page,
                       const NkScene      *drawn,
                       NkPoint            *corner)
{
  double scale = page->scale, pad = gap (page) / scale;
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

/* Stands the legend beside the drawing or in its corner, which has its top left at `at` and ends at
 * `bottom`; returns where both end. */
static double
add_side_legend (const NkFigurePage *page,
                 NkScene            *scene,
                 const NkScene      *drawn,
                 NkPoint             at,
                 const NkPoint      *corner,
                 double              top,
                 double              bottom)
{
  if (corner != NULL)
    add_legend (page, scene, drawn, at.x + corner->x * page->scale, at.y + corner->y * page->scale);
  else if (page->legend == NK_LEGEND_BESIDE && page->legend_width > 0)
    {
      add_legend (page, scene, drawn,
                  page->width - page->setting.margin - page->legend_width, top);
      bottom = MAX (bottom, top + page->legend_height);
    }
  return bottom;
}

NkScene *
nk_figure_page_compose (const NkFigurePage *page,
                        const NkScene      *drawn,
                        const NkPoint      *corner)
{
  const NkTheme *theme = nk_scene_theme (drawn);
  NkScene *scene = nk_scene_new (theme);
  double scale = page->scale, margin = page->setting.margin;
  double x, y, width, height, top, room_width, room_height, bottom;
  gboolean fixed = page->setting.height > 0;
  NkPoint at;               /* where the origin of the drawing lies */

  nk_figure_page_room (page, &top, &room_width, &room_height);
  nk_scene_bounds (drawn, &x, &y, &width, &height);
  bottom = top + (fixed ? room_height : height * scale);
  at.x = margin + MAX ((room_width - width * scale) / 2, 0) - x * scale;
  at.y = (top + bottom - height * scale) / 2 - y * scale;
  add_words (page, scene, page->title, margin, theme->text);
  nk_scene_add_scaled (scene, drawn, scale, at.x, at.y);
  bottom = add_side_legend (page, scene, drawn, at, corner, top, bottom) + gap (page);
  if (page->legend == NK_LEGEND_BELOW && page->legend_height > 0)
    {
      add_legend (page, scene, drawn, margin, bottom);
      bottom += page->legend_height + gap (page);
    }
  bottom = add_words (page, scene, page->caption, bottom, theme->heading);
  bottom = add_words (page, scene, page->small, bottom, theme->small);
  nk_scene_finish (scene, page->width, fixed ? page->height : bottom - gap (page) + margin);
  return scene;
}
