#include "ui/lists/lists-dialog.h"

#include "ui/lists/list-page.h"
#include "ui/lists/list-words.h"
#include "ui/program/trace.h"
#include "ui/window/escape.h"

#include "map/text.h"

#define DIALOG "lists-dialog"

struct _NkListsDialog
{
  GtkWindow parent_instance;

  /* borrowed */
  NkWindow *window;
  NkListPage *attributes, *values;

  /* template */
  GtkListBox *titles;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (NkListsDialog, nk_lists_dialog, GTK_TYPE_WINDOW)

static void
on_attribute (NkListsDialog *dialog)
{
  nk_list_page_set_attribute (dialog->values, nk_list_page_chosen (dialog->attributes));
}

static void
on_title (NkListsDialog *dialog,
          GtkListBoxRow *row)
{
  if (row != NULL)
    gtk_stack_set_visible_child (dialog->stack, g_object_get_data (G_OBJECT (row), "page"));
}

static void
add_page (NkListsDialog *dialog,
          GtkWidget     *page,
          const char    *title)
{
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", label, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "page", page);
  gtk_stack_add_child (dialog->stack, page);
  gtk_list_box_append (dialog->titles, row);
}

/* The attributes, and below them the values of the one that is chosen. */
static GtkWidget *
new_attributes (NkListsDialog *dialog)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  dialog->attributes = NK_LIST_PAGE (nk_list_page_new (dialog->window, NK_ATTRIBUTE, FALSE));
  dialog->values = NK_LIST_PAGE (nk_list_page_new (dialog->window, NK_ATTRIBUTE, TRUE));
  g_signal_connect_object (dialog->attributes, "chosen", G_CALLBACK (on_attribute), dialog,
                           G_CONNECT_SWAPPED);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (dialog->attributes));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (dialog->values));
  return box;
}

static void
add_pages (NkListsDialog *dialog)
{
  static const NkRecordKind kinds[] = {
    NK_LEVEL, NK_DISTRICT, NK_SECTOR, NK_KIND, NK_ATTRIBUTE, NK_PHASE, NK_SOURCE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const NkCategories list = { kinds[i] };
      g_autofree char *title = nk_list_title (nk_session_map (nk_window_session (dialog->window)),
                                              &list);
      GtkWidget *page = kinds[i] == NK_ATTRIBUTE
                          ? new_attributes (dialog)
                          : nk_list_page_new (dialog->window, kinds[i], FALSE);

      add_page (dialog, page, title);
    }
  gtk_list_box_select_row (dialog->titles, gtk_list_box_get_row_at_index (dialog->titles, 0));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (dialog->titles)));
}

static gboolean
key_tab (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   stack)
{
  return gtk_widget_child_focus (stack, GTK_DIR_TAB_FORWARD);
}

/* Tab leads from the titles to the page, and not from one title to the next. */
static void
add_tab (NkListsDialog *dialog)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Tab, 0),
                      gtk_callback_action_new (key_tab, dialog->stack, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (dialog->titles), controller);
}

/* The steps that are made here are taken back and saved here as well. Entries would take some of these
 * keys for themselves. */
static void
add_window_keys (NkListsDialog *dialog)
{
  static const struct { const char *key, *action; } keys[] = {
    { "<Control>z", "win.undo" }, { "<Control><Shift>z", "win.redo" }, { "<Control>y", "win.redo" },
    { "<Control>s", "win.save" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_insert_action_group (GTK_WIDGET (dialog), "win", G_ACTION_GROUP (dialog->window));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].key),
                        gtk_named_action_new (keys[i].action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (dialog), controller);
}

static void
nk_lists_dialog_dispose (GObject *object)
{
  NkListsDialog *dialog = NK_LISTS_DIALOG (object);

  if (dialog->window != NULL)
    g_object_set_data (G_OBJECT (dialog->window), DIALOG, NULL);
  dialog->window = NULL;
  G_OBJECT_CLASS (nk_lists_dialog_parent_class)->dispose (object);
}

static void
nk_lists_dialog_class_init (NkListsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_lists_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/lists-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NkListsDialog, titles);
  gtk_widget_class_bind_template_child (widget_class, NkListsDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_title);
}

static void
nk_lists_dialog_init (NkListsDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
  nk_escape_closes (GTK_WINDOW (dialog));
}

void
nk_lists_dialog_show (NkWindow *window)
{
  NkListsDialog *dialog = g_object_get_data (G_OBJECT (window), DIALOG);

  if (dialog == NULL)
    {
      dialog = g_object_new (NK_TYPE_LISTS_DIALOG, "transient-for", window, NULL);
      dialog->window = window;
      g_object_set_data (G_OBJECT (window), DIALOG, dialog);
      add_pages (dialog);
      add_tab (dialog);
      add_window_keys (dialog);
      nk_trace ("lists");
    }
  gtk_window_present (GTK_WINDOW (dialog));
}
