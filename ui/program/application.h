/* The application: its windows, its options, what belongs to no window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_APPLICATION_ID "org.netzkarte.Netzkarte"

#define NK_TYPE_APPLICATION (nk_application_get_type ())
G_DECLARE_FINAL_TYPE (NkApplication, nk_application, NK, APPLICATION, GtkApplication)

NkApplication *nk_application_new (void);

G_END_DECLS
