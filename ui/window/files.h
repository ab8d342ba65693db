/* Files: opening, saving, and asking before something is lost. */
#pragma once

#include "ui/window/templates.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

/* Gives the window a new map. */
void nk_files_begin        (NkWindow         *window,
                            const NkTemplate *model);

/* Asks for a file and opens it: in this window if nothing was done in it yet, else in another
 * one. */
void nk_files_open         (NkWindow *window);
/* Opens a file in the same way. If it is open already, its window is shown. */
void nk_files_load         (NkWindow *window,
                            GFile    *file);

/* Saves the map to its file; asks for one if it has none, and what to do if that has changed on
 * disk. With `then_close` the window is closed after it, if all went well. */
void nk_files_save         (NkWindow *window,
                            gboolean  then_close);
void nk_files_save_as      (NkWindow *window,
                            gboolean  then_close);

/* Asks what is to become of the changes, and closes the window unless the answer is to stay. */
void nk_files_ask_to_close (NkWindow *window);

G_END_DECLS
