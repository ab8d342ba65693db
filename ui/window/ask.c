#include "ui/window/ask.h"

#include "ui/window/escape.h"
#include "ui/program/trace.h"

#include "map/text.h"

typedef struct
{
  GtkWindow *window;
  NkAsked asked;
  gpointer user_data;
} Question;

static void
answer (Question *question,
        int       number)
{
  NkAsked asked = question->asked;

  /* Once only: closing the window answers as well. */
  question->asked = NULL;
  if (asked == NULL)
    return;
  asked (number, question->user_data);
  gtk_window_destroy (question->window);
}

static gboolean
on_close (Question *question)
{
  answer (question, -1);
  return TRUE;
}

static void
on_clicked (GtkButton *button,
            Question  *question)
{
  answer (question, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "answer")));
}

static GtkWidget *
add_button (GtkWidget  *box,
            Question   *question,
            const char *label,
            int         number,
            const char *style)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  gtk_widget_set_hexpand (button, TRUE);
  g_object_set_data (G_OBJECT (button), "answer", GINT_TO_POINTER (number));
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), question);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

void
nk_ask_add_label (GtkWidget  *box,
                  const char *text,
                  const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_buttons (GtkWidget            *box,
             Question             *question,
             const NkAnswerButton *buttons,
             guint                 n)
{
  static const char *const styles[] = { NULL, "suggested-action", "destructive-action" };

  add_button (box, question, _("_Cancel"), -1, NULL);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = add_button (box, question, buttons[i].label, (int) i,
                                      styles[buttons[i].look]);

      if (buttons[i].look == NK_ANSWER_SUGGESTED)
        gtk_window_set_focus (question->window, button);
    }
}

void
nk_ask (GtkWindow            *parent,
        const char           *question,
        const char           *text,
        const NkAnswerButton *buttons,
        guint                 n,
        NkAsked               asked,
        gpointer              user_data)
{
  Question *data = g_new0 (Question, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *handle = gtk_window_handle_new ();

  data->asked = asked;
  data->user_data = user_data;
  data->window = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "modal", TRUE,
                               "resizable", FALSE, "title", question, "child", handle, NULL);
  /* The question is its own title: no bar, and the window is moved by any part of it. */
  gtk_window_set_titlebar (data->window, g_object_new (GTK_TYPE_BOX, "visible", FALSE, NULL));
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), box);
  gtk_widget_add_css_class (GTK_WIDGET (data->window), "question");

  nk_ask_add_label (box, question, "title-4");
  if (text != NULL)
    nk_ask_add_label (box, text, NULL);
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (row, "answers");
  gtk_box_append (GTK_BOX (box), row);
  add_buttons (row, data, buttons, n);

  nk_escape_closes (data->window);
  g_signal_connect_swapped (data->window, "close-request", G_CALLBACK (on_close), data);
  g_object_set_data_full (G_OBJECT (data->window), "question", data, g_free);
  nk_trace ("question \"%s\"", question);
  gtk_window_present (data->window);
}
