/* Layers: where everything stands in the layers view. */
#pragma once

#include "drawing/bands.h"
#include "drawing/perspective.h"
#include "drawing/planes.h"
#include "drawing/stands.h"

G_BEGIN_DECLS

typedef struct
{
  const NkDrawing *drawing;
  guint planes;                          /* those that are shown */
  GArray *actors;                        /* of NkPlacedActor, where they stand on the map */
  NkPerspective perspective;
  NkBands *bands;                        /* on the map, as foreshortened */
  double left, top, right, bottom;       /* of the planes, on the map */
  NkTransform transforms[NK_N_DIMENSIONS];
  NkStands *stands[NK_N_DIMENSIONS];
  NkStands *highest;                     /* each actor once, on the highest of its planes */
  GPtrArray *ties[NK_N_DIMENSIONS];      /* those drawn on each plane */
  GPtrArray *between;                    /* those that lead from plane to plane */
} NkLayers;

/* Places the planes, the actors and the ties of a drawing, and tells its scene how the map lies on
 * each plane. */
void         nk_layers_init          (NkLayers        *layers,
                                      const NkDrawing *drawing);
void         nk_layers_clear         (NkLayers        *layers);

/* The shown planes on which an actor stands. */
guint        nk_layers_planes        (const NkLayers  *layers,
                                      const NkRecord  *actor);

/* The name of a plane. To be unreferenced. */
NkLettering *nk_layers_name          (const NkLayers  *layers,
                                      int              plane);

G_END_DECLS
