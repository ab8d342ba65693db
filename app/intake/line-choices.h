/* What may be meant where somebody is writing in a quick line (intake/line.h). */
#pragma once

#include "intake/match.h"

G_BEGIN_DECLS

typedef struct
{
  guint start, end;    /* bytes of the line that it stands in place of */
  char *text;          /* what comes there */
  char *label;         /* what it is called */
  NkRecord *record;    /* borrowed from the map; NULL for a word, and for somebody new */
  gboolean is_new;     /* it says that somebody new is meant, not the known one that begins so */
} NkLineChoice;

/* The choices for the name or word at a byte of the line, best first: at most `most`, and somebody
 * new; none where the line has it in full. An array of NkLineChoice, to be freed. O(records). */
GArray *nk_line_choices (NkMatcher   *matcher,
                         const NkMap *map,
                         const char  *line,
                         guint        at,
                         guint        most);

G_END_DECLS
