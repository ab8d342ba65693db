#include "ui/lists/list-question.h"

#include "ui/window/ask.h"

#include "ui/program/access.h"
#include "ui/program/trace.h"
#include "ui/window/commands.h"
#include "ui/window/escape.h"

#include "map/text.h"

typedef struct
{
  GtkWindow *window;
  GtkDropDown *others;
  GtkCheckButton *other, *none, *removed;   /* or NULL */
  NkListAnswered answered;
  gpointer user_data;
  GDestroyNotify free_data;
} Question;

static void
question_free (Question *question)
{
  question->free_data (question->user_data);
  g_free (question);
}

static gboolean
is_active (GtkCheckButton *button)
{
  return button != NULL && gtk_check_button_get_active (button);
}

static void
answer (Question *question,
        gboolean  agreed)
{
  NkListAnswered answered = question->answered;
  NkListAnswer said = NK_LIST_OTHER;

  /* Once only: closing the window answers as well. */
  question->answered = NULL;
  if (answered == NULL)
    return;
  if (!agreed)
    said = NK_LIST_CANCELLED;
  else if (is_active (question->none))
    said = NK_LIST_NONE;
  else if (is_active (question->removed))
    said = NK_LIST_REMOVED;
  answered (said, gtk_drop_down_get_selected (question->others), question->user_data);
  gtk_window_destroy (question->window);
}

static gboolean
on_close (Question *question)
{
  answer (question, FALSE);
  return TRUE;
}

static void
on_cancel (Question *question)
{
  answer (question, FALSE);
}

static void
on_agree (Question *question)
{
  answer (question, TRUE);
}

/* Whoever takes another one means it. */
static void
on_other (Question *question)
{
  if (question->other != NULL)
    gtk_check_button_set_active (question->other, TRUE);
}

static GtkCheckButton *
add_fate (Question   *question,
          GtkWidget  *box,
          const char *label)
{
  g_autofree char *plain = NULL;
  GtkWidget *check;

  if (label == NULL)
    return NULL;
  plain = nk_commands_plain (label);
  check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, "label",
                        label, "use-underline", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  if (question->other != NULL || question->none != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check),
                                question->other != NULL ? question->other : question->none);
  gtk_box_append (GTK_BOX (box), check);
  return GTK_CHECK_BUTTON (check);
}

static void
add_others (Question             *question,
            GtkWidget            *box,
            const NkListQuestion *asked)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label;

  question->others = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (asked->others));
  gtk_widget_set_hexpand (GTK_WIDGET (question->others), TRUE);
  g_signal_connect_swapped (question->others, "notify::selected", G_CALLBACK (on_other), question);
  if (asked->none != NULL)
    {
      question->other = add_fate (question, line, asked->others_label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (question->others),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _("Another one"), -1);
      nk_access_name_list (GTK_WIDGET (question->others), _("Another one"));
    }
  else
    {
      label = gtk_label_new_with_mnemonic (asked->others_label);
      gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (question->others));
      gtk_box_append (GTK_BOX (line), label);
      nk_access_name_list (GTK_WIDGET (question->others), gtk_label_get_text (GTK_LABEL (label)));
    }
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (question->others));
  gtk_widget_set_visible (line, asked->others[0] != NULL);
  gtk_box_append (GTK_BOX (box), line);
}

static GtkWidget *
add_button (Question   *question,
            GtkWidget  *box,
            const char *label,
            const char *style,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (style != NULL)
    gtk_widget_add_css_class (button, style);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", clicked, question);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_answers (Question             *question,
             GtkWidget            *box,
             const NkListQuestion *asked)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *agree;

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (row, "answers");
  add_button (question, row, _("_Cancel"), NULL, G_CALLBACK (on_cancel));
  agree = add_button (question, row, asked->button,
                      asked->destructive ? "destructive-action" : "suggested-action",
                      G_CALLBACK (on_agree));
  gtk_window_set_default_widget (question->window, agree);
  gtk_box_append (GTK_BOX (box), row);
}

void
nk_list_ask (GtkWindow            *parent,
             const NkListQuestion *asked,
             NkListAnswered        answered,
             gpointer              user_data,
             GDestroyNotify        free_data)
{
  Question *question = g_new0 (Question, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *handle = gtk_window_handle_new ();

  question->answered = answered;
  question->user_data = user_data;
  question->free_data = free_data;
  question->window = g_object_new (GTK_TYPE_WINDOW, "transient-for", parent, "modal", TRUE,
                                   "destroy-with-parent", TRUE, "resizable", FALSE, "title",
                                   asked->question, "child", handle, NULL);
  /* As other questions: it is its own title, and the window is moved by any part of it. */
  gtk_window_set_titlebar (question->window, g_object_new (GTK_TYPE_BOX, "visible", FALSE, NULL));
  gtk_window_handle_set_child (GTK_WINDOW_HANDLE (handle), box);
  gtk_widget_add_css_class (GTK_WIDGET (question->window), "question");

  nk_ask_add_label (box, asked->question, "title-4");
  if (asked->text != NULL)
    nk_ask_add_label (box, asked->text, NULL);
  add_others (question, box, asked);
  question->none = add_fate (question, box, asked->none);
  question->removed = add_fate (question, box, asked->removed);
  if (question->none != NULL)
    {
      gtk_check_button_set_active (question->none, TRUE);
      gtk_window_set_focus (question->window, GTK_WIDGET (question->none));
    }
  add_answers (question, box, asked);

  nk_escape_closes (question->window);
  g_signal_connect_swapped (question->window, "close-request", G_CALLBACK (on_close), question);
  g_object_set_data_full (G_OBJECT (question->window), "question", question,
                          (GDestroyNotify) question_free);
  nk_trace ("question \"%s\"", asked->question);
  gtk_window_present (question->window);
}
