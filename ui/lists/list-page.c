#include "ui/lists/list-page.h"

#include "ui/lists/list-deeds.h"
#include "ui/lists/list-doubts.h"
#include "ui/lists/list-drag.h"
#include "ui/lists/list-row.h"
#include "ui/lists/list-stray.h"
#include "ui/lists/list-words.h"

#include "map/text.h"

struct _NkListPage
{
  GtkWidget parent_instance;

  /* owned */
  NkListHost host;
  char *attribute;      /* that of the host */
  GHashTable *doubts;   /* sentences by key */
  gboolean values;
  gboolean old;         /* the map has changed while it was not seen */
  gboolean filling;
  gboolean to_end;      /* the list is to be seen to its end once it has its new height */

  /* template */
  GtkWidget *box;
  GtkLabel *heading;
  GtkListBox *list;
  GtkWidget *tools;
  GtkEntry *entry;
  GtkWidget *add, *merge, *delete, *up, *down;
};

G_DEFINE_FINAL_TYPE (NkListPage, nk_list_page, GTK_TYPE_WIDGET)

static guint chosen_signal;

/* Rows */

/* The row at a place of the list, or NULL; below them are those that the list does not have. */
static NkListRow *
row_at (NkListPage *page,
        guint       i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (page->list, (int) i);

  return NK_IS_LIST_ROW (row) ? NK_LIST_ROW (row) : NULL;
}

static NkListRow *
find_row (NkListPage *page,
          const char *key)
{
  NkListRow *row;

  for (guint i = 0; (row = row_at (page, i)) != NULL; i++)
    if (g_str_equal (nk_list_row_key (row), key))
      return row;
  return NULL;
}

static gboolean
is_selected (NkListRow *row)
{
  return gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (row));
}

/* The keys of the rows that are selected, in their order. To be freed. */
static char **
selected_keys (NkListPage *page)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  NkListRow *row;

  for (guint i = 0; (row = row_at (page, i)) != NULL; i++)
    if (is_selected (row))
      g_strv_builder_add (keys, nk_list_row_key (row));
  return g_strv_builder_end (keys);
}

const char *
nk_list_page_chosen (NkListPage *page)
{
  g_auto (GStrv) keys = selected_keys (page);

  return g_strv_length (keys) == 1 ? nk_list_row_key (find_row (page, keys[0])) : NULL;
}

static GtkWindow *
window_of (NkListPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

static void
on_selected (NkListPage *page)
{
  g_auto (GStrv) keys = NULL;
  guint n, n_rows = 0;

  if (page->filling)
    return;
  keys = selected_keys (page);
  n = g_strv_length (keys);
  while (row_at (page, n_rows) != NULL)
    n_rows++;
  gtk_widget_set_sensitive (page->merge, n > 1 || (n == 1 && n_rows > 1));
  gtk_widget_set_sensitive (page->delete, n > 0);
  gtk_widget_set_sensitive (page->up, n == 1 && !is_selected (row_at (page, 0)));
  gtk_widget_set_sensitive (page->down, n == 1 && !is_selected (row_at (page, n_rows - 1)));
  g_signal_emit (page, chosen_signal, 0);
}

static void
on_activated (NkListPage    *page,
              GtkListBoxRow *row)
{
  if (NK_IS_LIST_ROW (row))
    nk_list_row_edit (NK_LIST_ROW (row));
}

/* Whatever is done to the selection is done to the row in which somebody works. */
static void
on_row_focus (GtkEventController *controller,
              NkListPage         *page)
{
  GtkWidget *row = gtk_event_controller_get_widget (controller);

  if (gtk_event_controller_focus_is_focus (GTK_EVENT_CONTROLLER_FOCUS (controller))
      || is_selected (NK_LIST_ROW (row)))
    return;
  gtk_list_box_unselect_all (page->list);
  gtk_list_box_select_row (page->list, GTK_LIST_BOX_ROW (row));
}

/* Order */

static void
move_to (NkListPage *page,
         const char *key,
         guint       position)
{
  g_autofree char *moved = g_strdup (key);
  NkListRow *row;

  if (!nk_list_host_apply (&page->host,
                           nk_edit_for_category_move (nk_list_host_map (&page->host),
                                                      &page->host.list, moved, position),
                           NULL))
    return;
  row = find_row (page, moved);
  gtk_list_box_unselect_all (page->list);
  gtk_list_box_select_row (page->list, GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
move_by (NkListPage *page,
         int         step)
{
  const char *key = nk_list_page_chosen (page);
  int to;

  if (key == NULL)
    return FALSE;
  to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (page, key))) + step;
  if (to >= 0 && row_at (page, (guint) to) != NULL)
    move_to (page, key, (guint) to);
  return TRUE;
}

static void
on_up (NkListPage *page)
{
  move_by (page, -1);
}

static void
on_down (NkListPage *page)
{
  move_by (page, 1);
}

static void
on_dropped (NkListRow *row,
            guint      position,
            gpointer   page)
{
  move_to (page, nk_list_row_key (row), position);
}

/* Adding, merging, deleting */

/* What is typed, if it can be added. To be freed. */
static char *
new_name (NkListPage *page)
{
  char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (page->entry))));

  if (*name != '\0'
      && !(page->values && nk_categories_have (nk_list_host_map (&page->host), &page->host.list,
                                               name)))
    return name;
  g_free (name);
  return NULL;
}

static void
on_entry_changed (NkListPage *page)
{
  g_autofree char *name = new_name (page);

  gtk_widget_set_sensitive (page->add, name != NULL);
}

static void
on_add (NkListPage *page)
{
  g_autofree char *name = new_name (page);
  g_autofree char *key = NULL;
  NkEdit *edit;
  NkListRow *row;

  if (name == NULL)
    return;
  edit = nk_edit_for_new_category (nk_list_host_map (&page->host), &page->host.list, name, &key);
  page->to_end = TRUE;
  if (!nk_list_host_apply (&page->host, edit, NULL))
    return;
  row = find_row (page, key);
  gtk_list_box_unselect_all (page->list);
  gtk_list_box_select_row (page->list, GTK_LIST_BOX_ROW (row));
  gtk_editable_set_text (GTK_EDITABLE (page->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (page->entry));
}

static void
on_merge (NkListPage *page)
{
  g_auto (GStrv) keys = selected_keys (page);

  if (gtk_widget_get_sensitive (page->merge))
    nk_list_merge (&page->host, window_of (page), (const char *const *) keys);
}

static void
on_delete (NkListPage *page)
{
  g_auto (GStrv) keys = selected_keys (page);

  if (keys[0] != NULL)
    nk_list_delete (&page->host, window_of (page), (const char *const *) keys);
}

/* Keys */

static gboolean
is_typing (NkListPage *page)
{
  return GTK_IS_EDITABLE (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page))));
}

static gboolean
key_up (GtkWidget *widget, GVariant *arguments, gpointer page)
{
  return move_by (page, -1);
}

static gboolean
key_down (GtkWidget *widget, GVariant *arguments, gpointer page)
{
  return move_by (page, 1);
}

static gboolean
key_delete (GtkWidget *widget, GVariant *arguments, gpointer page)
{
  if (is_typing (page))
    return FALSE;
  on_delete (page);
  return TRUE;
}

static gboolean
key_rename (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  NkListPage *page = user_data;
  const char *key = nk_list_page_chosen (page);

  if (key == NULL)
    return FALSE;
  nk_list_row_edit (find_row (page, key));
  return TRUE;
}

static gboolean
key_add (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NK_LIST_PAGE (user_data)->entry));
}

static void
add_keys (NkListPage *page)
{
  static const struct { guint key; GdkModifierType modifiers; GtkShortcutFunc pressed; } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, key_up },
    { GDK_KEY_Down, GDK_ALT_MASK, key_down },
    { GDK_KEY_Delete, 0, key_delete },
    { GDK_KEY_F2, 0, key_rename },
    { GDK_KEY_Insert, 0, key_add },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                        gtk_callback_action_new (keys[i].pressed, page, NULL)));
  gtk_widget_add_controller (page->box, controller);
}

/* Showing */

/* Below the rows, what the list does not have. */
static void
show_strays (NkListPage *page,
             guint       n_rows,
             GHashTable *uses)
{
  g_auto (GStrv) unknown = nk_categories_unknown (nk_list_host_map (&page->host), &page->host.list,
                                                  uses);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (page->list, (int) n_rows)) != NULL)
    gtk_list_box_remove (page->list, GTK_WIDGET (row));
  for (guint i = 0; unknown[i] != NULL; i++)
    gtk_list_box_append (page->list,
                         nk_list_stray_new (&page->host, unknown[i],
                                            g_hash_table_lookup (uses, unknown[i]), n_rows > 0));
}

static void
add_row (NkListPage *page,
         guint       i)
{
  GtkWidget *row = nk_list_row_new (&page->host);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_row_focus), page);
  gtk_widget_add_controller (row, focus);
  nk_list_drag_from (NK_LIST_ROW (row));
  gtk_list_box_insert (page->list, row, (int) i);
}

static GHashTable *
set_of (const char *const *keys)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (set, (gpointer) keys[i]);
  return set;
}

/* Selects those that were: by their keys, or by their places if they are called otherwise now. */
static void
select_again (NkListPage        *page,
              const char *const *before,
              const char *const *selected,
              const char *const *keys)
{
  g_autoptr (GHashTable) were = set_of (before), chosen = set_of (selected);
  guint n_before = g_strv_length ((char **) before), n = g_strv_length ((char **) keys);

  gtk_list_box_unselect_all (page->list);
  for (guint i = 0; i < n; i++)
    {
      const char *then = keys[i];

      if (!g_hash_table_contains (were, keys[i]))
        then = n == n_before ? before[i] : NULL;
      if (then != NULL && g_hash_table_contains (chosen, then))
        gtk_list_box_select_row (page->list, GTK_LIST_BOX_ROW (row_at (page, i)));
    }
}

/* Where all that was selected is gone, what has come to its place is selected. */
static void
select_instead (NkListPage        *page,
                const char *const *before,
                const char *const *selected,
                guint              n)
{
  g_auto (GStrv) now = selected_keys (page);
  guint place = 0;

  if (now[0] != NULL || selected[0] == NULL || n == 0)
    return;
  while (!g_str_equal (before[place], selected[0]))
    place++;
  gtk_list_box_select_row (page->list, GTK_LIST_BOX_ROW (row_at (page, MIN (place, n - 1))));
}

static char **
shown_keys (NkListPage *page)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  NkListRow *row;

  for (guint i = 0; (row = row_at (page, i)) != NULL; i++)
    g_strv_builder_add (keys, nk_list_row_key (row));
  return g_strv_builder_end (keys);
}

static void
show_heading (NkListPage *page)
{
  g_autofree char *title = nk_list_title (nk_list_host_map (&page->host), &page->host.list);

  gtk_label_set_text (page->heading, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_sensitive (page->tools, !page->values
                                         || nk_map_find (nk_list_host_map (&page->host),
                                                         NK_ATTRIBUTE, page->attribute) != NULL);
}

static void
show_rows (NkListPage        *page,
           const char *const *keys,
           GHashTable        *uses)
{
  NkListRow *row;
  guint n = g_strv_length ((char **) keys);

  for (guint i = 0; i < n; i++)
    {
      if (row_at (page, i) == NULL)
        add_row (page, i);
      nk_list_row_show (row_at (page, i), keys[i], g_hash_table_lookup (uses, keys[i]),
                        g_hash_table_lookup (page->doubts, keys[i]));
    }
  while ((row = row_at (page, n)) != NULL)
    gtk_list_box_remove (page->list, GTK_WIDGET (row));
  show_strays (page, n, uses);
}

static gboolean
has_focus (NkListPage *page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));

  return focus != NULL && gtk_widget_is_sensitive (focus)
         && gtk_widget_is_ancestor (focus, GTK_WIDGET (page));
}

/* What had the keyboard is gone, or a button that can't do anything now. */
static void
take_focus (NkListPage *page)
{
  g_autoptr (GList) rows = gtk_list_box_get_selected_rows (page->list);

  gtk_widget_grab_focus (rows != NULL ? GTK_WIDGET (rows->data) : GTK_WIDGET (page->entry));
}

static void
refresh (NkListPage *page)
{
  const NkMap *map = nk_list_host_map (&page->host);
  g_autoptr (GHashTable) uses = nk_categories_uses (map, &page->host.list);
  g_auto (GStrv) before = shown_keys (page), selected = selected_keys (page);
  g_auto (GStrv) keys = nk_categories_keys (map, &page->host.list);
  gboolean had_focus = has_focus (page);

  page->old = FALSE;
  page->filling = TRUE;
  if (page->doubts == NULL)
    page->doubts = nk_list_doubts (map, &page->host.list);
  show_heading (page);
  show_rows (page, (const char *const *) keys, uses);
  select_again (page, (const char *const *) before, (const char *const *) selected,
                (const char *const *) keys);
  select_instead (page, (const char *const *) before, (const char *const *) selected,
                  g_strv_length (keys));
  if (before[0] == NULL && keys[0] != NULL)
    gtk_list_box_select_row (page->list, GTK_LIST_BOX_ROW (row_at (page, 0)));
  page->filling = FALSE;
  on_selected (page);
  if (had_focus && !has_focus (page))
    take_focus (page);
}

static void
refresh_if_seen (NkListPage *page)
{
  page->old = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    refresh (page);
}

static void
on_edited (NkListPage *page,
           NkEdit     *edit)
{
  /* Doubts take longer than the rest, and only few edits have to do with them. */
  for (guint i = 0; i < nk_edit_n_changes (edit); i++)
    if (nk_edit_change (edit, i)->kind == page->host.list.kind)
      {
        g_clear_pointer (&page->doubts, g_hash_table_unref);
        break;
      }
  refresh_if_seen (page);
}

static void
on_opened (NkListPage *page)
{
  g_clear_pointer (&page->doubts, g_hash_table_unref);
  refresh_if_seen (page);
}

static void
on_map (NkListPage *page)
{
  if (page->old)
    refresh (page);
}

static void
on_height (NkListPage    *page,
           GtkAdjustment *adjustment)
{
  if (!page->to_end)
    return;
  page->to_end = FALSE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

void
nk_list_page_set_attribute (NkListPage *page,
                            const char *attribute)
{
  g_return_if_fail (page->values);
  attribute = attribute != NULL ? attribute : "";
  if (g_str_equal (page->attribute, attribute))
    return;
  gtk_list_box_unselect_all (page->list);
  g_free (page->attribute);
  page->attribute = g_strdup (attribute);
  page->host.list.attribute = page->attribute;
  on_opened (page);
}

/* The class */

static void
nk_list_page_dispose (GObject *object)
{
  NkListPage *page = NK_LIST_PAGE (object);

  page->filling = TRUE;
  g_clear_pointer (&page->box, gtk_widget_unparent);
  g_clear_pointer (&page->doubts, g_hash_table_unref);
  G_OBJECT_CLASS (nk_list_page_parent_class)->dispose (object);
}

static void
nk_list_page_finalize (GObject *object)
{
  NkListPage *page = NK_LIST_PAGE (object);

  g_free (page->attribute);
  g_clear_object (&page->host.types);
  G_OBJECT_CLASS (nk_list_page_parent_class)->finalize (object);
}

static void
nk_list_page_class_init (NkListPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_list_page_dispose;
  G_OBJECT_CLASS (class)->finalize = nk_list_page_finalize;
  chosen_signal = g_signal_new ("chosen", NK_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NkListPage, box);
  gtk_widget_class_bind_template_child (widget_class, NkListPage, heading);
  gtk_widget_class_bind_template_child (widget_class, NkListPage, list);
  gtk_widget_class_bind_template_child (widget_class, NkListPage, tools);
  gtk_widget_class_bind_template_child (widget_class, NkListPage, entry);
  gtk_widget_class_bind_template_child (widget_class, NkListPage, add);
  gtk_widget_class_bind_template_child (widget_class, NkListPage, merge);
  gtk_widget_class_bind_template_child (widget_class, NkListPage, delete);
  gtk_widget_class_bind_template_child (widget_class, NkListPage, up);
  gtk_widget_class_bind_template_child (widget_class, NkListPage, down);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_merge);
  gtk_widget_class_bind_template_callback (widget_class, on_delete);
  gtk_widget_class_bind_template_callback (widget_class, on_up);
  gtk_widget_class_bind_template_callback (widget_class, on_down);
}

static void
nk_list_page_init (NkListPage *page)
{
  page->old = TRUE;
  gtk_widget_init_template (GTK_WIDGET (page));
  add_keys (page);
  nk_list_drag_to (page->list, on_dropped, page);
  g_signal_connect_object (gtk_list_box_get_adjustment (page->list), "changed",
                           G_CALLBACK (on_height), page, G_CONNECT_SWAPPED);
  g_signal_connect (page, "map", G_CALLBACK (on_map), NULL);
}

GtkWidget *
nk_list_page_new (NkWindow     *window,
                  NkRecordKind  kind,
                  gboolean      values)
{
  NkListPage *page = g_object_new (NK_TYPE_LIST_PAGE, NULL);
  NkSession *session = nk_window_session (window);
  const char *new_one;

  page->values = values;
  page->attribute = values ? g_strdup ("") : NULL;
  page->host = (NkListHost) { window, { kind, page->attribute },
                              gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL) };
  new_one = nk_list_new_one (&page->host.list);
  gtk_widget_set_visible (GTK_WIDGET (page->heading), values);
  gtk_entry_set_placeholder_text (page->entry, new_one);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  new_one, -1);
  show_heading (page);
  g_signal_connect_object (session, "edited", G_CALLBACK (on_edited), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "opened", G_CALLBACK (on_opened), page, G_CONNECT_SWAPPED);
  return GTK_WIDGET (page);
}
