/* Rows: boxes of a zone side by side, each row a list of boxes from left to right. Boxes in rows
 * never overlap, whatever is done here. */
#pragma once

#include "geometry/pool.h"
#include "layout/zones.h"

typedef struct
{
  int zone;
  int line;             /* which of the zone's row_y; where something is fixed, it has no meaning */
  double left, right;   /* boxes stand within */
  double y;
  double height;        /* no taller box may stand in it */
  int n;
  int *members;         /* from left to right */
  double used;          /* the widths of the members, a gap behind each */
} NkRow;

typedef struct
{
  NkPlan *plan;         /* not owned */
  NkZones *zones;       /* not owned */
  int n;
  NkRow *rows;          /* zone by zone */
  int *first_of_zone;   /* zone k has rows[first_of_zone[k]] to rows[first_of_zone[k + 1] - 1] */
  int *of_box;          /* the row of each box; -1: it is in none, and stays where it is */
  double *want;         /* where each box would like to have its middle */
  NkPoolBlock *blocks;
  double *sizes, *wants;
} NkRows;

/* Empty rows: of `list`, NkRow zone by zone with no members yet, which is taken. All boxes want to
 * be where they are. */
NkRows  *nk_rows_new       (NkPlan       *plan,
                            NkZones      *zones,
                            GArray       *list);
void     nk_rows_free      (NkRows       *rows);

/* TRUE if the box may stand in the row as well. */
gboolean nk_row_has_room   (const NkRows *rows,
                            const NkRow  *row,
                            const NkBox  *box);
/* Puts a box into a row, where it belongs by what it wants; and takes it out. */
void     nk_row_insert     (NkRows       *rows,
                            int           row,
                            int           box);
void     nk_row_remove     (NkRows       *rows,
                            int           row,
                            int           box);

/* Stands the boxes of a row as near to where they want to be as can be. */
void     nk_row_place      (NkRows       *rows,
                            int           row);
/* Lets the boxes of a row want even gaps: as wide as the row allows, at most `most_gaps` times the
 * least. */
void     nk_row_want_even  (NkRows       *rows,
                            int           row,
                            double        most_gaps);
/* How uneven the gaps of a row are: 0 for even ones, at most 1 a gap. */
double   nk_row_unevenness (const NkRows *rows,
                            int           row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkRows, nk_rows_free)
