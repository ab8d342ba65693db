#include "ui/program/access.h"

static void
name_widget (GtkWidget  *widget,
             const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
nk_access_name_list (GtkWidget  *list,
                     const char *name)
{
  name_widget (gtk_widget_get_first_child (list), name);
}

void
nk_access_name_row (GtkListItem *item,
                    const char  *name)
{
  name_widget (gtk_widget_get_parent (gtk_list_item_get_child (item)), name);
}
