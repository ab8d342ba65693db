#include "ui/find/find-bar.h"

#include "ui/find/finder.h"
#include "ui/program/trace.h"

#include "map/text.h"

struct _NkFindBar
{
  GtkWidget parent_instance;

  NkCanvas *canvas;      /* borrowed: both are parts of one window */
  NkSession *session;
  NkFinder *finder;
  GtkWidget *before;     /* that had the keyboard, weakly; or NULL */
  guint idle;

  /* template */
  GtkRevealer *revealer;
  GtkEditable *entry;
  GtkLabel *count, *where;
  GtkWidget *previous, *next, *all;
};

G_DEFINE_FINAL_TYPE (NkFindBar, nk_find_bar, GTK_TYPE_WIDGET)

gboolean
nk_find_bar_is_open (NkFindBar *bar)
{
  return gtk_revealer_get_reveal_child (bar->revealer);
}

/* What it says */

static char *
count_text (NkFindBar *bar)
{
  guint n = nk_finder_count (bar->finder);
  int at = nk_finder_at (bar->finder);

  if (*gtk_editable_get_text (bar->entry) == '\0')
    return g_strdup ("");
  if (n == 0)
    return g_strdup (_("Not found"));
  if (at < 0)
    return g_strdup_printf (ngettext ("%u hit", "%u hits", n), n);
  /* Translators: which of the hits this is, "3 of 12". */
  return g_strdup_printf (_("%d of %u"), at + 1, n);
}

static void
add_line (GString *lines,
          char    *line)
{
  if (*line != '\0')
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
  g_free (line);
}

/* "" for an actor that was found by its name: one sees where it is. */
static char *
field_line (NkFindBar   *bar,
            const NkHit *hit)
{
  const NkFieldSchema *field = nk_schema_field (nk_record_kind (hit->record), hit->field);
  g_autofree char *line = nk_hit_excerpt (nk_session_map (bar->session), hit,
                                          gtk_editable_get_text (bar->entry));

  if (hit->field == NK_FIELD_NAME || hit->field == NK_FIELD_TEXT)
    return g_strdup ("");
  /* Translators: the name of a field and what is written there, "Note: founded in 2014". */
  return g_strdup_printf (_("%s: %s"), _(field->label), line);
}

static char *
tie_line (NkFindBar   *bar,
          const NkHit *hit)
{
  const NkMap *map = nk_session_map (bar->session);
  const NkRecord *from, *to;

  if (nk_record_kind (hit->record) != NK_TIE)
    return g_strdup ("");
  from = nk_map_find (map, NK_ACTOR, nk_record_text (hit->record, NK_FIELD_FROM));
  to = nk_map_find (map, NK_ACTOR, nk_record_text (hit->record, NK_FIELD_TO));
  return g_strdup_printf ("%s → %s", nk_record_title (from), nk_record_title (to));
}

static char *
hidden_line (NkFindBar *bar)
{
  guint n = nk_finder_hidden (bar->finder);

  if (n == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%u is not shown on the map.", "%u are not shown on the map.", n),
                          n);
}

static char *
where_text (NkFindBar *bar)
{
  int at = nk_finder_at (bar->finder);
  const NkHit *hit = at >= 0 ? nk_finder_hit (bar->finder, (guint) at) : NULL;
  GString *lines = g_string_new (NULL);

  if (hit != NULL)
    {
      add_line (lines, tie_line (bar, hit));
      add_line (lines, field_line (bar, hit));
    }
  add_line (lines, hidden_line (bar));
  return g_string_free (lines, FALSE);
}

static void
show_hits (NkFindBar *bar)
{
  g_autofree char *count = count_text (bar), *where = where_text (bar);
  g_autofree char *said = g_strjoin (*where != '\0' ? "\n" : "", count, where, NULL);
  gboolean some = nk_finder_count (bar->finder) > 0;

  gtk_label_set_text (bar->count, count);
  gtk_label_set_text (bar->where, where);
  gtk_widget_set_visible (GTK_WIDGET (bar->where), *where != '\0');
  gtk_widget_set_sensitive (bar->previous, some);
  gtk_widget_set_sensitive (bar->next, some);
  gtk_widget_set_sensitive (bar->all, some);
  /* It is spoken where the keyboard is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  said, -1);
  nk_trace ("found \"%s\" \"%s\"", count, g_strdelimit (where, "\n", ' '));
}

/* Searching and walking */

/* Who is found stands not below it. */
static void
cover (NkFindBar *bar)
{
  GtkRequisition size = { 0, 0 };

  if (nk_find_bar_is_open (bar))
    gtk_widget_get_preferred_size (gtk_revealer_get_child (bar->revealer), NULL, &size);
  nk_canvas_set_covered_above (bar->canvas, size.height);
}

static void
search (NkFindBar *bar)
{
  g_clear_handle_id (&bar->idle, g_source_remove);
  nk_finder_search (bar->finder, gtk_editable_get_text (bar->entry));
  nk_session_set_found (bar->session, nk_finder_best (bar->finder));
}

static void
walk (NkFindBar *bar,
      int        direction)
{
  const NkHit *hit = nk_finder_step (bar->finder, direction);

  if (hit != NULL)
    {
      NkRecordKind kind = nk_record_kind (hit->record);
      const char *id = nk_record_id (hit->record);

      nk_session_select_only (bar->session, kind, id);
      show_hits (bar);
      cover (bar);
      nk_canvas_reveal (bar->canvas, kind, id);
    }
  else
    show_hits (bar);
}

static void
on_typed (NkFindBar *bar)
{
  if (!nk_find_bar_is_open (bar))
    return;
  search (bar);
  walk (bar, 0);
}

static gboolean
on_idle (gpointer user_data)
{
  NkFindBar *bar = user_data;

  bar->idle = 0;
  search (bar);
  show_hits (bar);
  return G_SOURCE_REMOVE;
}

/* The map is another one, or another part of it is drawn. However often, it is searched once. */
static void
on_changed (NkFindBar *bar)
{
  if (nk_find_bar_is_open (bar) && bar->idle == 0)
    bar->idle = g_idle_add (on_idle, bar);
}

/* Whoever goes on with the keyboard has typed the word, and does not wait until it is looked for. */
static void
step (NkFindBar *bar,
      int        direction)
{
  search (bar);
  walk (bar, direction);
}

void
nk_find_bar_step (NkFindBar *bar,
                  int        direction)
{
  if (*gtk_editable_get_text (bar->entry) == '\0')
    {
      nk_find_bar_open (bar);
      return;
    }
  gtk_revealer_set_reveal_child (bar->revealer, TRUE);
  step (bar, direction);
}

void
nk_find_bar_select_all (NkFindBar *bar)
{
  search (bar);
  if (nk_finder_count (bar->finder) > 0)
    nk_session_select (bar->session, nk_finder_all (bar->finder));
  show_hits (bar);
}

/* Opening and closing */

static void
remember_focus (NkFindBar *bar,
                GtkWidget *widget)
{
  if (bar->before != NULL)
    g_object_remove_weak_pointer (G_OBJECT (bar->before), (gpointer *) &bar->before);
  bar->before = widget;
  if (widget != NULL)
    g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *) &bar->before);
}

void
nk_find_bar_open (NkFindBar *bar)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (bar)));

  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (bar)))
    remember_focus (bar, focus);
  gtk_revealer_set_reveal_child (bar->revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (bar->entry));
  gtk_editable_select_region (bar->entry, 0, -1);
  search (bar);
  show_hits (bar);
}

void
nk_find_bar_close (NkFindBar *bar)
{
  GtkWidget *canvas = GTK_WIDGET (bar->canvas);
  GtkWidget *before = bar->before != NULL && gtk_widget_get_mapped (bar->before) ? bar->before
                                                                                : canvas;

  if (!nk_find_bar_is_open (bar))
    return;
  gtk_widget_grab_focus (before);
  remember_focus (bar, NULL);
  g_clear_handle_id (&bar->idle, g_source_remove);
  gtk_revealer_set_reveal_child (bar->revealer, FALSE);
  cover (bar);
  nk_session_set_found (bar->session, nk_selection_new ());
  nk_trace ("find closed");
}

static void
on_next (NkFindBar *bar)
{
  step (bar, 1);
}

static void
on_previous (NkFindBar *bar)
{
  step (bar, -1);
}

static gboolean
on_key (NkFindBar      *bar,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  if (key == GDK_KEY_Escape)
    {
      nk_find_bar_close (bar);
      return TRUE;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_SHIFT_MASK) != 0
      && gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (bar->entry))))
    {
      step (bar, -1);
      return TRUE;
    }
  return FALSE;
}

/* The class */

void
nk_find_bar_set_canvas (NkFindBar *bar,
                        NkCanvas  *canvas)
{
  g_return_if_fail (bar->canvas == NULL);
  bar->canvas = canvas;
  bar->session = g_object_ref (nk_canvas_session (canvas));
  bar->finder = nk_finder_new (bar->session);
  g_signal_connect_object (bar->session, "scene-changed", G_CALLBACK (on_changed), bar,
                           G_CONNECT_SWAPPED);
}

static void
nk_find_bar_dispose (GObject *object)
{
  NkFindBar *bar = NK_FIND_BAR (object);

  remember_focus (bar, NULL);
  g_clear_handle_id (&bar->idle, g_source_remove);
  g_clear_pointer (&bar->finder, nk_finder_free);
  g_clear_object (&bar->session);
  if (bar->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (bar->revealer));
  bar->revealer = NULL;
  G_OBJECT_CLASS (nk_find_bar_parent_class)->dispose (object);
}

static void
nk_find_bar_class_init (NkFindBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_find_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NkFindBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, NkFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, NkFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, NkFindBar, where);
  gtk_widget_class_bind_template_child (widget_class, NkFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, NkFindBar, next);
  gtk_widget_class_bind_template_child (widget_class, NkFindBar, all);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, nk_find_bar_select_all);
  gtk_widget_class_bind_template_callback (widget_class, nk_find_bar_close);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
}

static void
nk_find_bar_init (NkFindBar *bar)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (bar));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), bar);
  gtk_widget_add_controller (GTK_WIDGET (bar), keys);
}
