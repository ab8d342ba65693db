/* Room: where one more actor can stand on a map without standing on anybody, in the band and the
 * district box to which it belongs. For what is typed, pasted or given another level; who is to stand
 * well among all others is for the layout to say. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

typedef struct _NkRoom NkRoom;

/* The room that a map has as it is now; it must stay so while the room is used. O(records). */
NkRoom *nk_room_new  (const NkMap    *map);
void    nk_room_free (NkRoom         *room);

/* The nearest free place to `near` (the centre, points on the map) for an actor of this level, district
 * and name; NULL: near the middle of where it belongs. It is taken from then on. If the map has an
 * actor with this id already, its old place counts as free. */
NkPoint nk_room_take (NkRoom         *room,
                      const NkRecord *actor,
                      const NkPoint  *near);

/* TRUE if the actor can stand just there: within its band, and nobody is near. Takes nothing. */
gboolean nk_room_fits (NkRoom         *room,
                       const NkRecord *actor,
                       const NkPoint  *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkRoom, nk_room_free)

G_END_DECLS
