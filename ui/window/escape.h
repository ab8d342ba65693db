/* Escape closes a dialog. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nk_escape_closes (GtkWindow *window);

G_END_DECLS
