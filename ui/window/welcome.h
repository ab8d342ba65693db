/* The welcome page: from what one may begin, what one had open, and the three gestures one needs. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_WELCOME (nk_welcome_get_type ())
G_DECLARE_FINAL_TYPE (NkWelcome, nk_welcome, NK, WELCOME, GtkWidget)

/* Fills it anew and gives the keyboard to the usual template. */
void nk_welcome_show (NkWelcome *welcome);

G_END_DECLS
