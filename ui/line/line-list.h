/* The list of what may be meant where somebody writes in a quick line. The keyboard stays in the
 * line. */
#pragma once

#include "intake/line-choices.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows choices in a list box, none of them selected. */
void        nk_line_list_show (GtkListBox         *list,
                               const NkMap        *map,
                               const GArray       *choices);
/* The position of the selected one, or -1. */
int         nk_line_list_at   (GtkListBox         *list);
/* Selects the next one of `n`, or the one before; behind the last one comes none. */
void        nk_line_list_step (GtkListBox         *list,
                               int                 n,
                               int                 step);

/* What is missing of a choice behind a text that is its beginning, without regard to case; "" if it
 * does not begin so. Borrowed from the choice. */
const char *nk_line_list_rest (const NkLineChoice *choice,
                               const char         *text);

G_END_DECLS
