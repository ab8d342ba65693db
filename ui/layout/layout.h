/* Layout: has the worker arrange the map of a window while that stays alive.
 *
 * It goes in two steps. While the worker works, those who may move are marked on the canvas; what
 * comes of it is proposed, and is not in the map until it is kept: then it is one step. An edit of
 * the map ends it at any time. */
#pragma once

#include "ui/layout/layout-bar.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

/* The bar is borrowed; it goes with the window. */
NkLayout *nk_layout_new         (NkWindow    *window,
                                 NkLayoutBar *bar);
void      nk_layout_free        (NkLayout    *layout);

/* Starts by the method that the window has chosen, instead of what is under way. */
void      nk_layout_start       (NkLayout    *layout,
                                 NkScope      scope);
/* The window has chosen another method: starts with those of the last time. */
void      nk_layout_follow_method (NkLayout  *layout);
/* Looks for another solution of the same. */
void      nk_layout_try_another (NkLayout    *layout);
/* Puts what is proposed into the map. */
void      nk_layout_keep        (NkLayout    *layout);
/* Leaves the map as it is, at once. FALSE if nothing is under way. */
gboolean  nk_layout_cancel      (NkLayout    *layout);
/* The same if something is proposed: what follows is about the map as it is. */
void      nk_layout_cancel_preview (NkLayout *layout);

/* What can be done now. */
gboolean  nk_layout_is_on       (NkLayout    *layout);
gboolean  nk_layout_can_keep    (NkLayout    *layout);
gboolean  nk_layout_can_try     (NkLayout    *layout);

G_END_DECLS
