/* Style: how what a record says becomes ink, line and form. The look of everything is decided
 * here. */
#pragma once

#include "drawing/scene.h"
#include "map/map.h"

G_BEGIN_DECLS

/* Type sizes, points on the map. */
#define NK_TYPE_ACTOR 8.5
#define NK_TYPE_ZONE 8.5       /* bands and districts, bold */
#define NK_TYPE_PLANE 14.0
#define NK_TYPE_NOTE 8.0
#define NK_TYPE_TIE 7.5

typedef struct
{
  NkShape shape;
  NkInk fill, stroke;
  double line_width;
  NkInk ink;           /* of the name */
} NkActorStyle;

typedef struct
{
  NkInk ink;
  NkLine line;
  double width;
  NkEnd from_end, to_end;
  double end_size;
} NkTieStyle;

/* The look of an actor of a sector; "" or an unknown one is plain. */
NkActorStyle nk_style_sector (const NkTheme  *theme,
                              const NkMap    *map,
                              const char     *sector);

/* The look of a tie of a kind, formal, of strength 1 and stated; "" or an unknown kind is plain. */
NkTieStyle   nk_style_kind   (const NkTheme  *theme,
                              const NkMap    *map,
                              const char     *kind);

/* Colours to choose from for sectors or kinds, as #rrggbb, ended by NULL: in the usual theme any two are
 * told apart in every vision but grey. */
const char *const *nk_style_palette (NkRecordKind kind);

/* The width of a tie of strength 1 to 3, and the size of the mark that goes with it. */
double       nk_tie_width    (const NkTheme  *theme,
                              int             strength);
double       nk_tie_end_size (double          width);

/* The look of a tie with all that it says of itself. */
NkTieStyle   nk_style_tie    (const NkTheme  *theme,
                              const NkMap    *map,
                              const NkRecord *tie);

/* How the line of a tie tells formal from informal, and stated from assumed and open. */
NkLine       nk_style_line   (gboolean        formal,
                              const char     *certainty);

/* WCAG's contrast of two opaque inks, 1 to 21. */
double       nk_contrast     (NkInk           a,
                              NkInk           b);

G_END_DECLS
