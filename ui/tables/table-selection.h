/* The selection of a table: that of the session, seen as one of rows. What is selected in the table is
 * selected on the map, and the other way round, since there is only one selection. */
#pragma once

#include "ui/session/session.h"
#include "ui/tables/table-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_TABLE_SELECTION (nk_table_selection_get_type ())
G_DECLARE_FINAL_TYPE (NkTableSelection, nk_table_selection, NK, TABLE_SELECTION, GObject)

/* A GtkSelectionModel over a list of NkTableRow, all of this kind. */
NkTableSelection *nk_table_selection_new   (NkSession        *session,
                                            NkRecordKind      kind,
                                            GListModel       *rows);

/* The first row that is selected, or GTK_INVALID_LIST_POSITION. O(rows). */
guint             nk_table_selection_first (NkTableSelection *selection);
/* Selects these rows and nothing else on the map. */
void              nk_table_selection_range (NkTableSelection *selection,
                                            guint             first,
                                            guint             last);
/* TRUE while the table itself changes the selection of the session. */
gboolean          nk_table_selection_is_own(NkTableSelection *selection);

G_END_DECLS
