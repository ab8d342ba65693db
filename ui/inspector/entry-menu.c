#include "ui/inspector/entry-menu.h"

typedef struct
{
  NkEntryMenuFill fill;
  gpointer user_data;
} Filling;

static void
on_take (GSimpleAction *action,
         GVariant      *text,
         gpointer       entry)
{
  gtk_editable_set_text (entry, g_variant_get_string (text, NULL));
  gtk_editable_set_position (entry, -1);
}

static void
on_popup (GtkMenuButton *button,
          gpointer       user_data)
{
  const Filling *filling = user_data;
  g_autoptr (GMenu) menu = g_menu_new ();

  filling->fill (menu, filling->user_data);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

GtkWidget *
nk_entry_menu_new (GtkWidget       *entry,
                   const char      *label,
                   NkEntryMenuFill  fill,
                   gpointer         user_data)
{
  static const GActionEntry actions[] = {
    { .name = "take", .parameter_type = "s", .activate = on_take },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Filling *filling = g_new (Filling, 1);

  *filling = (Filling) { fill, user_data };
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), entry);
  gtk_widget_insert_action_group (box, "entry", G_ACTION_GROUP (group));
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_popup, filling, g_free);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

void
nk_entry_menu_add (GMenu      *menu,
                   const char *label,
                   const char *text)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  /* A name may hold an underscore, which in a menu marks a letter. */
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, plain);
  g_menu_item_set_action_and_target (item, "entry.take", "s", text);
  g_menu_append_item (menu, item);
}

void
nk_entry_menu_show (GtkWidget *box,
                    gboolean   shown)
{
  gtk_widget_set_visible (gtk_widget_get_last_child (box), shown);
}

GtkWidget *
nk_entry_menu_entry (GtkWidget *box)
{
  return gtk_widget_get_first_child (box);
}
