/* Laying a map out from the command line: measure, run the worker, apply. */
#pragma once

#include "map/map.h"
#include "work/map-job.h"

G_BEGIN_DECLS

/* Gives the actors of a map their places, in memory. */
gboolean nk_arrange (NkMap               *map,
                     NkMethod             method,
                     const NkJobOptions  *options,
                     GError             **error);

G_END_DECLS
