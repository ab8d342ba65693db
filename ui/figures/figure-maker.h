/* The figure maker: figures and their files, made in a thread while the window stays alive.
 *
 * What is asked for last counts: it is begun when what is under way has ended, and nothing is heard
 * of what was asked for before. */
#pragma once

#include "ui/figures/figure-choice.h"

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

/* Makes a figure. `formats` (ended by NULL) are those of its files; NULL: its scene is wanted. */
void           nk_figure_make_async    (const NkMap           *map,
                                        const NkFigureChoice  *choice,
                                        const char *const     *formats,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               user_data);
/* The bytes of the files (GBytes) in the order of the formats, or the scene; NULL with an error. */
GPtrArray     *nk_figure_make_files    (GAsyncResult          *result,
                                        GError               **error);
NkScene       *nk_figure_make_scene    (GAsyncResult          *result,
                                        GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkFigureMaker, nk_figure_maker_free)

G_END_DECLS
