/* The layout bar: while a layout is made and shown, it says who moves and who stays, and has what
 * can be done about it. It knows no layout: its buttons activate actions of the window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_LAYOUT_BAR (nk_layout_bar_get_type ())
G_DECLARE_FINAL_TYPE (NkLayoutBar, nk_layout_bar, NK, LAYOUT_BAR, GtkWidget)

/* Of whom a layout is made. */
typedef enum
{
  NK_SCOPE_ALL,
  NK_SCOPE_SELECTION,
  NK_SCOPE_NEW          /* who has a place keeps it */
} NkScope;

typedef struct
{
  NkScope scope;
  guint moving;         /* who may move or, once that is known, who does */
  guint pinned;         /* who can't */
  guint outside;        /* who is not pinned, and stays since the scope leaves them out */
} NkLayoutCounts;

/* The action of the window that lays out these. */
const char *nk_scope_action            (NkScope               scope);

/* Says who may move, with a sign that it is being worked on. `method` is an action of the window
 * ("win.method::levels"). */
void        nk_layout_bar_show_working (NkLayoutBar          *bar,
                                        const char           *method,
                                        const NkLayoutCounts *counts);
/* Says who moves, and takes the keyboard unless somebody types. */
void        nk_layout_bar_show_preview (NkLayoutBar          *bar,
                                        const NkLayoutCounts *counts);
/* Goes away. */
void        nk_layout_bar_hide         (NkLayoutBar          *bar);

/* The pixels at the lower edge of the canvas where nothing can be seen for it. */
int         nk_layout_bar_covers       (NkLayoutBar          *bar);
/* TRUE if one of its buttons has the keyboard. */
gboolean    nk_layout_bar_has_keyboard (NkLayoutBar          *bar);

G_END_DECLS
