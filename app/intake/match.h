/* Matching: which records somebody means who has typed a name, or the beginning of one, or a name in
 * another spelling. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

typedef enum
{
  NK_MATCH_EXACT,      /* the name, the short form or the alias, letter by letter */
  NK_MATCH_SAME,       /* the same without case, accents and punctuation */
  NK_MATCH_BEGINNING,  /* a name begins so */
  NK_MATCH_WORDS,      /* its words begin so, in this order: "welc 5", "wp5" for "Welcome Point 5" */
  NK_MATCH_PART,       /* it stands within a name */
  NK_MATCH_SIMILAR     /* a slip of the keyboard away from a name or a word of it, in a long one two */
} NkMatchKind;

typedef struct
{
  NkRecord *record;    /* borrowed from the map */
  NkMatchKind kind;
} NkMatch;

/* Remembers how names fold, so that each keystroke costs little. */
typedef struct _NkMatcher NkMatcher;

NkMatcher *nk_matcher_new  (void);
void       nk_matcher_free (NkMatcher    *matcher);

/* The records of a kind that `text` may mean, best first, those that are alike in the order of
 * their list; at most `most` (0: all). Nothing for a text without letters and digits. An array of
 * NkMatch, to be freed. O(records). */
GArray    *nk_matcher_find (NkMatcher    *matcher,
                            const NkMap  *map,
                            NkRecordKind  kind,
                            const char   *text,
                            guint         most);

/* The record that has this name, short form or alias, at least but for case, accents and punctuation;
 * the first of several; NULL if there is none. Borrowed from the map. O(records). */
NkRecord  *nk_matcher_same (NkMatcher    *matcher,
                            const NkMap  *map,
                            NkRecordKind  kind,
                            const char   *text);

/* TRUE if both have the same digits: "Bezirk 5" and "Bezirk 6" are no slip, where names differ in a
 * number they are two. Lengths in bytes; -1: to the end. */
gboolean   nk_match_same_digits (const char *a,
                                 gssize      a_length,
                                 const char *b,
                                 gssize      b_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkMatcher, nk_matcher_free)

G_END_DECLS
