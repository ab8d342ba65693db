#include "ui/inspector/record-chooser.h"

#include "ui/inspector/option.h"
#include "ui/program/access.h"

#include "intake/match.h"
#include "map/choices.h"

#include "map/text.h"

#define MOST 50      /* names that are offered */
#define WIDTH 260    /* pixels */
#define HEIGHT 240   /* of the list, at most */

struct _NkRecordChooser
{
  GtkWidget parent_instance;

  /* owned */
  NkSession *session;
  NkMatcher *matcher;
  NkRecordKind kind;

  /* children */
  GtkWidget *button;
  GtkLabel *shown;
  GtkWidget *search;
  GtkListBox *names;
  GtkWidget *making;     /* the line for a new source, or NULL */
  GtkWidget *type;       /* in it */
};

G_DEFINE_FINAL_TYPE (NkRecordChooser, nk_record_chooser, GTK_TYPE_WIDGET)

enum { CHOSEN, WANTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The names that are offered */

static void
add_name (NkRecordChooser *chooser,
          const NkRecord  *record)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (nk_record_title (record));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, nk_record_title (record));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nk_record_title (record), -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (nk_record_id (record)), g_free);
  gtk_list_box_append (chooser->names, row);
}

/* Nothing is typed: the first of the map. */
static void
list_first (NkRecordChooser *chooser,
            const NkMap     *map)
{
  for (guint i = 0; i < MIN (nk_map_count (map, chooser->kind), MOST); i++)
    add_name (chooser, nk_map_at (map, chooser->kind, i));
}

/* What is only similar has to be chosen by hand: "Interview 9" need not be a slip of "Interview 3".
 * TRUE if there is something better. */
static gboolean
list_matches (NkRecordChooser *chooser,
              const NkMap     *map,
              const char      *text)
{
  g_autoptr (GArray) matches = nk_matcher_find (chooser->matcher, map, chooser->kind, text, MOST);

  for (guint i = 0; i < matches->len; i++)
    add_name (chooser, g_array_index (matches, NkMatch, i).record);
  return matches->len > 0 && g_array_index (matches, NkMatch, 0).kind != NK_MATCH_SIMILAR;
}

static const char *
typed (NkRecordChooser *chooser)
{
  return gtk_editable_get_text (GTK_EDITABLE (chooser->search));
}

/* A new one can be made of a name that nobody has yet. */
static void
update_making (NkRecordChooser *chooser)
{
  const NkMap *map = nk_session_map (chooser->session);
  g_autofree char *name = g_strstrip (g_strdup (typed (chooser)));

  if (chooser->making != NULL)
    gtk_widget_set_sensitive (chooser->making, *name != '\0'
                              && nk_matcher_same (chooser->matcher, map, chooser->kind,
                                                  name) == NULL);
}

static void
list_names (NkRecordChooser *chooser)
{
  const NkMap *map = nk_session_map (chooser->session);
  gboolean select = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (chooser->names))) != NULL)
    gtk_list_box_remove (chooser->names, child);
  if (*typed (chooser) == '\0')
    list_first (chooser, map);
  else
    select = list_matches (chooser, map, typed (chooser));
  gtk_list_box_select_row (chooser->names,
                           select ? gtk_list_box_get_row_at_index (chooser->names, 0) : NULL);
  update_making (chooser);
}

/* Choosing */

static void
close_list (NkRecordChooser *chooser)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (chooser->button));
  gtk_widget_grab_focus (nk_record_chooser_button (chooser));
}

static void
choose (NkRecordChooser *chooser,
        GtkListBoxRow   *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "id"));

  close_list (chooser);
  g_signal_emit (chooser, signals[CHOSEN], 0, id);
}

static void
on_make (NkRecordChooser *chooser)
{
  g_autofree char *name = g_strstrip (g_strdup (typed (chooser)));
  const char *type = nk_option_list_chosen (chooser->type);

  close_list (chooser);
  g_signal_emit (chooser, signals[WANTED], 0, name, type);
}

/* Enter takes the best of the names, or, where there is none, makes a new one. */
static void
on_enter (NkRecordChooser *chooser)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (chooser->names);

  if (row != NULL)
    choose (chooser, row);
  else if (chooser->making != NULL && gtk_widget_get_sensitive (chooser->making))
    on_make (chooser);
}

static gboolean
on_key (NkRecordChooser *chooser,
        guint            key)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (chooser->names), *next;
  int i = row != NULL ? gtk_list_box_row_get_index (row) + 1 : 0;

  if (key != GDK_KEY_Down)
    return FALSE;
  next = gtk_list_box_get_row_at_index (chooser->names, i);
  if (next != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (next));
  return TRUE;
}

/* From the first name back to what is typed. */
static gboolean
on_beyond (NkRecordChooser  *chooser,
           GtkDirectionType  direction)
{
  if (direction == GTK_DIR_UP)
    gtk_widget_grab_focus (chooser->search);
  return direction == GTK_DIR_UP;
}

static void
on_opened (NkRecordChooser *chooser)
{
  gtk_editable_set_text (GTK_EDITABLE (chooser->search), "");
  list_names (chooser);
  gtk_widget_grab_focus (chooser->search);
}

/* The widget */

static void
make_search (NkRecordChooser *chooser)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *label = chooser->kind == NK_SOURCE ? _("Name of a source") : _("Name of an actor");

  chooser->search = g_object_new (GTK_TYPE_ENTRY, "enable-undo", FALSE, "placeholder-text", label,
                                  "primary-icon-name", "system-search-symbolic", NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect_swapped (chooser->search, "changed", G_CALLBACK (list_names), chooser);
  g_signal_connect_swapped (chooser->search, "activate", G_CALLBACK (on_enter), chooser);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), chooser);
  gtk_widget_add_controller (chooser->search, keys);
}

static GtkWidget *
make_names (NkRecordChooser *chooser)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  chooser->names = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (chooser->names), "names");
  gtk_list_box_set_selection_mode (chooser->names, GTK_SELECTION_BROWSE);
  g_signal_connect_swapped (chooser->names, "row-activated", G_CALLBACK (choose), chooser);
  g_signal_connect_swapped (chooser->names, "keynav-failed", G_CALLBACK (on_beyond), chooser);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (chooser->names));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroll), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroll), HEIGHT);
  return scroll;
}

static void
make_types (NkRecordChooser *chooser)
{
  const NkFieldSchema *field = nk_schema_field (NK_SOURCE, NK_FIELD_TYPE);
  g_autoptr (GListStore) options = g_list_store_new (NK_TYPE_OPTION);

  for (guint i = 1; field->choices[i] != NULL; i++)
    {
      g_autoptr (NkOption) option = nk_option_new (field->choices[i],
                                                   nk_choice_name (NK_FIELD_TYPE,
                                                                   field->choices[i]));

      g_list_store_append (options, option);
    }
  chooser->type = nk_option_list_new (chooser->session);
  nk_option_list_fill (chooser->type, options);
  gtk_widget_set_hexpand (chooser->type, TRUE);
  nk_access_name_list (chooser->type, _("Type"));
}

/* The line in which a source of the name that is typed is made. */
static void
make_making (NkRecordChooser *chooser)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_New Source"));

  make_types (chooser);
  chooser->making = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_tooltip_text (chooser->making, _("Make a source of this name and type"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_make), chooser);
  gtk_box_append (GTK_BOX (chooser->making), chooser->type);
  gtk_box_append (GTK_BOX (chooser->making), button);
}

static GtkWidget *
make_popover (NkRecordChooser *chooser)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  make_search (chooser);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), chooser->search);
  gtk_box_append (GTK_BOX (box), make_names (chooser));
  if (chooser->kind == NK_SOURCE)
    {
      make_making (chooser);
      gtk_box_append (GTK_BOX (box), chooser->making);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_opened), chooser);
  return popover;
}

static void
nk_record_chooser_init (NkRecordChooser *chooser)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  chooser->matcher = nk_matcher_new ();
  chooser->shown = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (chooser->shown, 0);
  gtk_label_set_ellipsize (chooser->shown, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (chooser->shown), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (chooser->shown));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  chooser->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (chooser->button), box);
  /* What GTK puts it into is in the middle; the name is to stand at the beginning. */
  gtk_widget_set_halign (gtk_widget_get_parent (box), GTK_ALIGN_FILL);
  gtk_widget_set_parent (chooser->button, GTK_WIDGET (chooser));
}

static void
nk_record_chooser_dispose (GObject *object)
{
  NkRecordChooser *chooser = NK_RECORD_CHOOSER (object);

  g_clear_pointer (&chooser->button, gtk_widget_unparent);
  g_clear_pointer (&chooser->matcher, nk_matcher_free);
  g_clear_object (&chooser->session);
  G_OBJECT_CLASS (nk_record_chooser_parent_class)->dispose (object);
}

static void
nk_record_chooser_class_init (NkRecordChooserClass *class)
{
  G_OBJECT_CLASS (class)->dispose = nk_record_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", NK_TYPE_RECORD_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WANTED] = g_signal_new ("wanted", NK_TYPE_RECORD_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

GtkWidget *
nk_record_chooser_new (NkSession    *session,
                       NkRecordKind  kind)
{
  NkRecordChooser *chooser = g_object_new (NK_TYPE_RECORD_CHOOSER, NULL);

  chooser->session = g_object_ref (session);
  chooser->kind = kind;
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (chooser->button), make_popover (chooser));
  return GTK_WIDGET (chooser);
}

void
nk_record_chooser_show (NkRecordChooser *chooser,
                        const char      *text)
{
  gtk_label_set_text (chooser->shown, text);
}

GtkWidget *
nk_record_chooser_button (NkRecordChooser *chooser)
{
  return gtk_widget_get_first_child (chooser->button);
}
