/* A row for what records refer to and the list does not have: it is added, or another is taken for it. */
#pragma once

#include "ui/lists/list-host.h"

G_BEGIN_DECLS

/* `host` outlives it. `others`: the list has some that can be taken. */
GtkWidget *nk_list_stray_new (const NkListHost *host,
                              const char       *key,
                              const NkUses     *uses,
                              gboolean          others);

G_END_DECLS
