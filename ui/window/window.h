/* The window: one map, with its header bar, canvas, inspector and messages. */
#pragma once

#include "ui/canvas/canvas.h"
#include "ui/find/find-bar.h"
#include "ui/line/quick-line.h"
#include "ui/window/message-bar.h"
#include "ui/session/session.h"
#include "ui/tables/tables.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_WINDOW (nk_window_get_type ())
G_DECLARE_FINAL_TYPE (NkWindow, nk_window, NK, WINDOW, GtkApplicationWindow)

typedef struct _NkLayout NkLayout;

NkWindow     *nk_window_new       (GtkApplication *application);

/* All of these belong to the window. */
NkSession    *nk_window_session   (NkWindow       *window);
NkCanvas     *nk_window_canvas    (NkWindow       *window);
NkMessageBar *nk_window_messages  (NkWindow       *window);
NkQuickLine  *nk_window_quick_line (NkWindow      *window);
NkLayout     *nk_window_layout    (NkWindow       *window);
NkTables     *nk_window_tables    (NkWindow       *window);
NkFindBar    *nk_window_find_bar  (NkWindow       *window);

/* Takes the keyboard to the next of the window's panes (1), or the one before (-1). */
void          nk_window_step_pane (NkWindow       *window,
                                   int             direction);

/* TRUE while the inspector is shown. */
gboolean      nk_window_inspects  (NkWindow       *window);
void          nk_window_set_inspects (NkWindow    *window,
                                   gboolean        inspects);

/* Shows the welcome page, until the window gets a map. */
void          nk_window_welcome      (NkWindow     *window);
gboolean      nk_window_is_welcoming (NkWindow     *window);

/* Opens the list of the steps that were done. */
void          nk_window_show_history (NkWindow     *window);

/* FALSE once it was closed: who has waited for something shows it no more. */
gboolean      nk_window_is_open   (NkWindow       *window);
/* Closes it without a question. */
void          nk_window_close_now (NkWindow       *window);

G_END_DECLS
