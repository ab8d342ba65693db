/* The accent: the colours of what the window shows on the paper and no figure has. They are light
 * where the paper is dark. */
#pragma once

#include "drawing/theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GdkRGBA line;         /* of what is selected, and of handles */
  GdkRGBA rim;          /* the broad one round that; names of small actors are read through it */
  GdkRGBA wash;         /* over areas, and round what the pointer is on */
  GdkRGBA mark;         /* over what a search has found */
  GdkRGBA pin;
  GdkRGBA ground;       /* paper: parts handles and pins from what is below them */
} NkAccent;

/* That for a theme's paper; lives as long as the program. */
const NkAccent *nk_accent (const NkTheme *theme);

G_END_DECLS
