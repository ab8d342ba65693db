/* A question that has to be answered before something is merged or deleted: which one, and what becomes
 * of who refers to it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *question;
  const char *text;            /* below it; NULL: nothing */
  const char *others_label;    /* of the list of others, with a mnemonic */
  const char *const *others;   /* of which one is chosen, ended by NULL; may be empty */
  /* What can become of them otherwise, with mnemonics; both NULL: one of the others is chosen in any
   * case. */
  const char *none, *removed;
  const char *button;          /* with a mnemonic */
  gboolean destructive;
} NkListQuestion;

typedef enum
{
  NK_LIST_CANCELLED,
  NK_LIST_OTHER,
  NK_LIST_NONE,
  NK_LIST_REMOVED
} NkListAnswer;

/* `other` is the position in `others`. Called once. */
typedef void (*NkListAnswered) (NkListAnswer answer,
                                guint        other,
                                gpointer     user_data);

/* Asks in a window over `parent`, with which it goes. `user_data` is freed in the end. */
void nk_list_ask (GtkWindow            *parent,
                  const NkListQuestion *question,
                  NkListAnswered        answered,
                  gpointer              user_data,
                  GDestroyNotify        free_data);

G_END_DECLS
