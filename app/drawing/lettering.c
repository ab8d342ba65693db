#include "drawing/lettering-private.h"

#define CACHE_MOST 20000

struct _NkLettering
{
  gatomicrefcount references;
  NkTypeset *typeset;
  double scale;
};

static GMutex cache_lock;
static GHashTable *cache;   /* NkLetteringKey -> NkLettering */

static guint
key_hash (gconstpointer data)
{
  const NkLetteringKey *key = data;

  return g_str_hash (key->text) ^ (g_str_hash (key->family) * 31)
         ^ (guint) (key->size * 64) ^ ((guint) (key->max_width * 64) * 4099)
         ^ (key->bold * 65537u) ^ (key->align * 131071u);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const NkLetteringKey *x = a, *y = b;

  return x->size == y->size && x->max_width == y->max_width && x->bold == y->bold
         && x->align == y->align && x->widest == y->widest && x->max_lines == y->max_lines
         && g_str_equal (x->text, y->text) && g_str_equal (x->language, y->language)
         && g_str_equal (x->family, y->family);
}

static void
key_free (gpointer data)
{
  NkLetteringKey *key = data;

  g_free (key->text);
  g_free (key->language);
  g_free (key->family);
  g_free (key);
}

static NkLettering *
lettering_of (NkTypeset *typeset,
              double   scale)
{
  NkLettering *lettering = g_new (NkLettering, 1);

  g_atomic_ref_count_init (&lettering->references);
  lettering->typeset = typeset;
  lettering->scale = scale;
  return lettering;
}

static NkLettering *
find (const NkLetteringKey *key)
{
  NkLettering *lettering = NULL;

  g_mutex_lock (&cache_lock);
  if (cache != NULL)
    lettering = g_hash_table_lookup (cache, key);
  if (lettering != NULL)
    nk_lettering_ref (lettering);
  g_mutex_unlock (&cache_lock);
  return lettering;
}

static void
keep (const NkLetteringKey *key,
      NkLettering          *lettering)
{
  NkLetteringKey *kept = g_memdup2 (key, sizeof *key);

  kept->text = g_strdup (key->text);
  kept->language = g_strdup (key->language);
  kept->family = g_strdup (key->family);
  g_mutex_lock (&cache_lock);
  if (cache == NULL)
    cache = g_hash_table_new_full (key_hash, key_equal, key_free,
                                   (GDestroyNotify) nk_lettering_unref);
  if (g_hash_table_size (cache) >= CACHE_MOST)
    g_hash_table_remove_all (cache);
  g_hash_table_replace (cache, kept, nk_lettering_ref (lettering));
  g_mutex_unlock (&cache_lock);
}

typedef struct
{
  const NkLetteringKey *key;
  NkTypeset *typeset;
} Setting;

static void
set (gpointer data)
{
  Setting *setting = data;

  setting->typeset = nk_typeset_new (setting->key);
}

static NkLettering *
look_up (const NkLetteringKey *key)
{
  NkLettering *lettering = find (key);
  Setting setting = { key, NULL };

  if (lettering == NULL)
    {
      nk_type_run (set, &setting);
      lettering = lettering_of (setting.typeset, 1);
      keep (key, lettering);
    }
  return lettering;
}

NkLettering *
nk_lettering_new (const char *text,
                  const char *language,
                  const char *family,
                  double      size,
                  gboolean    bold,
                  double      max_width,
                  NkAlign     align)
{
  NkLetteringKey key = { (char *) text, (char *) language, (char *) family, size, max_width, bold,
                         align, 0, 0 };

  return look_up (&key);
}

NkLettering *
nk_lettering_label (const char *text,
                    const char *language,
                    const char *family,
                    double      size,
                    gboolean    bold,
                    double      width,
                    double      widest,
                    guint       max_lines)
{
  NkLetteringKey key = { (char *) text, (char *) language, (char *) family, size, width, bold,
                         NK_ALIGN_CENTER, widest, max_lines };

  return look_up (&key);
}

NkLettering *
nk_lettering_scale (const NkLettering *lettering,
                    double             factor)
{
  g_atomic_ref_count_inc (&lettering->typeset->references);
  return lettering_of (lettering->typeset, lettering->scale * factor);
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
  nk_typeset_unref (lettering->typeset);
  g_free (lettering);
}

void
nk_lettering_size (const NkLettering *lettering,
                   double            *width,
                   double            *height)
{
  *width = lettering->typeset->width * lettering->scale;
  *height = lettering->typeset->height * lettering->scale;
}

double
nk_lettering_font_size (const NkLettering *lettering)
{
  return lettering->typeset->size * lettering->scale;
}

const char *
nk_lettering_family (const NkLettering *lettering)
{
  return lettering->typeset->family;
}

gboolean
nk_lettering_is_bold (const NkLettering *lettering)
{
  return lettering->typeset->bold;
}

guint
nk_lettering_n_lines (const NkLettering *lettering)
{
  return lettering->typeset->lines->len;
}

const char *
nk_lettering_line (const NkLettering *lettering,
                   guint              i,
                   double            *x,
                   double            *baseline)
{
  const NkTypesetLine *line = &g_array_index (lettering->typeset->lines, NkTypesetLine, i);

  *x = line->x * lettering->scale;
  *baseline = line->baseline * lettering->scale;
  return line->text;
}

double
nk_lettering_line_width (const NkLettering *lettering,
                         guint              i)
{
  return g_array_index (lettering->typeset->lines, NkTypesetLine, i).width * lettering->scale;
}

gboolean
nk_lettering_is_backward (const NkLettering *lettering,
                          guint              i)
{
  return g_array_index (lettering->typeset->lines, NkTypesetLine, i).backward;
}

void
nk_lettering_line_box (const NkLettering *lettering,
                       guint              i,
                       double            *x,
                       double            *y,
                       double            *width,
                       double            *height)
{
  const NkTypesetLine *line = &g_array_index (lettering->typeset->lines, NkTypesetLine, i);

  *x = line->x * lettering->scale;
  *y = line->top * lettering->scale;
  *width = line->width * lettering->scale;
  *height = (line->bottom - line->top) * lettering->scale;
}

gboolean
nk_lettering_is_joined (const NkLettering *lettering,
                        guint              i)
{
  return g_array_index (lettering->typeset->lines, NkTypesetLine, i).joined;
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
place_run (const NkTypesetRun *run,
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
trace_holes (const NkTypeset *typeset,
             cairo_t       *cr)
{
  double rim = typeset->size * 0.06;

  for (guint i = 0; i < typeset->holes->len; i++)
    {
      const NkTypesetHole *hole = &g_array_index (typeset->holes, NkTypesetHole, i);

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
  const NkTypeset *typeset = lettering->typeset;

  save_at (lettering, cr, x, y);
  for (guint i = 0; i < typeset->runs->len; i++)
    {
      const NkTypesetRun *run = &g_array_index (typeset->runs, NkTypesetRun, i);

      place_run (run, cr);
      cairo_glyph_path (cr, run->glyphs, run->n);
    }
  trace_holes (typeset, cr);
  cairo_restore (cr);
}

/* Glyphs that are pictures are shown as such, whatever the others are. */
static void
paint (const NkLettering *lettering,
       cairo_t           *cr,
       double             x,
       double             y,
       gboolean           outlines)
{
  const NkTypeset *typeset = lettering->typeset;

  save_at (lettering, cr, x, y);
  trace_holes (typeset, cr);
  for (guint i = 0; i < typeset->runs->len; i++)
    {
      const NkTypesetRun *run = &g_array_index (typeset->runs, NkTypesetRun, i);

      place_run (run, cr);
      if (outlines && !run->coloured)
        cairo_glyph_path (cr, run->glyphs, run->n);
      else
        cairo_show_glyphs (cr, run->glyphs, run->n);
    }
  cairo_fill (cr);
  cairo_restore (cr);
}

void
nk_lettering_paint_glyphs (const NkLettering *lettering,
                           cairo_t           *cr,
                           double             x,
                           double             y)
{
  paint (lettering, cr, x, y, FALSE);
}

void
nk_lettering_paint_outlines (const NkLettering *lettering,
                             cairo_t           *cr,
                             double             x,
                             double             y)
{
  paint (lettering, cr, x, y, TRUE);
}

void
nk_lettering_paint_text (const NkLettering *lettering,
                         cairo_t           *cr,
                         double             x,
                         double             y)
{
  const NkTypeset *typeset = lettering->typeset;

  save_at (lettering, cr, x, y);
  for (guint i = 0; i < typeset->runs->len; i++)
    {
      const NkTypesetRun *run = &g_array_index (typeset->runs, NkTypesetRun, i);

      place_run (run, cr);
      cairo_show_text_glyphs (cr, run->text, -1, run->glyphs, run->n,
                              run->clusters, run->n_clusters,
                              run->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    }
  trace_holes (typeset, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}
