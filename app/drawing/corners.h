/* Corners: where ties may turn on their way round bodies, and which corners see each other.
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
  GArray *sights;        /* of NkSight; NULL until it is asked for */
} NkCorner;

/* A corner as it is seen from another one. */
typedef struct
{
  guint corner;
  double length;         /* of the line to it */
  int crossings;         /* of that line; -1: not counted yet */
} NkSight;

typedef struct
{
  NkStands *stands;
  NkCorner *corners;     /* in the order of the bodies, four each, clockwise from the top left */
  guint n;
  double reach;          /* points: what is farther away is not looked for */
  guint looks;           /* how many lines have been looked at: what all this costs */
} NkCorners;

/* `stands` must outlive it and stay as it is. */
NkCorners *nk_corners_new    (NkStands        *stands);
void       nk_corners_free   (NkCorners       *corners);

/* The corners that a taut line from this one may run to. */
GArray    *nk_corners_sights (NkCorners       *corners,
                              guint            number);

/* Forgets how often lines from corner to corner are crossed. */
void       nk_corners_recount (NkCorners      *corners);

/* TRUE if nothing is nearer to the line from a to b than `margin`, but for two bodies. */
gboolean   nk_corners_look   (NkCorners       *corners,
                              NkPoint          a,
                              NkPoint          b,
                              double           margin,
                              const NkBody    *from,
                              const NkBody    *to);

/* TRUE if a taut line in this direction may touch the corner: it does not run into its body. */
gboolean   nk_corner_passes  (const NkCorner  *corner,
                              double           dx,
                              double           dy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkCorners, nk_corners_free)

G_END_DECLS
