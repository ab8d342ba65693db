/* Names that are not to be read any more: where they stand in a text, and what stands there
 * instead. Private to map/.
 *
 * A name is found without regard to case, accents, punctuation and invisible characters, ä also as
 * ae or a. How far that goes depends on how much a name says by itself:
 *
 *   six letters and more   anywhere, also within a longer word ("Oberbürgermeisterwahl")
 *   four or five           as a word, also in the genitive ("Webers"), but not in "Weberei"
 *   fewer                  as a word in this very spelling: "OB", but not "ob"
 *
 * In an id, an e-mail address and the like, where words have no blanks between them, four letters
 * are found anywhere. A letter of a wide script counts for two. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NkNames NkNames;

typedef enum
{
  NK_NAMES_IN_TEXT,
  NK_NAMES_IN_ID
} NkNamesPlace;

NkNames *nk_names_new     (void);
void     nk_names_free    (NkNames            *names);

/* A name, a short form of it, or one of its words. `owner` is a number of whose it is; what is
 * added for two owners belongs to neither. What holds no letter and no digit is not added. */
void     nk_names_add     (NkNames            *names,
                           const char         *name,
                           guint               owner);

/* TRUE if one of the names stands there. O(length, and the names that begin alike). */
gboolean nk_names_find    (const NkNames      *names,
                           const char         *text,
                           NkNamesPlace        place);

/* The text with aliases[owner] instead of each word that holds a name of that owner, and
 * `somebody` where it may be of several; a title before it ("Dr.") goes, too. NULL if no name
 * stands there. No alias may hold a name; then none is found in what is returned. `n_texts`, if
 * not NULL, counts by owner in how many texts a name of theirs stood. To be freed. */
char    *nk_names_replace (const NkNames      *names,
                           const char         *text,
                           const char *const  *aliases,
                           const char         *somebody,
                           guint              *n_texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkNames, nk_names_free)

G_END_DECLS
