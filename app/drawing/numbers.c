#include "drawing/numbers.h"

#include <string.h>

void
nk_append_number (GString *text,
                  double   number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 300];
  gsize length;

  g_ascii_formatd (digits, sizeof digits, "%.2f", number);
  length = strlen (digits);
  while (digits[length - 1] == '0')
    length--;
  if (digits[length - 1] == '.')
    length--;
  if (length == 2 && strncmp (digits, "-0", 2) == 0)
    g_string_append_c (text, '0');
  else
    g_string_append_len (text, digits, length);
}
