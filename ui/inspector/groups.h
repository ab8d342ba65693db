/* Groups of fields under a heading, which fold away and remember it. */
#pragma once

#include "map/schema.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In the order in which they stand: what has always the same height comes first, so that it stays
 * where it is when another record is shown. */
typedef enum
{
  NK_GROUP_MAIN,        /* without a heading */
  NK_GROUP_DIMENSIONS,
  NK_GROUP_TIME,
  NK_GROUP_ATTRIBUTES,
  NK_GROUP_NOTE,
  NK_GROUP_EVIDENCE,
  NK_GROUP_TIES,
  NK_N_GROUPS
} NkGroup;

NkGroup    nk_group_of      (NkField    field);

GtkWidget *nk_group_new     (NkGroup    group);
/* Where its rows stand. */
GtkWidget *nk_group_box     (GtkWidget *group);
gboolean   nk_group_is_open (GtkWidget *group);
/* Folds it as the same group was folded the last time, on whatever page. */
void       nk_group_recall  (GtkWidget *group);

G_END_DECLS
