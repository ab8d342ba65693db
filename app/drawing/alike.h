/* Colours that look alike: what a map's own colours can't tell to everybody. */
#pragma once

#include "map/check.h"

G_BEGIN_DECLS

/* Adds to the notices of a check each two sectors, and each two kinds, whose colours as they are
 * printed are not told apart, if one of them at least is the map's own: in full colour, or else
 * under each deficiency that takes the difference away. There are not as many greys as colours; so
 * in grey they are alike only if their shapes, or the marks of their ties, don't differ either.
 * Only the first hundred of each list are compared: nobody reads more colours than that. */
void nk_alike_check (const NkMap *map,
                     GPtrArray   *notices);

G_END_DECLS
