/* The anchor: the actor that stays where it is on the screen while the view changes. */
#pragma once

#include "ui/session/session.h"

G_BEGIN_DECLS

/* The actor on which the eye is: one that is selected, else the one nearest to the middle; an item of
 * the session's scene. NULL if there is none. O(items). */
const NkItem *nk_anchor_find (NkSession     *session);

/* Moves a camera so that the anchor (of an earlier scene, still alive; may be NULL) is where it was
 * on the screen; not if the new scene does not have it. */
void          nk_anchor_hold (const NkItem  *anchor,
                              const NkScene *scene,
                              NkCamera      *camera);

G_END_DECLS
