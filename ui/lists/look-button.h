/* The look of a sector or a kind of tie, as a button: it shows the swatch and opens a popover with the
 * colours and, for sectors, the shapes that there are. */
#pragma once

#include "ui/lists/list-host.h"

G_BEGIN_DECLS

#define NK_TYPE_LOOK_BUTTON (nk_look_button_get_type ())
G_DECLARE_FINAL_TYPE (NkLookButton, nk_look_button, NK, LOOK_BUTTON, GtkWidget)

/* `host` outlives it. */
GtkWidget *nk_look_button_new  (const NkListHost *host);
/* Shows the look of this one of the list's records. */
void       nk_look_button_show (NkLookButton     *button,
                                const char       *key);

G_END_DECLS
