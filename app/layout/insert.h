/* Brings boxes in among those that stand already: each on the free place nearest to where its ties
 * pull it, in its band, and so that no district's box gets a stranger in it. Nobody else moves. */
#pragma once

#include "layout/bands.h"
#include "layout/hulls.h"

/* Settles all boxes that are not settled yet, the most tied to settled ones first; what is beside
 * the bands comes last. A zone's boxes stay in its region as long as there is room. Boxes never
 * overlap; where there is no room at all for keeping the other rules, they are broken, the band's
 * last. O(free boxes × rows × boxes). */
void nk_insert_all (NkPlan        *plan,
                    const NkZones *zones,
                    const NkBand  *bands,
                    const NkHull  *regions);
