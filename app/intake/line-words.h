/* The words that a quick line (intake/line.h) knows, in English and in German, whatever the window
 * speaks, and the dates as people write them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NK_WORD_FORMAL,
  NK_WORD_INFORMAL,
  NK_WORD_WEAK,
  NK_WORD_MEDIUM,
  NK_WORD_STRONG,
  NK_WORD_STATED,
  NK_WORD_ASSUMED,
  NK_WORD_OPEN,
  NK_WORD_NO_KIND,
  NK_WORD_STRENGTH,   /* before a number from 1 to 3 */
  NK_WORD_SINCE,      /* before a date */
  NK_WORD_UNTIL,
  NK_N_WORDS
} NkWord;

/* The word that is written so, without regard to case and accents; with `begun` also the only one
 * that begins so, from three letters on. -1: none. */
int         nk_line_word       (const char *text,
                                gboolean    begun);

/* A word as it is written in the user's language ("seit"). */
const char *nk_line_word_label (NkWord      word);

G_END_DECLS
