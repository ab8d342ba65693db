/* The context menu of the map: what can be done with what lies under the pointer, or with what is
 * selected. A right click, a finger that stays, Menu and Shift+F10 open it. */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

/* Once, when the window is made; the canvas owns what it adds. */
void nk_context_menu_add (NkWindow *window);

G_END_DECLS
