/* Cells: a grid that tells which numbered things may lie near a line. A thing is entered in all
 * cells that it touches. */
#pragma once

#include "map/record.h"

G_BEGIN_DECLS

typedef struct _NkCells NkCells;

/* A line's way through the cells, from its beginning to its end. */
typedef struct
{
  const NkCells *cells;
  NkPoint from, to;
  int column, row;               /* the next cell */
  int last_column, last_row;     /* the last one, and that of this column */
  gboolean rightward, downward;
} NkCellsWalk;

/* For things within this rectangle, points; what lies outside of it is taken to be at its rim. */
NkCells  *nk_cells_new        (double          left,
                               double          top,
                               double          right,
                               double          bottom);
void      nk_cells_free       (NkCells        *cells);

void      nk_cells_add_box    (NkCells        *cells,
                               guint           thing,
                               double          left,
                               double          top,
                               double          right,
                               double          bottom);
void      nk_cells_add_line   (NkCells        *cells,
                               guint           thing,
                               NkPoint         a,
                               NkPoint         b);
/* Takes a line out as it was added. */
void      nk_cells_remove_line (NkCells       *cells,
                                guint          thing,
                                NkPoint        a,
                                NkPoint        b);

/* Begins a walk along a line. */
void      nk_cells_walk       (const NkCells  *cells,
                               NkPoint         from,
                               NkPoint         to,
                               NkCellsWalk    *walk);
/* The things of the next cell, which may have none; a thing in several cells is met in each. FALSE
 * if the walk is over. */
gboolean  nk_cells_next       (NkCellsWalk    *walk,
                               const guint   **things,
                               guint          *n);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkCells, nk_cells_free)

G_END_DECLS
