/* Text set once: broken into lines, shaped, and measured. */
#include "drawing/lettering-private.h"
#include "drawing/typeface.h"

#include <hb-ot.h>
#include <math.h>

static void
clear_line (gpointer data)
{
  g_free (((NkTypesetLine *) data)->text);
}

static void
clear_run (gpointer data)
{
  NkTypesetRun *run = data;

  cairo_font_face_destroy (run->face);
  g_free (run->glyphs);
  g_free (run->text);
  cairo_text_cluster_free (run->clusters);
}

void
nk_typeset_unref (NkTypeset *typeset)
{
  if (!g_atomic_ref_count_dec (&typeset->references))
    return;
  g_free (typeset->family);
  g_array_unref (typeset->lines);
  g_array_unref (typeset->runs);
  g_array_unref (typeset->holes);
  g_free (typeset);
}

/* Neither hinted nor rounded, one unit a point, and of no language: the same in every locale, at
 * every zoom and on every surface. */
PangoContext *
nk_type_context (void)
{
  static PangoContext *context;

  if (context == NULL)
    {
      cairo_font_options_t *options = cairo_font_options_create ();

      cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
      cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
      cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
      nk_typeface ();   /* before the font map is asked for anything */
      context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      pango_cairo_context_set_font_options (context, options);
      pango_cairo_context_set_resolution (context, 72);
      pango_context_set_round_glyph_positions (context, FALSE);
      pango_context_set_language (context, pango_language_from_string ("en"));
      cairo_font_options_destroy (options);
    }
  return context;
}

PangoFontDescription *
nk_type_font (const char *family,
              double      size,
              gboolean    bold)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, family);
  pango_font_description_set_size (font, round (size * PANGO_SCALE));
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  return font;
}

/* Puts the family that is found in the place of the one that is asked for. */
static void
find_family (gpointer data)
{
  char **family = data;
  PangoFontDescription *wanted = nk_type_font (*family, 10, FALSE), *found;
  g_autoptr (PangoFont) font = pango_context_load_font (nk_type_context (), wanted);

  if (font != NULL)
    {
      found = pango_font_describe (font);
      g_free (*family);
      *family = g_strdup (pango_font_description_get_family (found));
      pango_font_description_free (found);
    }
  pango_font_description_free (wanted);
}

char *
nk_type_family (const char *family)
{
  char *found = g_strdup (family);

  nk_type_run (find_family, &found);
  return found;
}

PangoLayout *
nk_type_layout (const PangoFontDescription *font,
                const char                 *text)
{
  PangoLayout *layout = pango_layout_new (nk_type_context ());
  PangoAttrList *attributes = pango_attr_list_new ();

  /* A ligature in a PDF is found as letters by some programs and not by others. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* The font's face. It is never let go of: the last to do so might be another thread, and Cairo's
 * list of the faces that a font's file has is not locked. They are few. */
static cairo_font_face_t *
keep_face (cairo_scaled_font_t *font)
{
  static GHashTable *faces;
  cairo_font_face_t *face = cairo_scaled_font_get_font_face (font);

  if (faces == NULL)
    faces = g_hash_table_new (NULL, NULL);
  if (g_hash_table_add (faces, face))
    cairo_font_face_reference (face);
  return cairo_font_face_reference (face);
}

static gboolean
is_drawn (PangoGlyph glyph)
{
  return glyph != PANGO_GLYPH_EMPTY && !(glyph & PANGO_GLYPH_UNKNOWN_FLAG);
}

/* Notes which of the glyphs that are drawn are which words, so that a file can be searched. */
static void
take_words (NkTypesetRun   *run,
            PangoGlyphItem *item,
            const char     *text)
{
  PangoGlyphItemIter iter;
  gboolean more;

  run->text = g_strndup (text + item->item->offset, item->item->length);
  run->clusters = cairo_text_cluster_allocate (item->item->num_chars);
  run->backward = item->item->analysis.level % 2 == 1;
  for (more = pango_glyph_item_iter_init_start (&iter, item, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t *cluster = &run->clusters[run->n_clusters++];
      int step = iter.end_glyph > iter.start_glyph ? 1 : -1;

      *cluster = (cairo_text_cluster_t) { iter.end_index - iter.start_index, 0 };
      for (int i = iter.start_glyph; i != iter.end_glyph; i += step)
        cluster->num_glyphs += is_drawn (item->glyphs->glyphs[i].glyph);
    }
}

static gboolean
is_coloured (PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));

  return hb_ot_color_has_png (face) || hb_ot_color_has_layers (face) || hb_ot_color_has_svg (face);
}

/* Takes one run's glyphs over, with their places relative to the lettering. */
static double
take_run (NkTypeset      *typeset,
          PangoGlyphItem *item,
          const char     *text,
          double          x,
          double          y)
{
  PangoCairoFont *font = PANGO_CAIRO_FONT (item->item->analysis.font);
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (font);
  PangoGlyphString *glyphs = item->glyphs;
  NkTypesetRun run = { .glyphs = g_new (cairo_glyph_t, MAX (glyphs->num_glyphs, 1)) };

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      double width = info->geometry.width / (double) PANGO_SCALE;
      double left = x + info->geometry.x_offset / (double) PANGO_SCALE;
      double base = y + info->geometry.y_offset / (double) PANGO_SCALE;

      if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        {
          NkTypesetHole hole = { left + width * 0.1, base - typeset->size * 0.7,
                        width * 0.8, typeset->size * 0.7 };

          g_array_append_val (typeset->holes, hole);
        }
      else if (is_drawn (info->glyph))
        run.glyphs[run.n++] = (cairo_glyph_t) { info->glyph, left, base };
      x += width;
    }
  if (scaled != NULL && run.n > 0)
    {
      run.face = keep_face (scaled);
      run.coloured = is_coloured (item->item->analysis.font);
      cairo_scaled_font_get_font_matrix (scaled, &run.matrix);
      take_words (&run, item, text);
      g_array_append_val (typeset->runs, run);
    }
  else
    g_free (run.glyphs);
  return x;
}

static void
take_line (NkTypeset     *typeset,
           PangoLayout *layout,
           double       left,
           double       baseline)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  double x = left;

  for (GSList *run = line->runs; run != NULL; run = run->next)
    x = take_run (typeset, run->data, pango_layout_get_text (layout), x, baseline);
}

static gboolean
is_backward (PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  return pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
}

static GArray *
key_lines (const NkLetteringKey                  *key,
           const PangoFontDescription *font)
{
  gboolean even = key->align == NK_ALIGN_CENTER;
  double width = key->max_width;
  GArray *lines;

  if (key->widest > 0)
    width = MAX (width, MIN (nk_widest_word (key->text, font), key->widest) + 0.01);
  lines = nk_break_lines (key->text, key->language, font, width, even);
  while (key->widest > 0 && lines->len > key->max_lines && width < key->widest * 4)
    {
      g_array_unref (lines);
      width *= 1.15;
      lines = nk_break_lines (key->text, key->language, font, width, even);
    }
  return lines;
}

/* How far a line reaches from its baseline, in Pango's units. */
typedef struct
{
  int above, below;
} Reach;

static Reach
reach_of (PangoLayout *layout)
{
  PangoRectangle ink, extents;
  int baseline = pango_layout_get_baseline (layout);
  Reach reach;

  pango_layout_get_extents (layout, &ink, &extents);
  reach = (Reach) { baseline, extents.height - baseline };
  if (ink.height > 0)
    {
      reach.above = MAX (reach.above, baseline - ink.y);
      reach.below = MAX (reach.below, ink.y + ink.height - baseline);
    }
  return reach;
}

/* Says where a line lies below those before it. It is no lower than one of the font's own letters;
 * marks that are piled up higher or hang lower than the font foresees have their room as well. What
 * runs from right to left begins at the right. */
static void
place_line (const NkTypeset *typeset,
            NkAlign          align,
            const Reach     *least,
            PangoLayout     *layout,
            NkTypesetLine   *line)
{
  Reach reach = reach_of (layout);
  double slack;
  int width;

  pango_layout_get_size (layout, &width, NULL);
  line->width = width / (double) PANGO_SCALE;
  line->top = typeset->height;
  line->baseline = line->top + MAX (reach.above, least->above) / (double) PANGO_SCALE;
  line->bottom = line->baseline + MAX (reach.below, least->below) / (double) PANGO_SCALE;
  line->backward = is_backward (layout);
  slack = typeset->width - line->width;
  line->x = align == NK_ALIGN_CENTER ? slack / 2 : line->backward ? slack : 0;
}

NkTypeset *
nk_typeset_new (const NkLetteringKey *key)
{
  NkTypeset *typeset = g_new0 (NkTypeset, 1);
  PangoFontDescription *font = nk_type_font (key->family, key->size, key->bold);
  g_autoptr (GArray) texts = key_lines (key, font);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PangoLayout) letter = nk_type_layout (font, "x");
  Reach least = reach_of (letter);

  g_atomic_ref_count_init (&typeset->references);
  typeset->family = g_strdup (key->family);
  typeset->size = key->size;
  typeset->bold = key->bold;
  typeset->lines = g_array_new (FALSE, FALSE, sizeof (NkTypesetLine));
  typeset->runs = g_array_new (FALSE, FALSE, sizeof (NkTypesetRun));
  typeset->holes = g_array_new (FALSE, FALSE, sizeof (NkTypesetHole));
  g_array_set_clear_func (typeset->lines, clear_line);
  g_array_set_clear_func (typeset->runs, clear_run);
  for (guint i = 0; i < texts->len; i++)
    {
      PangoLayout *layout = nk_type_layout (font, g_array_index (texts, NkBrokenLine, i).text);
      int width;

      pango_layout_get_size (layout, &width, NULL);
      typeset->width = MAX (typeset->width, width / (double) PANGO_SCALE);
      g_ptr_array_add (layouts, layout);
    }
  for (guint i = 0; i < texts->len; i++)
    {
      const NkBrokenLine *broken = &g_array_index (texts, NkBrokenLine, i);
      NkTypesetLine line = { .text = g_strdup (broken->text), .joined = broken->joined };

      place_line (typeset, key->align, &least, layouts->pdata[i], &line);
      take_line (typeset, layouts->pdata[i], line.x, line.baseline);
      typeset->height = line.bottom;
      g_array_append_val (typeset->lines, line);
    }
  pango_font_description_free (font);
  return typeset;
}
