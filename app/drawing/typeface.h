/* The drawing's own typeface, which the program carries with it, so that a name is as wide on
 * every computer. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The family in which drawings are set. Makes the font known to fontconfig the first time, in the
 * main thread (see nk_lettering_new ()). "Sans" if that fails. */
const char *nk_typeface (void);

/* TRUE if a family is there, or is a name for whichever is ("Sans"); capitals don't matter. In the
 * main thread as well. */
gboolean    nk_typeface_is_there (const char *family);

G_END_DECLS
