/* The dialog that saves an anonymised copy: it shows first what is replaced. */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

#define NK_TYPE_ANONYMOUS_DIALOG (nk_anonymous_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NkAnonymousDialog, nk_anonymous_dialog, NK, ANONYMOUS_DIALOG, GtkWindow)

NkAnonymousDialog *nk_anonymous_dialog_new (NkWindow *window);

G_END_DECLS
