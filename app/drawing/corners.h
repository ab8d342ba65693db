/* Corners: where ties may turn on their way round bodies.
 *
 * Every body has four; at each, lines turn a little away from the body. A line that is taut touches
 * bodies at their corners alone, so all short ways run from corner to corner. */
#pragma once

#include "drawing/stands.h"

G_BEGIN_DECLS

/* How far lines that turn at one corner are to be apart, in each direction, points. */
#define NK_LANES_APART 3.6

typedef struct
{
  guint body;            /* its position in the stands */
  NkPoint away;          /* from the body: each coordinate is 1 or -1 */
  NkPoint at;            /* where lines turn */
  double margin;         /* how far that is from the body at least; 0: no line turns here */
  double room;           /* how much farther away lines may turn */
  int users;             /* how many turn here */
} NkCorner;

typedef struct _NkCorners NkCorners;

/* `stands` must outlive it and stay as it is. */
NkCorners *nk_corners_new    (NkStands        *stands);
void       nk_corners_free   (NkCorners       *corners);

/* They are numbered in the order of the bodies, four each, clockwise from the top left. */
guint      nk_corners_n      (const NkCorners *corners);
NkCorner  *nk_corners_at     (NkCorners       *corners,
                              guint            number);
NkStands  *nk_corners_stands (const NkCorners *corners);

/* TRUE if a taut line in this direction may touch the corner: it does not run into its body. */
gboolean   nk_corner_passes  (const NkCorner  *corner,
                              double           dx,
                              double           dy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkCorners, nk_corners_free)

G_END_DECLS
