#include "drawing/style.h"

#include <math.h>
#include <stdlib.h>

#define RGB(hex, opacity) \
  { ((hex) >> 16 & 255) / 255.0f, ((hex) >> 8 & 255) / 255.0f, ((hex) & 255) / 255.0f, opacity }

/* For sectors and kinds that say no colour of their own, by their place in the list. */
static const NkInk sector_inks[] = {
  RGB (0xc3dcf8, 1), RGB (0xffd08a, 1), RGB (0xbfe3b4, 1), RGB (0xf6b9a6, 1), RGB (0xd5cdf2, 1),
  RGB (0xf2e58b, 1), RGB (0xa9d8d3, 1), RGB (0xf3cfe0, 1), RGB (0xd8c7b3, 1), RGB (0xd3d7dc, 1),
};
static const NkInk kind_inks[] = {
  RGB (0x2f5d8c, 1), RGB (0xb3472f, 1), RGB (0x4a7a3c, 1), RGB (0x7b4b9e, 1), RGB (0x9a6a12, 1),
  RGB (0x1c7a79, 1), RGB (0xa93f78, 1), RGB (0x76543a, 1), RGB (0x50606f, 1), RGB (0x6a6d10, 1),
};

/* Kinds with a direction go through these in the order of the list; those without mark both ends or
 * none. */
static const NkEnd directed_ends[] = {
  NK_END_TRIANGLE, NK_END_OPEN, NK_END_DIAMOND, NK_END_HOLLOW_TRIANGLE, NK_END_DOUBLE,
  NK_END_CIRCLE, NK_END_BARRED, NK_END_HOLLOW_DIAMOND, NK_END_SQUARE, NK_END_HOLLOW_CIRCLE,
};
static const NkEnd mutual_ends[] = {
  NK_END_NONE, NK_END_BAR, NK_END_HOLLOW_SQUARE,
};

/* "#rrggbb", as the schema lets pass; "" if none is given. */
static gboolean
parse_color (const char *text,
             NkInk      *ink)
{
  unsigned long rgb;

  if (text[0] != '#')
    return FALSE;
  rgb = strtoul (text + 1, NULL, 16);
  *ink = (NkInk) RGB (rgb, 1);
  return TRUE;
}

static NkInk
mix (NkInk  a,
     NkInk  b,
     double part_of_b)
{
  float k = part_of_b;

  return (NkInk) { a.red + (b.red - a.red) * k, a.green + (b.green - a.green) * k,
                   a.blue + (b.blue - a.blue) * k, 1 };
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (NkInk ink)
{
  return 0.2126 * linear (ink.red) + 0.7152 * linear (ink.green) + 0.0722 * linear (ink.blue);
}

double
nk_contrast (NkInk a,
             NkInk b)
{
  double x = luminance (a) + 0.05, y = luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

/* As near to the wanted colour as words on it allow. */
static NkInk
readable_fill (const NkTheme *theme,
               NkInk          wanted)
{
  NkInk fill = mix (wanted, theme->paper, theme->tint);

  for (double tint = theme->tint;
       nk_contrast (fill, theme->text) < theme->contrast && tint < 1; tint += 0.05)
    fill = mix (wanted, theme->paper, tint);
  return fill;
}

/* A line that can be seen on paper: the wanted colour, nearer to that of words if need be. */
static NkInk
visible_line (const NkTheme *theme,
              NkInk          wanted)
{
  NkInk line = wanted;

  for (double shade = 0.1; nk_contrast (line, theme->paper) < 3; shade += 0.1)
    line = mix (wanted, theme->text, shade);
  return line;
}

static NkShape
shape_from_name (const char *name)
{
  static const struct { const char *name; NkShape shape; } shapes[] = {
    { "round", NK_SHAPE_ROUND }, { "ellipse", NK_SHAPE_ELLIPSE }, { "diamond", NK_SHAPE_DIAMOND },
    { "hexagon", NK_SHAPE_HEXAGON }, { "house", NK_SHAPE_HOUSE }, { "person", NK_SHAPE_PERSON },
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (g_str_equal (shapes[i].name, name))
      return shapes[i].shape;
  return NK_SHAPE_BOX;
}

NkActorStyle
nk_style_sector (const NkTheme *theme,
                 const NkMap   *map,
                 const char    *sector)
{
  const NkRecord *record = nk_map_find (map, NK_SECTOR, sector);
  NkActorStyle style = { NK_SHAPE_BOX, theme->plain_fill,
                         mix (theme->plain_line, theme->paper, 0.15), 0.8 * theme->weight };
  NkInk wanted;

  if (record == NULL)
    return style;
  if (!parse_color (nk_record_text (record, NK_FIELD_COLOR), &wanted))
    wanted = sector_inks[nk_map_position (map, NK_SECTOR, sector) % G_N_ELEMENTS (sector_inks)];
  style.shape = shape_from_name (nk_record_text (record, NK_FIELD_SHAPE));
  style.fill = readable_fill (theme, wanted);
  style.stroke = mix (mix (wanted, theme->text, 0.45), theme->plain_line, 0.3);
  return style;
}

/* How many kinds before this one have, or have not, a direction as it has. */
static guint
rank_of_kind (const NkMap    *map,
              const NkRecord *kind)
{
  int position = nk_map_position (map, NK_KIND, nk_record_id (kind));
  gboolean directed = nk_record_boolean (kind, NK_FIELD_DIRECTED);
  guint rank = 0;

  for (int i = 0; i < position; i++)
    if (nk_record_boolean (nk_map_at (map, NK_KIND, i), NK_FIELD_DIRECTED) == directed)
      rank++;
  return rank;
}

NkTieStyle
nk_style_kind (const NkTheme *theme,
               const NkMap   *map,
               const char    *kind)
{
  const NkRecord *record = nk_map_find (map, NK_KIND, kind);
  NkTieStyle style = { .ink = theme->plain_line, .width = nk_tie_width (theme, 1) };
  NkInk wanted;

  if (record != NULL)
    {
      guint rank = rank_of_kind (map, record);

      if (!parse_color (nk_record_text (record, NK_FIELD_COLOR), &wanted))
        wanted = kind_inks[nk_map_position (map, NK_KIND, kind) % G_N_ELEMENTS (kind_inks)];
      style.ink = visible_line (theme, wanted);
      if (nk_record_boolean (record, NK_FIELD_DIRECTED))
        style.to_end = directed_ends[rank % G_N_ELEMENTS (directed_ends)];
      else
        style.from_end = style.to_end = mutual_ends[rank % G_N_ELEMENTS (mutual_ends)];
    }
  style.ink.alpha = theme->tie_opacity;
  style.end_size = nk_tie_end_size (style.width);
  return style;
}

double
nk_tie_width (const NkTheme *theme,
              int            strength)
{
  return theme->weight * (strength >= 3 ? 2.1 : strength == 2 ? 1.35 : 0.75);
}

double
nk_tie_end_size (double width)
{
  return 4.2 + 2.0 * width;
}

NkLine
nk_style_line (gboolean    formal,
               const char *certainty)
{
  if (g_str_equal (certainty, "assumed"))
    return NK_LINE_DOTTED;
  if (g_str_equal (certainty, "open"))
    return NK_LINE_SPARSE;
  return formal ? NK_LINE_SOLID : NK_LINE_DASHED;
}

NkTieStyle
nk_style_tie (const NkTheme  *theme,
              const NkMap    *map,
              const NkRecord *tie)
{
  NkTieStyle style = nk_style_kind (theme, map, nk_record_text (tie, NK_FIELD_KIND));

  style.width = nk_tie_width (theme, nk_record_integer (tie, NK_FIELD_STRENGTH));
  style.end_size = nk_tie_end_size (style.width);
  style.line = nk_style_line (nk_record_boolean (tie, NK_FIELD_FORMAL),
                              nk_record_text (tie, NK_FIELD_CERTAINTY));
  return style;
}
