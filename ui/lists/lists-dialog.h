/* The dialog of the lists: levels, districts, sectors, kinds of tie, attributes with their values, phases
 * and sources. It stands beside the map, which changes at once. */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

#define NK_TYPE_LISTS_DIALOG (nk_lists_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NkListsDialog, nk_lists_dialog, NK, LISTS_DIALOG, GtkWindow)

/* Shows the dialog of this window's map: there is one at most. */
void nk_lists_dialog_show (NkWindow *window);

G_END_DECLS
