/* The window that lists all keys and gestures. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nk_shortcuts_show (GtkWindow *parent);

G_END_DECLS
