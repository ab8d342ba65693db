/* Options: the rows of a drop-down list, those of sectors and of kinds of tie with their look. */
#pragma once

#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_OPTION (nk_option_get_type ())
G_DECLARE_FINAL_TYPE (NkOption, nk_option, NK, OPTION, GObject)

/* `id` is what choosing it means; NULL: it only says something, and choosing it means nothing. */
NkOption   *nk_option_new         (const char     *id,
                                   const char     *name);
/* The option of a record. */
NkOption   *nk_option_new_record  (const NkRecord *record);

/* A drop-down list of options. Long names are cut in it, and whole in what opens. */
GtkWidget  *nk_option_list_new    (NkSession      *session);
/* Gives it these options, unless it has just the same: it may be open. */
void        nk_option_list_fill   (GtkWidget      *list,
                                   GListStore     *options);
/* Chooses the option of this id (NULL: the one that means nothing); the first if there is none. */
void        nk_option_list_choose (GtkWidget      *list,
                                   const char     *id);
/* The id of the one that is chosen, or NULL. */
const char *nk_option_list_chosen (GtkWidget      *list);

/* How a sector or a kind of tie (its id) looks, in little, to stand in front of its name. */
GtkWidget  *nk_look_new           (NkSession      *session);
void        nk_look_set           (GtkWidget      *look,
                                   NkRecordKind    kind,
                                   const char     *id);

G_END_DECLS
