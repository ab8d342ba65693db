/* The questions of the dialog for pasted rows: a list of names that may mean somebody, each with what one
 * can answer, and below them what is wrong in some cells. */
#pragma once

#include "intake/rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_PASTE_QUESTION (nk_paste_question_get_type ())
G_DECLARE_FINAL_TYPE (NkPasteQuestion, nk_paste_question, NK, PASTE_QUESTION, GObject)

/* Gets what was answered (see nk_rows_answer ()). */
typedef void (*NkPasteAnswered) (const NkName *name,
                                 int           answer,
                                 gpointer      user_data);

/* A name, borrowed, or, if that is NULL, a sentence. */
NkPasteQuestion    *nk_paste_question_new     (const NkName    *name,
                                               const char      *sentence);

/* Makes the rows of a list of questions. To be freed. */
GtkListItemFactory *nk_paste_question_factory (NkPasteAnswered  answered,
                                               gpointer         user_data);

G_END_DECLS
