/* A paragraph, character by character: how wide each is, and where a line may end. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  const char *text;
  int n;
  const char **at;          /* the byte of each character, and the end */
  gunichar *characters;
  PangoLogAttr *attributes; /* n + 1 */
  double *x;                /* n + 1: advance up to each character */
  double hyphen;            /* how wide one is */
} NkParagraph;

/* Measures a text (borrowed) that a layout with the right font can set. */
void   nk_paragraph_init  (NkParagraph *paragraph,
                           PangoLayout *layout,
                           const char  *text);
void   nk_paragraph_clear (NkParagraph *paragraph);

/* How wide a text is with the font of a layout. Points. */
double nk_text_width      (PangoLayout *layout,
                           const char  *text);

/* TRUE if a text as a whole runs from right to left. */
gboolean nk_text_runs_backward (PangoLayout *layout,
                                const char  *text);

G_END_DECLS
