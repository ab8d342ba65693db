/* A map fitted to a page: its actors stand nearer to each other or farther apart, so that the view
 * takes up a given room with names as large as they are. */
#pragma once

#include "drawing/refit.h"
#include "drawing/view.h"

G_BEGIN_DECLS

/* A copy of the map in which the view is `width` wide and at most `height` high (points of the map;
 * INFINITY: as high as it needs). What does not stand where its level is, and a map whose bands do
 * not hold, keeps its order as well. NULL if it does not fit. O(iterations * records). */
NkMap *nk_refit_map (const NkMap         *map,
                     const NkViewSetting *setting,
                     double               width,
                     double               height,
                     NkRefitOrder         order);

G_END_DECLS
