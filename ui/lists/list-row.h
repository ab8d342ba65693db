/* A row of a list: one record or value with its look, its name and what else it has, each changed where
 * it stands, who uses it, and what is wrong or doubtful about it. */
#pragma once

#include "ui/lists/list-host.h"

G_BEGIN_DECLS

#define NK_TYPE_LIST_ROW (nk_list_row_get_type ())
G_DECLARE_FINAL_TYPE (NkListRow, nk_list_row, NK, LIST_ROW, GtkListBoxRow)

/* `host` outlives it. */
GtkWidget  *nk_list_row_new      (const NkListHost *host);
/* Shows this one. `doubt` is a sentence about it, or NULL. */
void        nk_list_row_show     (NkListRow        *row,
                                  const char       *key,
                                  const NkUses     *uses,
                                  const char       *doubt);
const char *nk_list_row_key      (NkListRow        *row);
/* Puts the keyboard into its name, all of it selected. */
void        nk_list_row_edit     (NkListRow        *row);
/* What it is dragged by. */
GtkWidget  *nk_list_row_handle   (NkListRow        *row);

G_END_DECLS
