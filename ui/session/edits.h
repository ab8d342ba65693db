/* The edits that gestures make: from what was done by hand to one edit of the map. */
#pragma once

#include "map/map.h"
#include "drawing/picking.h"
#include "ui/session/landing.h"
#include "ui/session/selection.h"

G_BEGIN_DECLS

/* Moves the selected actors and notes by an offset on the map (points). What was moved by hand
 * is pinned, and belongs from now on to the band and the district box of `scene` (on `plane`, or
 * -1) in which it comes to stand: see ui/session/landing.h. */
NkEdit *nk_edit_for_move   (const NkMap       *map,
                            const NkScene     *scene,
                            int                plane,
                            const NkSelection *selection,
                            double             dx,
                            double             dy);
/* The same for one actor that is placed already, to a point of the map, as a part of an edit. */
void    nk_edit_place_actor (NkEdit           *edit,
                             const NkGround   *ground,
                             int               plane,
                             const NkRecord   *actor,
                             double            x,
                             double            y);

/* The same into an empty district (its position), which has no box on the map yet: each actor takes
 * the nearest free place in the band of districts to where it is put down. */
NkEdit *nk_edit_for_slot   (const NkMap       *map,
                            const NkSelection *selection,
                            int                district,
                            double             dx,
                            double             dy);

/* Gives the selected actors another level or district (`field`; `value` an id, "" none). Who belongs
 * into another band or box then takes the nearest free place there; who is pinned stays pinned. */
NkEdit *nk_edit_for_zone   (const NkMap       *map,
                            const NkSelection *selection,
                            NkField            field,
                            const char        *value);

/* Takes out what is selected, and the ties of the actors among it. */
NkEdit *nk_edit_for_delete (const NkMap       *map,
                            const NkSelection *selection);

typedef enum
{
  NK_SPOT_AT,         /* there and nowhere else */
  NK_SPOT_NEAR,       /* at the nearest free place */
  NK_SPOT_BESIDE      /* the same, but as far to the left as one of that width would stand there */
} NkSpotHow;

/* A place for a new actor. */
typedef struct
{
  double x, y;        /* on the map */
  NkSpotHow how;
  double width;       /* beside: points */
  int band, district; /* positions in the map's lists; -1: none */
  int plane;          /* the dimension to which it belongs, or -1 */
  gboolean weighed;   /* x, y are in the triangle: it has these weights, and no place on the map yet */
  int weights[NK_N_DIMENSIONS];
} NkSpot;

/* Gives the selected actors the weights that draw them to where they are put in the triangle: by so
 * much (points) from where they stand in `scene`. */
NkEdit *nk_edit_for_weights (const NkMap       *map,
                             const NkScene     *scene,
                             const NkSelection *selection,
                             double             dx,
                             double             dy);
/* The same by one step of an arrow key; see nk_triangle_step (). */
NkEdit *nk_edit_for_weight_step (const NkMap       *map,
                                 const NkSelection *selection,
                                 int                x,
                                 int                y);
/* The weights that the actor of an item would have there. */
void    nk_edit_weights_at  (const NkMap       *map,
                             const NkScene     *scene,
                             const NkItem      *item,
                             double             dx,
                             double             dy,
                             int                weights[NK_N_DIMENSIONS]);

/* A new actor, pinned there, of the level and the district of the spot and of no sector: that one is
 * like the last would often be wrong, and nobody would see it. `id` gets its id; to be freed. */
NkEdit *nk_edit_for_actor  (const NkMap       *map,
                            const char        *name,
                            const NkSpot      *spot,
                            char             **id);

G_END_DECLS
