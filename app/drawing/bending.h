/* Bending: the points by which the line of a tie is led by hand, between its two ends. All in one
 * system; the arrays that are made are to be freed, and `n` gets how many points they have. A bend
 * that comes nearer than `slack` to the straight line between its neighbours goes. */
#pragma once

#include "map/record.h"

G_BEGIN_DECLS

/* The bends with one more, `now`, on that part of the line that lies nearest to where it was taken
 * hold of. */
NkPoint *nk_bends_add  (const NkPoint *bends,
                        guint         *n,
                        NkPoint        first,
                        NkPoint        last,
                        NkPoint        held,
                        NkPoint        now,
                        double         slack);
/* The bends with the `i`th at `now`. */
NkPoint *nk_bends_move (const NkPoint *bends,
                        guint         *n,
                        NkPoint        first,
                        NkPoint        last,
                        guint          i,
                        NkPoint        now,
                        double         slack);

G_END_DECLS
