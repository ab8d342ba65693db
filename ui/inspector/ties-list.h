/* The ties of an actor: whom each leads to, and of what kind it is. To activate one selects it. */
#pragma once

#include "ui/inspector/subject.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nk_ties_list_new   (NkSession      *session);
/* Lists the ties of an actor of the session's map. O(its ties), and of those only the first hundred
 * are listed. */
void       nk_ties_list_show  (GtkWidget      *list,
                               const NkRecord *actor);

G_END_DECLS
