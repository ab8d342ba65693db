/* Rulers along the upper and the left edge of a page, in millimetres. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The room, in pixels, that one needs. */
#define NK_RULER 30

/* `scale` is the pixels a point of the page, which lies at `page` on the widget. */
void nk_rulers_snapshot (GtkWidget             *widget,
                         GtkSnapshot           *snapshot,
                         const graphene_rect_t *page,
                         double                 scale);

G_END_DECLS
