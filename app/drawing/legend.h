/* The legend: exactly what is visible in a scene, in the map's language. */
#pragma once

#include "drawing/scene-private.h"
#include "map/map.h"

G_BEGIN_DECLS

/* Adds the legend of what `drawn` shows to `scene`, in columns that fit `width`, its top left at x,
 * y; `unit` is how long a point of the map is in it. Returns its height, 0 if there is nothing to
 * explain. */
double nk_legend_add (NkScene       *scene,
                      const NkMap   *map,
                      const NkScene *drawn,
                      const char    *family,
                      double         x,
                      double         y,
                      double         width,
                      double         unit);

G_END_DECLS
