/* A try: a change of some rows, what it does to the drawing, and the way back. */
#pragma once

#include "layout/cost.h"
#include "layout/rows.h"

/* What the drawing's evenness is worth, in crossings: for a gap that is out of step, and for a
 * point of distance from the district that an actor would like to stand above or below. */
#define NK_COST_UNEVEN 0.5
#define NK_COST_COLUMN (3 / 70.0)

typedef struct _NkTry NkTry;

/* For any number of tries, one after the other, on rows that hold their boxes. */
NkTry  *nk_try_new       (NkRows       *rows,
                          gboolean      only_length);
void    nk_try_free      (NkTry        *it);

/* Remembers a row before it is changed; again does nothing. */
void    nk_try_keep      (NkTry        *it,
                          int           row);
/* Stands the boxes of the kept rows, once these have been changed, where they want to be. */
void    nk_try_place     (NkTry        *it);
/* By how much the cost rises. Asked once, before the try is accepted or taken back; a rise
 * that is more than `most` for sure may be told as anything more than that. */
double  nk_try_rise      (NkTry        *it,
                          double        most);
/* The boxes stay, and from now on want to be where they are. */
void    nk_try_accept    (NkTry        *it);
void    nk_try_take_back (NkTry        *it);

/* The cost of the whole, while nothing is being tried. */
double  nk_try_total     (const NkTry  *it);
/* That part of it which is kept. */
const NkCost *nk_try_cost (const NkTry *it);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTry, nk_try_free)
