/* Laying a map out from the command line: measure, run the worker, apply. */
#pragma once

#include "map/map.h"
#include "work/job.h"

G_BEGIN_DECLS

/* Gives the actors of a map their places, in memory. `only_new`: those that have one keep it. */
gboolean nk_arrange (NkMap     *map,
                     NkMethod   method,
                     gboolean   only_new,
                     GError   **error);

G_END_DECLS
