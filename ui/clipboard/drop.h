/* What is dropped on a window: map files are opened, rows are shown as if they were pasted. */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

/* Once, while the window is made. */
void nk_drop_attach (NkWindow *window);

G_END_DECLS
