#include "ui/canvas/naming.h"

#include "map/zones.h"
#include "ui/program/trace.h"

#include "map/text.h"

#define LEAST_WIDTH 220   /* pixels */
#define MOST_KNOWN 5      /* names that are offered */
#define LONGEST 36        /* characters of a name that is offered */

struct _NkNaming
{
  NkNamingGround ground;
  char *id;
  NkSpot spot;
  NkNamingDone done;
  gpointer user_data;
  gboolean ended;
  guint leaving;           /* an idle source, or 0 */

  GPtrArray *known;        /* ids of those that are offered */
  char *same;              /* the id of the one that has this name, or NULL */

  GtkWidget *box, *entry, *card, *zone, *doubt, *list;
  GtkEventController *keys, *focus;
};

static void
end (NkNaming    *naming,
     NkNamingEnd  how,
     const char  *text)
{
  if (naming->ended)
    return;
  naming->ended = TRUE;
  naming->done (naming, how, text, naming->user_data);
}

static char *
typed (NkNaming *naming)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (naming->entry))));
}

static void
end_named (NkNaming    *naming,
           NkNamingEnd  how)
{
  g_autofree char *name = typed (naming);

  if (*name != '\0')
    end (naming, how, name);
  else
    end (naming, NK_NAMING_NOTHING, NULL);
}

/* What somebody has already is not made a second time by the way. */
void
nk_naming_commit (NkNaming *naming)
{
  if (naming->id == NULL && naming->same != NULL)
    end (naming, NK_NAMING_NOTHING, NULL);
  else
    end_named (naming, NK_NAMING_NAMED);
}

void
nk_naming_cancel (NkNaming *naming)
{
  end (naming, NK_NAMING_NOTHING, NULL);
}

/* Who has such a name */

static int
chosen (NkNaming *naming)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (naming->list));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
choose (NkNaming *naming,
        int       index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (naming->list), index);

  gtk_list_box_select_row (GTK_LIST_BOX (naming->list), row);
  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (naming->entry),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (naming->entry),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static void
end_known (NkNaming *naming,
           int       index)
{
  g_autofree char *id = g_strdup (g_ptr_array_index (naming->known, index));

  end (naming, NK_NAMING_KNOWN, id);
}

static void
on_row (NkNaming      *naming,
        GtkListBoxRow *row)
{
  end_known (naming, gtk_list_box_row_get_index (row));
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_known (NkNaming *naming,
           NkRecord *actor)
{
  const NkMap *map = naming->ground.map;
  NkLanding zone = { nk_actor_band (map, actor),
                     nk_actor_box (map, actor, nk_map_district_level (map)) };
  g_autofree char *words = nk_landing_words (map, &zone);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_label (nk_record_title (actor), NULL));
  if (words != NULL)
    gtk_box_append (GTK_BOX (box), make_label (words, "quiet"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nk_record_title (actor), -1);
  gtk_list_box_append (GTK_LIST_BOX (naming->list), row);
  g_ptr_array_add (naming->known, g_strdup (nk_record_id (actor)));
}

static void
offer_known (NkNaming   *naming,
             const char *name)
{
  g_autoptr (GArray) matches = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (naming->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (naming->list), GTK_WIDGET (row));
  g_ptr_array_set_size (naming->known, 0);
  choose (naming, -1);
  if (naming->id == NULL)
    {
      matches = nk_matcher_find (naming->ground.matcher, naming->ground.map, NK_ACTOR, name,
                                 MOST_KNOWN);
      for (guint i = 0; i < matches->len; i++)
        add_known (naming, g_array_index (matches, NkMatch, i).record);
    }
  gtk_widget_set_visible (naming->list, naming->known->len > 0);
}

/* What stands below the entry is read with it. */
static void
describe (NkNaming *naming)
{
  GtkWidget *label = gtk_widget_get_visible (naming->doubt) ? naming->doubt : naming->zone;

  gtk_accessible_update_property (GTK_ACCESSIBLE (naming->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
}

/* Says if the name is one that somebody else has. */
static void
doubt (NkNaming   *naming,
       const char *name)
{
  const NkRecord *same = nk_matcher_same (naming->ground.matcher, naming->ground.map, NK_ACTOR, name);
  gboolean other = same != NULL && g_strcmp0 (nk_record_id (same), naming->id) != 0;

  g_free (naming->same);
  naming->same = other ? g_strdup (nk_record_id (same)) : NULL;
  gtk_label_set_text (GTK_LABEL (naming->doubt), naming->id == NULL
                      ? _("It is there already. Enter goes to it, Ctrl+Enter adds a second one.")
                      : _("Another actor has this name already."));
  gtk_widget_set_visible (naming->doubt, other);
  describe (naming);
}

/* Shows the line and the list only if they say something. */
static void
show_card (NkNaming *naming)
{
  gtk_widget_set_visible (naming->card, gtk_widget_get_visible (naming->zone)
                                          || gtk_widget_get_visible (naming->doubt)
                                          || gtk_widget_get_visible (naming->list));
}

static void
on_changed (NkNaming *naming)
{
  g_autofree char *name = typed (naming);

  offer_known (naming, name);
  doubt (naming, name);
  show_card (naming);
  gtk_widget_queue_allocate (gtk_widget_get_parent (naming->box));
  if (naming->id == NULL)
    nk_trace ("naming \"%s\" known=%u%s", name, naming->known->len,
              naming->same != NULL ? " same" : "");
}

/* Keys */

static void
on_enter (NkNaming *naming)
{
  g_autofree char *same = g_strdup (naming->same);

  if (chosen (naming) >= 0)
    end_known (naming, chosen (naming));
  else if (naming->id == NULL && same != NULL)
    end (naming, NK_NAMING_KNOWN, same);
  else
    end_named (naming, NK_NAMING_NAMED);
}

static void
on_tab (NkNaming *naming)
{
  if (naming->id != NULL || chosen (naming) >= 0)
    on_enter (naming);
  else if (naming->same != NULL)
    end (naming, NK_NAMING_NEXT, "");
  else
    end_named (naming, NK_NAMING_NEXT);
}

static gboolean
on_key (NkNaming       *naming,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  int n = (int) naming->known->len, at = chosen (naming);

  switch (key)
    {
    case GDK_KEY_Escape:
      nk_naming_cancel (naming);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      /* Without Ctrl it is for the entry, which may be putting a letter together. */
      if ((state & GDK_CONTROL_MASK) == 0)
        return FALSE;
      end_named (naming, NK_NAMING_NAMED);
      return TRUE;
    case GDK_KEY_Tab:
      if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
        return FALSE;
      on_tab (naming);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      if (n == 0)
        return FALSE;
      /* Between the last and the first one stands the entry itself. */
      choose (naming, (at + 1 + (key == GDK_KEY_Down ? 1 : n)) % (n + 1) - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Leaving it */

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

/* Making it */

static void
make_entry (NkNaming   *naming,
            const char *name)
{
  naming->entry = g_object_new (GTK_TYPE_ENTRY, "text", name, "placeholder-text", _("Name"),
                                "xalign", 0.5, NULL);
  gtk_widget_add_css_class (naming->entry, "naming");
  gtk_accessible_update_property (GTK_ACCESSIBLE (naming->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the actor"), -1);
  naming->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (naming->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (naming->keys, "key-pressed", G_CALLBACK (on_key), naming);
  gtk_widget_add_controller (naming->entry, naming->keys);
  g_signal_connect_swapped (naming->entry, "activate", G_CALLBACK (on_enter), naming);
  g_signal_connect_swapped (naming->entry, "changed", G_CALLBACK (on_changed), naming);
  naming->focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (naming->focus, "leave", G_CALLBACK (on_leave), naming);
  gtk_widget_add_controller (naming->entry, naming->focus);
}

static void
make_card (NkNaming *naming)
{
  naming->zone = make_label (NULL, "quiet");
  naming->doubt = make_label (NULL, "quiet");
  gtk_label_set_wrap (GTK_LABEL (naming->doubt), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (naming->doubt), PANGO_ELLIPSIZE_NONE);
  naming->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (naming->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Actors with such a name"), -1);
  g_signal_connect_swapped (naming->list, "row-activated", G_CALLBACK (on_row), naming);
  naming->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_add_css_class (naming->card, "naming-card");
  gtk_box_append (GTK_BOX (naming->card), naming->zone);
  gtk_box_append (GTK_BOX (naming->card), naming->doubt);
  gtk_box_append (GTK_BOX (naming->card), naming->list);
}

static void
say_zone (NkNaming *naming)
{
  NkLanding landing = { naming->spot.band, naming->spot.district };
  g_autofree char *words = nk_landing_words (naming->ground.map, &landing);
  gboolean said = words != NULL && naming->id == NULL && !naming->spot.weighed;

  gtk_label_set_text (GTK_LABEL (naming->zone), said ? words : "");
  gtk_widget_set_visible (naming->zone, said);
  describe (naming);
  show_card (naming);
}

NkNaming *
nk_naming_new (GtkWidget            *parent,
               const NkNamingGround *ground,
               const char           *id,
               const char           *name,
               const NkSpot         *spot,
               NkNamingDone          done,
               gpointer              user_data)
{
  NkNaming *naming = g_new0 (NkNaming, 1);

  naming->ground = *ground;
  naming->id = g_strdup (id);
  naming->spot = *spot;
  naming->done = done;
  naming->user_data = user_data;
  naming->known = g_ptr_array_new_with_free_func (g_free);

  make_entry (naming, name);
  make_card (naming);
  naming->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (naming->box), naming->entry);
  gtk_box_append (GTK_BOX (naming->box), naming->card);
  gtk_widget_set_visible (naming->list, FALSE);
  gtk_widget_set_visible (naming->doubt, FALSE);
  say_zone (naming);
  gtk_widget_set_parent (naming->box, parent);
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
  g_signal_handlers_disconnect_by_data (naming->list, naming);
  gtk_widget_unparent (naming->box);
  g_ptr_array_unref (naming->known);
  g_free (naming->same);
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

void
nk_naming_set_spot (NkNaming     *naming,
                    const NkSpot *spot)
{
  naming->spot = *spot;
  say_zone (naming);
}

GtkWidget *
nk_naming_widget (NkNaming *naming)
{
  return naming->box;
}

void
nk_naming_allocate (NkNaming *naming,
                    double    x,
                    double    y)
{
  GtkWidget *parent = gtk_widget_get_parent (naming->box);
  GtkRequisition natural, entry;
  GtkAllocation place;

  gtk_widget_get_preferred_size (naming->entry, NULL, &entry);
  gtk_widget_get_preferred_size (naming->box, NULL, &natural);
  place.width = MAX (natural.width, LEAST_WIDTH);
  gtk_widget_measure (naming->box, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL,
                      NULL);
  /* As far as it can be seen there. */
  place.x = MAX (MIN ((int) x - place.width / 2, gtk_widget_get_width (parent) - place.width), 0);
  place.y = MAX (MIN ((int) y - entry.height / 2, gtk_widget_get_height (parent) - place.height),
                 0);
  gtk_widget_size_allocate (naming->box, &place, -1);
}
