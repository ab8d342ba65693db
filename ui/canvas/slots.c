#include "ui/canvas/slots.h"

#include "drawing/style.h"
#include "drawing/typeface.h"
#include "ui/program/trace.h"
#include "ui/session/landing.h"

/* All in points. */
#define PAD 6.0          /* round a name, and from the edge of the band */
#define GAP 6.0          /* from slot to slot */
#define BESIDE 14.0      /* from who stands in the band */
#define LEAST_WIDTH 72.0
#define WIDEST_NAME 130.0

static void
clear_slot (gpointer data)
{
  g_clear_pointer (&((NkSlot *) data)->name, nk_lettering_unref);
}

static void
add_slot (GArray      *slots,
          const NkMap *map,
          guint        district)
{
  NkSlot slot = { (int) district, { 0 }, NULL };

  slot.name = nk_lettering_new (nk_record_title (nk_map_at (map, NK_DISTRICT, district)),
                                nk_map_language (map), nk_typeface (), NK_TYPE_ZONE, TRUE,
                                WIDEST_NAME, NK_ALIGN_LEFT);
  nk_lettering_size (slot.name, &slot.body.width, &slot.body.height);
  slot.body.width = MAX (slot.body.width + 2 * PAD, LEAST_WIDTH);
  slot.body.height += 2 * PAD;
  g_array_append_val (slots, slot);
}

/* Where those end who stand in the band. */
static double
end_of (const NkScene *scene,
        const NkItem  *band)
{
  g_autoptr (GArray) numbers = nk_scene_touching (scene, band->body_x, band->body_y,
                                                  band->body_width, band->body_height);
  double end = band->body_x;

  for (guint i = 0; i < numbers->len; i++)
    {
      const NkItem *item = nk_scene_item (scene, g_array_index (numbers, guint, i));

      if (item->type == NK_ITEM_ACTOR || item->type == NK_ITEM_DISTRICT
          || (item->type == NK_ITEM_LABEL && item->kind == NK_LEVEL))
        end = MAX (end, item->body_x + item->body_width);
    }
  return end;
}

/* Stands them in columns as high as the band; below the lowest one there is more room. */
static void
place_slots (GArray       *slots,
             const NkItem *band,
             gboolean      lowest,
             double        left,
             const NkBox  *view)
{
  double top = band->body_y + PAD, bottom = band->body_y + band->body_height;
  double x = left, y = top, widest = 0, over;

  if (lowest)
    bottom = MAX (bottom, view->y + view->height - BESIDE);
  for (guint i = 0; i < slots->len; i++)
    {
      NkBox *body = &g_array_index (slots, NkSlot, i).body;

      if (y > top && y + body->height > bottom)
        {
          x += widest + GAP;
          y = top;
          widest = 0;
        }
      body->x = x;
      body->y = y;
      y += body->height + GAP;
      widest = MAX (widest, body->width);
    }
  over = MIN (x + widest + BESIDE - view->x - view->width, left - BESIDE - view->x);
  for (guint i = 0; i < slots->len && over > 0; i++)
    g_array_index (slots, NkSlot, i).body.x -= over;
}

GArray *
nk_slots_new (NkSession   *session,
              const NkBox *view)
{
  const NkMap *map = nk_session_map (session);
  NkScene *scene = nk_session_scene (session);
  int level = nk_landing_district_level (map);
  const NkItem *band = NULL;
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (NkSlot));

  g_array_set_clear_func (slots, clear_slot);
  if (nk_session_show (session) == NK_SHOW_LEVELS && level >= 0)
    band = nk_scene_find (scene, NK_ITEM_BAND, NK_LEVEL,
                          nk_record_id (nk_map_at (map, NK_LEVEL, (guint) level)), -1);
  if (band == NULL)
    return slots;
  for (guint i = 0; i < nk_map_count (map, NK_DISTRICT); i++)
    if (nk_scene_find (scene, NK_ITEM_DISTRICT, NK_DISTRICT,
                       nk_record_id (nk_map_at (map, NK_DISTRICT, i)), -1) == NULL)
      add_slot (slots, map, i);
  if (slots->len > 0)
    place_slots (slots, band, level + 1 == (int) nk_map_count (map, NK_LEVEL),
                 end_of (scene, band) + BESIDE, view);
  for (guint i = 0; i < slots->len; i++)
    {
      const NkSlot *slot = &g_array_index (slots, NkSlot, i);

      nk_trace ("slot %s %g %g",
                nk_record_id (nk_map_at (map, NK_DISTRICT, (guint) slot->district)),
                nk_box_middle (&slot->body, NK_AXIS_X), nk_box_middle (&slot->body, NK_AXIS_Y));
    }
  return slots;
}

const NkSlot *
nk_slots_at (const GArray *slots,
             double        x,
             double        y)
{
  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const NkSlot *slot = &g_array_index (slots, NkSlot, i);

      if (x >= slot->body.x && x <= slot->body.x + slot->body.width && y >= slot->body.y
          && y <= slot->body.y + slot->body.height)
        return slot;
    }
  return NULL;
}

void
nk_slot_paint (const NkSlot         *slot,
               const NkTheme        *theme,
               cairo_t              *cr,
               const NkPaintOptions *options)
{
  const NkBox *body = &slot->body;
  NkItem item = { .type = NK_ITEM_NOTE, .kind = NK_HEAD, .id = "", .plane = -1, .unit = 1,
                  .theme = theme, .shape = NK_SHAPE_BOX, .line_width = 0.8 * theme->weight,
                  .x = body->x, .y = body->y, .width = body->width, .height = body->height,
                  .body_x = body->x, .body_y = body->y, .body_width = body->width,
                  .body_height = body->height, .fill = theme->paper,
                  .stroke = theme->district_rim, .lettering = slot->name, .ink = theme->heading,
                  .text_x = body->x + PAD, .text_y = body->y + PAD };

  nk_paint_item (&item, cr, options);
}
