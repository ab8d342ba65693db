/* A page of the inspector: the rows for one kind of records, or for several kinds at once what they
 * share, in groups that can be folded away. */
#pragma once

#include "ui/inspector/subject.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_PAGE (nk_page_get_type ())
G_DECLARE_FINAL_TYPE (NkPage, nk_page, NK, PAGE, GtkWidget)

/* For records of these kinds (bits), for one or for several. */
NkPage *nk_page_new  (NkSession *session,
                      guint      kinds,
                      gboolean   several);
/* Fills it. The subject is of its kinds. */
void    nk_page_show (NkPage    *page,
                      NkSubject *subject);

G_END_DECLS
