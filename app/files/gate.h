/* The gate: bytes from outside pass it before any JSON library sees them.
 *
 * json-glib crashes on deep nesting, reads numbers that are too large as others, keeps the last of
 * two equal members without a word and takes comments and single quotes for JSON. The gate lets
 * through what RFC 8259 allows and nothing else, without recursion, and notes where the records
 * stand, since json-glib keeps no lines. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NK_GATE_DEPTH 64
#define NK_GATE_BYTES (512u * 1024 * 1024)
#define NK_GATE_RECORDS 1000000u

typedef struct
{
  gsize offset;   /* of its first byte */
  guint line;     /* from 1 */
} NkGatePlace;

typedef struct
{
  char *name;          /* of a member of the root object */
  NkGatePlace place;   /* of the value */
  GArray *elements;    /* of NkGatePlace: of an array's elements; else empty */
} NkGateMember;

/* What the gate saw: the members of the root object, as NkGateMember, in the order of the file.
 * Empty if the root is no object. NULL with an error (NK_NATIVE_ERROR_SYNTAX, "name:line:column:
 * sentence") if it is not JSON, not UTF-8, deeper than 64, larger than 512 MiB, or has a member
 * twice, a number that is not finite or a whole number of more than 18 digits. data[length] must
 * be 0. O(length). */
GPtrArray  *nk_gate_pass    (const char  *data,
                             gsize        length,
                             const char  *name,
                             GError     **error);

G_END_DECLS
