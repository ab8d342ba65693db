/* How lettering is set. What needs Pango is for the main thread, but for what says otherwise; a
 * typeset that is made may be read and let go of in any. */
#pragma once

#include "drawing/lettering.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What a lettering is asked for by. */
typedef struct
{
  char *text, *language, *family;
  double size, max_width;
  gboolean bold;
  NkAlign align;
  double widest;      /* 0: max_width is kept */
  guint max_lines;
} NkLetteringKey;

typedef struct
{
  char *text;
  gboolean joined;    /* goes on in the next line without a blank */
  double x, width;
  double top, baseline, bottom;
  gboolean backward;  /* runs from right to left */
} NkTypesetLine;

/* Glyphs of one font and the words that they stand for, ready for any thread. */
typedef struct
{
  cairo_font_face_t *face;
  cairo_matrix_t matrix;
  cairo_glyph_t *glyphs;
  int n;
  char *text;
  cairo_text_cluster_t *clusters;   /* which glyphs are which bytes of the text */
  int n_clusters;
  gboolean backward;                /* the words run from right to left */
  gboolean coloured;                /* the glyphs are pictures, such as emoji */
} NkTypesetRun;

/* What stands for a character that no font has. */
typedef struct
{
  double x, y, width, height;
} NkTypesetHole;

/* A text that was set: broken into lines, shaped and measured. All sizes of it share it. */
typedef struct
{
  gatomicrefcount references;
  char *family;
  double size;
  gboolean bold;
  double width, height;
  GArray *lines, *runs, *holes;
} NkTypeset;

NkTypeset            *nk_typeset_new   (const NkLetteringKey       *key);
void                  nk_typeset_unref (NkTypeset                  *typeset);

/* The same words larger or smaller, line by line: nothing is broken anew. To be unreferenced. */
NkLettering          *nk_lettering_scale (const NkLettering        *lettering,
                                          double                    factor);

/* Runs a function in the main thread and waits for it: at once there; from another thread as soon
 * as the main loop is idle, and never if it does not run. */
void                  nk_type_run      (void                     (*set) (gpointer data),
                                        gpointer                   data);

/* The one context in which all text is set; a font in it (to be freed); a layout of one line. */
PangoContext         *nk_type_context  (void);
PangoFontDescription *nk_type_font     (const char                 *family,
                                        double                      size,
                                        gboolean                    bold);
PangoLayout          *nk_type_layout   (const PangoFontDescription *font,
                                        const char                 *text);

/* The family of the font that is found for a family: "DejaVu Sans" for "Sans", say. To be freed.
 * Any thread, as nk_type_run (). */
char                 *nk_type_family   (const char                 *family);

typedef struct
{
  char *text;
  gboolean joined;
} NkBrokenLine;

/* The lines of a text, as few as there must be, and, if `even`, as even as they can be: an array of
 * NkBrokenLine that frees them. `width` is in points; 0: only where the text itself says so. */
GArray               *nk_break_lines   (const char                 *text,
                                        const char                 *language,
                                        const PangoFontDescription *font,
                                        double                      width,
                                        gboolean                    even);

/* How wide the widest word of a text is, points. */
double                nk_widest_word   (const char                 *text,
                                        const PangoFontDescription *font);

G_END_DECLS
