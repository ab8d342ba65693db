/* Finding things again in text that has passed the gate: json-glib keeps no places. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Walks through the members of an object, forward only. */
typedef struct
{
  const char *data;
  guint index;
  gsize name, value, end;   /* offsets: of the name, of the value, behind the value */
} NkGateCursor;

/* A cursor on the first member of the object at `object`, which must have one. */
NkGateCursor nk_gate_cursor   (const char   *data,
                               gsize         object);
/* Moves on to member `index`, which must be there and not lie behind. */
void         nk_gate_seek     (NkGateCursor *cursor,
                               guint         index);
/* The offset of the first element of the array at `array`, and of the one that follows the element
 * at `element`; 0 behind the last. */
gsize        nk_gate_first    (const char   *data,
                               gsize         array);
gsize        nk_gate_next     (const char   *data,
                               gsize         element);

G_END_DECLS
