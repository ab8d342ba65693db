/* The legend: exactly what is visible in a scene, in the map's language. */
#pragma once

#include "drawing/scene-private.h"
#include "map/map.h"

G_BEGIN_DECLS

/* Where a legend stands. */
typedef struct
{
  double x, y;        /* its top left */
  double width;       /* its columns fit this */
  double unit;        /* how long a point of the map is in it */
  gboolean ruled;     /* a line over the width parts it from what is above */
} NkLegendRoom;

/* Adds the legend of what `drawn` shows to `scene`; `scene` may be NULL: then it is only measured.
 * Sets how wide and how high it is, both 0 if there is nothing to explain. */
void nk_legend_add (NkScene            *scene,
                    const NkMap        *map,
                    const NkScene      *drawn,
                    const char         *family,
                    const NkLegendRoom *room,
                    double             *width,
                    double             *height);

G_END_DECLS
