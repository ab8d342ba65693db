#include "ui/window/history-list.h"

#include "ui/program/access.h"

#include "map/text.h"

struct _NkHistoryList
{
  GtkPopover parent_instance;

  NkSession *session;
  GtkWidget *here;         /* in the row of the map as it is now, once that is made; or NULL */
  guint focusing;          /* an idle source, or 0 */

  /* template */
  GtkListView *steps;
};

G_DEFINE_FINAL_TYPE (NkHistoryList, nk_history_list, GTK_TYPE_POPOVER)

static NkHistory *
history_of (NkHistoryList *list)
{
  return nk_document_history (nk_session_document (list->session));
}

/* Rows: the last one is the map as it was at first, with no step done. */

static guint
steps_at (NkHistoryList *list,
          guint          row)
{
  return nk_history_n_steps (history_of (list)) - row;
}

static char *
name_at (NkHistoryList *list,
         guint          row)
{
  guint n_done = steps_at (list, row);

  if (n_done > 0)
    return g_strdup (nk_edit_name (nk_history_step (history_of (list), n_done - 1)));
  return g_strdup (nk_session_file (list->session) != NULL ? _("Opened") : _("New Map"));
}

static void
on_setup (NkHistoryList *list,
          GtkListItem   *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *here = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *name = gtk_label_new (NULL), *saved = gtk_label_new (_("saved"));

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (saved, "dim-label");
  gtk_box_append (GTK_BOX (box), here);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), saved);
  gtk_list_item_set_child (item, box);
}

/* What a screen reader says of a row, which has no words of its own. */
static void
name_row (GtkListItem *item,
          const char  *step,
          gboolean     saved,
          gboolean     undone)
{
  const char *words[4] = { step };
  guint n = 1;
  g_autofree char *said = NULL;

  if (saved)
    words[n++] = _("saved");
  if (undone)
    words[n++] = C_("step", "undone");
  said = g_strjoinv (", ", (char **) words);
  nk_access_name_row (item, said);
}

static void
on_bind (NkHistoryList *list,
         GtkListItem   *item)
{
  guint n_done = steps_at (list, gtk_list_item_get_position (item));
  g_autofree char *text = name_at (list, gtk_list_item_get_position (item));
  GtkWidget *here = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_next_sibling (here);
  GtkWidget *saved = gtk_widget_get_next_sibling (name);
  guint done = nk_history_n_done (history_of (list));
  gboolean is_saved = (int) n_done == nk_history_n_saved (history_of (list))
                      && nk_session_file (list->session) != NULL;

  gtk_label_set_text (GTK_LABEL (name), text);
  gtk_widget_set_opacity (here, n_done == done ? 1 : 0);
  if (n_done == done)
    list->here = here;
  gtk_widget_set_visible (saved, is_saved);
  name_row (item, text, is_saved, n_done > done);
  /* What was undone is still there to be done again. */
  if (n_done > done)
    gtk_widget_add_css_class (name, "dim-label");
  else
    gtk_widget_remove_css_class (name, "dim-label");
}

static void
on_activate (NkHistoryList *list,
             guint          row)
{
  guint n_done = steps_at (list, row);

  g_clear_handle_id (&list->focusing, g_source_remove);
  gtk_popover_popdown (GTK_POPOVER (list));
  gtk_widget_activate_action (GTK_WIDGET (list), "win.go-to-step", "u", n_done);
}

/* The list is made when it is opened; while it is open nothing else can be done. */
static void
fill (NkHistoryList *list)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  guint n = nk_history_n_steps (history_of (list));
  g_autoptr (GtkSingleSelection) rows = NULL;

  for (guint row = 0; row <= n; row++)
    gtk_string_list_take (names, name_at (list, row));
  rows = gtk_single_selection_new (G_LIST_MODEL (names));
  gtk_single_selection_set_selected (rows, n - nk_history_n_done (history_of (list)));
  gtk_list_view_set_model (list->steps, GTK_SELECTION_MODEL (rows));
}

/* One goes on from where one is. */
static gboolean
focus_here (gpointer data)
{
  NkHistoryList *list = data;
  GtkWidget *row = list->here != NULL
    ? gtk_widget_get_parent (gtk_widget_get_parent (list->here)) : GTK_WIDGET (list->steps);

  list->focusing = 0;
  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

static void
nk_history_list_show (GtkWidget *widget)
{
  NkHistoryList *list = NK_HISTORY_LIST (widget);
  NkHistory *history = history_of (list);

  list->here = NULL;
  fill (list);
  GTK_WIDGET_CLASS (nk_history_list_parent_class)->show (widget);
  gtk_widget_activate_action (GTK_WIDGET (list->steps), "list.scroll-to-item", "u",
                              nk_history_n_steps (history) - nk_history_n_done (history));
  if (list->focusing == 0)
    list->focusing = g_idle_add (focus_here, list);
}

void
nk_history_list_set_session (NkHistoryList *list,
                             NkSession     *session)
{
  g_return_if_fail (list->session == NULL);
  list->session = g_object_ref (session);
}

static void
nk_history_list_dispose (GObject *object)
{
  NkHistoryList *list = NK_HISTORY_LIST (object);

  g_clear_handle_id (&list->focusing, g_source_remove);
  g_clear_object (&list->session);
  G_OBJECT_CLASS (nk_history_list_parent_class)->dispose (object);
}

static void
nk_history_list_class_init (NkHistoryListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_history_list_dispose;
  widget_class->show = nk_history_list_show;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/history-list.ui");
  gtk_widget_class_bind_template_child (widget_class, NkHistoryList, steps);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
nk_history_list_init (NkHistoryList *list)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  gtk_widget_init_template (GTK_WIDGET (list));
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (on_setup), list);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (on_bind), list);
  gtk_list_view_set_factory (list->steps, factory);
}
