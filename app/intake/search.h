/* Searching: which records of a map have some words anywhere in what is written of them. Case, accents
 * and punctuation do not count, and ä is found as a and as ae.
 *
 * All words, which are what blanks stand between, must stand in one text of a record, in any order, each
 * as a part of a word at least: in its name, its short name, its alias, its note, one value of its own attributes, or one row of its
 * evidence with the name of the source. The name of a tie is read together with those of its two actors
 * and of its kind. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

/* More words than this are not looked for. */
#define NK_MOST_WORDS 32

typedef struct
{
  NkRecord *record;   /* borrowed from the map */
  NkField field;      /* where the words stand; the first such field in the order of the schema */
  guint row;          /* of evidence and values: in which of them, else 0 */
} NkHit;

/* Remembers how texts fold, so that each keystroke costs little. */
typedef struct _NkSearch NkSearch;

NkSearch *nk_search_new      (void);
void      nk_search_free     (NkSearch     *search);

/* The records of a kind in which the words of `text` stand, in the order of their list; none for a
 * text without letters and digits. An array of NkHit, to be freed. O(length of what is written of
 * them). */
GArray   *nk_search_find     (NkSearch     *search,
                              const NkMap  *map,
                              NkRecordKind  kind,
                              const char   *text);

/* The text in which a hit was found, for a person to read. To be freed. */
char     *nk_hit_passage     (const NkMap  *map,
                              const NkHit  *hit);
/* The same in one line, from shortly before the first of the words of `text` on. To be freed. */
char     *nk_hit_excerpt     (const NkMap  *map,
                              const NkHit  *hit,
                              const char   *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSearch, nk_search_free)

G_END_DECLS
