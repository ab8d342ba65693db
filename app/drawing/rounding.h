/* Rounding: a line with corners as a curve that stays clear of bodies. */
#pragma once

#include "drawing/stands.h"

G_BEGIN_DECLS

/* Rounds the corners of a line of `n` points, at least three: each as widely as its neighbours
 * leave room, and no more than keeps it off the bodies by as much as the line itself does, if it
 * does. Returns 1 + 3 `n_pieces` points of cubic pieces, to be freed. */
NkPoint *nk_round_corners (const NkPoint *points,
                           guint          n,
                           NkStands      *stands,
                           const NkBody  *from,
                           const NkBody  *to,
                           guint         *n_pieces);

G_END_DECLS
