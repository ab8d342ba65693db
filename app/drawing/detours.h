/* Detours: ways for ties round the bodies of others. They turn at corners of bodies, a little away
 * from them, and are taut between: as short as can be with few bends. */
#pragma once

#include "drawing/stands.h"
#include "drawing/traffic.h"

G_BEGIN_DECLS

typedef struct _NkDetours NkDetours;

/* Where a way bends: a corner (four a body: number / 4 is the body), and the point that stands off
 * from it. */
typedef struct
{
  guint corner;
  NkPoint at;
} NkTurn;

/* `stands` must outlive it and stay as it is. */
NkDetours *nk_detours_new   (NkStands        *stands);
void       nk_detours_free  (NkDetours       *detours);

/* From now on, crossing lines of this traffic (as it is now; NULL: none) makes a way longer. */
void       nk_detours_avoid (NkDetours       *detours,
                             const NkTraffic *traffic);

/* Finds a way from a to b, two points in the bodies `from` and `to`, that runs through no other
 * body: appends its turns to an array of NkTurn. FALSE if there is none or if all the looking that
 * one drawing is worth has been done: the work is bounded, and depends on nothing but the
 * arguments of all calls. */
gboolean   nk_detours_find  (NkDetours       *detours,
                             NkPoint          a,
                             NkPoint          b,
                             const NkBody    *from,
                             const NkBody    *to,
                             GArray          *turns);

/* What a way of these points costs: its length in points, and what its bends and the crossings with
 * the traffic that is to be avoided are worth in length. */
double     nk_detours_cost  (const NkDetours *detours,
                             const NkPoint   *points,
                             guint            n,
                             const NkBody    *from,
                             const NkBody    *to);

/* The direction in which a corner points away from its body: each coordinate is 1 or -1. */
NkPoint    nk_detours_away  (guint            corner);

/* How far from its body a turn at this corner stands, in each direction. */
double     nk_detours_margin (const NkDetours *detours,
                              guint            corner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkDetours, nk_detours_free)

G_END_DECLS
