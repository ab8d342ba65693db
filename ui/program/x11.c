#include "ui/program/x11.h"

#ifdef GDK_WINDOWING_X11

#include <cairo-xlib.h>
#include <gdk/x11/gdkx.h>

#define POOL_WIDTH 4096   /* large enough to need the pool, and for a frame */
#define POOL_HEIGHT 1200

void
nk_x11_keep_pool (GdkDisplay *display)
{
  static cairo_surface_t *kept;
  cairo_surface_t *window, *large;
  Display *x_display;

  if (kept != NULL || !GDK_IS_X11_DISPLAY (display))
    return;
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  x_display = gdk_x11_display_get_xdisplay (display);
  G_GNUC_END_IGNORE_DEPRECATIONS
  window = cairo_xlib_surface_create (x_display, DefaultRootWindow (x_display),
                                      DefaultVisual (x_display, DefaultScreen (x_display)), 16, 16);
  large = cairo_surface_create_similar_image (window, CAIRO_FORMAT_ARGB32, POOL_WIDTH, POOL_HEIGHT);
  /* As long as something of it is in use, the pool stays. */
  kept = cairo_surface_create_similar_image (window, CAIRO_FORMAT_ARGB32, 64, 64);
  cairo_surface_destroy (large);
  cairo_surface_destroy (window);
}

#else

void
nk_x11_keep_pool (GdkDisplay *display)
{
}

#endif
