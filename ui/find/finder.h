/* A finder: what of a map some words are found in, in the order in which a person walks it: by name
 * first, then by short name or alias, then by what else is written; of each actors, notes, ties, and
 * these as one reads the drawing. */
#pragma once

#include "intake/search.h"
#include "ui/session/session.h"

G_BEGIN_DECLS

typedef struct _NkFinder NkFinder;

NkFinder    *nk_finder_new     (NkSession  *session);
void         nk_finder_free    (NkFinder   *finder);

/* Looks for some words anew; "" for none. Whatever was the current hit stays it, if it is one still.
 * O(what is written in the map). */
void         nk_finder_search  (NkFinder   *finder,
                                const char *text);

guint        nk_finder_count   (NkFinder   *finder);
/* How many more there are that are not drawn: they have no place, or the view does not show them. */
guint        nk_finder_hidden  (NkFinder   *finder);
/* The position of the current hit, -1: none. */
int          nk_finder_at      (NkFinder   *finder);
/* A hit; its record is valid until the next edit. */
const NkHit *nk_finder_hit     (NkFinder   *finder,
                                guint       i);

/* Makes the next hit the current one (1), or the one before it (-1); the first follows the last. From
 * what is selected, if that is a hit; that itself, if there is such a one, is 0. NULL if there are
 * none. */
const NkHit *nk_finder_step    (NkFinder   *finder,
                                int         direction);

/* All hits. The caller's. */
NkSelection *nk_finder_all     (NkFinder   *finder);
/* Those that were found by a name of any kind; all, if there are none. The caller's. */
NkSelection *nk_finder_best    (NkFinder   *finder);

G_END_DECLS
