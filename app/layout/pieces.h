/* The pieces of a map: who is tied to each other, over however many others, and to nobody else. */
#pragma once

#include "layout/plan.h"

typedef struct
{
  int n;
  int *members;          /* all boxes of the plan, piece by piece */
  int *first;            /* piece k is members[first[k]] to members[first[k + 1] - 1] */
} NkPieces;

/* The largest piece first; those of a single box are last. */
NkPieces *nk_pieces_new    (const NkPlan   *plan);
void      nk_pieces_free   (NkPieces       *pieces);

static inline int *
nk_piece (const NkPieces *pieces, int piece)
{
  return pieces->members + pieces->first[piece];
}

static inline int
nk_piece_size (const NkPieces *pieces, int piece)
{
  return pieces->first[piece + 1] - pieces->first[piece];
}

typedef struct
{
  double left, top, right, bottom;
} NkExtent;

/* The least rectangle round these boxes; n > 0. */
NkExtent  nk_extent_of     (const NkPlan   *plan,
                            const int      *boxes,
                            int             n);

/* Moves boxes without changing how they stand to each other. */
void      nk_shift         (NkPlan         *plan,
                            const int      *boxes,
                            int             n,
                            double          x,
                            double          y);

/* Moves pieces number `from` to `to` - 1 as a whole so that none comes nearer to another than the
 * job's band gap, and all together fill a page of the wanted aspect. Returns what they take; its
 * top left is at 0, 0. O(pieces²). */
NkExtent  nk_pieces_pack   (NkPlan         *plan,
                            const NkPieces *pieces,
                            int             from,
                            int             to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkPieces, nk_pieces_free)
