/* The scene: everything that is drawn, in the order in which it is drawn, with its final look.
 *
 * All lengths are points (1/72 inch), x to the right, y down. A scene never changes once it is
 * made, is counted by reference, and may be painted from any thread. What a person selects or
 * points at never enters it, so no figure can contain that. */
#pragma once

#include "drawing/lettering.h"
#include "drawing/theme.h"
#include "map/record.h"

G_BEGIN_DECLS

typedef enum
{
  NK_ITEM_BAND,       /* a level: its strip and its name at the side */
  NK_ITEM_DISTRICT,   /* a district's box with its name */
  NK_ITEM_PLANE,      /* a dimension's plane with its name (layers) */
  NK_ITEM_TIE,
  NK_ITEM_ACTOR,
  NK_ITEM_LABEL,      /* the words of an actor, band, district or plane, named by its record */
  NK_ITEM_LEGEND,     /* its frame first, then one item a row */
  NK_ITEM_NOTE        /* a note of the map; also the title and what a figure says in words */
} NkItemType;

typedef enum
{
  NK_SHAPE_BOX,
  NK_SHAPE_ROUND,
  NK_SHAPE_ELLIPSE,
  NK_SHAPE_DIAMOND,
  NK_SHAPE_HEXAGON,
  NK_SHAPE_HOUSE,
  NK_SHAPE_PERSON,
  NK_SHAPE_NONE,      /* nothing but its words or its path */
  NK_SHAPE_QUAD       /* a plane: `path` holds its four corners */
} NkShape;

/* How the end of a tie is marked; the form differs by kind, so that it survives grey. */
typedef enum
{
  NK_END_NONE,
  NK_END_TRIANGLE,
  NK_END_OPEN,
  NK_END_DIAMOND,
  NK_END_CIRCLE,
  NK_END_BAR,
  NK_END_SQUARE,
  NK_END_DOUBLE,      /* two triangles behind each other */
  NK_END_BARRED,      /* a triangle with a bar behind it */
  NK_END_HOLLOW_TRIANGLE,
  NK_END_HOLLOW_DIAMOND,
  NK_END_HOLLOW_CIRCLE,
  NK_END_HOLLOW_SQUARE
} NkEnd;

typedef enum
{
  NK_LINE_SOLID,      /* formal */
  NK_LINE_DASHED,     /* informal */
  NK_LINE_DOTTED,     /* assumed */
  NK_LINE_SPARSE      /* open: asked for and not known */
} NkLine;

typedef struct
{
  NkItemType type;
  NkRecordKind kind;               /* with `id`: the record; NK_HEAD where there is none */
  const char *id;                  /* "" where there is none */
  int plane;                       /* -1, or the dimension (0 structure, 1 place, 2 people) */
  gboolean absent;                 /* an actor that does not belong to the plane: only an outline */

  double x, y, width, height;      /* bounds of all that it draws */
  double unit;                     /* how long a point of the map is here; 1 in the window */
  const NkTheme *theme;            /* what is around it: paper shows in rims and hollow marks */

  NkShape shape;                   /* fills `body` */
  double body_x, body_y, body_width, body_height;
  NkInk fill, stroke;
  double line_width;

  /* A tie's line from end to end; an actor's stem to its copy on the plane above; a plane's
   * corners. */
  NkPoint *path;
  guint n_path;
  gboolean curved;                 /* the path is of cubic Bézier pieces: 1 + 3 n points */
  NkLine line;
  NkEnd from_end, to_end;
  double end_size;

  NkLettering *lettering;          /* or NULL */
  double text_x, text_y;           /* top left of the lettering */
  NkInk ink;
  gboolean halo;                   /* words that stand on lines get a rim of paper */
} NkItem;

typedef struct _NkScene NkScene;

NkScene      *nk_scene_ref       (NkScene       *scene);
void          nk_scene_unref     (NkScene       *scene);

/* The size of the page; all items lie within 0, 0, width, height unless the scene is one for the
 * window, whose origin is that of the map: then `nk_scene_bounds ()` says where things are. */
void          nk_scene_page      (const NkScene *scene,
                                  double        *width,
                                  double        *height);
void          nk_scene_bounds    (const NkScene *scene,
                                  double        *x,
                                  double        *y,
                                  double        *width,
                                  double        *height);

guint         nk_scene_n_items   (const NkScene *scene);
const NkItem *nk_scene_item      (const NkScene *scene,
                                  guint          i);
/* Which one it is: nk_scene_item () gives it for that number. */
guint         nk_scene_number    (const NkScene *scene,
                                  const NkItem  *item);

const NkTheme *nk_scene_theme    (const NkScene *scene);

/* The first item of this type that draws the record, on `plane` (-1: any), or NULL. O(1). */
const NkItem *nk_scene_find      (const NkScene *scene,
                                  NkItemType     type,
                                  NkRecordKind   kind,
                                  const char    *id,
                                  int            plane);

/* The numbers of all bands, district boxes and planes, in drawing order: an array of guint, owned
 * by the scene. */
const GArray *nk_scene_zones     (const NkScene *scene);

/* The numbers of the items whose bounds touch a rectangle, in drawing order: an array of guint, to
 * be freed. Uses the scene's spatial index; a tie that only passes by in its bounds may be left
 * out. */
GArray       *nk_scene_touching  (const NkScene *scene,
                                  double         x,
                                  double         y,
                                  double         width,
                                  double         height);

/* Where a point of the scene lies on the map, and back. In the levels view they are the same but
 * for the page's scale; in the layers view each plane has its own perspective, in the panels each
 * panel its own place. In the triangle nothing lies where it lies on the map: there, plane 0 tells
 * the share that place (x) and people (y) have in the weights of an actor that stands so. */
void          nk_scene_to_map    (const NkScene *scene,
                                  int            plane,
                                  double         x,
                                  double         y,
                                  double        *map_x,
                                  double        *map_y);
void          nk_scene_from_map  (const NkScene *scene,
                                  int            plane,
                                  double         map_x,
                                  double         map_y,
                                  double        *x,
                                  double        *y);

/* The scene as JSON text, for tests and other programs; ends with a newline. To be freed. */
char         *nk_scene_to_text   (const NkScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkScene, nk_scene_unref)

G_END_DECLS
