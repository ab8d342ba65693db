/* The recent files: those of the desktop's list that this program has opened or saved. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Puts a map file at the top of the list. */
void        nk_recent_add   (GFile *file);

/* At most so many of them, the last one first: a list of GtkRecentInfo, to be freed with all that it
 * has. */
GList      *nk_recent_infos (guint most);

/* A menu of them, the last one first, each with the action "win.open-recent"; one that can't be
 * chosen if there are none. */
GMenuModel *nk_recent_menu  (void);

G_END_DECLS
