/* Detours: ways for ties round the bodies of others. They turn at corners of bodies and are taut
 * between: as short as can be, with few bends and few crossings. */
#pragma once

#include "drawing/corners.h"
#include "drawing/traffic.h"

G_BEGIN_DECLS

typedef struct _NkDetours NkDetours;

/* Where a way bends: the corner, the point at which it turns, and where that is wanted. Its ends
 * are such points as well, with no corner, and so is where it joins or leaves a trunk, which is not
 * to be moved. */
typedef struct
{
  guint corner;          /* its number, or one of these: */
  NkPoint at, wanted;
} NkTurn;

#define NK_TURN_NONE G_MAXUINT
#define NK_TURN_TRUNK (G_MAXUINT - 1)

/* `corners` must outlive it. */
NkDetours *nk_detours_new   (NkCorners       *corners);
void       nk_detours_free  (NkDetours       *detours);

/* From now on, crossing lines of this traffic makes a way longer. */
void       nk_detours_avoid (NkDetours       *detours,
                             NkTraffic       *traffic);

/* Finds a way from a to b, two points in the bodies `from` and `to`, that runs through no other
 * body and costs less than `bound`: appends its turns to an array of NkTurn. FALSE if there is none
 * or if all the looking that one drawing is worth has been done: the work is bounded, and depends
 * on nothing but the arguments of all calls. */
gboolean   nk_detours_find  (NkDetours       *detours,
                             NkPoint          a,
                             NkPoint          b,
                             const NkBody    *from,
                             const NkBody    *to,
                             double           bound,
                             GArray          *turns);

/* What a way costs, an array of NkTurn with its ends: its length in points, and what its bends, the
 * crossings with the traffic that is to be avoided, and turning in a crowd are worth in length. */
double     nk_detours_cost  (NkDetours       *detours,
                             const GArray    *way,
                             const NkBody    *from,
                             const NkBody    *to);

/* Notes that one more line (`by` is 1) or one less (-1) turns as this array of NkTurn does: where
 * there is no more room, others avoid to. */
void       nk_detours_use   (NkDetours       *detours,
                             const GArray    *turns,
                             int              by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkDetours, nk_detours_free)

G_END_DECLS
