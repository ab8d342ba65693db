#include "ui/inspector/inspector.h"

#include "ui/inspector/field-row.h"
#include "ui/inspector/heading.h"
#include "ui/inspector/page.h"

struct _NkInspector
{
  GtkWidget parent_instance;

  /* owned */
  NkSession *session;
  GHashTable *all_pages;   /* NkPage by what it is for; made when they are needed first, and then
                              only shown and hidden: the selection changes with every click */

  /* children */
  GtkWidget *box;
  GtkLabel *heading;
  GtkLabel *summary;
  GtkWidget *pages;
  GtkWidget *actions;
  NkPage *page;            /* the one that is shown, or NULL */
};

G_DEFINE_FINAL_TYPE (NkInspector, nk_inspector, GTK_TYPE_WIDGET)

enum { FAILED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

void
nk_inspector_fail (GtkWidget  *inside,
                   const char *message)
{
  g_signal_emit (gtk_widget_get_ancestor (inside, NK_TYPE_INSPECTOR), signals[FAILED], 0, message);
}

/* Showing what is selected */

static void
show_heading (NkInspector *inspector,
              NkSubject   *subject)
{
  gboolean is_map = subject->kinds == 1u << NK_HEAD;
  g_autofree char *heading = nk_heading_of (subject);
  g_autofree char *counts = nk_counts_of (nk_session_map (inspector->session));

  gtk_label_set_text (inspector->heading, heading);
  gtk_label_set_text (inspector->summary, counts);
  gtk_widget_set_visible (GTK_WIDGET (inspector->summary), is_map);
  gtk_widget_set_visible (inspector->actions, !is_map);
}

static NkPage *
page_for (NkInspector *inspector,
          NkSubject   *subject)
{
  gboolean several = nk_subject_has_several (subject);
  gpointer key = GUINT_TO_POINTER (subject->kinds << 1 | several);
  NkPage *page = g_hash_table_lookup (inspector->all_pages, key);

  if (page == NULL)
    {
      page = nk_page_new (inspector->session, subject->kinds, several);
      gtk_box_append (GTK_BOX (inspector->pages), GTK_WIDGET (page));
      g_hash_table_insert (inspector->all_pages, key, page);
    }
  return page;
}

static void
turn_to (NkInspector *inspector,
         NkPage      *page)
{
  if (inspector->page == page)
    return;
  if (inspector->page != NULL)
    gtk_widget_set_visible (GTK_WIDGET (inspector->page), FALSE);
  inspector->page = page;
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
}

static void
update (NkInspector *inspector)
{
  g_autoptr (NkSubject) subject = nk_subject_new (inspector->session);
  NkPage *page = page_for (inspector, subject);

  show_heading (inspector, subject);
  turn_to (inspector, page);
  nk_page_show (page, subject);
}

/* While a layout is proposed, the map is not changed. */
static void
update_proposing (NkInspector *inspector)
{
  gtk_widget_set_sensitive (inspector->pages, !nk_session_is_proposing (inspector->session));
}

static void
listen (NkInspector *inspector,
        const char  *signal,
        GCallback    callback)
{
  g_signal_connect_object (inspector->session, signal, callback, inspector, G_CONNECT_SWAPPED);
}

void
nk_inspector_set_session (NkInspector *inspector,
                          NkSession   *session)
{
  g_return_if_fail (inspector->session == NULL);
  inspector->session = g_object_ref (session);
  listen (inspector, "selection-changed", G_CALLBACK (update));
  listen (inspector, "opened", G_CALLBACK (update));
  listen (inspector, "edited", G_CALLBACK (update));
  listen (inspector, "scene-changed", G_CALLBACK (update_proposing));
  update (inspector);
}

/* Escape: what was typed in the row goes, and the keyboard goes back to the map. */
static gboolean
on_escape (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, NK_TYPE_FIELD_ROW) : NULL;

  if (row != NULL)
    nk_field_row_revert (NK_FIELD_ROW (row));
  g_signal_emit (widget, signals[LEFT], 0);
  return TRUE;
}

/* The class */

static void
nk_inspector_dispose (GObject *object)
{
  NkInspector *inspector = NK_INSPECTOR (object);

  g_clear_pointer (&inspector->box, gtk_widget_unparent);
  g_clear_pointer (&inspector->all_pages, g_hash_table_unref);
  if (inspector->session != NULL)
    g_signal_handlers_disconnect_by_data (inspector->session, inspector);
  g_clear_object (&inspector->session);
  G_OBJECT_CLASS (nk_inspector_parent_class)->dispose (object);
}

static void
nk_inspector_class_init (NkInspectorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_inspector_dispose;
  signals[FAILED] = g_signal_new ("failed", NK_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", NK_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, NkInspector, box);
  gtk_widget_class_bind_template_child (widget_class, NkInspector, heading);
  gtk_widget_class_bind_template_child (widget_class, NkInspector, summary);
  gtk_widget_class_bind_template_child (widget_class, NkInspector, pages);
  gtk_widget_class_bind_template_child (widget_class, NkInspector, actions);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nk_inspector_init (NkInspector *inspector)
{
  inspector->all_pages = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (inspector));
}
