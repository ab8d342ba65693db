/* How lettering is set: what only the making of it needs. Main thread only. */
#pragma once

#include "drawing/lettering.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The same words larger or smaller, line by line: nothing is broken anew. To be unreferenced. */
NkLettering          *nk_lettering_scale   (const NkLettering          *lettering,
                                            double                      factor);

/* The one context in which all text is set, and a font in it (to be freed). */
PangoContext         *nk_lettering_context (void);
PangoFontDescription *nk_lettering_font    (const char                 *family,
                                            double                      size,
                                            gboolean                    bold);

/* The family of the font that is found for a family: "DejaVu Sans" for "Sans", say. To be freed. */
char                 *nk_lettering_found_family (const char            *family);

typedef struct
{
  char *text;
  gboolean joined;     /* goes on in the next line without a blank */
} NkBrokenLine;

/* The lines of a text, as few as there must be, and, if `even`, as even as they can be: an array of
 * NkBrokenLine that frees them. `width` is in points; 0: only where the text itself says so. */
GArray               *nk_break_lines       (const char                 *text,
                                            const PangoFontDescription *font,
                                            double                      width,
                                            gboolean                    even);

/* How wide the widest word of a text is, points. */
double                nk_widest_word       (const char                 *text,
                                            const PangoFontDescription *font);

G_END_DECLS
