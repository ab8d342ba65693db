/* The inspector: the fields of what is selected, made from the schema. */
#pragma once

#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_INSPECTOR (nk_inspector_get_type ())
G_DECLARE_FINAL_TYPE (NkInspector, nk_inspector, NK, INSPECTOR, GtkWidget)

/* Once. Signals: "failed" (const char *) says in a sentence why a change was not made; "left" that
 * whoever typed here wants to go back to the map. */
void nk_inspector_set_session (NkInspector *inspector,
                               NkSession   *session);

/* For what stands in an inspector: it says why a change was not made. */
void nk_inspector_fail        (GtkWidget   *inside,
                               const char  *message);

G_END_DECLS
