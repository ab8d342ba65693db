/* What has to be asked before it is done to a list: merging and deleting. */
#pragma once

#include "ui/lists/list-host.h"

G_BEGIN_DECLS

/* Asks which of them remains, or, of a single one, into which other it is merged. */
void nk_list_merge   (const NkListHost  *host,
                      GtkWindow         *parent,
                      const char *const *keys);
/* Asks by what a key is replaced that the list does not have. */
void nk_list_replace (const NkListHost  *host,
                      GtkWindow         *parent,
                      const char        *key);
/* Deletes them: at once if nobody refers to them, and else asks what becomes of those who do. */
void nk_list_delete  (const NkListHost  *host,
                      GtkWindow         *parent,
                      const char *const *keys);

G_END_DECLS
