/* What is near: a net of square cells over the drawing, and in each cell, as bits, which lines or
 * which boxes lie in it. */
#pragma once

#include "layout/plan.h"

typedef struct
{
  double x0, y0, x1, y1;
} NkLine;

typedef struct
{
  double left, right, top, bottom;
} NkExtent;

typedef struct _NkCells NkCells;

/* Empty cells over this part of the plane, for things that are numbered 0 to n - 1. What lies
 * outside is in the cells at the edge. */
NkCells *nk_cells_new       (NkExtent        all,
                             int             n);
void     nk_cells_free      (NkCells        *cells);

/* Puts a thing into the cells that a line or a rectangle touches, or takes it out of them; the
 * same is to be said again to take it out. */
void     nk_cells_put_line  (NkCells        *cells,
                             int             thing,
                             const NkLine   *line,
                             gboolean        in);
void     nk_cells_put_box   (NkCells        *cells,
                             int             thing,
                             const NkExtent *extent,
                             gboolean        in);

/* Lists, in their order, the things in the cells that a line or a rectangle touches; `near` is room
 * for n. Returns how many. */
int      nk_cells_near_line (NkCells        *cells,
                             const NkLine   *line,
                             int            *near);
int      nk_cells_near_box  (NkCells        *cells,
                             const NkExtent *extent,
                             int            *near);

/* What has been looked at in all lists up to now. */
gint64   nk_cells_work      (const NkCells  *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkCells, nk_cells_free)
