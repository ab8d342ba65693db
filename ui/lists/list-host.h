/* What the rows of a list share: the window whose map it is, and which list it is. */
#pragma once

#include "map/category-edits.h"
#include "ui/window/window.h"

G_BEGIN_DECLS

typedef struct
{
  NkWindow *window;        /* outlives the dialog */
  NkCategories list;
  GtkSizeGroup *types;     /* the types of sources are as wide in all rows */
} NkListHost;

const NkMap    *nk_list_host_map    (const NkListHost *host);
/* The record of a key; NULL for a value, and for what the list does not have. */
NkRecord       *nk_list_host_record (const NkListHost *host,
                                     const char       *key);
/* Applies an edit and takes it; actors go along with their bands and boxes. With a `gesture` it is
 * joined to the last step of the same one. FALSE if it was refused, which the window says. */
gboolean        nk_list_host_apply  (const NkListHost *host,
                                     NkEdit           *edit,
                                     const char       *gesture);
/* Changes a field of a record of the list, as nk_list_host_apply (). */
gboolean        nk_list_host_set    (const NkListHost *host,
                                     const char       *key,
                                     NkField           field,
                                     const char       *value);

G_END_DECLS
