/* Hyphenation: where a word may be broken by the rules of its language. The rules are libhyphen's,
 * the patterns travel with the program. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NK_NO_HYPHEN 0.0f

/* Says for each of the `n` letters of a word what a hyphen in front of it costs (above 0; 1 is as bad
 * as an empty line), or NK_NO_HYPHEN where there can be none. A joint of a compound costs less than
 * a syllable: "Gesundheits-amt", not "Gesund-heitsamt". At least three letters stand on either
 * side. `language` is a tag ("de", "en-GB"); of one without patterns no word is hyphenated. Main
 * thread only. */
void nk_hyphenate (const char     *language,
                   const gunichar *word,
                   int             n,
                   float          *costs);

G_END_DECLS
