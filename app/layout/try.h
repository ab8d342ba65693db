/* A try: a change of one or two rows, what it does to the drawing, and the way back. */
#pragma once

#include "layout/cost.h"
#include "layout/rows.h"

/* What the drawing's evenness is worth, in crossings: for a gap that is out of step, and for a
 * point of distance from the district that an actor would like to stand above or below. */
#define NK_COST_UNEVEN 0.5
#define NK_COST_COLUMN (3 / 70.0)

/* A row as it was before the try. */
typedef struct
{
  int row;
  int n;
  int *members;
  double used;
  double uneven;
} NkKeptRow;

typedef struct
{
  NkRows *rows;
  NkPlan *plan;
  NkCost *cost;
  NkKeptRow kept[2];
  int n_kept;
  NkJobPosition *before;   /* of the boxes of the kept rows, and what they wanted */
  double *wanted;
  int *moved;              /* boxes that stand elsewhere after the try */
  int n_moved;
} NkTry;

/* For any number of tries, one after the other, on rows that hold their boxes. */
NkTry  *nk_try_new       (NkRows       *rows);
void    nk_try_free      (NkTry        *it);

/* Remembers a row before it is changed; at most two. */
void    nk_try_keep      (NkTry        *it,
                          int           row);
/* Stands the boxes of the kept rows, once these have been changed, where they want to be. */
void    nk_try_place     (NkTry        *it);
/* By how much the cost has risen. Asked once, before the try is accepted or taken back. */
double  nk_try_rise      (NkTry        *it);
void    nk_try_accept    (NkTry        *it);
void    nk_try_take_back (NkTry        *it);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkTry, nk_try_free)
