/* Proxies: one bare child widget for each actor in view, since a screen reader (and a test) sees
 * nothing of what a canvas paints. They paint nothing, and the
 * pointer does not meet them. */
#pragma once

#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NkProxies NkProxies;

NkProxies *nk_proxies_new      (GtkWidget               *parent,
                                NkSession               *session);
void       nk_proxies_free     (NkProxies               *proxies);

/* Makes them those of the actors in this part of the scene. */
void       nk_proxies_update   (NkProxies               *proxies,
                                const cairo_rectangle_t *part);
/* Gives the keyboard to that of an actor, so that a screen reader says its name, its level, how many
 * ties it has and whether it is selected. What the keys do stays the parent's. It keeps the keyboard
 * until that goes elsewhere. */
void       nk_proxies_focus    (NkProxies               *proxies,
                                const NkItem            *item);
/* Places them; the scene's origin is at x, y of the parent. */
void       nk_proxies_allocate (NkProxies               *proxies,
                                double                   x,
                                double                   y,
                                double                   scale);

G_END_DECLS
