/* The moves of the search: what a designer would try. */
#pragma once

#include "layout/try.h"

/* Changes something about a box and its row at random. FALSE if nothing was changed; else the try
 * is to be accepted or taken back. */
gboolean nk_move_any       (NkTry  *it,
                            NkRows *rows,
                            int     box);

/* A box moves within its row towards its ties, as far as its neighbours let it. */
gboolean nk_move_nudge     (NkTry  *it,
                            NkRows *rows,
                            int     box);
/* All boxes of a row at once towards their ties, the order kept. */
void     nk_move_row_nudge (NkTry  *it,
                            NkRows *rows,
                            int     row);
/* The gaps of a row become even, as wide as it allows, up to some times the least. */
void     nk_move_even      (NkTry  *it,
                            NkRows *rows,
                            int     row);
