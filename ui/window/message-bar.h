/* The message bar: one sentence at the top of the canvas, with at most one thing to do about it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_MESSAGE_BAR (nk_message_bar_get_type ())
G_DECLARE_FINAL_TYPE (NkMessageBar, nk_message_bar, NK, MESSAGE_BAR, GtkWidget)

/* Says something until it is closed or something else is said. */
void nk_message_bar_say      (NkMessageBar *bar,
                              const char   *text);
/* Says that something has gone well; it goes by itself. */
void nk_message_bar_confirm  (NkMessageBar *bar,
                              const char   *text);
/* Says something, with a button that activates an action of the window. */
void nk_message_bar_offer    (NkMessageBar *bar,
                              const char   *text,
                              const char   *label,
                              const char   *action);
/* Says that something is being done; it can't be closed but by the button. */
void nk_message_bar_progress (NkMessageBar *bar,
                              const char   *text,
                              const char   *label,
                              const char   *action);
void nk_message_bar_clear    (NkMessageBar *bar);

G_END_DECLS
