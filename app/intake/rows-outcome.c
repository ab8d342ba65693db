/* What comes of pasted rows: the edit, and what is to be said of it. */
#include "intake/rows-private.h"

#include <string.h>

#include "map/text.h"

typedef struct
{
  const NkRows *rows;
  NkRowsOutcome *outcome;
  NkEdit *edit;
  guint row;
  GHashTable *made;     /* Name * → id of the record that is made of it */
  GHashTable *ties;     /* "from to kind" → id: ties that are made */
} Making;

/* As a spreadsheet counts them. */
static guint
row_number (const Making *making)
{
  return making->row + (making->rows->has_header ? 2 : 1);
}

static void
add_problem (Making *making,
             char   *sentence)
{
  g_ptr_array_add (making->outcome->problems, sentence);
}

static const char *
cell_of (const Making *making,
         NkField       field)
{
  int column = nk_rows_find_column (making->rows, field);

  return column < 0 ? "" : nk_rows_cell (making->rows, making->row, (guint) column);
}

static NkRecord *
look (const Making *making,
      NkRecordKind  kind,
      const char   *id)
{
  return nk_edit_look (making->edit, making->rows->map, kind, id);
}

static NkRecord *
put (Making   *making,
     NkRecord *record)
{
  g_autofree char *id = g_strdup (nk_record_id (record));
  NkRecordKind kind = nk_record_kind (record);

  nk_edit_put (making->edit, making->rows->map, record);
  return look (making, kind, id);
}

/* Whom a name means: the id, or NULL if it is to mean nobody. Whoever is new is made. */
static const char *
id_of_name (Making     *making,
            const Name *name)
{
  NkRecord *known = nk_rows_named (name), *record;
  char *id = g_hash_table_lookup (making->made, name);

  if (known != NULL)
    return nk_record_id (known);
  if (name->public.answer == NK_NAME_NONE || id != NULL)
    return id;
  id = nk_map_new_id (making->rows->map, making->edit, name->public.kind, name->text);
  record = nk_record_new (name->public.kind, id);
  nk_record_set_text (record, NK_FIELD_NAME, name->text);
  put (making, record);
  g_hash_table_insert (making->made, (gpointer) name, id);
  making->outcome->counts.actors += name->public.kind == NK_ACTOR;
  return id;
}

static const char *
id_of_text (Making       *making,
            NkRecordKind  kind,
            const char   *text)
{
  const Name *name = nk_rows_name (making->rows, kind, text);

  return name != NULL ? id_of_name (making, name) : NULL;
}

/* Cells into a record */

static void
add_sources (Making     *making,
             NkRecord   *record,
             const char *text)
{
  g_auto (GStrv) sources = g_strsplit (text, ";", -1);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      const char *id = id_of_text (making, NK_SOURCE, g_strstrip (sources[i]));
      guint n;
      const NkEvidence *old = nk_record_evidence (record, NK_FIELD_EVIDENCE, &n);
      g_autofree NkEvidence *all = g_new0 (NkEvidence, n + 1);
      gboolean is_there = id == NULL;

      for (guint j = 0; j < n; j++)
        {
          all[j] = old[j];
          is_there = is_there || g_str_equal (old[j].source, id);
        }
      if (is_there)
        continue;
      all[n] = (NkEvidence) { id, "", "", NULL };
      nk_record_set_evidence (record, NK_FIELD_EVIDENCE, all, n + 1);
    }
}

/* Makes sure that an attribute knows a value. */
static void
add_category (Making     *making,
              const char *attribute,
              const char *value)
{
  const NkRecord *old = look (making, NK_ATTRIBUTE, attribute);
  const char *const *values = nk_record_texts (old, NK_FIELD_CATEGORIES);
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) all = NULL;
  NkRecord *changed;

  if (g_strv_contains (values, value))
    return;
  builder = g_strv_builder_new ();
  g_strv_builder_addv (builder, (const char **) values);
  g_strv_builder_add (builder, value);
  all = g_strv_builder_end (builder);
  changed = nk_record_copy (old, NULL);
  nk_record_set_texts (changed, NK_FIELD_CATEGORIES, (const char *const *) all);
  put (making, changed);
}

static void
set_value (Making     *making,
           NkRecord   *record,
           const char *attribute,
           const char *text)
{
  const char *const *pairs = nk_record_values (record, NK_FIELD_ATTRIBUTES);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      if (g_str_equal (pairs[i], attribute) && !making->rows->replaces)
        return;
      if (g_str_equal (pairs[i], attribute))
        continue;
      g_ptr_array_add (all, (gpointer) pairs[i]);
      g_ptr_array_add (all, (gpointer) pairs[i + 1]);
    }
  g_ptr_array_add (all, (gpointer) attribute);
  g_ptr_array_add (all, (gpointer) text);
  g_ptr_array_add (all, NULL);
  nk_record_set_values (record, NK_FIELD_ATTRIBUTES, (const char *const *) all->pdata);
  add_category (making, attribute, text);
}

static void
set_field (Making              *making,
           NkRecord            *record,
           const NkFieldSchema *field,
           const char          *text)
{
  g_autofree char *refusal = NULL;
  const char *id;

  if (nk_record_has (record, field->field) && !making->rows->replaces)
    return;
  if (field->type == NK_TYPE_REFERENCE)
    {
      id = id_of_text (making, field->target, text);
      if (id != NULL)
        nk_record_set_text (record, field->field, id);
      return;
    }
  refusal = nk_rows_set_cell (record, field, text);
  if (refusal != NULL)
    add_problem (making, g_strdup_printf (_("Row %u, %s: %s"), row_number (making), _(field->label),
                                          refusal));
}

/* TRUE for what says which record a row is about, and is not one of its fields. */
static gboolean
is_naming (const NkRows   *rows,
           const NkRowColumn *column)
{
  return column->field == NK_ROW_COLUMN_NONE || column->field == NK_FIELD_FROM
         || column->field == NK_FIELD_TO || (rows->kind == NK_ACTOR && column->field == NK_FIELD_NAME);
}

/* Fills a record of the edit with the cells of the row. An empty cell says nothing. */
static void
fill (Making       *making,
      NkRecordKind  kind,
      const char   *id)
{
  NkRecord *record = nk_record_copy (look (making, kind, id), NULL);

  for (guint i = 0; i < making->rows->columns->len; i++)
    {
      const NkRowColumn *column = &g_array_index (making->rows->columns, NkRowColumn, i);
      const char *text = nk_rows_cell (making->rows, making->row, i);

      if (is_naming (making->rows, column) || *text == '\0')
        continue;
      if (column->attribute != NULL)
        set_value (making, record, column->attribute, text);
      else if (column->field == NK_FIELD_EVIDENCE)
        add_sources (making, record, text);
      else
        set_field (making, record, nk_schema_field (kind, column->field), text);
    }
  put (making, record);
}

/* Rows */

static NkRowFate
make_actor (Making *making)
{
  const Name *name = nk_rows_name (making->rows, NK_ACTOR, cell_of (making, NK_FIELD_NAME));
  const char *id = name != NULL ? id_of_name (making, name) : NULL;

  if (name == NULL)
    add_problem (making, g_strdup_printf (_("Row %u has no name, and is left out."),
                                          row_number (making)));
  if (id == NULL)
    return NK_ROW_LEFT_OUT;
  fill (making, NK_ACTOR, id);
  return nk_rows_named (name) != NULL ? NK_ROW_KNOWN : NK_ROW_NEW;
}

static gboolean
joins (const NkRecord *tie,
       const char     *from,
       const char     *to)
{
  return g_str_equal (nk_record_text (tie, NK_FIELD_FROM), from)
         && g_str_equal (nk_record_text (tie, NK_FIELD_TO), to);
}

/* The tie of the map that a row is about, or NULL: of the same kind, or any if the row has none. What
 * has no direction may be written either way. */
static const NkRecord *
find_tie (const Making *making,
          const char   *from,
          const char   *to,
          const char   *kind)
{
  const NkMap *map = making->rows->map;
  const GArray *ties = nk_map_ties_of (map, from);

  for (guint i = 0; ties != NULL && i < ties->len; i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, g_array_index (ties, guint, i));
      const char *its_kind = nk_record_text (tie, NK_FIELD_KIND);
      const NkRecord *record = nk_map_find (map, NK_KIND, its_kind);
      gboolean directed = record != NULL && nk_record_boolean (record, NK_FIELD_DIRECTED);

      if ((kind == NULL || g_str_equal (its_kind, kind))
          && (joins (tie, from, to) || (!directed && joins (tie, to, from))))
        return tie;
    }
  return NULL;
}

/* The id of a new tie, or of the same one that an earlier row has made. */
static const char *
new_tie (Making     *making,
         const char *from,
         const char *to,
         const char *kind)
{
  g_autofree char *key = g_strdup_printf ("%s %s %s", from, to, kind != NULL ? kind : "");
  g_autofree char *words = g_strdup_printf ("%s %s", from, to);
  char *id = g_hash_table_lookup (making->ties, key);
  NkRecord *tie;

  if (id != NULL)
    return id;
  id = nk_map_new_id (making->rows->map, making->edit, NK_TIE, words);
  tie = nk_record_new (NK_TIE, id);
  nk_record_set_text (tie, NK_FIELD_FROM, from);
  nk_record_set_text (tie, NK_FIELD_TO, to);
  put (making, tie);
  g_hash_table_insert (making->ties, g_steal_pointer (&key), id);
  making->outcome->counts.ties++;
  return id;
}

static NkRowFate
make_tie_between (Making     *making,
                  const char *from,
                  const char *to)
{
  const char *kind = id_of_text (making, NK_KIND, cell_of (making, NK_FIELD_KIND));
  const NkRecord *known = find_tie (making, from, to, kind);

  fill (making, NK_TIE, known != NULL ? nk_record_id (known) : new_tie (making, from, to, kind));
  return known != NULL ? NK_ROW_KNOWN : NK_ROW_NEW;
}

static NkRowFate
make_tie (Making *making)
{
  const Name *from = nk_rows_name (making->rows, NK_ACTOR, cell_of (making, NK_FIELD_FROM));
  const Name *to = nk_rows_name (making->rows, NK_ACTOR, cell_of (making, NK_FIELD_TO));

  if (from == NULL || to == NULL)
    {
      add_problem (making, g_strdup_printf (_("Row %u lacks an end of the tie, and is left out."),
                                            row_number (making)));
      return NK_ROW_LEFT_OUT;
    }
  making->outcome->counts.nobody += from->public.answer < 0 || to->public.answer < 0;
  if (from->public.answer == NK_NAME_NONE || to->public.answer == NK_NAME_NONE)
    return NK_ROW_LEFT_OUT;
  if (from == to || (nk_rows_named (from) != NULL && nk_rows_named (from) == nk_rows_named (to)))
    {
      add_problem (making, g_strdup_printf (_("Row %u ties an actor to itself, and is left out."),
                                            row_number (making)));
      return NK_ROW_LEFT_OUT;
    }
  return make_tie_between (making, id_of_name (making, from), id_of_name (making, to));
}

/* All of them */

static void
count_spellings (Making *making)
{
  for (guint i = 0; i < making->rows->names->len; i++)
    {
      const Name *name = g_ptr_array_index (making->rows->names, i);

      making->outcome->counts.spelling += name->is_asked && name->public.answer >= 0;
    }
}

static void
find_added (Making *making)
{
  for (guint i = 0; i < nk_edit_n_changes (making->edit); i++)
    {
      const NkChange *change = nk_edit_change (making->edit, i);

      if (change->kind == NK_ACTOR && change->before == NULL)
        g_ptr_array_add (making->outcome->added, change->after);
    }
}

static void
make_all (Making *making)
{
  for (making->row = 0; making->row < nk_rows_count (making->rows); making->row++)
    {
      NkRowFate fate = making->rows->kind == NK_TIE ? make_tie (making) : make_actor (making);

      g_array_append_val (making->outcome->fates, fate);
      making->outcome->counts.known += fate == NK_ROW_KNOWN;
      making->outcome->counts.left_out += fate == NK_ROW_LEFT_OUT;
    }
  count_spellings (making);
  find_added (making);
}

NkRowsOutcome *
nk_rows_outcome_new (const NkRows *rows)
{
  NkRowsOutcome *outcome = g_new0 (NkRowsOutcome, 1);
  Making making = { rows, outcome, nk_edit_new (_("Paste Rows")), 0 };

  outcome->edit = making.edit;
  outcome->added = g_ptr_array_new ();
  outcome->fates = g_array_new (FALSE, FALSE, sizeof (NkRowFate));
  outcome->problems = g_ptr_array_new_with_free_func (g_free);
  making.made = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  making.ties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  make_all (&making);
  g_hash_table_unref (making.made);
  g_hash_table_unref (making.ties);
  return outcome;
}

void
nk_rows_outcome_free (NkRowsOutcome *outcome)
{
  nk_edit_unref (outcome->edit);
  g_ptr_array_unref (outcome->added);
  g_array_unref (outcome->fates);
  g_ptr_array_unref (outcome->problems);
  g_free (outcome);
}
