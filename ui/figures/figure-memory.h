/* What was chosen for a map's figures the last time, kept for each map in the user's state folder.
 *
 * The view and its date are not part of it: they are what the window shows. */
#pragma once

#include "ui/figures/figure-choice.h"

G_BEGIN_DECLS

/* Puts what was chosen last for the map of this file over `choice`. What can't be read, or is of no
 * sense any more, is left as it is; nothing for a map without a file (NULL). */
void nk_figure_memory_recall   (NkFigureChoice       *choice,
                                GFile                *map);
/* Keeps a choice. That it can't be kept is no reason to disturb anybody. */
void nk_figure_memory_remember (const NkFigureChoice *choice,
                                GFile                *map);

G_END_DECLS
