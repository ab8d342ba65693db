/* The trace: one line on standard output for each thing that happens, for tests that drive the
 * window from outside. Silent unless the program was started with --test-log. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void nk_trace_enable (void);

/* Prints "LOG " and the line. */
void nk_trace        (const char *format,
                      ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
