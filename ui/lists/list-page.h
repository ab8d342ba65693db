/* A page of the dialog: one list of the map, to be added to, renamed, put in order, merged and deleted
 * from. */
#pragma once

#include "ui/lists/list-host.h"

G_BEGIN_DECLS

#define NK_TYPE_LIST_PAGE (nk_list_page_get_type ())
G_DECLARE_FINAL_TYPE (NkListPage, nk_list_page, NK, LIST_PAGE, GtkWidget)

/* A page of the records of this kind; with `values`, of the values of an attribute: which one is said
 * by nk_list_page_set_attribute (). Its "chosen" signal says that other rows are selected. `window`
 * outlives it. */
GtkWidget  *nk_list_page_new           (NkWindow     *window,
                                        NkRecordKind  kind,
                                        gboolean      values);
/* Shows the values of this attribute; NULL: of none. */
void        nk_list_page_set_attribute (NkListPage   *page,
                                        const char   *attribute);
/* The key of the row that is selected, or NULL if none or several are. */
const char *nk_list_page_chosen        (NkListPage   *page);

G_END_DECLS
