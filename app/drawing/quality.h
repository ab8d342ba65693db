/* Quality: how good a drawing is, in numbers. Of the levels view: actors as boxes as they are
 * drawn, ties as they run. Lengths are points. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

typedef struct
{
  guint nodes, edges, self_loops;
  guint multi_edges;             /* ties beyond the first between two actors */

  guint node_overlaps;           /* pairs of boxes that overlap */
  double node_overlap_area;
  guint node_tight_pairs;        /* pairs less than 4 points apart, those that overlap included */
  const char *worst_overlap[2];  /* ids of the two that overlap most, or NULL; of the map */

  guint edge_crossings;          /* of ties that have no end in common */
  guint edge_collinear;          /* pairs of ties that run on each other for some way */
  guint edge_node_overlaps;      /* a tie through the box of an actor that it does not end at */
  double edge_length_mean, edge_length_max;
  double edge_length_cv;         /* their standard deviation, as a part of the mean */

  /* How unlike distances on paper are to the number of ties between actors, at the best scale: the
   * mean square of what they are off; 0 is perfect. NaN if no two are connected. */
  double stress;

  guint bands;                   /* levels with actors */
  guint band_inversions;         /* pairs of actors of which the one of the higher level is lower */
  guint band_misplaced;          /* fewest boxes in the way of lines between neighbouring bands */
  double band_gap_min;           /* between neighbouring bands; NaN if there is but one */
  guint clusters;                /* districts with actors in their box */
  guint cluster_box_overlaps;    /* pairs of them whose boxes overlap */
  guint cluster_intruders;       /* boxes of others that reach into one of them */

  guint pins, pins_moved;
  double pin_max, pin_mean;      /* how far pinned actors have moved */

  double width, height;          /* of all boxes together; NaN, as what follows, without any */
  double aspect;                 /* width to height */
  double ink;                    /* the part of that area that boxes cover */
  double fit_zoom;               /* at which all of it fits 1600 by 1000 pixels */
} NkQuality;

/* Measures a map. Pinned actors should stand where they did in `before`, which may be the same map.
 * O(actors × ties): a second or so for the largest maps. */
void  nk_quality_measure (const NkMap     *map,
                          const NkMap     *before,
                          NkQuality       *quality);

/* The measures as one JSON object, one a line, ending with a newline; what is NaN is null. `strays`
 * are the actors outside their levels (const NkRecord *), who are named. To be freed. */
char *nk_quality_to_text (const NkQuality *quality,
                          const GPtrArray *strays);

G_END_DECLS
