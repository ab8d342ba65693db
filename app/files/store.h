/* Files on disk: read whole, replaced whole or not at all. */
#pragma once

#include "map/map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Opens a map file. Refused, with a sentence: what is not a regular file, what is larger than
 * 512 MiB, what can't be read, and whatever nk_native_read () refuses. `entity`, if not NULL, gets
 * the tag that says later whether the file has changed since; to be freed. */
NkMap    *nk_store_open    (GFile         *file,
                            char         **entity,
                            GError       **error);

/* Writes beside, syncs and renames; permissions and symbolic links are kept. With an error the
 * old file is as it was and nothing is left beside it. If `entity` is not NULL and points to a
 * tag, and the file on disk has another by now, it is not written: G_IO_ERROR_WRONG_ETAG. On
 * success the tag is replaced by the new one. */
gboolean  nk_store_replace (GFile         *file,
                            GBytes        *bytes,
                            char         **entity,
                            GError       **error);

G_END_DECLS
