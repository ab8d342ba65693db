/* A ghost: the line of a tie as it would be drawn, for as long as a hand leads it. All points are
 * of the scene. */
#pragma once

#include "drawing/shape.h"
#include "drawing/style.h"

G_BEGIN_DECLS

typedef struct _NkGhost NkGhost;

NkGhost                 *nk_ghost_new     (NkScene          *scene);
void                     nk_ghost_free    (NkGhost          *ghost);

void                     nk_ghost_set_look(NkGhost          *ghost,
                                           const NkTieStyle *style);
/* Leads it from outline to outline, by way of the bends. */
void                     nk_ghost_lead    (NkGhost          *ghost,
                                           const NkBody     *from,
                                           const NkBody     *to,
                                           const NkPoint    *bends,
                                           guint             n);
/* The body of nothing but a point, for an end that is still in the hand. */
NkBody                   nk_ghost_point   (NkPoint           at);
/* What is to be painted; its bounds are exact but for the marks at its ends. */
const NkItem            *nk_ghost_item    (NkGhost          *ghost);

/* The item of a tie whose place it takes: its number in the scene and that of its name, and the area
 * that they cover. */
void                     nk_ghost_replace (NkGhost          *ghost,
                                           const NkItem     *tie);
/* NULL if it takes nobody's place. */
GHashTable              *nk_ghost_numbers (NkGhost          *ghost);
const cairo_rectangle_t *nk_ghost_area    (NkGhost          *ghost);

G_END_DECLS
