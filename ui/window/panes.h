/* Panes: the parts of a window, among which one key takes the keyboard in turn. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes the keyboard to the next pane (1) or the one before (-1), by-passing those that are folded away
 * or have nothing for it. From anywhere else in the window it goes to the first or the last. */
void nk_panes_step (GtkWindow        *window,
                    GtkWidget *const *panes,
                    int               n,
                    int               direction);

G_END_DECLS
