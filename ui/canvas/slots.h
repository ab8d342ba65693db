/* Slots: a district in which nobody stands has no box on the map, nor has one whose box would lie over
 * another. While somebody is put down by hand, each has one at the right of the band of districts. */
#pragma once

#include "drawing/painter.h"
#include "geometry/box.h"
#include "ui/session/session.h"

G_BEGIN_DECLS

typedef struct
{
  int district;               /* its position in the map's list */
  NkBox body;                 /* points of the scene */
  NkLettering *name;          /* owned */
} NkSlot;

/* Those of the scene, if the session shows levels; within `view` (the part of the scene that is in
 * view) if they have room there. An array of NkSlot, perhaps empty, to be freed. O(actors). */
GArray *nk_slots_new   (NkSession            *session,
                        const NkBox          *view);

/* The one at a point, or NULL. `slots` may be NULL. */
const NkSlot *nk_slots_at (const GArray      *slots,
                           double             x,
                           double             y);

void    nk_slot_paint  (const NkSlot         *slot,
                        const NkTheme        *theme,
                        cairo_t              *cr,
                        const NkPaintOptions *options);

G_END_DECLS
