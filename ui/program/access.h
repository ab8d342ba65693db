/* What GTK does not tell a screen reader by itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names the button of a GtkDropDown, which has the keyboard in its place. */
void nk_access_name_list (GtkWidget   *list,
                          const char  *name);

/* Names the row of a list view. Its item has its child already. */
void nk_access_name_row  (GtkListItem *item,
                          const char  *name);

G_END_DECLS
