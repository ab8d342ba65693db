#include "drawing/lettering-private.h"

#include <math.h>
#include <string.h>

#define CACHE_MOST 20000

typedef struct
{
  char *text;
  gboolean joined;
  double x, baseline;
} Line;

/* Glyphs of one font, ready for any thread. */
typedef struct
{
  cairo_font_face_t *face;
  cairo_matrix_t matrix;
  cairo_glyph_t *glyphs;
  int n;
} Run;

/* What stands for a character that no font has. */
typedef struct
{
  double x, y, width, height;
} Hole;

/* The text as it was set; shared by all sizes of it. */
typedef struct
{
  gatomicrefcount references;
  char *family;
  double size;
  gboolean bold;
  double width, height;
  GArray *lines, *runs, *holes;
} Setting;

struct _NkLettering
{
  gatomicrefcount references;
  Setting *setting;
  double scale;
};

/* What a lettering was asked for by. */
typedef struct
{
  char *text, *family;
  double size, max_width;
  gboolean bold;
  NkAlign align;
  double widest;      /* 0: max_width is kept */
  guint max_lines;
} Key;

static GHashTable *cache;   /* Key -> NkLettering; main thread only */

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ (g_str_hash (key->family) * 31)
         ^ (guint) (key->size * 64) ^ ((guint) (key->max_width * 64) * 4099)
         ^ (key->bold * 65537u) ^ (key->align * 131071u);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->size == y->size && x->max_width == y->max_width && x->bold == y->bold
         && x->align == y->align && x->widest == y->widest && x->max_lines == y->max_lines && g_str_equal (x->text, y->text)
         && g_str_equal (x->family, y->family);
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key->family);
  g_free (key);
}

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->text);
}

static void
clear_run (gpointer data)
{
  Run *run = data;

  cairo_font_face_destroy (run->face);
  g_free (run->glyphs);
}

static void
setting_unref (Setting *setting)
{
  if (!g_atomic_ref_count_dec (&setting->references))
    return;
  g_free (setting->family);
  g_array_unref (setting->lines);
  g_array_unref (setting->runs);
  g_array_unref (setting->holes);
  g_free (setting);
}

/* Neither hinted nor rounded, one unit a point, and of no language: the same in every locale, at
 * every zoom and on every surface. */
PangoContext *
nk_lettering_context (void)
{
  static PangoContext *context;

  if (context == NULL)
    {
      cairo_font_options_t *options = cairo_font_options_create ();

      cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
      cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
      cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
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
nk_lettering_font (const char *family,
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
nk_lettering_found_family (const char *family)
{
  PangoFontDescription *wanted = nk_lettering_font (family, 10, FALSE), *found;
  g_autoptr (PangoFont) font = pango_context_load_font (nk_lettering_context (), wanted);
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

static PangoLayout *
line_layout (const PangoFontDescription *font,
             const char                 *text)
{
  PangoLayout *layout = pango_layout_new (nk_lettering_context ());

  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* Takes one run's glyphs over, with their places relative to the lettering. */
static double
take_run (Setting        *setting,
          PangoGlyphItem *item,
          double          x,
          double          y)
{
  PangoCairoFont *font = PANGO_CAIRO_FONT (item->item->analysis.font);
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (font);
  PangoGlyphString *glyphs = item->glyphs;
  Run run = { .glyphs = g_new (cairo_glyph_t, MAX (glyphs->num_glyphs, 1)) };

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      double width = info->geometry.width / (double) PANGO_SCALE;
      double left = x + info->geometry.x_offset / (double) PANGO_SCALE;
      double base = y + info->geometry.y_offset / (double) PANGO_SCALE;

      if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        {
          Hole hole = { left + width * 0.1, base - setting->size * 0.7,
                        width * 0.8, setting->size * 0.7 };

          g_array_append_val (setting->holes, hole);
        }
      else if (info->glyph != PANGO_GLYPH_EMPTY)
        run.glyphs[run.n++] = (cairo_glyph_t) { info->glyph, left, base };
      x += width;
    }
  if (scaled != NULL && run.n > 0)
    {
      run.face = cairo_font_face_reference (cairo_scaled_font_get_font_face (scaled));
      cairo_scaled_font_get_font_matrix (scaled, &run.matrix);
      g_array_append_val (setting->runs, run);
    }
  else
    g_free (run.glyphs);
  return x;
}

static void
take_line (Setting     *setting,
           PangoLayout *layout,
           double       left,
           double       baseline)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  double x = left;

  for (GSList *run = line->runs; run != NULL; run = run->next)
    x = take_run (setting, run->data, x, baseline);
}

static GArray *
key_lines (const Key                  *key,
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

static Setting *
setting_new (const Key *key)
{
  Setting *setting = g_new0 (Setting, 1);
  PangoFontDescription *font = nk_lettering_font (key->family, key->size, key->bold);
  g_autoptr (GArray) texts = key_lines (key, font);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);

  g_atomic_ref_count_init (&setting->references);
  setting->family = g_strdup (key->family);
  setting->size = key->size;
  setting->bold = key->bold;
  setting->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  setting->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  setting->holes = g_array_new (FALSE, FALSE, sizeof (Hole));
  g_array_set_clear_func (setting->lines, clear_line);
  g_array_set_clear_func (setting->runs, clear_run);
  for (guint i = 0; i < texts->len; i++)
    {
      PangoLayout *layout = line_layout (font, g_array_index (texts, NkBrokenLine, i).text);
      int width;

      pango_layout_get_size (layout, &width, NULL);
      setting->width = MAX (setting->width, width / (double) PANGO_SCALE);
      g_ptr_array_add (layouts, layout);
    }
  for (guint i = 0; i < texts->len; i++)
    {
      const NkBrokenLine *broken = &g_array_index (texts, NkBrokenLine, i);
      Line line = { .text = g_strdup (broken->text), .joined = broken->joined };
      PangoRectangle extents;

      pango_layout_get_extents (layouts->pdata[i], NULL, &extents);
      if (key->align == NK_ALIGN_CENTER)
        line.x = (setting->width - extents.width / (double) PANGO_SCALE) / 2;
      line.baseline = setting->height
                      + pango_layout_get_baseline (layouts->pdata[i]) / (double) PANGO_SCALE;
      take_line (setting, layouts->pdata[i], line.x, line.baseline);
      setting->height += extents.height / (double) PANGO_SCALE;
      g_array_append_val (setting->lines, line);
    }
  pango_font_description_free (font);
  return setting;
}

static NkLettering *
lettering_of (Setting *setting,
              double   scale)
{
  NkLettering *lettering = g_new (NkLettering, 1);

  g_atomic_ref_count_init (&lettering->references);
  lettering->setting = setting;
  lettering->scale = scale;
  return lettering;
}

static NkLettering *
look_up (const Key *key)
{
  NkLettering *lettering;

  if (cache == NULL)
    cache = g_hash_table_new_full (key_hash, key_equal, key_free,
                                   (GDestroyNotify) nk_lettering_unref);
  lettering = g_hash_table_lookup (cache, key);
  if (lettering == NULL)
    {
      Key *kept = g_memdup2 (key, sizeof *key);

      if (g_hash_table_size (cache) >= CACHE_MOST)
        g_hash_table_remove_all (cache);
      kept->text = g_strdup (key->text);
      kept->family = g_strdup (key->family);
      lettering = lettering_of (setting_new (key), 1);
      g_hash_table_insert (cache, kept, lettering);
    }
  return nk_lettering_ref (lettering);
}

NkLettering *
nk_lettering_new (const char *text,
                  const char *family,
                  double      size,
                  gboolean    bold,
                  double      max_width,
                  NkAlign     align)
{
  Key key = { (char *) text, (char *) family, size, max_width, bold, align, 0, 0 };

  return look_up (&key);
}

NkLettering *
nk_lettering_label (const char *text,
                    const char *family,
                    double      size,
                    gboolean    bold,
                    double      width,
                    double      widest,
                    guint       max_lines)
{
  Key key = { (char *) text, (char *) family, size, width, bold, NK_ALIGN_CENTER,
              widest, max_lines };

  return look_up (&key);
}

NkLettering *
nk_lettering_scale (const NkLettering *lettering,
                    double             factor)
{
  g_atomic_ref_count_inc (&lettering->setting->references);
  return lettering_of (lettering->setting, lettering->scale * factor);
}

NkLettering *
nk_lettering_ref (NkLettering *lettering)
{
  g_atomic_ref_count_inc (&lettering->references);
  return lettering;
}

void
nk_lettering_unref (NkLettering *lettering)
{
  if (!g_atomic_ref_count_dec (&lettering->references))
    return;
  setting_unref (lettering->setting);
  g_free (lettering);
}

void
nk_lettering_size (const NkLettering *lettering,
                   double            *width,
                   double            *height)
{
  *width = lettering->setting->width * lettering->scale;
  *height = lettering->setting->height * lettering->scale;
}

double
nk_lettering_font_size (const NkLettering *lettering)
{
  return lettering->setting->size * lettering->scale;
}

const char *
nk_lettering_family (const NkLettering *lettering)
{
  return lettering->setting->family;
}

gboolean
nk_lettering_is_bold (const NkLettering *lettering)
{
  return lettering->setting->bold;
}

guint
nk_lettering_n_lines (const NkLettering *lettering)
{
  return lettering->setting->lines->len;
}

const char *
nk_lettering_line (const NkLettering *lettering,
                   guint              i,
                   double            *x,
                   double            *baseline)
{
  const Line *line = &g_array_index (lettering->setting->lines, Line, i);

  *x = line->x * lettering->scale;
  *baseline = line->baseline * lettering->scale;
  return line->text;
}

gboolean
nk_lettering_is_joined (const NkLettering *lettering,
                        guint              i)
{
  return g_array_index (lettering->setting->lines, Line, i).joined;
}

static cairo_font_options_t *
plain_options (void)
{
  static gsize ready;
  static cairo_font_options_t *options;

  if (g_once_init_enter (&ready))
    {
      options = cairo_font_options_create ();
      cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
      cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
      cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
      g_once_init_leave (&ready, 1);
    }
  return options;
}

static void
place_run (const Run *run,
           cairo_t   *cr)
{
  cairo_set_font_face (cr, run->face);
  cairo_set_font_matrix (cr, &run->matrix);
  cairo_set_font_options (cr, plain_options ());
}

static void
save_at (const NkLettering *lettering,
         cairo_t           *cr,
         double             x,
         double             y)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, lettering->scale, lettering->scale);
}

/* A frame for each character that no font has. */
static void
trace_holes (const Setting *setting,
             cairo_t       *cr)
{
  double rim = setting->size * 0.06;

  for (guint i = 0; i < setting->holes->len; i++)
    {
      const Hole *hole = &g_array_index (setting->holes, Hole, i);

      cairo_rectangle (cr, hole->x, hole->y, hole->width, hole->height);
      cairo_rectangle (cr, hole->x + hole->width - rim, hole->y + rim,
                       2 * rim - hole->width, hole->height - 2 * rim);
    }
}

void
nk_lettering_trace (const NkLettering *lettering,
                    cairo_t           *cr,
                    double             x,
                    double             y)
{
  const Setting *setting = lettering->setting;

  save_at (lettering, cr, x, y);
  for (guint i = 0; i < setting->runs->len; i++)
    {
      const Run *run = &g_array_index (setting->runs, Run, i);

      place_run (run, cr);
      cairo_glyph_path (cr, run->glyphs, run->n);
    }
  trace_holes (setting, cr);
  cairo_restore (cr);
}

void
nk_lettering_paint_glyphs (const NkLettering *lettering,
                           cairo_t           *cr,
                           double             x,
                           double             y)
{
  const Setting *setting = lettering->setting;

  save_at (lettering, cr, x, y);
  for (guint i = 0; i < setting->runs->len; i++)
    {
      const Run *run = &g_array_index (setting->runs, Run, i);

      place_run (run, cr);
      cairo_show_glyphs (cr, run->glyphs, run->n);
    }
  trace_holes (setting, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
nk_lettering_paint_text (const NkLettering *lettering,
                         cairo_t           *cr,
                         double             x,
                         double             y)
{
  const Setting *setting = lettering->setting;
  PangoFontDescription *font = nk_lettering_font (setting->family, setting->size, setting->bold);

  save_at (lettering, cr, x, y);
  for (guint i = 0; i < setting->lines->len; i++)
    {
      const Line *line = &g_array_index (setting->lines, Line, i);
      g_autoptr (PangoLayout) layout = line_layout (font, line->text);

      cairo_move_to (cr, line->x, line->baseline);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
    }
  cairo_restore (cr);
  pango_font_description_free (font);
}
