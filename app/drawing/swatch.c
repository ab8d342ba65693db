#include "drawing/swatch.h"

#include "drawing/painter.h"

#define RIM 1.0   /* room for the stroke of a body */

static const NkPaintOptions options = { .detail = 0 };

static void
take_sector (NkItem             *item,
             const NkActorStyle *style,
             double              width,
             double              height)
{
  item->type = NK_ITEM_ACTOR;
  item->shape = style->shape;
  item->fill = style->fill;
  item->stroke = style->stroke;
  item->line_width = style->line_width;
  item->body_x = item->body_y = RIM;
  item->body_width = width - 2 * RIM;
  item->body_height = height - 2 * RIM;
}

static void
take_kind (NkItem           *item,
           const NkTieStyle *style,
           NkPoint           path[2],
           double            width,
           double            height)
{
  item->type = NK_ITEM_TIE;
  item->shape = NK_SHAPE_NONE;
  item->stroke = style->ink;
  item->line_width = style->width;
  item->line = style->line;
  item->from_end = style->from_end;
  item->to_end = style->to_end;
  item->end_size = style->end_size;
  path[0] = (NkPoint) { RIM, height / 2 };
  path[1] = (NkPoint) { width - RIM, height / 2 };
  item->path = path;
  item->n_path = 2;
}

static NkItem
new_item (const NkTheme *theme,
          double         width,
          double         height)
{
  return (NkItem) { .kind = NK_HEAD, .id = "", .plane = -1, .width = width, .height = height,
                    .unit = 1, .theme = theme };
}

void
nk_swatch_paint_actor (cairo_t            *cr,
                       const NkTheme      *theme,
                       const NkActorStyle *style,
                       double              width,
                       double              height)
{
  NkItem item = new_item (theme, width, height);

  take_sector (&item, style, width, height);
  nk_paint_item (&item, cr, &options);
}

void
nk_swatch_paint (cairo_t       *cr,
                 const NkTheme *theme,
                 const NkMap   *map,
                 NkRecordKind   kind,
                 const char    *id,
                 double         width,
                 double         height)
{
  NkItem item = new_item (theme, width, height);
  NkActorStyle sector;
  NkTieStyle tie;
  NkPoint path[2];

  if (kind == NK_SECTOR)
    {
      sector = nk_style_sector (theme, map, id);
      nk_swatch_paint_actor (cr, theme, &sector, width, height);
      return;
    }
  tie = nk_style_kind (theme, map, id);
  take_kind (&item, &tie, path, width, height);
  nk_paint_item (&item, cr, &options);
}
