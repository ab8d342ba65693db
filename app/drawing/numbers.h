/* Numbers in files: at most two decimals, a point in every locale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void nk_append_number (GString *text,
                       double   number);

G_END_DECLS
