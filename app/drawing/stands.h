/* Stands: where the actors of one plane stand, for the ties that end at them and run past them. */
#pragma once

#include "drawing/shape.h"

G_BEGIN_DECLS

typedef struct _NkStands NkStands;

/* The largest margin that may be asked for, points. */
#define NK_STANDS_MARGIN_MOST 12.0

NkStands     *nk_stands_new  (void);
NkStands     *nk_stands_ref  (NkStands       *stands);
void          nk_stands_unref (NkStands      *stands);

void          nk_stands_add  (NkStands       *stands,
                              const char     *actor,
                              const NkBody   *body);
/* NULL if it does not stand here. Lasts until the next one is added. */
const NkBody *nk_stands_find (const NkStands *stands,
                              const char     *actor);

/* The bodies in the order in which they were added. */
guint         nk_stands_n    (const NkStands *stands);
const NkBody *nk_stands_body (const NkStands *stands,
                              guint           i);

/* The rectangle round all of them; empty at 0, 0 without any. */
void          nk_stands_bounds (const NkStands *stands,
                                double         *left,
                                double         *top,
                                double         *right,
                                double         *bottom);

/* TRUE if nothing comes nearer than `margin` to the line from a to b, but for the two bodies at its
 * ends (NULL: none). */
gboolean      nk_stands_clear (NkStands      *stands,
                               NkPoint        a,
                               NkPoint        b,
                               double         margin,
                               const NkBody  *from,
                               const NkBody  *to);

/* The position of the body that a line from a to b comes nearer to than `margin` first on its way;
 * NK_STANDS_NONE if none is. Exact but for bodies so close that their margins overlap. */
guint         nk_stands_first (NkStands      *stands,
                               NkPoint        a,
                               NkPoint        b,
                               double         margin,
                               const NkBody  *from,
                               const NkBody  *to);

#define NK_STANDS_NONE G_MAXUINT

/* The positions of the bodies about a line, in an order along it: those that it may touch and some
 * beside it. An array of guint, to be unreferenced. */
GArray       *nk_stands_along (NkStands      *stands,
                               NkPoint        a,
                               NkPoint        b);

/* How many bodies the line through these points comes nearer to than `margin`, which may be
 * negative, but for the two at its ends; no more than `enough`. */
guint         nk_stands_hits (NkStands       *stands,
                              const NkPoint  *points,
                              guint           n,
                              double          margin,
                              const NkBody   *from,
                              const NkBody   *to,
                              guint           enough);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkStands, nk_stands_unref)

G_END_DECLS
