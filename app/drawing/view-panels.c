/* The panels: Struktur, Ort and Menschen as flat maps of one scale, side by side or one below the
 * other. Everybody stands at the same place in each; who does not belong to a dimension is there as
 * an outline, so that the eye finds its way from panel to panel. */
#include "drawing/bands.h"
#include "drawing/planes.h"
#include "drawing/stands.h"
#include "drawing/ties.h"

#include <math.h>

/* All in points. */
#define PAD 9.0             /* from what stands outermost to the edge of a panel */
#define BETWEEN 18.0        /* from panel to panel */
#define TITLE_GAP 5.0       /* from a panel's title to its upper edge */
#define BETWEEN_BANDS 1.5   /* the white line from band to band */
#define NAME_PAD 4.0        /* from a band's corner to its name */

typedef struct
{
  const NkDrawing *drawing;
  guint planes;
  GArray *actors;           /* of NkPlacedActor, where they stand on the map */
  NkBands *bands;
  double left, top, right, bottom;   /* of a panel, on the map, without the gutter for names */
  double title_length;      /* of all, for their titles */
  double title_height;
} Panels;

/* One of them. */
typedef struct
{
  const Panels *all;
  int plane;
  gboolean named;           /* the names of the bands stand at its left */
  double dx, dy;            /* from the map to the scene */
} Panel;

static void
find_extent (Panels *panels)
{
  const NkBands *bands = panels->bands;
  guint n = bands->bands->len;

  panels->left = panels->top = INFINITY;
  panels->right = panels->bottom = -INFINITY;
  for (guint i = 0; i < panels->actors->len; i++)
    {
      const NkBody *body = &g_array_index (panels->actors, NkPlacedActor, i).body;

      panels->left = MIN (panels->left, body->x - PAD);
      panels->top = MIN (panels->top, body->y - PAD);
      panels->right = MAX (panels->right, body->x + body->width + PAD);
      panels->bottom = MAX (panels->bottom, body->y + body->height + PAD);
    }
  if (n > 0)
    {
      panels->left = MIN (panels->left, bands->left + bands->gutter);
      panels->right = MAX (panels->right, bands->right);
      panels->top = MIN (panels->top, g_array_index (bands->bands, NkBand, 0).top);
      panels->bottom = MAX (panels->bottom, g_array_index (bands->bands, NkBand, n - 1).bottom);
    }
  for (guint i = 0; i < bands->districts->len; i++)
    {
      const NkDistrictBox *box = &g_array_index (bands->districts, NkDistrictBox, i);

      panels->left = MIN (panels->left, box->x - PAD);
      panels->right = MAX (panels->right, box->x + box->width + PAD);
    }
  if (panels->left > panels->right)
    {
      panels->left = panels->top = 0;
      panels->right = 200;
      panels->bottom = 200;
    }
}

static void
measure_titles (Panels *panels)
{
  int n = nk_planes_count (panels->planes);
  double width = panels->right - panels->left, height = panels->bottom - panels->top, unused;
  g_autoptr (NkLettering) title = NULL;

  panels->title_length = panels->drawing->setting->stacked ? MAX (width, n * height)
                                                           : MAX (n * width, height);
  title = nk_view_title (panels->drawing, 0, panels->title_length);
  nk_lettering_size (title, &unused, &panels->title_height);
}

static void
add_ground (const Panel *panel)
{
  const Panels *all = panel->all;
  const NkDrawing *drawing = all->drawing;
  double left = all->left + panel->dx, top = all->top + panel->dy;
  double right = all->right + panel->dx, bottom = all->bottom + panel->dy;
  const NkPoint corners[4] = { { left, top }, { right, top }, { right, bottom }, { left, bottom } };
  NkItem *item = nk_scene_add (drawing->scene, NK_ITEM_PLANE, NK_HEAD, "", panel->plane);

  item->shape = NK_SHAPE_QUAD;
  nk_item_set_path (item, corners, 4, FALSE);
  item->fill = all->bands->bands->len > 0 ? nk_ink_none : drawing->theme->band;
  nk_view_add_label (drawing, NK_HEAD, "", panel->plane, nk_view_title (drawing, panel->plane, all->title_length), left,
                     top - TITLE_GAP - all->title_height, drawing->theme->heading);
}

static void
add_band_name (const Panel  *panel,
               const NkBand *band)
{
  const NkBands *bands = panel->all->bands;
  const NkDrawing *drawing = panel->all->drawing;
  double left = bands->left + panel->dx, width, height;
  double x = left + NAME_PAD, y = band->top + panel->dy + NAME_PAD;
  NkItem *item;

  nk_lettering_size (band->name, &width, &height);
  if (bands->gutter > 0)
    {
      x = left + (bands->gutter - width) / 2;
      y = (band->top + band->bottom - height) / 2 + panel->dy;
    }
  item = nk_view_add_label (drawing, NK_LEVEL, nk_record_id (band->level), panel->plane,
                            nk_lettering_ref (band->name), x, y, drawing->theme->heading);
  item->halo = bands->gutter == 0;
}

static void
add_bands (const Panel *panel)
{
  const NkBands *bands = panel->all->bands;
  const NkTheme *theme = panel->all->drawing->theme;
  double left = panel->named ? bands->left : panel->all->left;

  for (guint i = 0; i < bands->bands->len; i++)
    {
      const NkBand *band = &g_array_index (bands->bands, NkBand, i);
      NkItem *item = nk_scene_add (panel->all->drawing->scene, NK_ITEM_BAND, NK_LEVEL,
                                   nk_record_id (band->level), panel->plane);

      nk_item_set_body (item, NK_SHAPE_BOX, left + panel->dx,
                        band->top + panel->dy + BETWEEN_BANDS / 2, bands->right - left,
                        MAX (band->bottom - band->top - BETWEEN_BANDS, 0));
      item->fill = theme->band;
    }
  for (guint i = 0; i < bands->bands->len && panel->named; i++)
    add_band_name (panel, &g_array_index (bands->bands, NkBand, i));
}

/* Those without a level stand along all bands. */
static void
add_beside (const Panel *panel)
{
  const NkDrawing *drawing = panel->all->drawing;

  for (int right = 0; right <= 1; right++)
    {
      double x, y, width, height;
      NkItem *item;

      if (!nk_bands_beside (panel->all->bands, drawing->map, panel->all->actors, right, &x, &y, &width,
                            &height))
        continue;
      item = nk_scene_add (drawing->scene, NK_ITEM_BAND, NK_HEAD, "", panel->plane);
      nk_item_set_body (item, NK_SHAPE_BOX, x + panel->dx, y + panel->dy + BETWEEN_BANDS / 2, width,
                        MAX (height - BETWEEN_BANDS, 0));
      item->fill = drawing->theme->band;
    }
}

static void
add_districts (const Panel *panel)
{
  const NkBands *bands = panel->all->bands;
  const NkTheme *theme = panel->all->drawing->theme;

  for (guint i = 0; i < bands->districts->len; i++)
    {
      const NkDistrictBox *box = &g_array_index (bands->districts, NkDistrictBox, i);
      NkItem *item = nk_scene_add (panel->all->drawing->scene, NK_ITEM_DISTRICT, NK_DISTRICT,
                                   nk_record_id (box->district), panel->plane);

      nk_item_set_body (item, NK_SHAPE_BOX, box->x + panel->dx, box->y + panel->dy, box->width,
                        box->height);
      item->fill = theme->district;
      item->stroke = theme->district_rim;
      item->line_width = 0.8 * theme->weight;
    }
}

static void
add_district_names (const Panel *panel)
{
  const NkBands *bands = panel->all->bands;
  const NkDrawing *drawing = panel->all->drawing;

  for (guint i = 0; i < bands->districts->len; i++)
    {
      const NkDistrictBox *box = &g_array_index (bands->districts, NkDistrictBox, i);
      NkItem *item = nk_view_add_label (drawing, NK_DISTRICT, nk_record_id (box->district),
                                        panel->plane, nk_lettering_ref (box->name),
                                        box->name_x + panel->dx, box->name_y + panel->dy,
                                        drawing->theme->heading);

      item->halo = TRUE;
    }
}

static void
add_ties (const Panel     *panel,
          NkStands        *stands,
          const GPtrArray *ties)
{
  const NkTransform transform = nk_transform_scale (1, panel->dx, panel->dy);
  const NkDrawing *drawing = panel->all->drawing;
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; i < ties->len; i++)
    if (nk_panels_of_tie (drawing->map, ties->pdata[i]) & 1u << panel->plane)
      g_ptr_array_add (own, ties->pdata[i]);
  nk_draw_ties (drawing, own, stands, TRUE, panel->plane, &transform);
}

static NkBody
body_in (const Panel         *panel,
         const NkPlacedActor *placed)
{
  NkBody body = placed->body;

  body.x += panel->dx;
  body.y += panel->dy;
  return body;
}

/* First those who are absent, so that they are never over the others. */
static void
add_actors (const Panel *panel,
            gboolean     absent)
{
  const GArray *actors = panel->all->actors;

  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);
      NkBody body = body_in (panel, placed);

      if (absent != ((nk_planes_of (placed->actor) & 1u << panel->plane) == 0))
        continue;
      if (absent)
        nk_view_add_absent (panel->all->drawing, placed->actor, &body, panel->plane);
      else
        nk_view_add_actor (panel->all->drawing, placed->actor, &body, panel->plane, NULL);
    }
}

static void
add_panel (const Panel     *panel,
           const GPtrArray *ties)
{
  g_autoptr (NkStands) stands = nk_stands_new ();
  const GArray *actors = panel->all->actors;

  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);
      NkBody body = body_in (panel, placed);

      nk_stands_add (stands, nk_record_id (placed->actor), &body);
    }
  add_ground (panel);
  add_bands (panel);
  add_beside (panel);
  add_districts (panel);
  add_actors (panel, TRUE);
  add_ties (panel, stands, ties);
  add_district_names (panel);
  add_actors (panel, FALSE);
}

/* Tells the scene where each panel is, the hidden ones as well: where the first one is. */
static void
place_panels (const Panels *panels,
              Panel         places[NK_N_DIMENSIONS])
{
  gboolean stacked = panels->drawing->setting->stacked;
  double step_x = stacked ? 0 : panels->right - panels->left + BETWEEN;
  double step_y = stacked ? panels->bottom - panels->top + BETWEEN + panels->title_height
                            + TITLE_GAP : 0;
  int n = 0;

  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    {
      gboolean shown = (panels->planes & 1u << plane) != 0;
      Panel *panel = &places[plane];
      NkTransform transform;

      *panel = (Panel) { panels, plane, n == 0 || stacked, shown ? n * step_x : 0,
                         shown ? n * step_y : 0 };
      transform = nk_transform_scale (1, panel->dx, panel->dy);
      nk_scene_set_transform (panels->drawing->scene, plane, &transform);
      n += shown;
    }
}

void
nk_view_panels (const NkDrawing *drawing)
{
  g_autoptr (GArray) actors = nk_view_actors (drawing);
  g_autoptr (GPtrArray) ties = nk_view_ties (drawing);
  g_autoptr (NkBands) bands = nk_bands_new (drawing, actors, 1, 1);
  Panels panels = { .drawing = drawing, .planes = nk_planes_shown (drawing->setting),
                    .actors = actors, .bands = bands };
  Panel places[NK_N_DIMENSIONS];

  find_extent (&panels);
  measure_titles (&panels);
  place_panels (&panels, places);
  for (int plane = 0; plane < NK_N_DIMENSIONS; plane++)
    if (panels.planes & 1u << plane)
      add_panel (&places[plane], ties);
}
