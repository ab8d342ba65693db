/* Numbers and strings in files. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* At most two decimals, a point in every locale. */
void nk_append_number (GString *text,
                       double   number);

G_END_DECLS

/* As JSON has it, in quotes. */
void nk_append_string (GString    *text,
                       const char *string);
