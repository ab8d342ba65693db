/* The router: scenes at once, and the routes of their ties when they are found.
 *
 * To lead many ties round boxes takes longer than a frame has. So a scene with many is a sketch at
 * first, in which what has not moved runs as before, while a thread finds the routes. */
#pragma once

#include "drawing/view.h"

G_BEGIN_DECLS

typedef struct _NkRouter NkRouter;

typedef struct
{
  /* TRUE if this scene is still shown. */
  gboolean (*wants)  (NkScene   *sketch,
                      gpointer   user_data);
  /* The routes of this scene, which is shown, are found: made with `routing`, it has them. */
  void     (*routed) (NkScene   *sketch,
                      NkRouting *routing,
                      gpointer   user_data);
} NkRouterEvents;

NkRouter *nk_router_new   (const NkRouterEvents *events,
                           gpointer              user_data);
/* Nothing is heard of it any more. */
void      nk_router_free  (NkRouter             *router);

/* A scene of the map, or a sketch of it. */
NkScene  *nk_router_scene (NkRouter             *router,
                           const NkMap          *map,
                           const NkViewSetting  *setting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkRouter, nk_router_free)

G_END_DECLS
