/* A start for the search: where each box would stand if only its ties had a say. */
#pragma once

#include "layout/zones.h"

/* Where nothing is fixed: moves all boxes. If all of them have a place in the job already, they
 * start from there; else Graphviz proposes, and what it proposes is turned so that the bands
 * follow each other downwards and the districts from left to right. In both cases each zone's
 * boxes are brought into its rectangle. FALSE with an error if Graphviz fails. */
gboolean nk_start (NkPlan         *plan,
                   const NkZones  *zones,
                   GError        **error);
