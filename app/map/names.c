#include "map/names.h"

#include "map/fold.h"

#include <string.h>

/* Letters from which on a name is found as a word in any spelling, and anywhere. */
#define ANY_SPELLING 4
#define ANYWHERE 6

/* No address is longer, in bytes to each side. */
#define ADDRESS 256

/* By how many of their first bytes names are found; shorter ones by all they have. */
#define KEY 4

#define SEVERAL G_MAXUINT

/* How a name must stand there. */
typedef enum
{
  REACH_IDS,        /* as a word, and only in ids */
  REACH_WORD,       /* as a word */
  REACH_GENITIVE,   /* as a word, which may have an ending */
  REACH_ANYWHERE
} Reach;

typedef struct
{
  char *words;      /* folded */
  gsize length;
  Reach reach;
  guint owner;      /* or SEVERAL */
} Name;

struct _NkNames
{
  GPtrArray *names[NK_N_FOLDS];      /* of Name */
  GHashTable *by_words[NK_N_FOLDS];  /* words -> Name, borrowed */
  GHashTable *by_start[NK_N_FOLDS];  /* the first bytes -> GPtrArray of Name, borrowed */
};

/* Where a name stands. */
typedef struct
{
  guint start, end;
  guint length;     /* of the name itself */
  guint owner;
} Match;

static const char *const endings[] = {
  "s", "es", "ens", "sch", "sche", "schen", "schem", "scher", "sches",
};

static const char *const titles[] = {
  "dr", "doktor", "fr", "frau", "herr", "herrn", "hr", "mr", "mrs", "ms", "prof", "professor",
  "professorin", NULL
};

/* ---- adding ---- */

static void
free_name (gpointer data)
{
  g_free (((Name *) data)->words);
  g_free (data);
}

NkNames *
nk_names_new (void)
{
  NkNames *names = g_new0 (NkNames, 1);

  for (int fold = 0; fold < NK_N_FOLDS; fold++)
    {
      names->names[fold] = g_ptr_array_new_with_free_func (free_name);
      names->by_words[fold] = g_hash_table_new (g_str_hash, g_str_equal);
      names->by_start[fold] = g_hash_table_new_full (NULL, NULL, NULL,
                                                     (GDestroyNotify) g_ptr_array_unref);
    }
  return names;
}

void
nk_names_free (NkNames *names)
{
  for (int fold = 0; fold < NK_N_FOLDS; fold++)
    {
      g_hash_table_unref (names->by_start[fold]);
      g_hash_table_unref (names->by_words[fold]);
      g_ptr_array_unref (names->names[fold]);
    }
  g_free (names);
}

/* The first bytes of a text as a key: `n` of them, or as many as it has. */
static gpointer
start_key (const char *text,
           guint       n)
{
  guint32 key = 0;

  for (guint i = 0; i < n && text[i] != '\0'; i++)
    key = key << 8 | (guchar) text[i];
  return GUINT_TO_POINTER (key);
}

static void
add_words (NkNames    *names,
           NkFold      fold,
           const char *words,
           Reach       reach,
           guint       owner)
{
  Name *name = g_hash_table_lookup (names->by_words[fold], words);
  GPtrArray *alike;

  if (name != NULL)
    {
      name->owner = name->owner == owner ? owner : SEVERAL;
      name->reach = MAX (name->reach, reach);
      return;
    }
  name = g_new (Name, 1);
  *name = (Name) { g_strdup (words), strlen (words), reach, owner };
  g_ptr_array_add (names->names[fold], name);
  g_hash_table_insert (names->by_words[fold], name->words, name);
  alike = g_hash_table_lookup (names->by_start[fold], start_key (words, KEY));
  if (alike == NULL)
    {
      alike = g_ptr_array_new ();
      g_hash_table_insert (names->by_start[fold], start_key (words, KEY), alike);
    }
  g_ptr_array_add (alike, name);
}

static guint
count_letters (const char *words)
{
  guint n = 0;

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    n += *at == ' ' ? 0 : g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return n;
}

/* A name of several words is also found where they have grown together. */
static void
add_fold (NkNames    *names,
          NkFold      fold,
          const char *name,
          Reach       reach,
          guint       owner)
{
  g_autofree char *words = nk_fold (name, fold);
  g_auto (GStrv) list = g_strsplit (words, " ", -1);
  g_autofree char *grown = g_strjoinv ("", list);

  if (words[0] == '\0')
    return;
  add_words (names, fold, words, reach, owner);
  if (!g_str_equal (grown, words))
    add_words (names, fold, grown, reach, owner);
}

void
nk_names_add (NkNames    *names,
              const char *name,
              guint       owner)
{
  g_autofree char *words = nk_fold (name, NK_FOLD_GERMAN);
  guint n = count_letters (words);
  Reach reach = n < ANYWHERE ? REACH_GENITIVE : REACH_ANYWHERE;

  if (n < ANY_SPELLING)
    {
      add_fold (names, NK_FOLD_EXACT, name, REACH_WORD, owner);
      add_fold (names, NK_FOLD_GERMAN, name, REACH_IDS, owner);
      return;
    }
  add_fold (names, NK_FOLD_GERMAN, name, reach, owner);
  add_fold (names, NK_FOLD_PLAIN, name, reach, owner);
}

/* ---- finding ---- */

/* TRUE if a word that ends with `last` goes on: "Weber2" is Weber's, but 1b is another number than
 * 1. */
static gboolean
goes_on (char last,
         char next)
{
  return next != '\0' && next != ' ' && (g_ascii_isdigit (last) || !g_ascii_isdigit (next));
}

static gboolean
begins_word (const char *words,
             gsize       start)
{
  return start == 0 || words[start - 1] == ' '
         || g_ascii_isdigit (words[start - 1]) != g_ascii_isdigit (words[start]);
}

static gboolean
ends_as_word (const char *words,
              gsize       end)
{
  return !goes_on (words[end - 1], words[end]);
}

static gboolean
ends_as_genitive (const char *words,
                  gsize       end)
{
  if (ends_as_word (words, end))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_prefix (words + end, endings[i])
        && ends_as_word (words, end + strlen (endings[i])))
      return TRUE;
  return FALSE;
}

/* The number 1 does not stand in 12. */
static gboolean
cuts_number (const char *words,
             gsize       start,
             gsize       end)
{
  return (g_ascii_isdigit (words[start]) && !begins_word (words, start))
         || (g_ascii_isdigit (words[end - 1]) && !ends_as_word (words, end));
}

/* Whether a name stands at a place of folded words. `grown` is for ids and addresses. */
static gboolean
stands (const Name *name,
        const char *words,
        gsize       start,
        gboolean    in_id,
        gboolean    grown)
{
  gsize end = start + name->length;
  gboolean begins = begins_word (words, start);
  Reach reach = grown && name->reach == REACH_GENITIVE ? REACH_ANYWHERE : name->reach;

  switch (reach)
    {
    case REACH_IDS:
      return in_id && begins && ends_as_word (words, end);
    case REACH_WORD:
      return begins && ends_as_word (words, end);
    case REACH_GENITIVE:
      return begins && ends_as_genitive (words, end);
    case REACH_ANYWHERE:
      return !cuts_number (words, start, end);
    }
  g_assert_not_reached ();
}

/* The run of ASCII without a blank round a place; TRUE if it is an address. */
static gboolean
find_address (const char *text,
              guint       at,
              guint      *start,
              guint      *end)
{
  g_autofree char *run = NULL;

  *start = *end = at;
  while (*start > 0 && at - *start < ADDRESS && g_ascii_isgraph (text[*start - 1]))
    (*start)--;
  while (*end - at < ADDRESS && g_ascii_isgraph (text[*end]))
    (*end)++;
  run = g_strndup (text + *start, *end - *start);
  return strchr (run, '@') != NULL || strstr (run, "://") != NULL
         || g_ascii_strncasecmp (run, "www.", 4) == 0;
}

static void
find_alike (GArray         *matches,
            GPtrArray      *alike,
            const char     *text,
            const NkFolded *folded,
            gsize           at,
            NkNamesPlace    place)
{
  const char *words = folded->words->str;

  for (guint i = 0; alike != NULL && i < alike->len; i++)
    {
      const Name *name = g_ptr_array_index (alike, i);
      guint start = g_array_index (folded->starts, guint, at), from, to;
      gboolean in_id = place == NK_NAMES_IN_ID;

      if (strncmp (words + at, name->words, name->length) == 0
          && stands (name, words, at, in_id,
                     in_id || (name->reach == REACH_GENITIVE
                               && find_address (text, start, &from, &to))))
        {
          guint end = g_array_index (folded->ends, guint, at + name->length - 1);
          Match match = { start, end, end - start, name->owner };

          g_array_append_val (matches, match);
        }
    }
}

static GArray *
find_matches (const NkNames *names,
              const char    *text,
              NkNamesPlace   place)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (Match));

  for (int fold = 0; fold < NK_N_FOLDS; fold++)
    {
      g_autoptr (NkFolded) folded = NULL;
      const char *words;

      if (names->names[fold]->len == 0)
        continue;
      folded = nk_fold_text (text, fold);
      words = folded->words->str;
      for (gsize at = 0; words[at] != '\0'; at++)
        for (guint n = 1; n <= KEY && (n == 1 || words[at + n - 1] != '\0'); n++)
          find_alike (matches, g_hash_table_lookup (names->by_start[fold],
                                                    start_key (words + at, n)),
                      text, folded, at, place);
    }
  return matches;
}

gboolean
nk_names_find (const NkNames *names,
               const char    *text,
               NkNamesPlace   place)
{
  g_autoptr (GArray) matches = find_matches (names, text, place);

  return matches->len > 0;
}

/* ---- replacing ---- */

static gunichar
char_before (const char *text,
             guint       at)
{
  return at > 0 ? g_utf8_get_char (g_utf8_prev_char (text + at)) : 0;
}

static gboolean
belongs_to_word (gunichar c)
{
  return (nk_is_word_char (c) && !g_unichar_iswide (c)) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Where the word begins that ends at a place; there, if none does. */
static guint
word_start (const char *text,
            guint       at)
{
  while (at > 0 && belongs_to_word (char_before (text, at)))
    at = g_utf8_prev_char (text + at) - text;
  return at;
}

/* Where a title begins that stands in front of a place; there, if none does. */
static guint
title_start (const char *text,
             guint       at)
{
  guint end = at;

  while (end > 0 && strchr (" .", text[end - 1]) != NULL)
    end--;
  if (end < at)
    {
      guint start = word_start (text, end);
      g_autofree char *word = g_strndup (text + start, end - start);
      g_autofree char *words = nk_fold (word, NK_FOLD_GERMAN);

      if (g_strv_contains (titles, words))
        return title_start (text, start);
    }
  return at;
}

/* From the name to all that has to go with it. */
static void
widen (Match      *match,
       const char *text)
{
  guint from, to;

  if (find_address (text, match->start, &from, &to))
    {
      match->start = from;
      match->end = MAX (to, match->end);
      return;
    }
  match->start = title_start (text, word_start (text, match->start));
  while (belongs_to_word (g_utf8_get_char (text + match->end)))
    match->end = g_utf8_next_char (text + match->end) - text;
}

static int
by_start (gconstpointer a,
          gconstpointer b)
{
  const Match *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (one->end < other->end) - (one->end > other->end);
}

/* TRUE if only a comma or a blank stands between two matches that may be of one person, as in
 * "Meier, Anna". */
static gboolean
are_one_name (const Match *one,
              const Match *other,
              const char  *text)
{
  if (one->owner != other->owner && one->owner != SEVERAL && other->owner != SEVERAL)
    return FALSE;
  return strspn (text + one->end, " ,.-") >= other->start - one->end;
}

/* Matches that overlap or belong together become one; the longest name says whose it is. */
static GArray *
join_matches (GArray     *matches,
              const char *text)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (Match));

  g_array_sort (matches, by_start);
  for (guint i = 0; i < matches->len; i++)
    {
      const Match *match = &g_array_index (matches, Match, i);
      Match *last = joined->len > 0 ? &g_array_index (joined, Match, joined->len - 1) : NULL;

      if (last == NULL || (match->start >= last->end && !are_one_name (last, match, text)))
        {
          g_array_append_vals (joined, match, 1);
          continue;
        }
      if (last->owner == SEVERAL || (match->owner != SEVERAL && match->length > last->length))
        last->owner = match->owner;
      last->length = MAX (last->length, match->length);
      last->end = MAX (last->end, match->end);
    }
  return joined;
}

static char *
replace_once (const char        *text,
              GArray            *matches,
              const char *const *aliases,
              const char        *somebody,
              guint             *n_texts)
{
  g_autoptr (GArray) joined = NULL;
  g_autoptr (GHashTable) counted = g_hash_table_new (NULL, NULL);
  GString *replaced = g_string_new (NULL);
  guint at = 0;

  for (guint i = 0; i < matches->len; i++)
    widen (&g_array_index (matches, Match, i), text);
  joined = join_matches (matches, text);
  for (guint i = 0; i < joined->len; i++)
    {
      const Match *match = &g_array_index (joined, Match, i);
      gboolean is_one = match->owner != SEVERAL;

      g_string_append_len (replaced, text + at, match->start - at);
      g_string_append (replaced, is_one ? aliases[match->owner] : somebody);
      at = match->end;
      if (is_one && n_texts != NULL
          && g_hash_table_add (counted, GUINT_TO_POINTER (match->owner)))
        n_texts[match->owner]++;
    }
  g_string_append (replaced, text + at);
  return g_string_free (replaced, FALSE);
}

/* An alias and what stands beside it may be a name together; then all of it goes. */
char *
nk_names_replace (const NkNames     *names,
                  const char        *text,
                  const char *const *aliases,
                  const char        *somebody,
                  guint             *n_texts)
{
  g_autoptr (GArray) matches = find_matches (names, text, NK_NAMES_IN_TEXT);
  char *replaced;

  if (matches->len == 0)
    return NULL;
  replaced = replace_once (text, matches, aliases, somebody, n_texts);
  if (nk_names_find (names, replaced, NK_NAMES_IN_TEXT))
    {
      g_free (replaced);
      replaced = g_strdup (somebody);
    }
  return replaced;
}
