/* One member of the map file as a field of a record. Private to the reader. */
#pragma once

#include "files/gate-cursor.h"
#include "files/native.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Where in the file the object stands that is being read. */
typedef struct
{
  const char *file;        /* its name, for messages */
  NkGateCursor *cursor;    /* on the object's members; NULL where it is not needed */
  guint line;
  const char *kind;        /* "actor" */
  const char *id;          /* NULL while it is not known */
} NkNativePlace;

/* Sets the error to "file:line: kind/id: sentence". Always FALSE. */
gboolean  nk_native_refuse       (const NkNativePlace  *place,
                                  NkNativeError         code,
                                  GError              **error,
                                  const char           *format,
                                  ...) G_GNUC_PRINTF (4, 5);
/* The same, saying that `member` must be `wanted` ("a text"), and what it is instead, or holds. */
gboolean  nk_native_refuse_type  (const NkNativePlace  *place,
                                  const char           *member,
                                  const char           *wanted,
                                  JsonNode             *node,
                                  GError              **error);
gboolean  nk_native_refuse_held  (const NkNativePlace  *place,
                                  const char           *member,
                                  const char           *wanted,
                                  JsonNode             *node,
                                  GError              **error);

/* "an object", "a list", …: what a JSON value is, for a sentence. */
const char *nk_native_describe   (JsonNode             *node);
gboolean  nk_native_is_text      (JsonNode             *node);
gboolean  nk_native_is_whole     (JsonNode             *node);

/* Reads member `index` of the object at `place`, whose value is `node`, into the record. */
gboolean  nk_native_read_value   (const NkNativePlace  *place,
                                  const NkFieldSchema  *field,
                                  guint                 index,
                                  JsonNode             *node,
                                  NkRecord             *record,
                                  GError              **error);

/* Member `index` as it stands in the file, name and all: on one line, or with the lines that it
 * has there, ended by "\n". To be freed. */
char     *nk_native_raw_member   (NkGateCursor         *cursor,
                                  guint                 index);
char     *nk_native_raw_block    (NkGateCursor         *cursor,
                                  guint                 index);

G_END_DECLS
