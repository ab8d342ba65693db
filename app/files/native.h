/* The map file (`*.netzkarte.json`): bytes to map and map to bytes.
 *
 * Reading is strict: what is wrong opens nothing, and the message names the file, the line and
 * the record. Writing is canonical: a file in this form that is read and written is the same
 * bytes. Members that we do not know, empty lists and defaults that stand in the file are
 * written back where they stood; of an evidence, what we do not know comes last and empty texts
 * are left out. */
#pragma once

#include "map/map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define NK_NATIVE_ERROR nk_native_error_quark ()
GQuark  nk_native_error_quark (void);
typedef enum
{
  NK_NATIVE_ERROR_SYNTAX,    /* not JSON, not UTF-8, too deep, too large */
  NK_NATIVE_ERROR_FORMAT,    /* JSON, but not a map of a version that we know */
  NK_NATIVE_ERROR_RECORD     /* a record that is wrong */
} NkNativeError;

/* The map in these bytes, or NULL with an error. `name` is how messages call the file. Behind
 * the last byte must stand a zero, as GIO leaves it. No bytes whatsoever can do more harm than
 * an error. */
NkMap  *nk_native_read   (const char    *data,
                          gsize          length,
                          const char    *name,
                          GError       **error);

/* The canonical bytes of a map. */
GBytes *nk_native_write  (const NkMap   *map);

G_END_DECLS
