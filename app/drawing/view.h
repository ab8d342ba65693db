/* Views: functions from a map and a view setting to a scene. */
#pragma once

#include "drawing/routing.h"
#include "drawing/scene.h"
#include "map/map.h"

G_BEGIN_DECLS

typedef enum
{
  NK_SHOW_LEVELS,     /* bands from top to bottom, districts side by side */
  NK_SHOW_LAYERS,     /* the dimensions as planes, one above the other */
  NK_SHOW_PANELS,     /* the dimensions as flat maps of one scale, who is absent faint */
  NK_SHOW_TRIANGLE,   /* the dimensions as corners, each actor where its weights draw it */
  NK_N_SHOWS
} NkShow;

/* How far apart the planes of the layers may be, and from how far above they may be seen. */
#define NK_GAP_LEAST 1.0
#define NK_GAP_MOST 4.0
#define NK_ANGLE_LEAST 15.0
#define NK_ANGLE_MOST 75.0
#define NK_ANGLE_USUAL 33.0

typedef struct
{
  NkShow show;
  const NkTheme *theme;   /* NULL: paper */
  const char *date;       /* only what is there at this date; NULL or "": everything */
  const char *family;     /* NULL: the drawing's own */
  gboolean legend;        /* explained below the drawing, in the map's own coordinates: for the
                             window; a figure has its own legend, on its page */
  gboolean tight;         /* names are broken sooner, and bands are named in their upper left: for pages
                             that are hardly large enough */
  gboolean roomy;         /* for working on: the bands of a map that has few actors keep the room they
                             had without any, as long as each actor stands in its own */
  guint planes;           /* layers and panels: those that are shown, a bit each; 0: all */
  double gap;             /* layers: from plane to plane, in the room that one takes; 0: 1, one right
                             below the other */
  double angle;           /* layers: how steeply one looks down on the planes, degrees; 0: as usual */
  gboolean stacked;       /* panels: one below the other instead of side by side */
  double room_width;      /* triangle: it fills this room; 0: it is as large as it needs to be */
  double room_height;
  double least_type;      /* no words are smaller than this, points; 0: as they usually are */
  gboolean bundle;        /* ties between the same two zones run side by side */
  NkRouting *routing;     /* leads the ties, a new one or one that has run; NULL: they are led at
                             once */
} NkViewSetting;

/* "levels", "layers", "panels", "triangle"; -1 if there is no such view. And back. */
int         nk_show_from_name     (const char          *name);
const char *nk_show_name          (NkShow               show);

/* The size of an actor's box with its name in it: what layout and drawing agree on. Points. */
void        nk_view_actor_size    (const NkMap         *map,
                                   const NkRecord      *actor,
                                   double              *width,
                                   double              *height);

/* The size of a district's name: its box is not narrower. Points. */
void        nk_view_name_size     (const NkMap         *map,
                                   const NkRecord      *district,
                                   double              *width,
                                   double              *height);
/* How much wider than what stands in them the bands are, by the gutter for their names. Points. */
double      nk_view_gutter        (const NkMap         *map);

/* The actors that do not stand where their level is: const NkRecord *, owned by the map. To be
 * freed. O(levels · n · log n). */
GPtrArray  *nk_view_strays        (const NkMap         *map);
/* A sentence that names those of them who are pinned there; NULL: nobody is. To be freed. */
char       *nk_view_pinned_strays (const NkMap         *map);

/* How often the map stands side by side and one below the other in a view. */
void        nk_view_copies        (const NkViewSetting *setting,
                                   int                 *across,
                                   int                 *down);

/* The drawing of a map in the map's own coordinates: the window's. Actors without a place are not
 * in it, but in the triangle, which needs none. O(records), plus the setting of names that are not
 * in the cache. */
NkScene    *nk_view_scene         (const NkMap         *map,
                                   const NkViewSetting *setting);

/* The same without a legend and with straight ties, which is much faster: to see what there is and
 * how much room it takes. */
NkScene    *nk_view_rough         (const NkMap         *map,
                                   const NkViewSetting *setting);

/* Nothing but the bands, the district boxes and the actors' bodies of the levels view, roomy and
 * without words: to see who stands where. O(actors). */
NkScene    *nk_view_bodies        (const NkMap         *map);

/* What is visible in the view at all: TRUE if the record is there at the setting's date and, in the
 * layers and the triangle, belongs to a dimension that is shown. */
gboolean    nk_view_shows         (const NkMap         *map,
                                   const NkRecord      *record,
                                   const NkViewSetting *setting);

G_END_DECLS
