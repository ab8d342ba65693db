/* Figures that export draws: one, or all that are saved in a map. */
#pragma once

#include "commands/export-options.h"

G_BEGIN_DECLS

/* Draws one figure, the saved one that the options name if they name one, to their output. */
NkExit nk_figures_export_one (const NkMap           *map,
                              const NkExportOptions *options);

/* Draws every figure that is saved in the map, each to a file of its own in the options' folder,
 * and says so. NK_EXIT_NOTICES if one could not be drawn: a sentence says which and why. */
NkExit nk_figures_export_all (const NkMap           *map,
                              const NkExportOptions *options);

G_END_DECLS
