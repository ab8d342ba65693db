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

void
nk_append_string (GString    *text,
                  const char *string)
{
  g_string_append_c (text, '"');
  for (const char *c = string; *c != '\0'; c++)
    if (*c == '"' || *c == '\\')
      g_string_append_printf (text, "\\%c", *c);
    else if ((guchar) *c < 0x20 || *c == 0x7f)
      g_string_append_printf (text, "\\u%04x", *c);
    else
      g_string_append_c (text, *c);
  g_string_append_c (text, '"');
}
