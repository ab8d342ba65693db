#include "ui/canvas/naming.h"

#include "map/text.h"

#define LEAST_WIDTH 180

struct _NkNaming
{
  char *id;
  NkSpot spot;
  NkNamingDone done;
  gpointer user_data;
  gboolean ended;
  guint leaving;           /* an idle source, or 0 */

  GtkWidget *entry;
  GtkEventController *keys, *focus;
};

static void
end (NkNaming   *naming,
     const char *name)
{
  if (naming->ended)
    return;
  naming->ended = TRUE;
  naming->done (naming, name, naming->user_data);
}

void
nk_naming_commit (NkNaming *naming)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (naming->entry))));

  end (naming, *name != '\0' ? name : NULL);
}

static gboolean
on_left (gpointer data)
{
  NkNaming *naming = data;

  naming->leaving = 0;
  nk_naming_commit (naming);
  return G_SOURCE_REMOVE;
}

/* Whoever goes on elsewhere in the window has ended it; who looks at another window has not. GTK is
 * not done with the entry yet, and so it must not go before that. */
static void
on_leave (NkNaming *naming)
{
  GtkRoot *root = gtk_widget_get_root (naming->entry);

  if (naming->ended || naming->leaving != 0)
    return;
  if (GTK_IS_WINDOW (root) && gtk_window_is_active (GTK_WINDOW (root)))
    naming->leaving = g_idle_add (on_left, naming);
}

static gboolean
on_key (NkNaming *naming,
        guint     key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  end (naming, NULL);
  return TRUE;
}

NkNaming *
nk_naming_new (GtkWidget    *parent,
               const char   *id,
               const char   *name,
               const NkSpot *spot,
               NkNamingDone  done,
               gpointer      user_data)
{
  NkNaming *naming = g_new0 (NkNaming, 1);

  naming->id = g_strdup (id);
  naming->spot = *spot;
  naming->done = done;
  naming->user_data = user_data;

  naming->entry = g_object_new (GTK_TYPE_ENTRY, "text", name, "placeholder-text", _("Name"),
                                "xalign", 0.5, NULL);
  gtk_widget_add_css_class (naming->entry, "naming");
  gtk_accessible_update_property (GTK_ACCESSIBLE (naming->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the actor"), -1);
  gtk_widget_set_parent (naming->entry, parent);

  naming->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (naming->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (naming->keys, "key-pressed", G_CALLBACK (on_key), naming);
  gtk_widget_add_controller (naming->entry, naming->keys);
  g_signal_connect_swapped (naming->entry, "activate", G_CALLBACK (nk_naming_commit), naming);
  naming->focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (naming->focus, "leave", G_CALLBACK (on_leave), naming);
  gtk_widget_add_controller (naming->entry, naming->focus);
  gtk_widget_grab_focus (naming->entry);
  return naming;
}

void
nk_naming_free (NkNaming *naming)
{
  naming->ended = TRUE;
  g_clear_handle_id (&naming->leaving, g_source_remove);
  /* GTK may tell the entry of the focus after it has gone. */
  g_signal_handlers_disconnect_by_data (naming->keys, naming);
  g_signal_handlers_disconnect_by_data (naming->focus, naming);
  g_signal_handlers_disconnect_by_data (naming->entry, naming);
  gtk_widget_unparent (naming->entry);
  g_free (naming->id);
  g_free (naming);
}

const char *
nk_naming_id (NkNaming *naming)
{
  return naming->id;
}

const NkSpot *
nk_naming_spot (NkNaming *naming)
{
  return &naming->spot;
}

GtkWidget *
nk_naming_widget (NkNaming *naming)
{
  return naming->entry;
}

void
nk_naming_cancel (NkNaming *naming)
{
  end (naming, NULL);
}

void
nk_naming_allocate (NkNaming *naming,
                    double    x,
                    double    y)
{
  GtkWidget *parent = gtk_widget_get_parent (naming->entry);
  GtkRequisition natural;
  GtkAllocation place;

  gtk_widget_get_preferred_size (naming->entry, NULL, &natural);
  place.width = MAX (natural.width, LEAST_WIDTH);
  place.height = natural.height;
  /* As far as it can be seen there. */
  place.x = MAX (MIN ((int) x - place.width / 2, gtk_widget_get_width (parent) - place.width), 0);
  place.y = MAX (MIN ((int) y - place.height / 2, gtk_widget_get_height (parent) - place.height),
                 0);
  gtk_widget_size_allocate (naming->entry, &place, -1);
}
