/* Themes: the inks and the weight of lines for paper, screen, projector, a dark room and grey
 * print. What a sector or a kind looks like is made from them in style. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  float red, green, blue, alpha;   /* 0 to 1, not premultiplied; alpha 0: not drawn */
} NkInk;

typedef struct
{
  const char *name;                /* as it is named in files and on the command line */
  const char *label;               /* untranslated; shown through _() */

  /* Words in any of the three text inks are readable on paper and on every fill. */
  NkInk paper;
  NkInk text;                      /* names of actors */
  NkInk heading;                   /* names of bands, districts, planes; headings */
  NkInk small;                     /* what a figure says in small print */

  NkInk band, district, district_rim;
  NkInk plane, plane_rim, plane_band, plane_district;
  NkInk stem;                      /* from an actor to its copy on the plane above */
  NkInk note, note_rim;
  NkInk plain_fill, plain_line;    /* of a sector or a kind that is not known */

  double contrast;                 /* the least of names on fills */
  double line_contrast;            /* the least of ties and of rims on paper and on bands */
  double weight;                   /* all lines are so much wider */
  double tie_opacity;              /* ties are translucent, so that crossings can be read */
  gboolean dark;                   /* light on dark: what a map has pale is deep */
  gboolean grey;                   /* no colour but light and dark */
} NkTheme;

extern const NkInk nk_ink_none;

/* The theme of this name, or NULL. NULL or "": paper, the usual one. */
const NkTheme *nk_theme   (const char *name);
/* All of them, one after the other; NULL behind the last. */
const NkTheme *nk_theme_at (guint      i);

G_END_DECLS
