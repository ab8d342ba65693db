/* Bands and district boxes: where they lie, given where the actors stand. */
#pragma once

#include "drawing/view-private.h"

G_BEGIN_DECLS

typedef struct
{
  const NkRecord *level;
  double top, bottom;
  NkLettering *name;           /* owned */
} NkBand;

typedef struct
{
  const NkRecord *district;
  double x, y, width, height;
  NkLettering *name;           /* owned */
  double name_x, name_y;       /* its top left, in the upper left of the box */
} NkDistrictBox;

typedef struct
{
  double left, right;          /* of all bands */
  double gutter;               /* how wide the strip is at the left in which their names stand; 0: they
                                  stand in their upper left */
  double unit_x, unit_y;
  GArray *bands;               /* of NkBand, in the order of the levels */
  GArray *districts;           /* of NkDistrictBox */
} NkBands;

/* No bands and no boxes where so many actors stray from their levels that they would say nothing, or
 * where all actors are beside them, unless the map is being worked on.
 * `actors` is an array of NkPlacedActor. `unit_x` and `unit_y` say how long a point of type is
 * on the map: both 1 where the map is drawn as it is, more where it is foreshortened and type is
 * not. */
NkBands *nk_bands_new  (const NkDrawing *drawing,
                        GArray          *actors,
                        double           unit_x,
                        double           unit_y);
/* The strip along one side of the bands on which those actors stand that have no level. FALSE if nobody
 * does there, or there are no bands. */
gboolean nk_bands_beside (const NkBands *bands,
                          const NkMap   *map,
                          GArray        *actors,
                          gboolean       right,
                          double        *x,
                          double        *y,
                          double        *width,
                          double        *height);
/* A district's name, in a box in which so much stands; a point of type is a point on the map. */
NkLettering *nk_bands_district_name (const char     *language,
                                     const NkRecord *district,
                                     const char     *family,
                                     double          width);
/* The name of a band, and how wide the gutter has to be for it. */
NkLettering *nk_bands_level_name    (const char     *language,
                                     const NkRecord *level,
                                     const char     *family,
                                     double         *gutter);
void     nk_bands_free (NkBands         *bands);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkBands, nk_bands_free)

G_END_DECLS
