/* The tables below the map: actors, ties, sources and events, each with a tab, and what can be done with
 * the one that is shown. They are the map for whoever cannot see the drawing. */
#pragma once

#include "ui/tables/table.h"

G_BEGIN_DECLS

#define NK_TYPE_TABLES (nk_tables_get_type ())
G_DECLARE_FINAL_TYPE (NkTables, nk_tables, NK, TABLES, GtkWidget)

/* Once, before they are shown. */
void      nk_tables_set_canvas (NkTables *tables,
                                NkCanvas *canvas);
/* The tables are made when they are shown first, and follow the map while they are. */
void      nk_tables_set_shown  (NkTables *tables,
                                gboolean  shown);
gboolean  nk_tables_is_shown   (NkTables *tables);
/* Gives the keyboard to the table that is shown. */
void      nk_tables_focus      (NkTables *tables);
/* The table that is shown, or NULL. */
NkTable  *nk_tables_current    (NkTables *tables);

G_END_DECLS
