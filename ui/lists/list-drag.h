/* Dragging rows of a list to another place in it. */
#pragma once

#include "ui/lists/list-row.h"

G_BEGIN_DECLS

/* A row was dropped where it is to be at this position of the list. */
typedef void (*NkListDropped) (NkListRow *row,
                               guint      position,
                               gpointer   user_data);

/* Lets a row be dragged by its handle. */
void nk_list_drag_from (NkListRow     *row);
/* Lets the rows of this list be dropped in it. */
void nk_list_drag_to   (GtkListBox    *list,
                        NkListDropped  dropped,
                        gpointer       user_data);

G_END_DECLS
