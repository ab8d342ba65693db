/* What the views share: which actors there are, how large, and how an actor, a note or a zone is
 * drawn. */
#pragma once

#include "drawing/scene-private.h"
#include "drawing/shape.h"
#include "drawing/view.h"

G_BEGIN_DECLS

typedef struct
{
  const NkMap *map;
  const NkViewSetting *setting;
  const NkTheme *theme;
  const char *family;
  NkScene *scene;
} NkDrawing;

/* An actor that is drawn, and its body: where it stands on the map. */
typedef struct
{
  const NkRecord *actor;
  NkBody body;
} NkPlacedActor;

/* The actors that have a place and are there at the setting's date, in the order of the map. */
GArray *nk_view_actors       (const NkDrawing *drawing);

/* The same without a drawing that is to come of it. */
GArray *nk_view_actors_of    (const NkMap         *map,
                              const NkViewSetting *setting);

/* The ties that the view shows, between such actors: an array of const NkRecord *. */
GPtrArray *nk_view_ties      (const NkDrawing *drawing);

/* Adds an actor's body and, on it, its name. `stem` is NULL or the two points of a line to its copy
 * on the plane above. */
void    nk_view_add_actor    (const NkDrawing *drawing,
                              const NkRecord  *actor,
                              const NkBody    *body,
                              int              plane,
                              const NkPoint   *stem);

/* The name of a dimension as a title in a drawing that is so long (points) on its longer side: it is
 * read even where all of that is looked at. To be unreferenced. */
NkLettering *nk_view_title   (const NkDrawing *drawing,
                              int              plane,
                              double           length);

/* Adds the faint outline of an actor that is not on a plane, where it would stand. */
void    nk_view_add_absent   (const NkDrawing *drawing,
                              const NkRecord  *actor,
                              const NkBody    *body,
                              int              plane);

/* Adds words as a label of a record, their top left at x, y. Takes the lettering. */
NkItem *nk_view_add_label    (const NkDrawing *drawing,
                              NkRecordKind     kind,
                              const char      *id,
                              int              plane,
                              NkLettering     *lettering,
                              double           x,
                              double           y,
                              NkInk            ink);

void    nk_view_levels       (const NkDrawing *drawing);
void    nk_view_level_bodies (const NkDrawing *drawing);
void    nk_view_layers       (const NkDrawing *drawing);
void    nk_view_panels       (const NkDrawing *drawing);
void    nk_view_triangle     (const NkDrawing *drawing);

G_END_DECLS
