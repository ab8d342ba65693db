/* A question in a window of its own, over another one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  NK_ANSWER_PLAIN,
  NK_ANSWER_SUGGESTED,     /* Enter */
  NK_ANSWER_DESTRUCTIVE
} NkAnswerLook;

typedef struct
{
  const char *label;       /* translated, with a mnemonic */
  NkAnswerLook look;
} NkAnswerButton;

/* Gets the number of the button, or -1 if the question was closed or cancelled. */
typedef void (*NkAsked) (int      answer,
                         gpointer user_data);

/* Asks; "Cancel" stands before the `n` buttons by itself. Of `text` NULL only the question is
 * shown. */
void nk_ask (GtkWindow            *parent,
             const char           *question,
             const char           *text,
             const NkAnswerButton *buttons,
             guint                 n,
             NkAsked               asked,
             gpointer              user_data);

/* The words of a question: a wrapped line of text at the end of a box. `style` is a class, or NULL. */
void nk_ask_add_label (GtkWidget            *box,
                       const char           *text,
                       const char           *style);

G_END_DECLS
