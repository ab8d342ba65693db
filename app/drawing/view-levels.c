/* The levels view: bands from top to bottom, districts in their boxes, actors and ties on them. */
#include "drawing/bands.h"
#include "drawing/style.h"
#include "drawing/ties.h"

#define NOTE_WIDTH 120.0
#define NOTE_PAD 5.0
#define NAME_PAD 4.0        /* from a band's corner to its name */
#define BETWEEN_BANDS 1.5   /* the white line from band to band */

static void
add_bands (const NkDrawing *drawing,
           const NkBands   *bands)
{
  for (guint i = 0; i < bands->bands->len; i++)
    {
      const NkBand *band = &g_array_index (bands->bands, NkBand, i);
      NkItem *item = nk_scene_add (drawing->scene, NK_ITEM_BAND, NK_LEVEL,
                                   nk_record_id (band->level), -1);
      double height = MAX (band->bottom - band->top - BETWEEN_BANDS, 0);

      nk_item_set_body (item, NK_SHAPE_BOX, bands->left, band->top + BETWEEN_BANDS / 2,
                        bands->right - bands->left, height);
      item->fill = drawing->theme->band;
    }
}

/* Research and advice run along all bands, as in the sketch of the project. */
static void
add_beside (const NkDrawing *drawing,
            const NkBands   *bands,
            GArray          *actors)
{
  for (int right = 0; right <= 1; right++)
    {
      double x, y, width, height;
      NkItem *item;

      if (!nk_bands_beside (bands, drawing->map, actors, right, &x, &y, &width, &height))
        continue;
      item = nk_scene_add (drawing->scene, NK_ITEM_BAND, NK_HEAD, "", -1);
      nk_item_set_body (item, NK_SHAPE_BOX, x, y + BETWEEN_BANDS / 2, width,
                        MAX (height - BETWEEN_BANDS, 0));
      item->fill = drawing->theme->band;
    }
}

static void
add_band_names (const NkDrawing *drawing,
                const NkBands   *bands)
{
  for (guint i = 0; i < bands->bands->len; i++)
    {
      const NkBand *band = &g_array_index (bands->bands, NkBand, i);
      double width, height, x = bands->left + NAME_PAD, y = band->top + NAME_PAD;
      NkItem *item;

      nk_lettering_size (band->name, &width, &height);
      if (bands->gutter > 0)
        {
          x = bands->left + (bands->gutter - width) / 2;
          y = (band->top + band->bottom - height) / 2;
        }
      item = nk_view_add_label (drawing, NK_LEVEL, nk_record_id (band->level), -1,
                                nk_lettering_ref (band->name), x, y, drawing->theme->heading);
      item->halo = bands->gutter == 0;
    }
}

static void
add_districts (const NkDrawing *drawing,
               const NkBands   *bands)
{
  for (guint i = 0; i < bands->districts->len; i++)
    {
      const NkDistrictBox *box = &g_array_index (bands->districts, NkDistrictBox, i);
      NkItem *item = nk_scene_add (drawing->scene, NK_ITEM_DISTRICT, NK_DISTRICT,
                                   nk_record_id (box->district), -1);

      nk_item_set_body (item, NK_SHAPE_BOX, box->x, box->y, box->width, box->height);
      item->fill = drawing->theme->district;
      item->stroke = drawing->theme->district_rim;
      item->line_width = 0.8 * drawing->theme->weight;
    }
}

/* The names of the districts stand on the ties that run into their boxes. */
static void
add_district_names (const NkDrawing *drawing,
                    const NkBands   *bands)
{
  for (guint i = 0; i < bands->districts->len; i++)
    {
      const NkDistrictBox *box = &g_array_index (bands->districts, NkDistrictBox, i);
      NkItem *item = nk_view_add_label (drawing, NK_DISTRICT, nk_record_id (box->district), -1,
                                        nk_lettering_ref (box->name), box->name_x, box->name_y,
                                        drawing->theme->heading);

      item->halo = TRUE;
    }
}

static void
add_note (const NkDrawing *drawing,
          const NkRecord  *note)
{
  double x = nk_record_number (note, NK_FIELD_X), y = nk_record_number (note, NK_FIELD_Y);
  double width = nk_record_number (note, NK_FIELD_WIDTH);
  NkLettering *lettering;
  NkItem *item;
  double text_width, text_height;

  if (!(width > 0))
    width = NOTE_WIDTH;
  width = MAX (width, 4 * NOTE_PAD);
  lettering = nk_lettering_new (nk_record_text (note, NK_FIELD_TEXT), nk_map_language (drawing->map),
                                drawing->family, MAX (NK_TYPE_NOTE, drawing->setting->least_type), FALSE, width - 2 * NOTE_PAD,
                                NK_ALIGN_LEFT);
  nk_lettering_size (lettering, &text_width, &text_height);
  item = nk_scene_add (drawing->scene, NK_ITEM_NOTE, NK_NOTE, nk_record_id (note), -1);
  nk_item_set_body (item, NK_SHAPE_BOX, x, y, MAX (width, text_width + 2 * NOTE_PAD),
                    text_height + 2 * NOTE_PAD);
  item->fill = drawing->theme->note;
  item->stroke = drawing->theme->note_rim;
  item->line_width = 0.6 * drawing->theme->weight;
  nk_item_set_text (item, lettering, x + NOTE_PAD, y + NOTE_PAD, drawing->theme->text);
}

static void
add_actors (const NkDrawing *drawing,
            GArray          *actors)
{
  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);

      nk_view_add_actor (drawing, placed->actor, &placed->body, -1, NULL);
    }
}

void
nk_view_level_bodies (const NkDrawing *drawing)
{
  g_autoptr (GArray) actors = nk_view_actors (drawing);
  g_autoptr (NkBands) bands = nk_bands_new (drawing, actors, 1, 1);

  add_bands (drawing, bands);
  add_districts (drawing, bands);
  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);
      const NkBody *body = &placed->body;
      NkItem *item = nk_scene_add (drawing->scene, NK_ITEM_ACTOR, NK_ACTOR,
                                   nk_record_id (placed->actor), -1);

      nk_item_set_body (item, body->shape, body->x, body->y, body->width, body->height);
    }
}

void
nk_view_levels (const NkDrawing *drawing)
{
  const NkTransform same = nk_transform_scale (1, 0, 0);
  g_autoptr (GArray) actors = nk_view_actors (drawing);
  g_autoptr (GPtrArray) ties = nk_view_ties (drawing);
  g_autoptr (NkBands) bands = nk_bands_new (drawing, actors, 1, 1);
  g_autoptr (NkStands) stands = nk_stands_new ();

  for (guint i = 0; i < actors->len; i++)
    {
      const NkPlacedActor *placed = &g_array_index (actors, NkPlacedActor, i);

      nk_stands_add (stands, nk_record_id (placed->actor), &placed->body);
    }
  add_bands (drawing, bands);
  add_beside (drawing, bands, actors);
  add_districts (drawing, bands);
  add_band_names (drawing, bands);
  nk_draw_ties (drawing, ties, stands, TRUE, -1, &same);
  add_district_names (drawing, bands);
  add_actors (drawing, actors);
  for (guint i = 0; i < nk_map_count (drawing->map, NK_NOTE); i++)
    {
      const NkRecord *note = nk_map_at (drawing->map, NK_NOTE, i);

      if (nk_record_is_placed (note))
        add_note (drawing, note);
    }
}
