#include "ui/window/message-bar.h"

#include "ui/program/trace.h"

#define CONFIRMATION 6   /* seconds that one is shown */

struct _NkMessageBar
{
  GtkWidget parent_instance;

  guint timer;

  /* template */
  GtkWidget *revealer;
  GtkSpinner *spinner;
  GtkLabel *label;
  GtkWidget *button;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (NkMessageBar, nk_message_bar, GTK_TYPE_WIDGET)

static void
show (NkMessageBar *bar,
      const char   *text,
      const char   *label,
      const char   *action,
      gboolean      busy)
{
  g_clear_handle_id (&bar->timer, g_source_remove);
  gtk_label_set_text (bar->label, text);
  gtk_widget_set_visible (bar->button, label != NULL);
  if (label != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (bar->button), label);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (bar->button), action);
    }
  gtk_widget_set_visible (GTK_WIDGET (bar->spinner), busy);
  gtk_spinner_set_spinning (bar->spinner, busy);
  gtk_widget_set_visible (bar->close, !busy);
  gtk_widget_set_can_target (GTK_WIDGET (bar), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (bar->revealer), TRUE);
  nk_trace ("message \"%s\"", text);
}

void
nk_message_bar_say (NkMessageBar *bar,
                    const char   *text)
{
  show (bar, text, NULL, NULL, FALSE);
}

static gboolean
on_time (gpointer data)
{
  NkMessageBar *bar = data;

  bar->timer = 0;
  nk_message_bar_clear (bar);
  return G_SOURCE_REMOVE;
}

void
nk_message_bar_confirm (NkMessageBar *bar,
                        const char   *text)
{
  show (bar, text, NULL, NULL, FALSE);
  bar->timer = g_timeout_add_seconds (CONFIRMATION, on_time, bar);
}

void
nk_message_bar_offer (NkMessageBar *bar,
                      const char   *text,
                      const char   *label,
                      const char   *action)
{
  show (bar, text, label, action, FALSE);
}

void
nk_message_bar_progress (NkMessageBar *bar,
                         const char   *text,
                         const char   *label,
                         const char   *action)
{
  show (bar, text, label, action, TRUE);
}

void
nk_message_bar_clear (NkMessageBar *bar)
{
  g_clear_handle_id (&bar->timer, g_source_remove);
  gtk_spinner_stop (bar->spinner);
  gtk_revealer_set_reveal_child (GTK_REVEALER (bar->revealer), FALSE);
  /* While it is folded away the canvas below gets the clicks. */
  gtk_widget_set_can_target (GTK_WIDGET (bar), FALSE);
}

static void
nk_message_bar_dispose (GObject *object)
{
  NkMessageBar *bar = NK_MESSAGE_BAR (object);

  g_clear_handle_id (&bar->timer, g_source_remove);
  g_clear_pointer (&bar->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (nk_message_bar_parent_class)->dispose (object);
}

static void
nk_message_bar_class_init (NkMessageBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_message_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/netzkarte/Netzkarte/message-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NkMessageBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, NkMessageBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, NkMessageBar, label);
  gtk_widget_class_bind_template_child (widget_class, NkMessageBar, button);
  gtk_widget_class_bind_template_child (widget_class, NkMessageBar, close);
  gtk_widget_class_bind_template_callback (widget_class, nk_message_bar_clear);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
nk_message_bar_init (NkMessageBar *bar)
{
  gtk_widget_init_template (GTK_WIDGET (bar));
  gtk_widget_set_can_target (GTK_WIDGET (bar), FALSE);
}
