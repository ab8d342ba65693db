/* Texts as names are looked for in them: without case, accents and punctuation.
 *
 * "Müller-Lüdenscheidt", "MUELLER LUEDENSCHEIDT" and "mueller_luedenscheidt" are one name. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  NK_FOLD_GERMAN,   /* without case; ä is ae, ß is ss, å is aa */
  NK_FOLD_PLAIN,    /* without case; ä is a, ß is ss, å is a */
  NK_FOLD_EXACT,    /* case and accents count */
  NK_N_FOLDS
} NkFold;

/* Words with one blank between them; of each byte, from where to where in the text its letter
 * stands. */
typedef struct
{
  GString *words;
  GArray *starts, *ends;   /* of guint, by byte */
} NkFolded;

/* Combining marks belong to their letter, compatibility forms are as the usual ones, and what can't
 * be seen (a soft hyphen) is not there. O(length). */
NkFolded *nk_fold_text     (const char *text,
                            NkFold      fold);
void      nk_folded_free   (NkFolded   *folded);

/* The words alone. To be freed. */
char     *nk_fold          (const char *text,
                            NkFold      fold);

/* TRUE for letters, digits and symbols: what a word is made of. */
gboolean  nk_is_word_char  (gunichar    c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkFolded, nk_folded_free)

G_END_DECLS
