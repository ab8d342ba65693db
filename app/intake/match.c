#include "intake/match.h"

#include "map/fold.h"

#include <string.h>

/* From so many letters on a name may be one slip, and two slips, away. */
#define ONE_SLIP 4
#define TWO_SLIPS 9
/* From so many letters on a single word may be like one of a name's words. */
#define LEAST_WORD 5

/* What is in a folded text: most names are told apart by that alone. Blanks do not count. */
typedef struct
{
  guint64 letters;     /* a bit for each letter and digit; some others share theirs */
  guint64 pairs;       /* one for each two that stand beside each other; several share one */
  gsize length;        /* bytes */
} Traits;

/* A text in the ways in which it is compared. ä is ae in one of them, a in the other. */
typedef struct
{
  char *exact;
  char *folds[2];
  Traits traits[2];    /* of the folds */
  guint n_folds;       /* 1: both are the same */
} Spelling;

#define MOST_SPELLINGS 3   /* name, short form, alias */

/* The spellings of one record, while it is as it is. */
typedef struct
{
  NkRecord *record;
  guint n;
  Spelling spellings[MOST_SPELLINGS];
} Known;

struct _NkMatcher
{
  GHashTable *known;   /* NkRecord * → Known */
  GPtrArray *lists[NK_N_RECORD_KINDS];   /* of these, as the lists of the map were the last time */
};

static void
spelling_clear (gpointer data)
{
  Spelling *spelling = data;

  g_free (spelling->exact);
  g_free (spelling->folds[0]);
  g_free (spelling->folds[1]);
}

/* 0 to 63. */
static guint
letter_number (char letter)
{
  guchar byte = (guchar) letter;

  if (g_ascii_isdigit (letter))
    return byte - '0';
  return g_ascii_islower (letter) ? 10 + byte - 'a' : 36 + byte % 28;
}

static Traits
traits_of (const char *fold)
{
  Traits traits = { 0, 0, strlen (fold) };

  for (gsize i = 0; i < traits.length; i++)
    {
      guint letter = letter_number (fold[i]);

      if (fold[i] == ' ')
        continue;
      traits.letters |= G_GUINT64_CONSTANT (1) << letter;
      if (i > 0 && fold[i - 1] != ' ')
        traits.pairs |= G_GUINT64_CONSTANT (1)
                        << (letter_number (fold[i - 1]) * 64 + letter) * 2654435769u / (1u << 26);
    }
  return traits;
}

static Spelling
spell (const char *text)
{
  Spelling spelling = { g_strdup (text), { nk_fold (text, NK_FOLD_GERMAN),
                                           nk_fold (text, NK_FOLD_PLAIN) } };

  for (guint i = 0; i < G_N_ELEMENTS (spelling.folds); i++)
    spelling.traits[i] = traits_of (spelling.folds[i]);
  spelling.n_folds = g_str_equal (spelling.folds[0], spelling.folds[1]) ? 1 : 2;
  return spelling;
}

static void
known_free (gpointer data)
{
  Known *known = data;

  nk_record_unref (known->record);
  for (guint i = 0; i < known->n; i++)
    spelling_clear (&known->spellings[i]);
  g_free (known);
}

NkMatcher *
nk_matcher_new (void)
{
  NkMatcher *matcher = g_new0 (NkMatcher, 1);

  matcher->known = g_hash_table_new_full (NULL, NULL, NULL, known_free);
  for (guint i = 0; i < G_N_ELEMENTS (matcher->lists); i++)
    matcher->lists[i] = g_ptr_array_new ();
  return matcher;
}

void
nk_matcher_free (NkMatcher *matcher)
{
  for (guint i = 0; i < G_N_ELEMENTS (matcher->lists); i++)
    g_ptr_array_unref (matcher->lists[i]);
  g_hash_table_unref (matcher->known);
  g_free (matcher);
}

static Known *
known_of (NkMatcher *matcher,
          NkRecord  *record)
{
  static const NkField fields[MOST_SPELLINGS] = { NK_FIELD_NAME, NK_FIELD_SHORT, NK_FIELD_ALIAS };
  Known *known = g_hash_table_lookup (matcher->known, record);

  if (known != NULL)
    return known;
  known = g_new0 (Known, 1);
  known->record = nk_record_ref (record);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (nk_schema_slot (nk_record_kind (record), fields[i]) >= 0
        && *nk_record_text (record, fields[i]) != '\0')
      known->spellings[known->n++] = spell (nk_record_text (record, fields[i]));
  g_hash_table_insert (matcher->known, record, known);
  return known;
}

/* Records that were replaced stay known until there are too many of them. */
static void
forget (NkMatcher   *matcher,
        const NkMap *map)
{
  guint n = 0;

  for (NkRecordKind kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    n += nk_map_count (map, kind);
  if (g_hash_table_size (matcher->known) <= 2 * n + 100)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (matcher->lists); i++)
    g_ptr_array_set_size (matcher->lists[i], 0);
  g_hash_table_remove_all (matcher->known);
}

/* What is known of the records of a kind, in the order of their list: an array of Known, owned by
 * the matcher. */
static const GPtrArray *
list_of (NkMatcher    *matcher,
         const NkMap  *map,
         NkRecordKind  kind)
{
  GPtrArray *list = matcher->lists[kind];

  forget (matcher, map);
  g_ptr_array_set_size (list, (int) nk_map_count (map, kind));
  for (guint i = 0; i < list->len; i++)
    {
      const Known *known = g_ptr_array_index (list, i);
      NkRecord *record = nk_map_at (map, kind, i);

      if (known == NULL || known->record != record)
        g_ptr_array_index (list, i) = known_of (matcher, record);
    }
  return list;
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

static guint
n_bits (guint64 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
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

  if (MAX (a.length, b.length) - MIN (a.length, b.length) > most)
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

gboolean
nk_match_same_digits (const char *a,
                      gssize      a_length,
                      const char *b,
                      gssize      b_length)
{
  gsize a_end = a_length < 0 ? strlen (a) : (gsize) a_length;
  gsize b_end = b_length < 0 ? strlen (b) : (gsize) b_length;

  for (gsize i = 0, j = 0;; i++, j++)
    {
      while (i < a_end && !g_ascii_isdigit (a[i]))
        i++;
      while (j < b_end && !g_ascii_isdigit (b[j]))
        j++;
      if (i == a_end || j == b_end)
        return i == a_end && j == b_end;
      if (a[i] != b[j])
        return FALSE;
    }
}

static guint
most_slips (gsize length)
{
  return length >= TWO_SLIPS ? 2 : length >= ONE_SLIP ? 1 : 0;
}

static gboolean
is_near (Piece text,
         Piece name)
{
  guint most = most_slips (text.length);

  return most > 0 && slips (text, name, most) <= most
         && nk_match_same_digits (text.text, (gssize) text.length, name.text,
                                  (gssize) name.length);
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

/* How the `i`th folds of a text and a name stand to each other; -1: not at all. */
static int
compare_folds (const Spelling *text,
               const Spelling *name,
               guint           i)
{
  const char *asked = text->folds[i], *there = name->folds[i];
  guint64 letters = text->traits[i].letters & ~name->traits[i].letters;
  guint64 pairs = text->traits[i].pairs & ~name->traits[i].pairs;
  guint most = most_slips (text->traits[i].length);

  if (letters == 0 && pairs == 0)
    {
      if (strcmp (asked, there) == 0)
        return NK_MATCH_SAME;
      if (g_str_has_prefix (there, asked))
        return NK_MATCH_BEGINNING;
      if (begins_words (asked, there))
        return NK_MATCH_WORDS;
    }
  if (letters == 0 && strchr (asked, ' ') == NULL && is_initials (asked, there))
    return NK_MATCH_WORDS;
  if (letters == 0 && pairs == 0 && strstr (there, asked) != NULL)
    return NK_MATCH_PART;
  /* A slip brings one new letter and three new pairs at most: two letters that changed places. */
  if (n_bits (letters) > most || n_bits (pairs) > 3 * most)
    return -1;
  return is_similar (asked, there) ? NK_MATCH_SIMILAR : -1;
}

static int
compare (const Spelling *text,
         const Spelling *name)
{
  int best = -1;

  for (guint i = 0; i < MAX (text->n_folds, name->n_folds); i++)
    {
      int kind = compare_folds (text, name, i);

      if (kind == NK_MATCH_SAME && strcmp (text->exact, name->exact) == 0)
        return NK_MATCH_EXACT;
      if (kind >= 0 && (best < 0 || kind < best))
        best = kind;
    }
  return best;
}

/* Over the records */

static int
compare_known (const Known    *known,
               const Spelling *text)
{
  int best = -1;

  for (guint i = 0; i < known->n; i++)
    {
      int kind = compare (text, &known->spellings[i]);

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
  const GPtrArray *list = list_of (matcher, map, kind);
  GArray *all[NK_MATCH_SIMILAR + 1];
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (NkMatch));
  Spelling spelling = spell (text);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    all[i] = g_array_new (FALSE, FALSE, sizeof (NkMatch));
  for (guint i = 0; *spelling.folds[0] != '\0' && i < list->len; i++)
    {
      const Known *known = g_ptr_array_index (list, i);
      int how = compare_known (known, &spelling);
      NkMatch match = { known->record, (NkMatchKind) MAX (how, 0) };

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

static gboolean
is_same (const Spelling *text,
         const Spelling *name)
{
  for (guint i = 0; i < MAX (text->n_folds, name->n_folds); i++)
    if (text->traits[i].length == name->traits[i].length
        && text->traits[i].pairs == name->traits[i].pairs
        && g_str_equal (text->folds[i], name->folds[i]))
      return TRUE;
  return FALSE;
}

NkRecord *
nk_matcher_same (NkMatcher    *matcher,
                 const NkMap  *map,
                 NkRecordKind  kind,
                 const char   *text)
{
  const GPtrArray *list = list_of (matcher, map, kind);
  Spelling spelling = spell (text);
  NkRecord *same = NULL;
  gboolean exact = FALSE;

  for (guint i = 0; *spelling.folds[0] != '\0' && i < list->len && !exact; i++)
    {
      const Known *known = g_ptr_array_index (list, i);

      for (guint j = 0; j < known->n && !exact; j++)
        if (is_same (&spelling, &known->spellings[j]))
          {
            exact = g_str_equal (spelling.exact, known->spellings[j].exact);
            if (exact || same == NULL)
              same = known->record;
          }
    }
  spelling_clear (&spelling);
  return same;
}
