/* The find bar: a word to look for, how many hits there are, and the way from one to the next. It lies
 * over the upper end of the canvas; while it is open, hits are marked there: those
 * by name, or, if there are none, all. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

#define NK_TYPE_FIND_BAR (nk_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (NkFindBar, nk_find_bar, NK, FIND_BAR, GtkWidget)

/* Once, before it is shown. */
void     nk_find_bar_set_canvas (NkFindBar *bar,
                                 NkCanvas  *canvas);

/* Opens it with the keyboard in it, and the last word ready to be overwritten. */
void     nk_find_bar_open       (NkFindBar *bar);
/* Gives the keyboard back to where it was. */
void     nk_find_bar_close      (NkFindBar *bar);
gboolean nk_find_bar_is_open    (NkFindBar *bar);

/* Goes to the next hit (1), or back (-1); opens the bar if it is closed. */
void     nk_find_bar_step       (NkFindBar *bar,
                                 int        direction);
/* Selects all hits, if there are some. */
void     nk_find_bar_select_all (NkFindBar *bar);

G_END_DECLS
