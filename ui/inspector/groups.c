#include "ui/inspector/groups.h"

#include "ui/window/window-memory.h"

#include "map/text.h"

#define SPACING 6   /* pixels between rows */

static const struct
{
  const char *heading;
  const char *memory;    /* the key under which it is remembered whether it is open */
  gboolean open;         /* at first */
} groups[NK_N_GROUPS] = {
  [NK_GROUP_DIMENSIONS] = { N_("Dimensions"), "inspector-dimensions", TRUE },
  [NK_GROUP_TIME] = { N_("Time"), "inspector-time", TRUE },
  [NK_GROUP_ATTRIBUTES] = { N_("Attributes"), "inspector-attributes", TRUE },
  [NK_GROUP_NOTE] = { N_("Note"), "inspector-note", TRUE },
  [NK_GROUP_EVIDENCE] = { N_("Evidence"), "inspector-evidence", TRUE },
  [NK_GROUP_TIES] = { N_("Ties"), "inspector-ties", FALSE },
};

NkGroup
nk_group_of (NkField field)
{
  switch (field)
    {
    case NK_FIELD_STRUCTURE:
    case NK_FIELD_PLACE:
    case NK_FIELD_PEOPLE:
      return NK_GROUP_DIMENSIONS;
    case NK_FIELD_SINCE:
    case NK_FIELD_UNTIL:
      return NK_GROUP_TIME;
    case NK_FIELD_ATTRIBUTES:
      return NK_GROUP_ATTRIBUTES;
    case NK_FIELD_NOTE:
      return NK_GROUP_NOTE;
    case NK_FIELD_EVIDENCE:
      return NK_GROUP_EVIDENCE;
    default:
      return NK_GROUP_MAIN;
    }
}

static void
on_folded (GtkExpander *expander,
           GParamSpec  *property,
           gpointer     group)
{
  const char *memory = groups[GPOINTER_TO_INT (group)].memory;
  gboolean open = gtk_expander_get_expanded (expander);

  if (nk_window_memory_boolean (memory, groups[GPOINTER_TO_INT (group)].open) != open)
    nk_window_memory_set_boolean (memory, open);
}

GtkWidget *
nk_group_new (NkGroup group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  GtkWidget *expander;

  if (groups[group].heading == NULL)
    return box;
  expander = gtk_expander_new (_(groups[group].heading));
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(groups[group].heading), -1);
  gtk_widget_add_css_class (expander, "group");
  gtk_widget_add_css_class (box, "group-rows");
  g_object_set_data (G_OBJECT (expander), "group", GINT_TO_POINTER (group));
  nk_group_recall (expander);
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (on_folded), GINT_TO_POINTER (group));
  return expander;
}

GtkWidget *
nk_group_box (GtkWidget *group)
{
  return GTK_IS_EXPANDER (group) ? gtk_expander_get_child (GTK_EXPANDER (group)) : group;
}

gboolean
nk_group_is_open (GtkWidget *group)
{
  return !GTK_IS_EXPANDER (group) || gtk_expander_get_expanded (GTK_EXPANDER (group));
}

void
nk_group_recall (GtkWidget *group)
{
  NkGroup which = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (group), "group"));

  if (GTK_IS_EXPANDER (group))
    gtk_expander_set_expanded (GTK_EXPANDER (group),
                               nk_window_memory_boolean (groups[which].memory,
                                                         groups[which].open));
}
