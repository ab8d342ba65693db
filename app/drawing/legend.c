#include "drawing/legend.h"

#include "drawing/legend-rows.h"
#include "drawing/shape.h"

#define TYPE NK_TYPE_ACTOR
#define SAMPLE 29.0        /* the room for a sample */
#define SAMPLE_GAP 6.0
#define ROW_GAP 2.4
#define COLUMN_GAP 14.0
#define GROUP_GAP 22.0
#define TIER_GAP 9.0
#define HEADING_GAP 3.0
#define TEXT_WIDEST 180.0
#define ROW_LEAST 10.5
#define COLUMNS_MOST 5

/* A group with its rows set. */
typedef struct
{
  const NkLegendGroup *group;
  NkLettering *heading;
  GPtrArray *texts;          /* of NkLettering, by row */
  double width;              /* of a column */
  guint columns;
  double unit;
} Block;

static double
row_height (const Block *block,
            guint        i)
{
  double width, height;

  nk_lettering_size (block->texts->pdata[i], &width, &height);
  return MAX (height, ROW_LEAST * block->unit) + ROW_GAP * block->unit;
}

/* The height of the rows of a column, as high as the highest must be. */
static double
column_height (const Block *block,
               guint        columns)
{
  guint per_column = (block->texts->len + columns - 1) / columns;
  double highest = 0;

  for (guint first = 0; first < block->texts->len; first += per_column)
    {
      double height = 0;

      for (guint i = first; i < MIN (first + per_column, block->texts->len); i++)
        height += row_height (block, i);
      highest = MAX (highest, height);
    }
  return highest;
}

static double
block_width (const Block *block,
             guint        columns)
{
  return columns * block->width + (columns - 1) * COLUMN_GAP * block->unit;
}

static double
heading_height (const Block *block)
{
  double width, height;

  nk_lettering_size (block->heading, &width, &height);
  return height + HEADING_GAP * block->unit;
}

static void
block_init (Block               *block,
            const NkLegendGroup *group,
            const char          *language,
            const char          *family,
            double               page_width,
            double               unit)
{
  double sample = (SAMPLE + SAMPLE_GAP) * unit;
  double text_widest = MIN (TEXT_WIDEST * unit, page_width - sample);
  double width, height;

  block->unit = unit;
  block->group = group;
  block->columns = 1;
  block->heading = nk_lettering_new (group->heading, language, family, TYPE * unit, TRUE,
                                     MIN (TEXT_WIDEST * unit, page_width), NK_ALIGN_LEFT);
  nk_lettering_size (block->heading, &block->width, &height);
  block->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) nk_lettering_unref);
  for (guint i = 0; i < group->rows->len; i++)
    {
      const NkLegendRow *row = &g_array_index (group->rows, NkLegendRow, i);
      NkLettering *text = nk_lettering_new (row->text, language, family, TYPE * unit, FALSE,
                                            text_widest, NK_ALIGN_LEFT);

      nk_lettering_size (text, &width, &height);
      block->width = MAX (block->width, sample + width);
      g_ptr_array_add (block->texts, text);
    }
}

static void
block_clear (Block *block)
{
  g_clear_pointer (&block->heading, nk_lettering_unref);
  g_clear_pointer (&block->texts, g_ptr_array_unref);
}

static double
tier_width (const Block *blocks,
            guint        n)
{
  double width = (n - 1) * GROUP_GAP * blocks[0].unit;

  for (guint i = 0; i < n; i++)
    width += block_width (&blocks[i], blocks[i].columns);
  return width;
}

static double
tier_height (const Block *blocks,
             guint        n)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height = MAX (height, heading_height (&blocks[i])
                          + column_height (&blocks[i], blocks[i].columns));
  return height;
}

/* Gives the blocks of a tier more columns, always the highest one, as long as they fit. */
static void
widen_tier (Block  *blocks,
            guint   n,
            double  width)
{
  while (TRUE)
    {
      Block *highest = &blocks[0];
      double before;

      for (guint i = 1; i < n; i++)
        if (column_height (&blocks[i], blocks[i].columns)
            > column_height (highest, highest->columns))
          highest = &blocks[i];
      before = column_height (highest, highest->columns);
      if (highest->columns >= MIN (COLUMNS_MOST, highest->texts->len))
        return;
      highest->columns++;
      if (tier_width (blocks, n) > width || column_height (highest, highest->columns) >= before)
        {
          highest->columns--;
          return;
        }
    }
}

static void
draw_sample (NkItem            *item,
             const NkLegendRow *row,
             double             x,
             double             y,
             double             unit)
{
  NkPoint line[2] = { { x, y }, { x + SAMPLE * unit, y } };
  double width = (row->actor.shape == NK_SHAPE_PERSON ? 16 : 22) * unit;
  double height = (row->actor.shape == NK_SHAPE_PERSON ? 11 : 10.5) * unit;

  item->unit = unit;
  if (row->is_tie)
    {
      NkPoint swing[4] = { { x + 7 * unit, y - 5 * unit }, { x + 7 * unit, y + 3 * unit },
                           { x + 22 * unit, y - 3 * unit }, { x + 22 * unit, y + 5 * unit } };

      if (row->upright)
        {
          line[0] = (NkPoint) { x + SAMPLE / 2 * unit, y - 5 * unit };
          line[1] = (NkPoint) { x + SAMPLE / 2 * unit, y + 5 * unit };
        }
      nk_item_set_path (item, row->swung ? swing : line, row->swung ? 4 : 2, row->swung);
      item->stroke = row->tie.ink;
      item->line = row->tie.line;
      item->line_width = row->tie.width * unit;
      item->from_end = row->tie.from_end;
      item->to_end = row->tie.to_end;
      item->end_size = row->tie.end_size * unit;
      return;
    }
  nk_item_set_body (item, row->actor.shape, x + (SAMPLE * unit - width) / 2,
                    y - height / 2,
                    width, height);
  item->fill = row->actor.fill;
  item->stroke = row->actor.stroke;
  item->line_width = row->actor.line_width * unit;
}

static void
draw_block (NkScene     *scene,
            const Block *block,
            double       x,
            double       y)
{
  guint per_column = (block->texts->len + block->columns - 1) / block->columns;
  NkItem *heading = nk_scene_add (scene, NK_ITEM_LEGEND, NK_HEAD, "", -1);
  double top = y + heading_height (block), unit = block->unit;

  nk_item_set_text (heading, nk_lettering_ref (block->heading), x, y, heading->theme->heading);
  y = top;
  for (guint i = 0; i < block->texts->len; i++)
    {
      const NkLegendRow *row = &g_array_index (block->group->rows, NkLegendRow, i);
      NkItem *item = nk_scene_add (scene, NK_ITEM_LEGEND, row->kind, row->id, -1);
      double text_width, text_height, height = row_height (block, i) - ROW_GAP * unit;

      if (i > 0 && i % per_column == 0)
        {
          x += block->width + COLUMN_GAP * unit;
          y = top;
        }
      nk_lettering_size (block->texts->pdata[i], &text_width, &text_height);
      draw_sample (item, row, x, y + height / 2, unit);
      nk_item_set_text (item, nk_lettering_ref (block->texts->pdata[i]),
                        x + (SAMPLE + SAMPLE_GAP) * unit,
                        y + (height - text_height) / 2, item->theme->text);
      y += row_height (block, i);
    }
}

/* Draws the blocks in tiers, as many side by side as fit, or only measures them; says how wide and
 * how high all are. */
static void
draw_tiers (NkScene            *scene,
            Block              *blocks,
            guint               n,
            const NkLegendRoom *room,
            double              top,
            double             *width,
            double             *height)
{
  double y = top;

  for (guint first = 0, end; first < n; first = end)
    {
      double left = room->x;

      for (end = first + 1;
           end < n && tier_width (blocks + first, end - first + 1) <= room->width; end++)
        ;
      widen_tier (blocks + first, end - first, room->width);
      for (guint i = first; i < end; i++)
        {
          if (scene != NULL)
            draw_block (scene, &blocks[i], left, y);
          left += block_width (&blocks[i], blocks[i].columns) + GROUP_GAP * room->unit;
        }
      *width = MAX (*width, tier_width (blocks + first, end - first));
      y += tier_height (blocks + first, end - first) + (end < n ? TIER_GAP * room->unit : 0);
    }
  *height = y - top;
}

static void
draw_rule (NkScene            *scene,
           const NkLegendRoom *room)
{
  NkPoint rule[2] = { { room->x, room->y }, { room->x + room->width, room->y } };
  NkItem *item = nk_scene_add (scene, NK_ITEM_LEGEND, NK_HEAD, "", -1);

  nk_item_set_path (item, rule, 2, FALSE);
  item->stroke = item->theme->district_rim;
  item->line_width = 0.5 * item->theme->weight;
}

void
nk_legend_add (NkScene            *scene,
               const NkMap        *map,
               const NkScene      *drawn,
               const char         *family,
               const NkLegendRoom *room,
               double             *width,
               double             *height)
{
  NkLegendGroup groups[NK_LEGEND_GROUPS];
  Block blocks[NK_LEGEND_GROUPS];
  double gap = room->ruled ? TIER_GAP * room->unit : 0;
  guint n = 0;

  *width = *height = 0;
  nk_legend_rows (map, drawn, groups);
  for (int i = 0; i < NK_LEGEND_GROUPS; i++)
    if (groups[i].rows->len > 0)
      block_init (&blocks[n++], &groups[i], nk_map_language (map), family, room->width,
                  room->unit);
  if (n > 0)
    {
      if (room->ruled && scene != NULL)
        draw_rule (scene, room);
      draw_tiers (scene, blocks, n, room, room->y + gap, width, height);
      *height += gap;
    }
  for (guint i = 0; i < n; i++)
    block_clear (&blocks[i]);
  nk_legend_clear (groups);
}
