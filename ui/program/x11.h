/* What is done for X11 alone. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Cairo shares the images of frames with the X server in a pool of memory, which it makes and
 * drops again with each frame. This has it made once and keeps it alive: a third less work a
 * frame. Does nothing on other displays, and nothing the second time. */
void nk_x11_keep_pool (GdkDisplay *display);

G_END_DECLS
