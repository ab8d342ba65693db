#include "files/gate-cursor.h"

#include <string.h>

static gsize
blanks_end (const char *data,
            gsize       at)
{
  return at + strspn (data + at, " \t\r\n");
}

static gsize
string_end (const char *data,
            gsize       at)
{
  for (at++; data[at] != '"'; at++)
    if (data[at] == '\\')
      at++;
  return at + 1;
}

static gsize
value_end (const char *data,
           gsize       at)
{
  guint depth = 0;

  do
    {
      if (data[at] == '"')
        at = string_end (data, at);
      else if (data[at] == '{' || data[at] == '[')
        depth++, at++;
      else if (data[at] == '}' || data[at] == ']')
        depth--, at++;
      else if (depth > 0)
        at++;
      else
        at += strcspn (data + at, ",]} \t\r\n");
    }
  while (depth > 0);
  return at;
}

/* Behind a value: the offset of the next one, or 0 if it was the last. */
static gsize
next_value (const char *data,
            gsize       end)
{
  end = blanks_end (data, end);
  return data[end] == ',' ? blanks_end (data, end + 1) : 0;
}

/* Finds value and end of the member whose name the cursor stands on. */
static void
measure_member (NkGateCursor *cursor)
{
  const char *data = cursor->data;

  cursor->value = blanks_end (data, string_end (data, cursor->name));
  cursor->value = blanks_end (data, cursor->value + 1);
  cursor->end = value_end (data, cursor->value);
}

NkGateCursor
nk_gate_cursor (const char *data,
                gsize       object)
{
  NkGateCursor cursor = { .data = data, .name = blanks_end (data, object + 1) };

  measure_member (&cursor);
  return cursor;
}

void
nk_gate_seek (NkGateCursor *cursor,
              guint         index)
{
  g_assert (index >= cursor->index);
  while (cursor->index < index)
    {
      cursor->name = next_value (cursor->data, cursor->end);
      cursor->index++;
      measure_member (cursor);
    }
}

gsize
nk_gate_first (const char *data,
               gsize       array)
{
  gsize element = blanks_end (data, array + 1);

  return data[element] == ']' ? 0 : element;
}

gsize
nk_gate_next (const char *data,
              gsize       element)
{
  return next_value (data, value_end (data, element));
}
