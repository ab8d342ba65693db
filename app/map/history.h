/* The history: the edits that were done, where we stand among them, and which state is saved. */
#pragma once

#include "map/edit.h"

G_BEGIN_DECLS

typedef struct _NkHistory NkHistory;

NkHistory  *nk_history_new        (void);
void        nk_history_free       (NkHistory   *history);

/* Adds a step that was just done, and forgets what could have been redone. */
void        nk_history_push       (NkHistory   *history,
                                   NkEdit      *edit);
/* Replaces the last step by a longer one of the same gesture. There must be one to undo and none
 * to redo. */
void        nk_history_replace    (NkHistory   *history,
                                   NkEdit      *edit);
/* Forgets the last step, which came to nothing. There must be one to undo and none to redo. */
void        nk_history_drop       (NkHistory   *history);
/* The step that would be undone or redone, or NULL. Borrowed. */
NkEdit     *nk_history_last       (NkHistory   *history);
NkEdit     *nk_history_next       (NkHistory   *history);
/* How many steps there are, how many of them are done, and how many were when it was saved; -1 if
 * undo and redo no longer lead there. */
guint       nk_history_n_steps    (NkHistory   *history);
guint       nk_history_n_done     (NkHistory   *history);
int         nk_history_n_saved    (NkHistory   *history);
/* A step, the oldest is 0. Borrowed. */
NkEdit     *nk_history_step       (NkHistory   *history,
                                   guint        i);
/* One step back or forward. There must be one. */
void        nk_history_back       (NkHistory   *history);
void        nk_history_forward    (NkHistory   *history);

/* The mark of what is on disk: we stand on it until a step leads away, and again when undo leads
 * back. */
void        nk_history_mark_saved (NkHistory   *history);
gboolean    nk_history_is_saved   (NkHistory   *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkHistory, nk_history_free)

G_END_DECLS
