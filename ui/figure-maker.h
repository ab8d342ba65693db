/* The figure maker: figures and their files, made in a thread while the window stays alive.
 *
 * What is asked for last counts: it is begun when what is under way has ended, and nothing is heard
 * of what was asked for before. */
#pragma once

#include "ui/figure-choice.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NkFigureMaker NkFigureMaker;

/* Gets the figure as it was asked for, borrowed, or NULL and an error. */
typedef void (*NkFigureMade) (NkScene      *scene,
                              const GError *error,
                              gpointer      user_data);

NkFigureMaker *nk_figure_maker_new     (NkFigureMade           made,
                                        gpointer               user_data);
/* Nothing is called any more after this. */
void           nk_figure_maker_free    (NkFigureMaker         *maker);

/* Asks for the scene of a figure. */
void           nk_figure_maker_ask     (NkFigureMaker         *maker,
                                        const NkMap           *map,
                                        const NkFigureChoice  *choice);
gboolean       nk_figure_maker_is_busy (NkFigureMaker         *maker);

/* Makes a file of a figure: `formats` (ended by NULL) are those of its bytes. */
void           nk_figure_data_async    (const NkMap           *map,
                                        const NkFigureChoice  *choice,
                                        const char *const     *formats,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               user_data);
/* An array of GBytes, in the order of the formats, to be freed; or NULL with an error. */
GPtrArray     *nk_figure_data_finish   (GAsyncResult          *result,
                                        GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkFigureMaker, nk_figure_maker_free)

G_END_DECLS
