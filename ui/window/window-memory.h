/* What windows remember from one time to the next: which panels are folded away, how large they and
 * the windows are, the inks. In one file of the user's state folder; nothing is lost if it is not
 * there or can't be read. Keys are short names: "inspector", "tables-height". */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What was remembered, or what is given if nothing was. */
gboolean nk_window_memory_boolean     (const char *key,
                                       gboolean    otherwise);
int      nk_window_memory_integer     (const char *key,
                                       int         otherwise);
char    *nk_window_memory_text        (const char *key);   /* NULL: nothing; to be freed */

/* Remembers it, at once. */
void     nk_window_memory_set_boolean (const char *key,
                                       gboolean    value);
void     nk_window_memory_set_integer (const char *key,
                                       int         value);
void     nk_window_memory_set_text    (const char *key,
                                       const char *value);

G_END_DECLS
