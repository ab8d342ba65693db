/* Text set once: broken into lines, shaped, and measured. */
#include "drawing/lettering-private.h"
#include "drawing/typeface.h"

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

char *
nk_type_family (const char *family)
{
  PangoFontDescription *wanted = nk_type_font (family, 10, FALSE), *found;
  g_autoptr (PangoFont) font = pango_context_load_font (nk_type_context (), wanted);
  char *name = NULL;

  if (font != NULL)
    {
      found = pango_font_describe (font);
      name = g_strdup (pango_font_description_get_family (found));
      pango_font_description_free (found);
    }
  pango_font_description_free (wanted);
  return name != NULL ? name : g_strdup (family);
}

PangoLayout *
nk_type_layout (const PangoFontDescription *font,
                const char                 *text)
{
  PangoLayout *layout = pango_layout_new (nk_type_context ());

  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Takes one run's glyphs over, with their places relative to the lettering. */
static double
take_run (NkTypeset        *typeset,
          PangoGlyphItem *item,
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
      else if (info->glyph != PANGO_GLYPH_EMPTY)
        run.glyphs[run.n++] = (cairo_glyph_t) { info->glyph, left, base };
      x += width;
    }
  if (scaled != NULL && run.n > 0)
    {
      run.face = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
      cairo_scaled_font_get_font_matrix (scaled, &run.matrix);
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
    x = take_run (typeset, run->data, x, baseline);
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
  lines = nk_break_lines (key->text, font, width, even);
  while (key->widest > 0 && lines->len > key->max_lines && width < key->widest * 4)
    {
      g_array_unref (lines);
      width *= 1.15;
      lines = nk_break_lines (key->text, font, width, even);
    }
  return lines;
}

NkTypeset *
nk_typeset_new (const NkLetteringKey *key)
{
  NkTypeset *typeset = g_new0 (NkTypeset, 1);
  PangoFontDescription *font = nk_type_font (key->family, key->size, key->bold);
  g_autoptr (GArray) texts = key_lines (key, font);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);

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
      PangoRectangle extents;

      pango_layout_get_extents (layouts->pdata[i], NULL, &extents);
      if (key->align == NK_ALIGN_CENTER)
        line.x = (typeset->width - extents.width / (double) PANGO_SCALE) / 2;
      line.baseline = typeset->height
                      + pango_layout_get_baseline (layouts->pdata[i]) / (double) PANGO_SCALE;
      take_line (typeset, layouts->pdata[i], line.x, line.baseline);
      typeset->height += extents.height / (double) PANGO_SCALE;
      g_array_append_val (typeset->lines, line);
    }
  pango_font_description_free (font);
  return typeset;
}
