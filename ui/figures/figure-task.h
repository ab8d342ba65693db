/* A figure on its way out of the window: made in a thread, with its progress in the message bar, where
 * it can be cancelled. */
#pragma once

#include "ui/figures/figure-choice.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

/* Gets what was made, borrowed, while the window is open: the files' bytes in the order of the formats
 * (GPtrArray of GBytes), or the scene (NkScene). */
typedef void (*NkFigureReady) (NkWindow *window,
                               gpointer  made,
                               gpointer  user_data);

/* Makes the figure in these formats (ended by NULL), or, if that is NULL, its scene. `progress` is
 * said while it takes long; so is an error. `free_data` is called in the end, whatever happens. */
void nk_figure_task_start  (NkWindow             *window,
                            const NkFigureChoice *choice,
                            const char *const    *formats,
                            const char           *progress,
                            NkFigureReady         ready,
                            gpointer              user_data,
                            GDestroyNotify        free_data);
/* Cancels what the window is making. */
void nk_figure_task_cancel (NkWindow             *window);

/* Writes it into a file, and says so. */
void nk_figure_task_write  (NkWindow             *window,
                            const NkFigureChoice *choice,
                            GFile                *file);
/* Copies it to the clipboard in all formats, and says so. */
void nk_figure_task_copy   (NkWindow             *window,
                            const NkFigureChoice *choice);

G_END_DECLS
