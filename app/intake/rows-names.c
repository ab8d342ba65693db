/* The names in pasted rows, and whom they may mean. */
#include "intake/rows-private.h"

#include "map/fold.h"

#include <string.h>

#define MOST_CANDIDATES 5

/* Who is known */

static void
add_spelling (GHashTable *known,
              NkRecord   *record,
              NkField     field)
{
  static const NkFold folds[] = { NK_FOLD_GERMAN, NK_FOLD_PLAIN };

  if (nk_schema_slot (nk_record_kind (record), field) < 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      char *fold = nk_fold (nk_record_text (record, field), folds[i]);

      if (*fold != '\0' && !g_hash_table_contains (known, fold))
        g_hash_table_insert (known, fold, record);
      else
        g_free (fold);
    }
}

static GHashTable *
index_known (const NkMap  *map,
             NkRecordKind  kind)
{
  static const NkField fields[] = { NK_FIELD_NAME, NK_FIELD_SHORT, NK_FIELD_ALIAS };
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    for (guint j = 0; j < nk_map_count (map, kind); j++)
      add_spelling (known, nk_map_at (map, kind, j), fields[i]);
  return known;
}

NkRecord *
nk_rows_known (NkRows       *rows,
               NkRecordKind  kind,
               const char   *text)
{
  g_autofree char *german = nk_fold (text, NK_FOLD_GERMAN);
  g_autofree char *plain = nk_fold (text, NK_FOLD_PLAIN);
  NkRecord *record;

  if (rows->known[kind] == NULL)
    rows->known[kind] = index_known (rows->map, kind);
  record = g_hash_table_lookup (rows->known[kind], german);
  return record != NULL ? record : g_hash_table_lookup (rows->known[kind], plain);
}

/* Who may be meant */

/* TRUE for the short lists of a map, where a name that is only begun can hardly be a new one. */
static gboolean
is_list (NkRecordKind kind)
{
  return kind == NK_LEVEL || kind == NK_DISTRICT || kind == NK_SECTOR || kind == NK_KIND;
}

/* TRUE if it is more likely the same in another spelling than somebody else. `alone`: nobody else is
 * meant. */
static gboolean
is_likely (const NkMatch *match,
           const char    *text,
           gboolean       alone)
{
  if (!nk_match_same_digits (text, -1, nk_record_title (match->record), -1))
    return FALSE;
  if (is_list (nk_record_kind (match->record)) && alone)
    return match->kind != NK_MATCH_PART;
  return match->kind == NK_MATCH_SIMILAR
         || (match->kind == NK_MATCH_WORDS && strchr (text, ' ') != NULL);
}

static void
find_candidates (NkRows *rows,
                 Name   *name)
{
  g_autoptr (GArray) matches = nk_matcher_find (rows->matcher, rows->map, name->public.kind, name->text,
                                                0);

  for (guint i = 0; i < matches->len && name->public.candidates->len < MOST_CANDIDATES; i++)
    {
      const NkMatch *match = &g_array_index (matches, NkMatch, i);

      if (match->kind == NK_MATCH_PART)
        continue;
      if (name->public.answer == NK_NAME_NEW && is_likely (match, name->text, matches->len == 1))
        name->public.answer = (int) name->public.candidates->len;
      g_ptr_array_add (name->public.candidates, match->record);
    }
}

static void
name_free (gpointer data)
{
  Name *name = data;

  g_ptr_array_unref (name->public.candidates);
  g_free (name->text);
  g_free (name);
}

static Name *
add_name (NkRows       *rows,
          NkRecordKind  kind,
          const char   *text)
{
  NkRecord *known = nk_rows_known (rows, kind, text);
  Name *name = g_new0 (Name, 1);

  name->text = g_strdup (text);
  name->public = (NkName) { .kind = kind, .text = name->text, .candidates = g_ptr_array_new (),
                            .answer = NK_NAME_NEW };
  if (known != NULL)
    {
      g_ptr_array_add (name->public.candidates, known);
      name->public.answer = 0;
    }
  else
    {
      find_candidates (rows, name);
      name->is_asked = kind != NK_ACTOR || name->public.candidates->len > 0;
    }
  g_ptr_array_add (rows->names, name);
  return name;
}

static void
meet_name (NkRows       *rows,
           NkRecordKind  kind,
           const char   *text,
           gboolean      is_end)
{
  g_autofree char *fold = nk_fold (text, NK_FOLD_GERMAN);
  Name *name;

  if (*fold == '\0')
    return;
  name = g_hash_table_lookup (rows->by_text[kind], fold);
  if (name == NULL)
    {
      name = add_name (rows, kind, text);
      g_hash_table_insert (rows->by_text[kind], g_steal_pointer (&fold), name);
    }
  name->public.n++;
  if (!is_end)
    return;
  name->public.is_end = TRUE;
  /* A tie that points to nobody is worth a question. */
  if (nk_rows_known (rows, kind, text) == NULL)
    name->is_asked = TRUE;
}

static void
meet_cell (NkRows         *rows,
           const NkRowColumn *column,
           const char     *text)
{
  const NkFieldSchema *field = nk_schema_field (rows->kind, column->field);

  if (field->type == NK_TYPE_REFERENCE)
    meet_name (rows, field->target, text, field->target == NK_ACTOR);
  else if (field->type == NK_TYPE_EVIDENCE)
    {
      g_auto (GStrv) sources = g_strsplit (text, ";", -1);

      for (guint i = 0; sources[i] != NULL; i++)
        meet_name (rows, NK_SOURCE, g_strstrip (sources[i]), FALSE);
    }
  else if (rows->kind == NK_ACTOR && field->field == NK_FIELD_NAME)
    meet_name (rows, NK_ACTOR, text, FALSE);
}

void
nk_rows_find_names (NkRows *rows)
{
  for (int kind = 0; kind < NK_N_RECORD_KINDS; kind++)
    {
      g_clear_pointer (&rows->by_text[kind], g_hash_table_unref);
      rows->by_text[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  g_clear_pointer (&rows->names, g_ptr_array_unref);
  rows->names = g_ptr_array_new_with_free_func (name_free);
  for (guint i = 0; i < nk_rows_count (rows); i++)
    for (guint j = 0; j < rows->columns->len; j++)
      {
        const NkRowColumn *column = &g_array_index (rows->columns, NkRowColumn, j);

        if (column->field != NK_ROW_COLUMN_NONE)
          meet_cell (rows, column, nk_rows_cell (rows, i, j));
      }
}

const Name *
nk_rows_name (const NkRows *rows,
              NkRecordKind  kind,
              const char   *text)
{
  g_autofree char *fold = nk_fold (text, NK_FOLD_GERMAN);

  return g_hash_table_lookup (rows->by_text[kind], fold);
}

NkRecord *
nk_rows_named (const Name *name)
{
  return name->public.answer >= 0 ? g_ptr_array_index (name->public.candidates, name->public.answer)
                                  : NULL;
}
