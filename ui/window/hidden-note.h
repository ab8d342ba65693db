/* The note in a corner of the canvas that says what the view does not show, and why, with one button
 * that shows all. It is there only while something is hidden. */
#pragma once

#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_HIDDEN_NOTE (nk_hidden_note_get_type ())
G_DECLARE_FINAL_TYPE (NkHiddenNote, nk_hidden_note, NK, HIDDEN_NOTE, GtkWidget)

/* Once, before it is shown. */
void nk_hidden_note_set_session (NkHiddenNote *note,
                                 NkSession    *session);

G_END_DECLS
