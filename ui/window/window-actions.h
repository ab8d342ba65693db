/* The actions of a window: what its menu, its keys and its buttons do. */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

void nk_window_add_actions    (NkWindow *window);
/* Makes those insensitive that can do nothing now, and shows the state of the others. */
void nk_window_update_actions (NkWindow *window);

G_END_DECLS
