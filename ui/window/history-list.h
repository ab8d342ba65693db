/* The history list: every step that was done or undone, the last one at the top. To choose one goes
 * there. */
#pragma once

#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_HISTORY_LIST (nk_history_list_get_type ())
G_DECLARE_FINAL_TYPE (NkHistoryList, nk_history_list, NK, HISTORY_LIST, GtkPopover)

/* Once, before it is shown. */
void nk_history_list_set_session (NkHistoryList *list,
                                  NkSession     *session);

G_END_DECLS
