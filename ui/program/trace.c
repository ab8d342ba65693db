#include "ui/program/trace.h"

#include <stdarg.h>
#include <stdio.h>

static gboolean enabled;

void
nk_trace_enable (void)
{
  enabled = TRUE;
}

void
nk_trace (const char *format,
          ...)
{
  va_list arguments;

  if (!enabled)
    return;
  va_start (arguments, format);
  fputs ("LOG ", stdout);
  vprintf (format, arguments);
  fputc ('\n', stdout);
  fflush (stdout);
  va_end (arguments);
}
