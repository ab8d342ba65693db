/* From a map to a layout job, and from its answer to an edit of the map. */
#pragma once

#include "map/map.h"
#include "work/job.h"

G_BEGIN_DECLS

typedef struct
{
  double width, height;   /* of an actor's box, points, as the drawing measures it */
} NkJobSize;

/* Measures a district's name as the drawing does, in points. */
typedef void (*NkNameSize) (const NkMap    *map,
                            const NkRecord *district,
                            double         *width,
                            double         *height);

typedef struct
{
  GHashTable *only;       /* the ids of the actors that may move; NULL: all */
  gboolean only_new;      /* every actor that has a place keeps it */
  guint64 seed;
  double aspect;          /* wanted width / height of the drawing; 0: 1.3 */
  NkNameSize name_size;   /* NULL: the names of districts need no more room than a short one */
  double gutter;          /* what the drawing adds to the width of what stands in the bands */
  const char *around;     /* radial: the id of the actor in the middle; NULL, or an actor that is not
                           * in the map: the one with the most ties */
} NkJobOptions;

/* The job that lays out a map: its actors and ties in the map's order, so that position i of the
 * job is actor i of the map. `sizes` has one entry for each actor of the map. Pinned actors with a place are fixed, and so are those that
 * the options keep where they are. `options` may be NULL: all may move that are not pinned. */
NkJob  *nk_job_for_map      (const NkMap        *map,
                             const NkJobSize    *sizes,
                             NkMethod            method,
                             const NkJobOptions *options);

/* The edit that gives the actors the places of the answer; `job` is the one that nk_job_for_map ()
 * made of `map`, which has the same actors still. Pins stay as they are. It is empty if nobody moves. */
NkEdit *nk_edit_from_answer (const NkMap        *map,
                             const NkJob        *job,
                             const NkAnswer     *answer);

G_END_DECLS
