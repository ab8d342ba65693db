/* Layout: has the worker arrange the map of a window while that stays alive. */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* Starts a layout by the method that the window has chosen: of all actors or of the selected
 * ones. What comes of it is one step, or a message and no change. */
void nk_layout_start (NkWindow *window,
                      gboolean  only_selection);

G_END_DECLS
