/* What is not wrong but incomplete or doubtful in a map that opens. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

typedef struct
{
  NkRecordKind kind;
  char *id;
  NkField field;
  char *message;   /* a sentence in the user's language that names the record */
  const char *sentence;   /* the end of it, which does not */
} NkNotice;

/* Everything there is to say of a map, in the order of the file: unknown references, names that
 * are missing or stand twice in one place, dates that end before they begin, an actor without a
 * dimension, ties that rest on no evidence in a map that has sources. An array of NkNotice, empty
 * if nothing is missing; free it with g_ptr_array_unref (). O(records). */
GPtrArray *nk_map_check  (const NkMap    *map);

/* For arrays of them. */
void       nk_notice_free (gpointer    notice);

/* Adds what somebody else has to say of a record. Takes the sentence. */
void       nk_notice_add (GPtrArray      *notices,
                          const NkRecord *record,
                          NkField         field,
                          char           *sentence);

G_END_DECLS
