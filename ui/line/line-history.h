/* The lines that were typed into a quick line, for whoever wants one of them again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *lines;   /* of char *, the newest last */
  guint at;           /* which one is shown; behind the last: none */
} NkLineHistory;

void        nk_line_history_init  (NkLineHistory *history);
void        nk_line_history_clear (NkLineHistory *history);

/* Keeps a line, and shows none of them. Nothing, and the same one twice, is not kept. */
void        nk_line_history_add   (NkLineHistory *history,
                                   const char    *line);
/* TRUE if `text` is the line that is shown. */
gboolean    nk_line_history_shows (NkLineHistory *history,
                                   const char    *text);
/* The next older (-1) or newer (+1) line; "" beyond the newest; NULL beyond the oldest. */
const char *nk_line_history_step  (NkLineHistory *history,
                                   int            step);

G_END_DECLS
