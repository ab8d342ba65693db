/* The options of a view: which planes are shown, how far apart they are and from how far above one
 * looks at them. A popover of the header bar. */
#pragma once

#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_VIEW_OPTIONS (nk_view_options_get_type ())
G_DECLARE_FINAL_TYPE (NkViewOptions, nk_view_options, NK, VIEW_OPTIONS, GtkPopover)

/* Once, before it is shown. */
void nk_view_options_set_session (NkViewOptions *options,
                                  NkSession     *session);

G_END_DECLS
