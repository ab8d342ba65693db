#include "intake/match.h"

#include "map/fold.h"

#include <string.h>

/* From so many letters on a name may be one slip, and two slips, away. */
#define ONE_SLIP 4
#define TWO_SLIPS 9
/* From so many letters on a single word may be like one of a name's words. */
#define LEAST_WORD 5

/* A text in the ways in which it is compared. ä is ae in one of them, a in the other. */
typedef struct
{
  char *exact;
  char *folds[2];
} Spelling;

/* The spellings of one record, while it is as it is. */
typedef struct
{
  NkRecord *record;
  GArray *spellings;   /* of Spelling: name, short form, alias */
} Known;

struct _NkMatcher
{
  GHashTable *known;   /* NkRecord * → Known */
};

static void
spelling_clear (gpointer data)
{
  Spelling *spelling = data;

  g_free (spelling->exact);
  g_free (spelling->folds[0]);
  g_free (spelling->folds[1]);
}

static Spelling
spell (const char *text)
{
  return (Spelling) { g_strdup (text), { nk_fold (text, NK_FOLD_GERMAN),
                                         nk_fold (text, NK_FOLD_PLAIN) } };
}

static void
known_free (gpointer data)
{
  Known *known = data;

  nk_record_unref (known->record);
  g_array_unref (known->spellings);
  g_free (known);
}

NkMatcher *
nk_matcher_new (void)
{
  NkMatcher *matcher = g_new0 (NkMatcher, 1);

  matcher->known = g_hash_table_new_full (NULL, NULL, NULL, known_free);
  return matcher;
}

void
nk_matcher_free (NkMatcher *matcher)
{
  g_hash_table_unref (matcher->known);
  g_free (matcher);
}

static const GArray *
spellings_of (NkMatcher *matcher,
              NkRecord  *record)
{
  static const NkField fields[] = { NK_FIELD_NAME, NK_FIELD_SHORT, NK_FIELD_ALIAS };
  Known *known = g_hash_table_lookup (matcher->known, record);

  if (known != NULL)
    return known->spellings;
  known = g_new0 (Known, 1);
  known->record = nk_record_ref (record);
  known->spellings = g_array_new (FALSE, FALSE, sizeof (Spelling));
  g_array_set_clear_func (known->spellings, spelling_clear);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (nk_schema_slot (nk_record_kind (record), fields[i]) >= 0
        && *nk_record_text (record, fields[i]) != '\0')
      {
        Spelling spelling = spell (nk_record_text (record, fields[i]));

        g_array_append_val (known->spellings, spelling);
      }
  g_hash_table_insert (matcher->known, record, known);
  return known->spellings;
}

/* Records that were replaced stay known until there are too many of them. */
static void
forget (NkMatcher   *matcher,
        const NkMap *map)
{
  guint n = 0;

  for (NkRecordKind kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    n += nk_map_count (map, kind);
  if (g_hash_table_size (matcher->known) > 2 * n + 100)
    g_hash_table_remove_all (matcher->known);
}

/* How one text stands to one name */

static const char *
next_word (const char *words)
{
  const char *blank = strchr (words, ' ');

  return blank != NULL ? blank + 1 : NULL;
}

/* TRUE if each word of `text` begins a word of `name`, in this order. */
static gboolean
begins_words (const char *text,
              const char *name)
{
  while (text != NULL && name != NULL)
    {
      const char *next = next_word (text);
      gsize length = next != NULL ? (gsize) (next - 1 - text) : strlen (text);

      if (strncmp (name, text, length) == 0)
        text = next;
      name = next_word (name);
    }
  return text == NULL;
}

/* TRUE if `text`, which is one word, is made of the beginnings of the first words of `name`. */
static gboolean
is_initials (const char *text,
             const char *name)
{
  gsize same = 0;

  if (*text == '\0')
    return TRUE;
  if (name == NULL)
    return FALSE;
  while (text[same] != '\0' && text[same] == name[same] && name[same] != ' ')
    same++;
  for (; same > 0; same--)
    if (is_initials (text + same, next_word (name)))
      return TRUE;
  return FALSE;
}

/* A piece of a folded text. */
typedef struct
{
  const char *text;
  gsize length;
} Piece;

/* Which bytes are in it, as far as 64 bits tell them apart. */
static guint64
bytes_in (Piece piece)
{
  guint64 bytes = 0;

  for (gsize i = 0; i < piece.length; i++)
    bytes |= G_GUINT64_CONSTANT (1) << ((guchar) piece.text[i] & 63);
  return bytes;
}

/* TRUE if so few slips can't be all: each brings at most one new letter. Most names end here. */
static gboolean
differ_by_more (Piece a,
                Piece b,
                guint most)
{
  guint64 strange = bytes_in (a) & ~bytes_in (b);
  guint n = 0;

  for (; strange != 0; strange &= strange - 1)
    n++;
  return n > most;
}

/* The fewest letters to change, put in, take out or swap, by Damerau and Levenshtein (optimal string
 * alignment); anything above `most` as most + 1. Bytes, which for folded texts are nearly always
 * letters. */
static guint
slips (Piece a,
       Piece b,
       guint most)
{
  gsize width = b.length + 1;
  g_autofree guint *rows = NULL;
  guint *before_last, *last, *row;

  if (MAX (a.length, b.length) - MIN (a.length, b.length) > most || differ_by_more (a, b, most))
    return most + 1;
  rows = g_new (guint, 3 * width);
  before_last = rows;
  last = rows + width;
  row = rows + 2 * width;
  for (gsize j = 0; j <= b.length; j++)
    last[j] = (guint) j;
  for (gsize i = 1; i <= a.length; i++)
    {
      guint *free_row = before_last;

      row[0] = (guint) i;
      for (gsize j = 1; j <= b.length; j++)
        {
          row[j] = MIN (MIN (last[j], row[j - 1]) + 1,
                        last[j - 1] + (a.text[i - 1] != b.text[j - 1]));
          if (i > 1 && j > 1 && a.text[i - 1] == b.text[j - 2] && a.text[i - 2] == b.text[j - 1])
            row[j] = MIN (row[j], before_last[j - 2] + 1);
        }
      before_last = last;
      last = row;
      row = free_row;
    }
  return MIN (last[b.length], most + 1);
}

/* "Bezirk 5" and "Bezirk 6" are no slip: where names differ in a number, they are two. */
static gboolean
same_digits (Piece a,
             Piece b)
{
  for (gsize i = 0, j = 0;; i++, j++)
    {
      while (i < a.length && !g_ascii_isdigit (a.text[i]))
        i++;
      while (j < b.length && !g_ascii_isdigit (b.text[j]))
        j++;
      if (i == a.length || j == b.length)
        return i == a.length && j == b.length;
      if (a.text[i] != b.text[j])
        return FALSE;
    }
}

static gboolean
is_near (Piece text,
         Piece name)
{
  guint most = text.length >= TWO_SLIPS ? 2 : text.length >= ONE_SLIP ? 1 : 0;

  return most > 0 && slips (text, name, most) <= most && same_digits (text, name);
}

static gboolean
is_similar (const char *text,
            const char *name)
{
  Piece whole = { text, strlen (text) };

  if (is_near (whole, (Piece) { name, strlen (name) }))
    return TRUE;
  if (whole.length < LEAST_WORD || strchr (text, ' ') != NULL)
    return FALSE;
  for (const char *word = name; word != NULL; word = next_word (word))
    if (is_near (whole, (Piece) { word, strcspn (word, " ") }))
      return TRUE;
  return FALSE;
}

/* How a folded text stands to a folded name; -1: not at all. */
static int
compare_folds (const char *text,
               const char *name)
{
  if (strcmp (text, name) == 0)
    return NK_MATCH_SAME;
  if (g_str_has_prefix (name, text))
    return NK_MATCH_BEGINNING;
  if (begins_words (text, name) || (strchr (text, ' ') == NULL && is_initials (text, name)))
    return NK_MATCH_WORDS;
  if (strstr (name, text) != NULL)
    return NK_MATCH_PART;
  return is_similar (text, name) ? NK_MATCH_SIMILAR : -1;
}

static int
compare (const Spelling *text,
         const Spelling *name)
{
  int best = -1;

  if (strcmp (text->exact, name->exact) == 0)
    return NK_MATCH_EXACT;
  for (guint i = 0; i < G_N_ELEMENTS (text->folds); i++)
    {
      int kind = compare_folds (text->folds[i], name->folds[i]);

      if (kind >= 0 && (best < 0 || kind < best))
        best = kind;
    }
  return best;
}

/* Over the records */

static int
compare_record (NkMatcher      *matcher,
                NkRecord       *record,
                const Spelling *text)
{
  const GArray *spellings = spellings_of (matcher, record);
  int best = -1;

  for (guint i = 0; i < spellings->len; i++)
    {
      int kind = compare (text, &g_array_index (spellings, Spelling, i));

      if (kind >= 0 && (best < 0 || kind < best))
        best = kind;
    }
  return best;
}

GArray *
nk_matcher_find (NkMatcher    *matcher,
                 const NkMap  *map,
                 NkRecordKind  kind,
                 const char   *text,
                 guint         most)
{
  GArray *all[NK_MATCH_SIMILAR + 1];
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (NkMatch));
  Spelling spelling = spell (text);

  forget (matcher, map);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    all[i] = g_array_new (FALSE, FALSE, sizeof (NkMatch));
  for (guint i = 0; *spelling.folds[0] != '\0' && i < nk_map_count (map, kind); i++)
    {
      NkRecord *record = nk_map_at (map, kind, i);
      int how = compare_record (matcher, record, &spelling);
      NkMatch match = { record, (NkMatchKind) MAX (how, 0) };

      if (how >= 0)
        g_array_append_val (all[how], match);
    }
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if (all[i]->len > 0)
        g_array_append_vals (matches, all[i]->data, all[i]->len);
      g_array_unref (all[i]);
    }
  if (most > 0 && matches->len > most)
    g_array_set_size (matches, most);
  spelling_clear (&spelling);
  return matches;
}

NkRecord *
nk_matcher_same (NkMatcher    *matcher,
                 const NkMap  *map,
                 NkRecordKind  kind,
                 const char   *text)
{
  g_autoptr (GArray) matches = nk_matcher_find (matcher, map, kind, text, 1);
  const NkMatch *best;

  if (matches->len == 0)
    return NULL;
  best = &g_array_index (matches, NkMatch, 0);
  return best->kind <= NK_MATCH_SAME ? best->record : NULL;
}
