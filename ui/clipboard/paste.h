/* Pasting into a window: parts of maps as one step, rows by way of the dialog that shows them first. */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

/* Pastes what is on the clipboard. Says so if that is nothing that a map can have. */
void nk_paste_clipboard (NkWindow    *window);

/* Puts a part of a map into the window's map, by a step of this name, and selects it; around `middle`
 * (points on the map) if that is not NULL, else beside where it stood. */
void nk_paste_fragment  (NkWindow    *window,
                         const NkMap *fragment,
                         const char  *name,
                         const NkPoint *middle);

/* Shows what the rows in a text (bytes of any encoding) would do to the map. */
void nk_paste_rows      (NkWindow    *window,
                         const char  *text,
                         gsize        length);

G_END_DECLS
