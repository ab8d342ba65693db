#include "ui/layout/layout-bar.h"

#include "ui/window/commands.h"
#include "ui/program/trace.h"

#include "map/text.h"

#define PATIENCE 2   /* seconds after which the bar says how long it has taken */
#define LEAST_WORDS 150   /* pixels that they want beside the buttons */
#define OVERLAP 32   /* pixels of the paper's empty rim on which it may lie */

struct _NkLayoutBar
{
  GtkWidget parent_instance;

  guint timer;
  guint elapsed;     /* seconds */

  /* template */
  GtkWidget *box;
  GtkSpinner *spinner;
  GtkLabel *label;
  GtkLabel *seconds;
  GtkMenuButton *method;
  GtkMenuButton *scope;
  GtkWidget *cancel;
  GtkWidget *keep;
};

G_DEFINE_FINAL_TYPE (NkLayoutBar, nk_layout_bar, GTK_TYPE_WIDGET)

const char *
nk_scope_action (NkScope scope)
{
  static const char *const actions[] = {
    [NK_SCOPE_ALL] = "win.lay-out",
    [NK_SCOPE_SELECTION] = "win.lay-out-selection",
    [NK_SCOPE_NEW] = "win.lay-out-new",
  };

  return actions[scope];
}

static const char *
scope_label (NkScope scope)
{
  static const char *const labels[] = {
    [NK_SCOPE_ALL] = N_("All"),
    [NK_SCOPE_SELECTION] = N_("Selection"),
    [NK_SCOPE_NEW] = N_("New Ones"),
  };

  return _(labels[scope]);
}

/* Sentences */

static void G_GNUC_PRINTF (2, 3)
add_sentence (GString    *text,
              const char *format,
              ...)
{
  va_list arguments;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static void
add_who_stays (GString              *text,
               const NkLayoutCounts *counts)
{
  guint pinned = counts->pinned, outside = counts->outside;

  if (pinned > 0)
    add_sentence (text, ngettext ("%u stays where it is pinned.", "%u stay where they are pinned.",
                                  pinned), pinned);
  if (outside > 0 && counts->scope == NK_SCOPE_SELECTION)
    add_sentence (text, ngettext ("%u stays since it is not selected.",
                                  "%u stay since they are not selected.", outside), outside);
  else if (outside > 0)
    add_sentence (text, ngettext ("%u keeps the place that it has.",
                                  "%u keep the places that they have.", outside), outside);
}

static void
say (NkLayoutBar          *bar,
     GString              *text,
     const NkLayoutCounts *counts)
{
  add_who_stays (text, counts);
  gtk_label_set_text (bar->label, text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
  nk_trace ("layout says \"%s\"", text->str);
}

/* Time */

static gboolean
on_second (gpointer data)
{
  NkLayoutBar *bar = data;
  g_autofree char *text = NULL;

  bar->elapsed++;
  if (bar->elapsed < PATIENCE)
    return G_SOURCE_CONTINUE;
  /* Translators: seconds that something has taken so far. */
  text = g_strdup_printf (_("%u s"), bar->elapsed);
  gtk_label_set_text (bar->seconds, text);
  gtk_widget_set_visible (GTK_WIDGET (bar->seconds), TRUE);
  return G_SOURCE_CONTINUE;
}

static void
set_busy (NkLayoutBar *bar,
          gboolean     busy)
{
  g_clear_handle_id (&bar->timer, g_source_remove);
  bar->elapsed = 0;
  gtk_widget_set_visible (GTK_WIDGET (bar->seconds), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (bar->spinner), busy);
  gtk_spinner_set_spinning (bar->spinner, busy);
  if (busy)
    bar->timer = g_timeout_add_seconds (1, on_second, bar);
}

/* What it shows */

/* Words and buttons are beside each other if there is room for that. */
static void
fit (NkLayoutBar *bar)
{
  GtkOrientable *box = GTK_ORIENTABLE (bar->box);
  int room = gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (bar))), least;

  gtk_orientable_set_orientation (box, GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_measure (bar->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least + LEAST_WORDS > room)
    gtk_orientable_set_orientation (box, GTK_ORIENTATION_VERTICAL);
}

void
nk_layout_bar_show_working (NkLayoutBar          *bar,
                            const char           *method,
                            const NkLayoutCounts *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *label = nk_commands_label (method);

  gtk_menu_button_set_label (bar->method, label);
  gtk_menu_button_set_label (bar->scope, scope_label (counts->scope));
  add_sentence (text, ngettext ("%u actor may move.", "%u actors may move.", counts->moving),
                counts->moving);
  say (bar, text, counts);
  set_busy (bar, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (bar), TRUE);
  fit (bar);
}

/* Nobody's words are interrupted; else the next key is for what has come. */
static void
take_keyboard (NkLayoutBar *bar)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (bar)));

  if (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) || nk_layout_bar_has_keyboard (bar))
    return;
  gtk_widget_grab_focus (gtk_widget_is_sensitive (bar->keep) ? bar->keep : bar->cancel);
}

void
nk_layout_bar_show_preview (NkLayoutBar          *bar,
                            const NkLayoutCounts *counts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (counts->moving > 0)
    add_sentence (text, ngettext ("%u actor moves.", "%u actors move.", counts->moving),
                  counts->moving);
  else
    g_string_append (text, _("Everything stays where it is: nobody may move, or nobody needs to."));
  say (bar, text, counts);
  set_busy (bar, FALSE);
  take_keyboard (bar);
}

void
nk_layout_bar_hide (NkLayoutBar *bar)
{
  set_busy (bar, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (bar), FALSE);
}

int
nk_layout_bar_covers (NkLayoutBar *bar)
{
  GtkWidget *widget = GTK_WIDGET (bar);
  int width = gtk_widget_get_width (gtk_widget_get_parent (widget)), height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return MAX (height - OVERLAP, 0);
}

gboolean
nk_layout_bar_has_keyboard (NkLayoutBar *bar)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (bar)) != NULL;
}

/* The class */

static void
nk_layout_bar_dispose (GObject *object)
{
  NkLayoutBar *bar = NK_LAYOUT_BAR (object);

  g_clear_handle_id (&bar->timer, g_source_remove);
  g_clear_pointer (&bar->box, gtk_widget_unparent);
  G_OBJECT_CLASS (nk_layout_bar_parent_class)->dispose (object);
}

static void
nk_layout_bar_class_init (NkLayoutBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_layout_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/layout-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NkLayoutBar, box);
  gtk_widget_class_bind_template_child (widget_class, NkLayoutBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, NkLayoutBar, label);
  gtk_widget_class_bind_template_child (widget_class, NkLayoutBar, seconds);
  gtk_widget_class_bind_template_child (widget_class, NkLayoutBar, method);
  gtk_widget_class_bind_template_child (widget_class, NkLayoutBar, scope);
  gtk_widget_class_bind_template_child (widget_class, NkLayoutBar, cancel);
  gtk_widget_class_bind_template_child (widget_class, NkLayoutBar, keep);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
nk_layout_bar_init (NkLayoutBar *bar)
{
  g_autoptr (GMenuModel) scopes = nk_commands_section (NK_COMMANDS_LAYOUT, 0);
  g_autoptr (GMenuModel) methods = nk_commands_section (NK_COMMANDS_LAYOUT, 1);

  gtk_widget_init_template (GTK_WIDGET (bar));
  gtk_menu_button_set_menu_model (bar->scope, scopes);
  gtk_menu_button_set_menu_model (bar->method, methods);
}
