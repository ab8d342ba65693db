#include "drawing/painter.h"

#include "drawing/ends.h"
#include "drawing/style.h"

/* What is smaller than this many device pixels is left out, if the caller asks for detail at
 * all. */
#define TEXT_LEAST 6
#define GLYPHS_LEAST 18   /* words of this size are set as glyphs, which is quicker */
#define BOX_LEAST 7
#define END_LEAST 3
/* The points that a usual actor's box is high. Outlines and forms of all actors go together, when
 * that one would be too small: if only some had them, it would seem to mean something. */
#define BOX_USUAL 24
/* Thinner strokes vanish: Cairo leaves out what is under half its tolerance, without a word. */
#define STROKE_LEAST 0.35

static void
set_ink (cairo_t *cr,
         NkInk    ink)
{
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, ink.alpha);
}

static double
stroke_width (double                width,
              const NkPaintOptions *options)
{
  return options->detail > 0 ? MAX (width, STROKE_LEAST / options->detail) : width;
}

/* TRUE if a length is worth drawing at this detail. */
static gboolean
shows (double                length,
       double                least,
       const NkPaintOptions *options)
{
  return options->detail <= 0 || length * options->detail >= least;
}

static void
trace_outline (cairo_t         *cr,
               const NkOutline *outline)
{
  cairo_move_to (cr, outline->start.x, outline->start.y);
  for (guint i = 0; i < outline->n; i++)
    {
      const NkPiece *piece = &outline->pieces[i];

      if (piece->curved)
        cairo_curve_to (cr, piece->a.x, piece->a.y, piece->b.x, piece->b.y,
                        piece->end.x, piece->end.y);
      else
        cairo_line_to (cr, piece->end.x, piece->end.y);
    }
}

void
nk_paint_paper (const NkScene *scene,
                cairo_t       *cr)
{
  set_ink (cr, nk_scene_theme (scene)->paper);
  cairo_paint (cr);
}

static void
trace_path (cairo_t       *cr,
            const NkPoint *points,
            guint          n,
            gboolean       curved)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  if (curved)
    for (guint i = 1; i + 2 < n; i += 3)
      cairo_curve_to (cr, points[i].x, points[i].y, points[i + 1].x, points[i + 1].y,
                      points[i + 2].x, points[i + 2].y);
  else
    for (guint i = 1; i < n; i++)
      cairo_line_to (cr, points[i].x, points[i].y);
}

void
nk_trace_body (const NkItem *item,
               cairo_t      *cr)
{
  NkBody body = nk_item_body (item);
  NkOutline outline;

  if (item->shape == NK_SHAPE_NONE)
    return;
  if (item->shape == NK_SHAPE_QUAD)
    {
      trace_path (cr, item->path, item->n_path, FALSE);
    }
  else
    {
      nk_body_outline (&body, &outline);
      trace_outline (cr, &outline);
    }
  cairo_close_path (cr);
}

/* The height by which it is decided whether an item's outline and form are drawn. */
static double
height_shown (const NkItem *item)
{
  return item->type == NK_ITEM_ACTOR ? BOX_USUAL * item->unit
                                     : MIN (item->body_width, item->body_height);
}

static void
paint_body (const NkItem         *item,
            cairo_t              *cr,
            const NkPaintOptions *options)
{
  gboolean rim = item->stroke.alpha > 0 && item->line_width > 0
                 && (item->shape == NK_SHAPE_QUAD
                     || shows (height_shown (item), BOX_LEAST, options));

  if (!rim && item->shape != NK_SHAPE_QUAD)
    cairo_rectangle (cr, item->body_x, item->body_y, item->body_width, item->body_height);
  else
    nk_trace_body (item, cr);
  if (item->fill.alpha > 0)
    {
      set_ink (cr, item->fill);
      cairo_fill_preserve (cr);
    }
  if (rim)
    {
      set_ink (cr, item->stroke);
      cairo_set_line_width (cr, stroke_width (item->line_width, options));
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
}

static void
paint_mark (const NkItem         *item,
            gboolean              at_end,
            cairo_t              *cr,
            const NkPaintOptions *options)
{
  NkMark mark;

  if (!nk_item_mark (item, at_end, &mark))
    return;
  cairo_set_line_width (cr, stroke_width (nk_mark_width (item), options));
  for (guint i = 0; i < mark.n; i++)
    {
      trace_outline (cr, &mark.parts[i]);
      if (mark.closed[i])
        cairo_close_path (cr);
      if (mark.style == NK_MARK_HOLLOW)
        {
          set_ink (cr, item->theme->paper);
          cairo_fill_preserve (cr);
        }
      set_ink (cr, item->stroke);
      if (mark.style == NK_MARK_FILLED && mark.closed[i])
        cairo_fill (cr);
      else
        cairo_stroke (cr);
    }
}

static void
paint_path (const NkItem         *item,
            cairo_t              *cr,
            const NkPaintOptions *options)
{
  NkPoint few[64];
  NkPoint *points = item->n_path <= G_N_ELEMENTS (few) ? few : g_new (NkPoint, item->n_path);
  double dashes[2];
  guint n_dashes = nk_item_dashes (item, dashes);

  nk_item_line (item, points);
  set_ink (cr, nk_item_line_ink (item));
  cairo_set_line_width (cr, stroke_width (nk_item_line_width (item), options));
  if (shows (item->line_width, STROKE_LEAST, options))
    cairo_set_dash (cr, dashes, n_dashes, 0);
  trace_path (cr, points, item->n_path, item->curved);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (shows (item->end_size, END_LEAST, options))
    {
      paint_mark (item, FALSE, cr, options);
      paint_mark (item, TRUE, cr, options);
    }
  if (points != few)
    g_free (points);
}

double
nk_halo_width (const NkItem *item)
{
  return nk_lettering_font_size (item->lettering) * 0.3;
}

static void
paint_words (const NkItem         *item,
             cairo_t              *cr,
             const NkPaintOptions *options)
{
  if (!shows (nk_lettering_font_size (item->lettering), TEXT_LEAST, options))
    return;
  if (item->halo)
    {
      nk_lettering_trace (item->lettering, cr, item->text_x, item->text_y);
      set_ink (cr, item->theme->paper);
      cairo_set_line_width (cr, nk_halo_width (item));
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
    }
  set_ink (cr, item->ink);
  if (options->text)
    nk_lettering_paint_text (item->lettering, cr, item->text_x, item->text_y);
  else if (!shows (nk_lettering_font_size (item->lettering), GLYPHS_LEAST, options)
           || options->detail <= 0)
    nk_lettering_paint_outlines (item->lettering, cr, item->text_x, item->text_y);
  else
    nk_lettering_paint_glyphs (item->lettering, cr, item->text_x, item->text_y);
}

void
nk_paint_item (const NkItem         *item,
               cairo_t              *cr,
               const NkPaintOptions *options)
{
  cairo_new_path (cr);
  if (item->n_path >= 2 && item->shape != NK_SHAPE_QUAD && item->stroke.alpha > 0)
    paint_path (item, cr, options);
  if (item->shape != NK_SHAPE_NONE)
    paint_body (item, cr, options);
  if (item->lettering != NULL)
    paint_words (item, cr, options);
}

void
nk_paint_scene (const NkScene        *scene,
                cairo_t              *cr,
                const NkPaintOptions *options,
                double                x,
                double                y,
                double                width,
                double                height)
{
  g_autoptr (GArray) numbers = width > 0 ? nk_scene_touching (scene, x, y, width, height) : NULL;
  guint n = numbers != NULL ? numbers->len : nk_scene_n_items (scene);

  for (guint i = 0; i < n; i++)
    {
      guint number = numbers != NULL ? g_array_index (numbers, guint, i) : i;

      if (options->without == NULL
          || !g_hash_table_contains (options->without, GINT_TO_POINTER (number)))
        nk_paint_item (nk_scene_item (scene, number), cr, options);
    }
}
