/* Lettering: text broken into lines and measured once, the same on screen and on paper.
 *
 * Metrics are unhinted and unrounded, sizes are points, and scaling is the painter's matrix, so a
 * label is as wide at every zoom as in the PDF. Any thread may use it, but text is set in the main
 * thread: another that asks for text that was not set yet waits until the main loop is idle. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _NkLettering NkLettering;

typedef enum
{
  NK_ALIGN_LEFT,
  NK_ALIGN_CENTER
} NkAlign;

/* Sets text in a family ("Sans") and size (points), wrapped so that no line is wider than
 * `max_width` (points; 0: only at newlines). It breaks between words and, only where a word is
 * wider than that, within it: behind hyphens, slashes and underscores first, then by the rules of
 * the language (a tag, "de-AT"; "": none), at last anywhere; nothing is cut. Text that is not
 * UTF-8 is a programming error. Kept in a cache by its arguments: asking again is cheap. */
NkLettering *nk_lettering_new     (const char        *text,
                                   const char        *language,
                                   const char        *family,
                                   double             size,
                                   gboolean           bold,
                                   double             max_width,
                                   NkAlign            align);
/* The same, centered, but wider where that is better than breaking: up to `widest` for a single
 * word, and as far as needed for no more lines than `max_lines`. For names in boxes. */
NkLettering *nk_lettering_label   (const char        *text,
                                   const char        *language,
                                   const char        *family,
                                   double             size,
                                   gboolean           bold,
                                   double             width,
                                   double             widest,
                                   guint              max_lines);
NkLettering *nk_lettering_ref     (NkLettering       *lettering);
void         nk_lettering_unref   (NkLettering       *lettering);

void         nk_lettering_size    (const NkLettering *lettering,
                                   double            *width,
                                   double            *height);
double       nk_lettering_font_size (const NkLettering *lettering);
const char  *nk_lettering_family  (const NkLettering *lettering);
gboolean     nk_lettering_is_bold (const NkLettering *lettering);

/* Its lines, with the place of each one's baseline start relative to the top left. */
guint        nk_lettering_n_lines (const NkLettering *lettering);
const char  *nk_lettering_line    (const NkLettering *lettering,
                                   guint              i,
                                   double            *x,
                                   double            *baseline);

/* How wide a line is, and whether its words run from right to left. */
double       nk_lettering_line_width (const NkLettering *lettering,
                                      guint              i);
gboolean     nk_lettering_is_backward (const NkLettering *lettering,
                                       guint              i);

/* The box of a line, relative to the top left. */
void         nk_lettering_line_box (const NkLettering *lettering,
                                    guint              i,
                                    double            *x,
                                    double            *y,
                                    double            *width,
                                    double            *height);

/* TRUE if a line goes on in the next without a blank: a word was broken there. */
gboolean     nk_lettering_is_joined (const NkLettering *lettering,
                                     guint              i);

/* Paints it with its top left at x, y in the current source. As glyphs: for the screen. As text:
 * for files, in which it can then be searched and copied. */
void         nk_lettering_paint_glyphs (const NkLettering *lettering,
                                        cairo_t           *cr,
                                        double             x,
                                        double             y);
void         nk_lettering_paint_text   (const NkLettering *lettering,
                                        cairo_t           *cr,
                                        double             x,
                                        double             y);

/* The same as outlines, exactly where they belong: Cairo sets glyphs on whole pixels, which tears
 * small words apart. */
void         nk_lettering_paint_outlines (const NkLettering *lettering,
                                          cairo_t           *cr,
                                          double             x,
                                          double             y);

/* Adds the outlines of its glyphs to the current path: for a rim of paper around it, or to fill
 * them exactly where they belong. */
void         nk_lettering_trace        (const NkLettering *lettering,
                                        cairo_t           *cr,
                                        double             x,
                                        double             y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkLettering, nk_lettering_unref)

G_END_DECLS
