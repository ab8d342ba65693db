/* Paths: what can be done to the line of a tie. Points of a curved path are 1 + 3 n. */
#pragma once

#include "map/record.h"

G_BEGIN_DECLS

/* The point of a cubic curve of four points at t, 0 to 1. */
NkPoint nk_cubic_point   (const NkPoint  p[4],
                          double         t);
/* Keeps the part of a cubic curve from t0 to t1. */
void    nk_cubic_clip    (NkPoint        p[4],
                          double         t0,
                          double         t1);

/* A straight line as a cubic curve, and a curve through points (at least two): the latter makes an
 * array to be freed of 1 + 3 (n - 1) points. */
void     nk_cubic_line   (NkPoint        from,
                          NkPoint        to,
                          NkPoint        p[4]);
NkPoint *nk_cubic_through (const NkPoint *points,
                           guint          n);

/* A path as straight parts: curves in twelve each, those that are straight in one. To be freed. */
NkPoint *nk_path_flatten (const NkPoint  *points,
                          guint           n,
                          gboolean        curved,
                          guint          *n_flat);

/* Takes about so much off each end of a path; never more than half of its first or last piece. */
void    nk_path_shorten  (NkPoint       *points,
                          guint          n,
                          gboolean       curved,
                          double         at_start,
                          double         at_end);

G_END_DECLS
