/* The dialog for pasted rows: it says what they would do to the map, and lets it be put right. Nothing
 * is changed before one adds them; then all of it is one step. */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

#define NK_TYPE_PASTE_DIALOG (nk_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NkPasteDialog, nk_paste_dialog, NK, PASTE_DIALOG, GtkWindow)

/* For the rows in a text of `length` bytes; NULL if there are none. */
NkPasteDialog *nk_paste_dialog_new (NkWindow   *window,
                                    const char *text,
                                    gsize       length);

G_END_DECLS
