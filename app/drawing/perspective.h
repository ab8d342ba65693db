/* Perspective: how the map lies as a plane that is seen from above its front edge. */
#pragma once

#include "drawing/view-private.h"

G_BEGIN_DECLS

typedef struct
{
  double scale;        /* of lengths across, at the front edge */
  double tilt;         /* by how much depth is shorter than that */
  double narrowing;    /* how fast it recedes, per point of depth */
  double middle;       /* the x of the map that lies straight ahead */
  double front;        /* the y of the map that is not narrowed */
} NkPerspective;

/* The perspective of scale 1 from which one looks down so steeply (degrees; 0: as usual) on a part of
 * the map so deep, its middle and its front edge there. */
NkPerspective nk_perspective_from (double             angle,
                                   double             depth,
                                   double             middle,
                                   double             front);
/* The depth with which such a part looks so high. */
double        nk_perspective_depth (double            angle,
                                    double            height);

/* That of the shown actors, just large enough that no two boxes overlap that stand on one plane and
 * do not overlap on the map: boxes and names are not foreshortened. `actors` is an array of
 * NkPlacedActor, `planes` those on which they are shown. */
NkPerspective nk_perspective_for (GArray              *actors,
                                  guint                planes,
                                  double               angle);

/* How the map lies on a plane whose front edge stands at `base` in the scene. Planes that differ in
 * their base alone have each point straight above that of the other. */
NkTransform   nk_perspective_at  (const NkPerspective *perspective,
                                  double               base);

/* How much shorter lengths are at a y of the map than at the front. */
double        nk_perspective_far (const NkPerspective *perspective,
                                  double               y);

G_END_DECLS
