/* Profiles: the pages that figures are designed for, each with the type that is right there. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NK_POINTS_A_MILLIMETRE (72.0 / 25.4)

typedef enum
{
  NK_LEGEND_BELOW,
  NK_LEGEND_BESIDE,
  NK_LEGEND_CORNER,    /* in one that is free; below if none is */
  NK_LEGEND_NONE,
  NK_N_LEGENDS
} NkLegendPlace;

/* All lengths are points. */
typedef struct
{
  const char *name;          /* on the command line and in files */
  const char *label;         /* untranslated; shown through _() */
  double width;              /* of the page; 0: as wide as the map is with such type */
  double height;             /* of the page; 0: as high as the content needs */
  double most_height;        /* then no higher than this; 0: any height */
  double margin;
  double type;               /* size of the actors' names */
  NkLegendPlace legend;
  gboolean turns;            /* lies on its long side where the map is wider than high */
} NkProfile;

/* The profile of this name, or NULL. NULL or "": as large as the map. */
const NkProfile *nk_profile       (const char    *name);
/* All of them, one after the other; NULL behind the last. */
const NkProfile *nk_profile_at    (guint          i);

/* "below", "beside", "corner", "none"; -1 if there is no such place. And back. */
int              nk_legend_from_name (const char *name);
const char      *nk_legend_name   (NkLegendPlace  place);

G_END_DECLS
