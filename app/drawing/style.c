#include "drawing/style.h"

#include "drawing/vision.h"

#include <stdlib.h>

#define RGB(hex, opacity) \
  { ((hex) >> 16 & 255) / 255.0f, ((hex) >> 8 & 255) / 255.0f, ((hex) & 255) / 255.0f, opacity }

/* For sectors and kinds that say no colour of their own, by their place in the list. They were
 * found by computation: as each theme but grey draws them, any two are NK_TOLD_APART in every
 * vision but grey, and on light paper the first three in grey, too; there are no more greys on
 * which names can be read. */
static const NkInk sector_inks[] = {
  RGB (0xd5c5ff, 1), RGB (0xdb9757, 1), RGB (0xffffe7, 1), RGB (0x80d0af, 1),
  RGB (0xb195fc, 1), RGB (0xc5a3bd, 1), RGB (0xcadde1, 1), RGB (0xfed166, 1),
};
static const NkInk kind_inks[] = {
  RGB (0x4567d1, 1), RGB (0x7b0500, 1), RGB (0x000000, 1), RGB (0x00814d, 1),
  RGB (0x50209f, 1), RGB (0x986300, 1), RGB (0x8a5d8e, 1), RGB (0x4b5155, 1),
};

/* To choose from, found in the same way, without a thought of grey. */
static const char *const sector_palette[] = {
  "#aba2f4", "#b8d9fd", "#66c0c1", "#aeda70", "#f8fdeb", "#f2f22c", "#ff8e00", "#f4d5b3", "#cfa382",
  "#ffebf9", "#bdbcb0", NULL,
};
static const char *const kind_palette[] = {
  "#00110e", "#6e6e6c", "#41513a", "#454900", "#916b00", "#291b00", "#831452", "#ec125c", "#ba4694",
  "#4b00d1", "#00097d", "#046afb", NULL,
};

/* The lightness of fills and of lines where there is no other colour. Names on the last two fills
 * are as light as paper. */
static const double grey_fills[] = { 97, 80, 63, 36, 16 };
static const double grey_lines[] = { 0, 28, 48 };

/* Kinds with a direction go through these in the order of the list, then once more for each mark
 * that the other end can have. */
static const NkEnd directed_ends[] = {
  NK_END_TRIANGLE, NK_END_OPEN, NK_END_DIAMOND, NK_END_HOLLOW_TRIANGLE, NK_END_DOUBLE,
  NK_END_CIRCLE, NK_END_BARRED, NK_END_HOLLOW_DIAMOND, NK_END_SQUARE, NK_END_HOLLOW_CIRCLE,
};
static const NkEnd directed_starts[] = { NK_END_NONE, NK_END_BAR, NK_END_HOLLOW_SQUARE };

/* Those without direction have the same mark at both ends. */
static const NkEnd mutual_ends[] = {
  NK_END_NONE, NK_END_BAR, NK_END_HOLLOW_SQUARE, NK_END_CIRCLE, NK_END_DIAMOND,
  NK_END_HOLLOW_CIRCLE, NK_END_SQUARE, NK_END_HOLLOW_DIAMOND, NK_END_TRIANGLE, NK_END_OPEN,
  NK_END_HOLLOW_TRIANGLE, NK_END_DOUBLE, NK_END_BARRED,
};

/* When a list of fills begins anew, rims are heavier, but not much heavier than lines of words. */
#define MOST_ROUNDS 2

/* On dark paper the palest fill is nearly as deep as that, and the deepest that names allow in any
 * theme is so much lighter. */
#define PALEST 98.0
#define DARK_FILL 10.0
#define DARK_STEP 0.82
/* And black lines are white, the others not quite so far from them. */
#define DARK_LINE 0.8

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

double
nk_contrast (NkInk a,
             NkInk b)
{
  double x = nk_luminance (a) + 0.05, y = nk_luminance (b) + 0.05;

  return MAX (x, y) / MIN (x, y);
}

static NkInk
grey (double lightness)
{
  return nk_lab_ink ((NkLab) { lightness, 0, 0 });
}

/* As near to the wanted colour as words on it allow. */
static NkInk
readable_fill (const NkTheme *theme,
               NkInk          wanted)
{
  NkInk fill;

  if (theme->dark)
    {
      NkLab lab = nk_lab (wanted);

      lab.lightness = DARK_FILL + (PALEST - lab.lightness) * DARK_STEP;
      wanted = nk_lab_ink (lab);
    }
  fill = wanted;
  for (double tint = 0.05; nk_contrast (fill, theme->text) < theme->contrast && tint < 1;
       tint += 0.05)
    fill = mix (wanted, theme->paper, tint);
  return fill;
}

/* A line that can be seen on paper and on bands: the wanted ink, nearer to that of words if need
 * be. */
static NkInk
visible_line (const NkTheme *theme,
              NkInk          wanted,
              double         opacity)
{
  NkInk line = wanted;

  line.alpha = opacity;
  for (double shade = 0.05;
       nk_contrast (nk_ink_over (line, theme->band), theme->band) < theme->line_contrast
         && shade < 1; shade += 0.05)
    {
      line = mix (wanted, theme->text, shade);
      line.alpha = opacity;
    }
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

/* How many sectors before this one have its shape. */
static guint
rank_in_shape (const NkMap    *map,
               const NkRecord *sector)
{
  int position = nk_map_position (map, NK_SECTOR, nk_record_id (sector));
  const char *shape = nk_record_text (sector, NK_FIELD_SHAPE);
  guint rank = 0;

  for (int i = 0; i < position; i++)
    rank += shape_from_name (nk_record_text (nk_map_at (map, NK_SECTOR, i), NK_FIELD_SHAPE))
            == shape_from_name (shape);
  return rank;
}

/* Where there is no colour, sectors of one shape differ in lightness. */
static void
make_grey (const NkTheme  *theme,
           const NkMap    *map,
           const NkRecord *sector,
           NkActorStyle   *style)
{
  guint rank = rank_in_shape (map, sector), round = rank / G_N_ELEMENTS (grey_fills);

  rank %= G_N_ELEMENTS (grey_fills);
  if (rank < 3)
    rank = (rank + style->shape) % 3;
  style->fill = grey (grey_fills[rank]);
  style->line_width *= 1 + MIN (round, MOST_ROUNDS);
  if (nk_contrast (style->fill, theme->text) < theme->contrast)
    style->ink = theme->paper;
  style->stroke = theme->plain_line;
}

static void
make_coloured (const NkTheme  *theme,
               const NkMap    *map,
               const NkRecord *sector,
               NkActorStyle   *style)
{
  int position = nk_map_position (map, NK_SECTOR, nk_record_id (sector));
  NkInk wanted, rim;

  if (!parse_color (nk_record_text (sector, NK_FIELD_COLOR), &wanted))
    {
      wanted = sector_inks[position % G_N_ELEMENTS (sector_inks)];
      style->line_width *= 1 + MIN (position / G_N_ELEMENTS (sector_inks), MOST_ROUNDS);
    }
  style->fill = readable_fill (theme, wanted);
  /* Deep fills are much alike; a rim of the map's own colour glows on dark paper. */
  rim = theme->dark ? wanted : mix (mix (style->fill, theme->text, 0.45), theme->plain_line, 0.3);
  style->stroke = visible_line (theme, rim, 1);
}

NkActorStyle
nk_style_sector (const NkTheme *theme,
                 const NkMap   *map,
                 const char    *sector)
{
  const NkRecord *record = nk_map_find (map, NK_SECTOR, sector);
  NkActorStyle style = { NK_SHAPE_BOX, theme->plain_fill,
                         mix (theme->plain_line, theme->paper, 0.15), 0.8 * theme->weight,
                         theme->text };

  if (record == NULL)
    return style;
  style.shape = shape_from_name (nk_record_text (record, NK_FIELD_SHAPE));
  if (theme->grey)
    make_grey (theme, map, record, &style);
  else
    make_coloured (theme, map, record, &style);
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

/* The ink of a kind before it is made visible. */
static NkInk
wanted_line (const NkTheme  *theme,
             const NkMap    *map,
             const NkRecord *kind)
{
  int position = nk_map_position (map, NK_KIND, nk_record_id (kind));
  NkInk wanted;
  NkLab lab;

  if (theme->grey)
    return grey (grey_lines[position % G_N_ELEMENTS (grey_lines)]);
  if (!parse_color (nk_record_text (kind, NK_FIELD_COLOR), &wanted))
    wanted = kind_inks[position % G_N_ELEMENTS (kind_inks)];
  if (!theme->dark)
    return wanted;
  lab = nk_lab (wanted);
  lab.lightness = 100 - lab.lightness * DARK_LINE;
  return nk_lab_ink (lab);
}

static void
mark_ends (NkTieStyle *style,
           guint       rank,
           gboolean    directed)
{
  guint round = rank / G_N_ELEMENTS (directed_ends);

  if (!directed)
    style->from_end = style->to_end = mutual_ends[rank % G_N_ELEMENTS (mutual_ends)];
  else
    {
      style->from_end = directed_starts[round % G_N_ELEMENTS (directed_starts)];
      style->to_end = directed_ends[rank % G_N_ELEMENTS (directed_ends)];
    }
}

NkTieStyle
nk_style_kind (const NkTheme *theme,
               const NkMap   *map,
               const char    *kind)
{
  const NkRecord *record = nk_map_find (map, NK_KIND, kind);
  NkTieStyle style = { .ink = theme->plain_line, .width = nk_tie_width (theme, 1) };

  if (record != NULL)
    {
      style.ink = wanted_line (theme, map, record);
      mark_ends (&style, rank_of_kind (map, record),
                 nk_record_boolean (record, NK_FIELD_DIRECTED));
    }
  style.ink = visible_line (theme, style.ink, theme->tie_opacity);
  style.end_size = nk_tie_end_size (style.width);
  return style;
}

const char *const *
nk_style_palette (NkRecordKind kind)
{
  return kind == NK_SECTOR ? sector_palette : kind_palette;
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
