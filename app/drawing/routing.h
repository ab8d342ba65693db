/* Routing: finding the routes of a view's ties apart from drawing it, since of many ties that takes
 * longer than a frame has.
 *
 * A scene that is made with a new routing is a sketch: its ties are not led round boxes. Once the
 * routing has run, which it may do in any thread, a second scene, made of the same map with the same
 * setting, takes its routes and is the same as one that is made without a routing. */
#pragma once

#include "drawing/courses.h"
#include "drawing/scene.h"

G_BEGIN_DECLS

typedef struct _NkRouting NkRouting;

/* Ties whose ends stand where they stood in `before` (NULL: none do) run in the sketch as there. */
NkRouting *nk_routing_new  (NkScene         *before);
void       nk_routing_free (NkRouting       *routing);

/* Finds the routes of the sketch. */
void       nk_routing_run  (NkRouting       *routing);

/* For the drawing of ties: appends an NkRoute for each of these courses, their bodies in `stands`,
 * to `routes`. `ties` tells the records that they draw. May take what the courses hold. */
void       nk_routing_lead (NkRouting       *routing,
                            GPtrArray       *ties,
                            NkStands        *stands,
                            gboolean         round,
                            int              plane,
                            GArray          *courses,
                            GArray          *routes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkRouting, nk_routing_free)

G_END_DECLS
