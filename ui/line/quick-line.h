/* The quick line: a bar at the lower edge of the map with one line of text that says what comes onto
 * it (intake/line.h). It shows what each part means and says what Enter will do; Enter is one step.
 * It stays open for the next line, until Escape. */
#pragma once

#include "ui/canvas/canvas.h"

G_BEGIN_DECLS

#define NK_TYPE_QUICK_LINE (nk_quick_line_get_type ())
G_DECLARE_FINAL_TYPE (NkQuickLine, nk_quick_line, NK, QUICK_LINE, GtkWidget)

/* Once, before it is shown: the canvas on which it works. */
void nk_quick_line_set_canvas (NkQuickLine *line,
                               NkCanvas    *canvas);

/* Shows it with the keyboard in it. New actors come to where the selected one is. While a layout is
 * proposed it only says so. */
void nk_quick_line_open       (NkQuickLine *line);
/* Ends it with nothing changed, and gives the keyboard back to the map. */
void nk_quick_line_close      (NkQuickLine *line);

G_END_DECLS
