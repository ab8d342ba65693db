#include "drawing/view-private.h"

#include "drawing/bands.h"
#include "drawing/legend.h"
#include "drawing/planes.h"
#include "drawing/strays.h"
#include "drawing/style.h"
#include "drawing/tie-names.h"
#include "drawing/typeface.h"
#include "drawing/words.h"
#include "map/date.h"

#include <string.h>

#include "map/text.h"

/* Names are broken to a width; a single word may be wider, up to the second, before it is broken as
 * well. Points. */
typedef struct
{
  double width, widest;
  guint lines;
} NameRoom;

static const NameRoom usual_room = { 74, 128, 4 }, tight_room = { 54, 92, 5 };

/* From the drawing to a legend below it, and how wide one at least is. Points. */
#define LEGEND_GAP 14.0
#define LEGEND_WIDTH 420.0
#define LEGEND_UNIT 0.9   /* its type beside that of the actors */

#define TITLE_PART 0.014  /* the type of a dimension's name, by the length of the drawing */
#define TITLE_MOST 28.0   /* and at most; points */

#define ABSENT_RIM 0.6    /* points: the outline of who is not in a dimension */

static const char *const show_names[NK_N_SHOWS] = { "levels", "layers", "panels", "triangle" };

int
nk_show_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (show_names); i++)
    if (strcmp (show_names[i], name) == 0)
      return i;
  return -1;
}

const char *
nk_show_name (NkShow show)
{
  return show_names[show];
}

static const char *
family_of (const NkViewSetting *setting)
{
  return setting->family != NULL && setting->family[0] != '\0' ? setting->family : nk_typeface ();
}

static NkLettering *
actor_lettering (const NkMap    *map,
                 const NkRecord *actor,
                 const char     *family,
                 gboolean        tight)
{
  const NameRoom *room = tight ? &tight_room : &usual_room;

  return nk_lettering_label (nk_record_title (actor), nk_map_language (map), family, NK_TYPE_ACTOR,
                             FALSE, room->width, room->widest, room->lines);
}

static void
fit_actor (const NkTheme  *theme,
           const NkMap    *map,
           const NkRecord *actor,
           const char     *family,
           gboolean        tight,
           NkShape        *shape,
           double         *width,
           double         *height)
{
  NkActorStyle style = nk_style_sector (theme, map, nk_record_text (actor, NK_FIELD_SECTOR));
  g_autoptr (NkLettering) lettering = actor_lettering (map, actor, family, tight);
  double text_x, text_y;

  *shape = style.shape;
  nk_shape_fit (style.shape, lettering, width, height, &text_x, &text_y);
}

void
nk_view_actor_size (const NkMap    *map,
                    const NkRecord *actor,
                    double         *width,
                    double         *height)
{
  NkShape shape;

  fit_actor (nk_theme (NULL), map, actor, nk_typeface (), FALSE, &shape, width, height);
}

void
nk_view_name_size (const NkMap    *map,
                   const NkRecord *district,
                   double         *width,
                   double         *height)
{
  g_autoptr (NkLettering) name = nk_bands_district_name (nk_map_language (map), district,
                                                         nk_typeface (), 0);

  nk_lettering_size (name, width, height);
}

double
nk_view_gutter (const NkMap *map)
{
  double widest = 0;

  for (guint i = 0; i < nk_map_count (map, NK_LEVEL); i++)
    {
      double gutter;
      g_autoptr (NkLettering) name = nk_bands_level_name (nk_map_language (map),
                                                          nk_map_at (map, NK_LEVEL, i),
                                                          nk_typeface (), &gutter);

      widest = MAX (widest, gutter);
    }
  return widest;
}

static gboolean
is_there (const NkRecord *record,
          const char     *date)
{
  return date == NULL || date[0] == '\0'
         || nk_date_covers (nk_record_text (record, NK_FIELD_SINCE),
                            nk_record_text (record, NK_FIELD_UNTIL), date);
}

static gboolean
shows_actor (const NkRecord      *actor,
             const NkViewSetting *setting)
{
  if (setting->show == NK_SHOW_LAYERS)
    return (nk_planes_of (actor) & nk_planes_shown (setting)) != 0;
  return setting->show != NK_SHOW_TRIANGLE || nk_planes_of (actor) != 0;
}

/* Of a tie whose ends are shown. */
static gboolean
shows_tie (const NkMap         *map,
           const NkRecord      *tie,
           const NkViewSetting *setting)
{
  guint planes;

  if (setting->show == NK_SHOW_PANELS)
    return (nk_panels_of_tie (map, tie) & nk_planes_shown (setting)) != 0;
  if (setting->show != NK_SHOW_LAYERS)
    return TRUE;
  planes = nk_planes_of_tie (map, tie);
  return planes == 0 || (planes & nk_planes_shown (setting)) != 0;
}

static const NkRecord *
end_of (const NkMap    *map,
        const NkRecord *tie,
        NkField         end)
{
  return nk_map_find (map, NK_ACTOR, nk_record_text (tie, end));
}

gboolean
nk_view_shows (const NkMap         *map,
               const NkRecord      *record,
               const NkViewSetting *setting)
{
  switch (nk_record_kind (record))
    {
    case NK_ACTOR:
      return is_there (record, setting->date) && shows_actor (record, setting);
    case NK_TIE:
      return is_there (record, setting->date)
             && nk_view_shows (map, end_of (map, record, NK_FIELD_FROM), setting)
             && nk_view_shows (map, end_of (map, record, NK_FIELD_TO), setting)
             && shows_tie (map, record, setting);
    case NK_NOTE:
      /* A note has one place on the map, but on no plane. */
      return setting->show == NK_SHOW_LEVELS;
    default:
      return TRUE;
    }
}

/* In the triangle an actor stands where its weights draw it, wherever it stands on the map. */
static gboolean
has_place (const NkRecord      *actor,
           const NkViewSetting *setting)
{
  return setting->show == NK_SHOW_TRIANGLE || nk_record_is_placed (actor);
}

static gboolean
draws_actor (const NkDrawing *drawing,
             const NkRecord  *actor)
{
  return has_place (actor, drawing->setting)
         && nk_view_shows (drawing->map, actor, drawing->setting);
}

GArray *
nk_view_actors (const NkDrawing *drawing)
{
  GArray *actors = g_array_new (FALSE, FALSE, sizeof (NkPlacedActor));

  for (guint i = 0; i < nk_map_count (drawing->map, NK_ACTOR); i++)
    {
      const NkRecord *actor = nk_map_at (drawing->map, NK_ACTOR, i);
      NkPlacedActor placed = { .actor = actor, .body = { .unit = 1 } };
      NkBody *body = &placed.body;

      if (!draws_actor (drawing, actor))
        continue;
      fit_actor (drawing->theme, drawing->map, actor, drawing->family, drawing->setting->tight,
                 &body->shape, &body->width, &body->height);
      body->x = nk_record_number (actor, NK_FIELD_X) - body->width / 2;
      body->y = nk_record_number (actor, NK_FIELD_Y) - body->height / 2;
      g_array_append_val (actors, placed);
    }
  return actors;
}

GArray *
nk_view_actors_of (const NkMap         *map,
                   const NkViewSetting *setting)
{
  const NkTheme *theme = setting->theme != NULL ? setting->theme : nk_theme (NULL);
  const NkDrawing drawing = { map, setting, theme, family_of (setting), NULL };

  return nk_view_actors (&drawing);
}

GPtrArray *
nk_view_ties (const NkDrawing *drawing)
{
  GPtrArray *ties = g_ptr_array_new ();

  for (guint i = 0; i < nk_map_count (drawing->map, NK_TIE); i++)
    {
      NkRecord *tie = nk_map_at (drawing->map, NK_TIE, i);

      if (is_there (tie, drawing->setting->date)
          && draws_actor (drawing, end_of (drawing->map, tie, NK_FIELD_FROM))
          && draws_actor (drawing, end_of (drawing->map, tie, NK_FIELD_TO))
          && shows_tie (drawing->map, tie, drawing->setting))
        g_ptr_array_add (ties, tie);
    }
  return ties;
}

NkItem *
nk_view_add_label (const NkDrawing *drawing,
                   NkRecordKind     kind,
                   const char      *id,
                   int              plane,
                   NkLettering     *lettering,
                   double           x,
                   double           y,
                   NkInk            ink)
{
  NkItem *item = nk_scene_add (drawing->scene, NK_ITEM_LABEL, kind, id, plane);

  nk_item_set_text (item, lettering, x, y, ink);
  return item;
}

void
nk_view_add_actor (const NkDrawing *drawing,
                   const NkRecord  *actor,
                   const NkBody    *body,
                   int              plane,
                   const NkPoint   *stem)
{
  const char *id = nk_record_id (actor);
  NkActorStyle style = nk_style_sector (drawing->theme, drawing->map,
                                        nk_record_text (actor, NK_FIELD_SECTOR));
  NkLettering *lettering = actor_lettering (drawing->map, actor, drawing->family,
                                            drawing->setting->tight);
  NkItem *item = nk_scene_add (drawing->scene, NK_ITEM_ACTOR, NK_ACTOR, id, plane);
  double width, height, text_x, text_y;

  nk_item_set_body (item, style.shape, body->x, body->y, body->width, body->height);
  item->fill = style.fill;
  item->stroke = style.stroke;
  item->line_width = style.line_width;
  if (stem != NULL)
    nk_item_set_path (item, stem, 2, FALSE);
  nk_shape_fit (style.shape, lettering, &width, &height, &text_x, &text_y);
  nk_view_add_label (drawing, NK_ACTOR, id, plane, lettering,
                     body->x + text_x, body->y + text_y, style.ink);
}

void
nk_view_add_absent (const NkDrawing *drawing,
                    const NkRecord  *actor,
                    const NkBody    *body,
                    int              plane)
{
  NkItem *item = nk_scene_add (drawing->scene, NK_ITEM_ACTOR, NK_ACTOR, nk_record_id (actor),
                               plane);

  nk_item_set_body (item, body->shape, body->x, body->y, body->width, body->height);
  item->stroke = drawing->theme->district_rim;
  item->line_width = ABSENT_RIM * drawing->theme->weight;
  item->absent = TRUE;
}

NkLettering *
nk_view_title (const NkDrawing *drawing,
               int              plane,
               double           length)
{
  double size = CLAMP (length * TITLE_PART, NK_TYPE_PLANE, TITLE_MOST);

  return nk_lettering_new (nk_word (drawing->map, NK_WORD_STRUCTURE + plane),
                           nk_map_language (drawing->map), drawing->family, size, TRUE, 0,
                           NK_ALIGN_LEFT);
}

/* The same scene with a legend below it. Takes the scene. */
static NkScene *
with_legend (NkScene     *drawn,
             const NkMap *map,
             const char  *family)
{
  NkScene *scene = nk_scene_new (nk_scene_theme (drawn));
  NkLegendRoom room = { .unit = LEGEND_UNIT, .ruled = TRUE };
  double x, y, width, height;

  nk_scene_bounds (drawn, &x, &y, &width, &height);
  nk_scene_add_scaled (scene, drawn, 1, 0, 0);
  room.x = x;
  room.y = y + height + LEGEND_GAP;
  room.width = MAX (width, LEGEND_WIDTH);
  nk_legend_add (scene, map, drawn, family, &room, &width, &height);
  nk_scene_finish (scene, 0, 0);
  nk_scene_unref (drawn);
  return scene;
}

GPtrArray *
nk_view_strays (const NkMap *map)
{
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS };
  const NkDrawing drawing = { map, &setting, nk_theme (NULL), nk_typeface (), NULL };
  g_autoptr (GArray) actors = nk_view_actors (&drawing);
  GPtrArray *list = g_ptr_array_new ();
  gboolean hold;
  g_autofree gboolean *strays = nk_strays_find (map, actors, &hold);

  for (guint i = 0; i < actors->len; i++)
    if (strays[i])
      g_ptr_array_add (list, (gpointer) g_array_index (actors, NkPlacedActor, i).actor);
  return list;
}

char *
nk_view_pinned_strays (const NkMap *map)
{
  g_autoptr (GPtrArray) strays = nk_view_strays (map);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < strays->len; i++)
    {
      const NkRecord *actor = g_ptr_array_index (strays, i);

      if (!nk_record_boolean (actor, NK_FIELD_PINNED))
        continue;
      g_string_append_printf (names, n++ > 0 ? ", %s" : "%s", nk_record_title (actor));
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u actor is pinned outside its level, and stays there: %s.",
                                    "%u actors are pinned outside their levels, and stay there: %s.",
                                    n), n, names->str);
}

void
nk_view_copies (const NkViewSetting *setting,
                int                 *across,
                int                 *down)
{
  int n = nk_planes_count (nk_planes_shown (setting));
  gboolean layers = setting->show == NK_SHOW_LAYERS, panels = setting->show == NK_SHOW_PANELS;

  *across = panels && !setting->stacked ? n : 1;
  *down = layers || (panels && setting->stacked) ? n : 1;
}

NkScene *
nk_view_bodies (const NkMap *map)
{
  const NkViewSetting setting = { .show = NK_SHOW_LEVELS, .roomy = TRUE };
  const NkTheme *theme = nk_theme (NULL);
  NkDrawing drawing = { map, &setting, theme, nk_typeface (), nk_scene_new (theme) };

  nk_view_level_bodies (&drawing);
  nk_scene_finish (drawing.scene, 0, 0);
  return drawing.scene;
}

static NkScene *
draw (const NkMap         *map,
      const NkViewSetting *setting,
      const char          *family)
{
  static void (*const views[NK_N_SHOWS]) (const NkDrawing *) = {
    nk_view_levels, nk_view_layers, nk_view_panels, nk_view_triangle
  };
  const NkTheme *theme = setting->theme != NULL ? setting->theme : nk_theme (NULL);
  NkDrawing drawing = { map, setting, theme, family, nk_scene_new (theme) };

  views[setting->show] (&drawing);
  nk_scene_finish (drawing.scene, 0, 0);
  return drawing.scene;
}

NkScene *
nk_view_rough (const NkMap         *map,
               const NkViewSetting *setting)
{
  g_autoptr (NkRouting) sketch = nk_routing_new (NULL);
  NkViewSetting rough = *setting;

  rough.routing = sketch;
  return draw (map, &rough, family_of (setting));
}

NkScene *
nk_view_scene (const NkMap         *map,
               const NkViewSetting *setting)
{
  NkScene *scene = nk_tie_names_add (draw (map, setting, family_of (setting)), map,
                                     family_of (setting), setting->least_type);

  return setting->legend ? with_legend (scene, map, family_of (setting)) : scene;
}
