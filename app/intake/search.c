#include "intake/search.h"

#include "map/fold.h"

#include <string.h>

/* An excerpt begins so many letters before the word, if that is not near the beginning anyway. */
#define BEFORE 24
#define NEAR 48

/* A set of the words that are looked for, a bit each. */
typedef guint32 Words;

/* A text as it is compared. */
typedef struct
{
  char *german;   /* ä is ae */
  char *plain;    /* ä is a; NULL: the same */
} Folds;

/* A text of a record: all of it that stands in the record itself. */
typedef struct
{
  NkField field;
  guint row;
  Folds folds;
} Passage;

/* What is written of one record, while it is as it is. */
typedef struct
{
  NkRecord *record;
  GArray *passages;   /* of Passage */
} Known;

struct _NkSearch
{
  GHashTable *known;   /* NkRecord * → Known */
};

/* What one search looks for, and where in the map it has been found already. */
typedef struct
{
  NkSearch *search;
  const NkMap *map;
  GPtrArray *words;                    /* Folds */
  Words all;
  Words *named[NK_N_RECORD_KINDS];     /* by position: the words in a record's name; or NULL */
} Query;

/* Folding */

static Folds
fold (const char *text)
{
  Folds folds = { nk_fold (text, NK_FOLD_GERMAN), NULL };

  if (!g_str_is_ascii (text))
    folds.plain = nk_fold (text, NK_FOLD_PLAIN);
  return folds;
}

static void
folds_clear (Folds *folds)
{
  g_free (folds->german);
  g_free (folds->plain);
}

static void
folds_free (gpointer data)
{
  folds_clear (data);
  g_free (data);
}

static void
passage_clear (gpointer data)
{
  folds_clear (&((Passage *) data)->folds);
}

static void
known_free (gpointer data)
{
  Known *known = data;

  nk_record_unref (known->record);
  g_array_unref (known->passages);
  g_free (known);
}

NkSearch *
nk_search_new (void)
{
  NkSearch *search = g_new0 (NkSearch, 1);

  search->known = g_hash_table_new_full (NULL, NULL, NULL, known_free);
  return search;
}

void
nk_search_free (NkSearch *search)
{
  g_hash_table_unref (search->known);
  g_free (search);
}

/* What is written of a record */

static void
add_passage (Known      *known,
             NkField     field,
             guint       row,
             const char *text)
{
  Passage passage = { field, row, fold (text) };

  g_array_append_val (known->passages, passage);
}

static void
add_evidence (Known   *known,
              NkField  field)
{
  guint n;
  const NkEvidence *evidence = nk_record_evidence (known->record, field, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strconcat (evidence[i].locator, " ", evidence[i].note, NULL);

      add_passage (known, field, i, text);
    }
}

static void
add_field (Known               *known,
           const NkFieldSchema *field)
{
  const char *const *values;

  switch (field->type)
    {
    case NK_TYPE_TEXT:
      /* The name of a tie stands for its actors and its kind as well. */
      if (*nk_record_text (known->record, field->field) != '\0' || field->field == NK_FIELD_NAME)
        add_passage (known, field->field, 0, nk_record_text (known->record, field->field));
      break;
    case NK_TYPE_VALUES:
      values = nk_record_values (known->record, field->field);
      for (guint i = 0; values[i] != NULL && values[i + 1] != NULL; i += 2)
        add_passage (known, field->field, i / 2, values[i + 1]);
      break;
    case NK_TYPE_EVIDENCE:
      add_evidence (known, field->field);
      break;
    default:
      break;
    }
}

static const GArray *
passages_of (NkSearch *search,
             NkRecord *record)
{
  const NkKindSchema *schema = nk_schema_kind (nk_record_kind (record));
  Known *known = g_hash_table_lookup (search->known, record);

  if (known != NULL)
    return known->passages;
  known = g_new0 (Known, 1);
  known->record = nk_record_ref (record);
  known->passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  g_array_set_clear_func (known->passages, passage_clear);
  for (guint i = 0; i < schema->n_fields; i++)
    add_field (known, &schema->fields[i]);
  g_hash_table_insert (search->known, record, known);
  return known->passages;
}

/* Records that were replaced stay known until there are too many of them. */
static void
forget (NkSearch    *search,
        const NkMap *map)
{
  guint n = 0;

  for (NkRecordKind kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    n += nk_map_count (map, kind);
  if (g_hash_table_size (search->known) > 2 * n + 100)
    g_hash_table_remove_all (search->known);
}

/* Looking */

static const char *
plain_of (const Folds *folds)
{
  return folds->plain != NULL ? folds->plain : folds->german;
}

static Words
words_in (const Query *query,
          const Folds *text)
{
  Words found = 0;

  for (guint i = 0; i < query->words->len; i++)
    {
      const Folds *word = g_ptr_array_index (query->words, i);

      if (strstr (text->german, word->german) != NULL
          || ((text->plain != NULL || word->plain != NULL)
              && strstr (plain_of (text), plain_of (word)) != NULL))
        found |= (Words) 1 << i;
    }
  return found;
}

static Words
words_in_own_name (Query    *query,
                   NkRecord *record)
{
  const GArray *passages = passages_of (query->search, record);

  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);

      if (passage->field == NK_FIELD_NAME)
        return words_in (query, &passage->folds);
    }
  return 0;
}

/* The words in the name of a record that others name. Each is looked at once a search. */
static Words
words_in_name_of (Query        *query,
                  NkRecordKind  kind,
                  const char   *id)
{
  int position = nk_map_position (query->map, kind, id);
  guint n = nk_map_count (query->map, kind);

  if (position < 0)
    return 0;
  if (query->named[kind] == NULL)
    {
      query->named[kind] = g_new (Words, n);
      for (guint i = 0; i < n; i++)
        query->named[kind][i] = words_in_own_name (query, nk_map_at (query->map, kind, i));
    }
  return query->named[kind][position];
}

/* The words that a text of a record owes to other records. */
static Words
words_beside (Query         *query,
              NkRecord      *record,
              const Passage *passage)
{
  if (passage->field == NK_FIELD_EVIDENCE)
    {
      guint n;
      const NkEvidence *evidence = nk_record_evidence (record, NK_FIELD_EVIDENCE, &n);

      return words_in_name_of (query, NK_SOURCE, evidence[passage->row].source);
    }
  if (passage->field == NK_FIELD_NAME && nk_record_kind (record) == NK_TIE)
    return words_in_name_of (query, NK_ACTOR, nk_record_text (record, NK_FIELD_FROM))
           | words_in_name_of (query, NK_ACTOR, nk_record_text (record, NK_FIELD_TO))
           | words_in_name_of (query, NK_KIND, nk_record_text (record, NK_FIELD_KIND));
  return 0;
}

static gboolean
find_in (Query    *query,
         NkRecord *record,
         NkHit    *hit)
{
  const GArray *passages = passages_of (query->search, record);

  for (guint i = 0; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);

      if ((words_in (query, &passage->folds) | words_beside (query, record, passage)) == query->all)
        {
          *hit = (NkHit) { record, passage->field, passage->row };
          return TRUE;
        }
    }
  return FALSE;
}

/* The words of a text, by the blanks in it: "2.1.5" and "Müller-Lüdenscheidt" are one. */
static GPtrArray *
words_of (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (folds_free);
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\n\r", -1);

  for (guint i = 0; parts[i] != NULL && words->len < NK_MOST_WORDS; i++)
    {
      Folds *word = g_new (Folds, 1);

      *word = fold (parts[i]);
      if (*word->german != '\0')
        g_ptr_array_add (words, word);
      else
        folds_free (word);
    }
  return words;
}

GArray *
nk_search_find (NkSearch     *search,
                const NkMap  *map,
                NkRecordKind  kind,
                const char   *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (NkHit));
  g_autoptr (GPtrArray) words = words_of (text);
  Query query = { .search = search, .map = map, .words = words };

  forget (search, map);
  query.all = words->len == NK_MOST_WORDS ? ~(Words) 0 : ((Words) 1 << words->len) - 1;
  for (guint i = 0; words->len > 0 && i < nk_map_count (map, kind); i++)
    {
      NkHit hit;

      if (find_in (&query, nk_map_at (map, kind, i), &hit))
        g_array_append_val (hits, hit);
    }
  for (guint i = 0; i < G_N_ELEMENTS (query.named); i++)
    g_free (query.named[i]);
  return hits;
}

/* What a person reads */

static const char *
name_of (const NkMap  *map,
         NkRecordKind  kind,
         const char   *id)
{
  NkRecord *record = nk_map_find (map, kind, id);

  return record != NULL ? nk_record_title (record) : "";
}

/* The parts that are not empty, with commas. */
static char *
join (const char *first,
      const char *second,
      const char *third)
{
  const char *parts[] = { first, second, third };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  return g_string_free (text, FALSE);
}

char *
nk_hit_passage (const NkMap *map,
                const NkHit *hit)
{
  guint n;
  const NkEvidence *evidence;

  switch (nk_schema_field (nk_record_kind (hit->record), hit->field)->type)
    {
    case NK_TYPE_EVIDENCE:
      evidence = &nk_record_evidence (hit->record, hit->field, &n)[hit->row];
      return join (name_of (map, NK_SOURCE, evidence->source), evidence->locator, evidence->note);
    case NK_TYPE_VALUES:
      return g_strdup (nk_record_values (hit->record, hit->field)[2 * hit->row + 1]);
    default:
      return g_strdup (nk_record_text (hit->record, hit->field));
    }
}

/* Where the first of the words begins in a passage, in bytes; 0 if none is in it. */
static guint
first_place (const char      *passage,
             const GPtrArray *words)
{
  guint first = G_MAXUINT;

  for (NkFold fold = NK_FOLD_GERMAN; fold <= NK_FOLD_PLAIN; fold++)
    {
      g_autoptr (NkFolded) folded = nk_fold_text (passage, fold);

      for (guint i = 0; i < words->len; i++)
        {
          const Folds *word = g_ptr_array_index (words, i);
          const char *at = strstr (folded->words->str, fold == NK_FOLD_GERMAN ? word->german
                                                                              : plain_of (word));

          if (at != NULL)
            first = MIN (first, g_array_index (folded->starts, guint, at - folded->words->str));
        }
    }
  return first != G_MAXUINT ? first : 0;
}

char *
nk_hit_excerpt (const NkMap *map,
                const NkHit *hit,
                const char  *text)
{
  g_autofree char *passage = g_strdelimit (nk_hit_passage (map, hit), "\n\r\t", ' ');
  g_autoptr (GPtrArray) words = words_of (text);
  const char *start = passage + first_place (passage, words);

  if (start <= passage + NEAR)
    return g_steal_pointer (&passage);
  for (guint i = 0; i < BEFORE && start > passage; i++)
    start = g_utf8_prev_char (start);
  /* Not in the middle of a word, if there is another one. */
  if (strchr (start, ' ') != NULL)
    start = strchr (start, ' ');
  return g_strconcat ("…", start, NULL);
}
