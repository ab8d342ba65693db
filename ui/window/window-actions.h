/* The actions of a window: what its menu, its keys and its buttons do. Each menu has a file of them. */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

void nk_window_add_actions    (NkWindow   *window);
/* Makes those insensitive that can do nothing now, and shows the state of the others. */
void nk_window_update_actions (NkWindow   *window);

/* For the files of the menus: */

void nk_window_enable         (NkWindow   *window,
                               const char *name,
                               gboolean    enabled);

void nk_file_actions_add      (NkWindow   *window);
void nk_file_actions_update   (NkWindow   *window);
void nk_edit_actions_add      (NkWindow   *window);
void nk_edit_actions_update   (NkWindow   *window);
void nk_select_actions_add    (NkWindow   *window);
void nk_select_actions_update (NkWindow   *window);
void nk_tie_actions_add       (NkWindow   *window);
void nk_tie_actions_update    (NkWindow   *window);
void nk_clipboard_actions_add (NkWindow  *window);
void nk_clipboard_actions_update (NkWindow *window);
void nk_view_actions_add      (NkWindow   *window);
void nk_view_actions_update   (NkWindow   *window);
void nk_arrange_actions_add   (NkWindow   *window);   /* by hand: within the menu of the layout */
void nk_arrange_actions_update (NkWindow  *window);
void nk_layout_actions_add    (NkWindow   *window);
void nk_layout_actions_update (NkWindow   *window);

G_END_DECLS
