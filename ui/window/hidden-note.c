#include "ui/window/hidden-note.h"

#include "drawing/hidden.h"
#include "drawing/planes.h"
#include "ui/program/trace.h"

struct _NkHiddenNote
{
  GtkWidget parent_instance;

  NkSession *session;
  guint idle;

  /* template */
  GtkWidget *box;
  GtkLabel *text;
  GtkWidget *show_all;
};

G_DEFINE_FINAL_TYPE (NkHiddenNote, nk_hidden_note, GTK_TYPE_WIDGET)

/* To be freed. */
static char *
hidden_text (NkHiddenNote *note)
{
  NkViewSetting view;

  nk_session_view_setting (note->session, &view);
  return nk_hidden_text (nk_session_map (note->session), &view);
}

/* Who has no place yet is shown by no view. */
static gboolean
can_show_more (NkHiddenNote *note)
{
  return nk_session_date (note->session)[0] != '\0'
         || nk_session_show (note->session) != NK_SHOW_LEVELS;
}

static gboolean
update (gpointer data)
{
  NkHiddenNote *note = data;
  g_autofree char *hidden = hidden_text (note);
  g_autofree char *names = nk_hidden_names_text (nk_session_map (note->session),
                                                 nk_session_scene (note->session));
  const char *blank = hidden[0] != '\0' && names[0] != '\0' ? " " : "";
  g_autofree char *text = g_strconcat (hidden, blank, names, NULL);
  /* A preview has its own bar at the lower edge. */
  gboolean says = text[0] != '\0' && !nk_session_is_proposing (note->session);

  note->idle = 0;
  if (says && !g_str_equal (text, gtk_label_get_text (note->text)))
    nk_trace ("hidden \"%s\"", text);
  gtk_label_set_text (note->text, says ? text : "");
  gtk_widget_set_visible (note->show_all, can_show_more (note));
  gtk_widget_set_visible (GTK_WIDGET (note), says);
  return G_SOURCE_REMOVE;
}

static void
on_scene_changed (NkHiddenNote *note)
{
  /* However many edits there are, once. */
  if (note->idle == 0)
    note->idle = g_idle_add (update, note);
}

/* By the window's actions, so that its menu knows of it. */
static void
show_planes (NkHiddenNote *note)
{
  static const char *const actions[] = { "win.structure", "win.place", "win.people" };
  guint hidden = NK_ALL_PLANES & ~nk_session_planes (note->session);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if ((hidden & (1u << i)) != 0)
      gtk_widget_activate_action (GTK_WIDGET (note), actions[i], NULL);
}

static void
on_show_all (NkHiddenNote *note)
{
  g_autofree char *left = NULL;

  nk_session_set_date (note->session, "");
  show_planes (note);
  left = hidden_text (note);
  if (left[0] != '\0')
    gtk_widget_activate_action (GTK_WIDGET (note), "win.view", "s", nk_show_name (NK_SHOW_LEVELS));
}

void
nk_hidden_note_set_session (NkHiddenNote *note,
                            NkSession    *session)
{
  g_return_if_fail (note->session == NULL);
  note->session = g_object_ref (session);
  g_signal_connect_object (session, "scene-changed", G_CALLBACK (on_scene_changed), note,
                           G_CONNECT_SWAPPED);
}

static void
nk_hidden_note_dispose (GObject *object)
{
  NkHiddenNote *note = NK_HIDDEN_NOTE (object);

  g_clear_handle_id (&note->idle, g_source_remove);
  g_clear_pointer (&note->box, gtk_widget_unparent);
  g_clear_object (&note->session);
  G_OBJECT_CLASS (nk_hidden_note_parent_class)->dispose (object);
}

static void
nk_hidden_note_class_init (NkHiddenNoteClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_hidden_note_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/hidden-note.ui");
  gtk_widget_class_bind_template_child (widget_class, NkHiddenNote, box);
  gtk_widget_class_bind_template_child (widget_class, NkHiddenNote, text);
  gtk_widget_class_bind_template_child (widget_class, NkHiddenNote, show_all);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nk_hidden_note_init (NkHiddenNote *note)
{
  gtk_widget_init_template (GTK_WIDGET (note));
}
