/* An insertion: one box that is being brought in among those that stand already. For insert.c, and
 * for what helps it: the heights at which the box could stand (lines.c), the places along one
 * of them (places.c), and the rules (rules.c). */
#pragma once

#include "layout/bands.h"
#include "layout/hulls.h"

/* Boxes never come nearer than this. */
#define NK_LEAST_GAP 4.0

/* The rules, given up one after the other where there is no room. */
typedef struct
{
  double gap_x, gap_y;      /* parts of the job's gaps */
  gboolean region;          /* a zone's boxes, with its outline, stay in its region */
  gboolean hulls;           /* no zone's outline meets another's or a stranger */
  gboolean bands;
} NkRules;

typedef struct
{
  NkPlan *plan;
  const NkZones *zones;
  const NkBand *bands;
  const NkHull *regions;    /* of the zones */
  NkHull *hulls;            /* of what is settled, strays left out */
  NkHull banded;            /* of what stands in bands */
  gboolean packing;         /* boxes go to the top left of their zones, not where they are pulled */

  /* The box that is being brought in. */
  int box;
  const NkZone *zone;
  gboolean is_alone;        /* its zone has its band for itself, and no outline */
  NkHull hull;              /* of its zone, without it */
  double x, y;              /* where it is pulled */
  NkRules rules;
} NkInsertion;

/* The heights at which the box might stand, the nearest to its pull first: on rows with others of
 * its shelf, or on rows of its own between and beyond them. An array of double. */
GArray  *nk_insertion_lines       (const NkInsertion *insertion);
/* Heights at which nothing stands: the way out where no rule can be kept. */
void     nk_insertion_outer_lines (const NkInsertion *insertion,
                                   GArray            *lines);

/* The places of the box's middle along a height that are free and worth a look: near its pull,
 * near its zone, and beside what stands there. An array of double. */
GArray  *nk_insertion_places      (const NkInsertion *insertion,
                                   double             y);

/* TRUE if the box, where it is now, keeps the rules that have nothing to do with distances of
 * boxes. */
gboolean nk_insertion_keeps_rules (const NkInsertion *insertion,
                                   const NkBox       *box);

/* What a box takes up with the outline of its zone: as wide as the zone's name only if nobody else
 * stands there. */
NkHull   nk_insertion_outline     (const NkInsertion *insertion,
                                   NkHull             alone);

/* TRUE if the zone of the box has to stay clear of another one in its band. What must not meet are
 * their outlines then, or, if these have met already, the boxes themselves: the other's is
 * returned, and how much has to be added round the box. */
gboolean nk_insertion_clear_of    (const NkInsertion *insertion,
                                   int                zone,
                                   NkHull            *other,
                                   gboolean          *with_outline);

/* Compares two double by their distance to a third; for g_array_sort_with_data (). */
int      nk_compare_distance      (gconstpointer      left,
                                   gconstpointer      right,
                                   gpointer           from);
