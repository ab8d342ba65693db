#include "map/category-edits.h"

#include "map/text.h"

typedef enum
{
  ADD,
  RENAME,
  REORDER,
  MERGE,
  DELETE,
  N_DEEDS
} Deed;

/* What happens to references: those to `gone` become `into`, or nothing. */
typedef struct
{
  const NkCategories *list;
  GHashTable *gone;      /* of keys, borrowed */
  const char *into;      /* or NULL */
  NkFate fate;
} Change;

static const char *
name_of (const NkCategories *list,
         Deed                deed)
{
  static const char *const values[N_DEEDS] = {
    N_("Add Value"), N_("Rename Value"), N_("Reorder Values"), N_("Merge Values"),
    N_("Delete Values"),
  };
  static const char *const names[NK_N_RECORD_KINDS][N_DEEDS] = {
    [NK_LEVEL] = { N_("Add Level"), N_("Rename Level"), N_("Reorder Levels"), N_("Merge Levels"),
                   N_("Delete Levels") },
    [NK_DISTRICT] = { N_("Add District"), N_("Rename District"), N_("Reorder Districts"),
                      N_("Merge Districts"), N_("Delete Districts") },
    [NK_SECTOR] = { N_("Add Sector"), N_("Rename Sector"), N_("Reorder Sectors"),
                    N_("Merge Sectors"), N_("Delete Sectors") },
    [NK_KIND] = { N_("Add Kind of Tie"), N_("Rename Kind of Tie"), N_("Reorder Kinds of Tie"),
                  N_("Merge Kinds of Tie"), N_("Delete Kinds of Tie") },
    [NK_ATTRIBUTE] = { N_("Add Attribute"), N_("Rename Attribute"), N_("Reorder Attributes"),
                       N_("Merge Attributes"), N_("Delete Attributes") },
    [NK_PHASE] = { N_("Add Phase"), N_("Rename Phase"), N_("Reorder Phases"), N_("Merge Phases"),
                   N_("Delete Phases") },
    [NK_SOURCE] = { N_("Add Source"), N_("Rename Source"), N_("Reorder Sources"),
                    N_("Merge Sources"), N_("Delete Sources") },
  };

  return _(list->attribute != NULL ? values[deed] : names[list->kind][deed]);
}

static NkEdit *
start_edit (const NkCategories *list,
            Deed                deed)
{
  return nk_edit_new (name_of (list, deed));
}

/* ---- references ---- */

static gboolean
is_gone (const Change *change,
         const char   *key)
{
  return g_hash_table_contains (change->gone, key);
}

/* TRUE if one of `n` rows says what `row` says. */
static gboolean
is_said (const NkEvidence *rows,
         guint             n,
         const NkEvidence *row)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i].source, row->source) && g_str_equal (rows[i].locator, row->locator)
        && g_str_equal (rows[i].note, row->note) && g_strcmp0 (rows[i].extras, row->extras) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
says_nothing (const NkEvidence *row)
{
  return *row->source == '\0' && *row->locator == '\0' && *row->note == '\0' && row->extras == NULL;
}

static void
change_evidence (const Change        *change,
                 NkRecord            *copy,
                 const NkRecord      *record,
                 const NkFieldSchema *field)
{
  guint n, kept = 0;
  const NkEvidence *evidence = nk_record_evidence (record, field->field, &n);
  g_autofree NkEvidence *rows = g_new (NkEvidence, n + 1);

  for (guint i = 0; i < n; i++)
    {
      gboolean gone = is_gone (change, evidence[i].source);

      rows[kept] = evidence[i];
      if (gone)
        rows[kept].source = change->into != NULL ? change->into : "";
      /* What was there twice before stays so. */
      if (!gone
          || (change->fate != NK_FATE_REMOVED && !says_nothing (&rows[kept])
              && !is_said (rows, kept, &rows[kept])
              && !is_said (evidence + i + 1, n - i - 1, &rows[kept])))
        kept++;
    }
  nk_record_set_evidence (copy, field->field, rows, kept);
}

/* TRUE if there is a value of the attribute already. */
static gboolean
has_value (const char *const *pairs,
           const char        *attribute)
{
  for (guint i = 0; attribute != NULL && pairs[i] != NULL; i += 2)
    if (g_str_equal (pairs[i], attribute))
      return TRUE;
  return FALSE;
}

static void
change_values (const Change        *change,
               NkRecord            *copy,
               const NkRecord      *record,
               const NkFieldSchema *field)
{
  const char *const *old = nk_record_values (record, field->field);
  g_autofree const char **pairs = g_new0 (const char *, g_strv_length ((char **) old) + 1);
  gboolean had_it = has_value (old, change->into);
  guint n = 0;

  for (guint i = 0; old[i] != NULL; i += 2)
    {
      const char *attribute = old[i], *value = old[i + 1];

      if (change->list->attribute == NULL && is_gone (change, attribute))
        attribute = had_it || has_value (pairs, change->into) ? NULL : change->into;
      else if (g_strcmp0 (change->list->attribute, attribute) == 0 && is_gone (change, value))
        value = change->into;
      if (attribute == NULL || value == NULL)
        continue;
      pairs[n++] = attribute;
      pairs[n++] = value;
    }
  nk_record_set_values (copy, field->field, pairs);
}

/* Does to one record what happens to its references. */
static void
change_record (const Change       *change,
               NkEdit             *edit,
               const NkMap        *map,
               NkRecord           *record,
               const NkKindSchema *schema)
{
  g_autoptr (NkRecord) copy = nk_record_copy (record, NULL);

  for (guint f = 0; f < schema->n_fields; f++)
    {
      const NkFieldSchema *field = &schema->fields[f];

      if (!nk_categories_concern (change->list, field))
        continue;
      if (field->type == NK_TYPE_EVIDENCE)
        change_evidence (change, copy, record, field);
      else if (field->type == NK_TYPE_VALUES)
        change_values (change, copy, record, field);
      else if (is_gone (change, nk_record_text (record, field->field)))
        {
          if (change->fate == NK_FATE_REMOVED)
            {
              nk_edit_remove (edit, map, schema->kind, nk_record_id (record));
              return;
            }
          nk_record_set_text (copy, field->field, change->into != NULL ? change->into : "");
        }
    }
  nk_edit_put (edit, map, g_steal_pointer (&copy));
}

static gboolean
is_concerned (const NkCategories *list,
              const NkKindSchema *schema)
{
  for (guint f = 0; f < schema->n_fields; f++)
    if (nk_categories_concern (list, &schema->fields[f]))
      return TRUE;
  return FALSE;
}

static void
change_references (const Change *change,
                   NkEdit       *edit,
                   const NkMap  *map)
{
  for (int kind = NK_HEAD + 1; kind < NK_N_RECORD_KINDS; kind++)
    {
      const NkKindSchema *schema = nk_schema_kind (kind);

      for (guint i = 0; is_concerned (change->list, schema) && i < nk_map_count (map, kind); i++)
        {
          NkRecord *record = nk_edit_look (edit, map, kind, nk_record_id (nk_map_at (map, kind, i)));

          if (record != NULL)
            change_record (change, edit, map, record, schema);
        }
    }
}

/* ---- the lists ---- */

static void
set_values (NkEdit             *edit,
            const NkMap        *map,
            const NkCategories *list,
            const char *const  *values)
{
  const NkRecord *attribute = nk_edit_look (edit, map, NK_ATTRIBUTE, list->attribute);
  NkRecord *copy;

  g_return_if_fail (attribute != NULL);
  copy = nk_record_copy (attribute, NULL);
  nk_record_set_texts (copy, NK_FIELD_CATEGORIES, values);
  nk_edit_put (edit, map, copy);
}

/* The keys of the list but for those that go, then those of `more` that it does not have. */
static char **
other_keys (const NkMap        *map,
            const NkCategories *list,
            GHashTable         *gone,
            const char *const  *more)
{
  g_auto (GStrv) keys = nk_categories_keys (map, list);
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    if (gone == NULL || !g_hash_table_contains (gone, keys[i]))
      g_strv_builder_add (others, keys[i]);
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) keys, more[i]))
      g_strv_builder_add (others, more[i]);
  return g_strv_builder_end (others);
}

static void
add_record (NkEdit             *edit,
            const NkMap        *map,
            const NkCategories *list,
            const char         *id,
            const char         *name)
{
  NkRecord *record = nk_record_new (list->kind, id);

  nk_record_set_text (record, NK_FIELD_NAME, name);
  nk_edit_put (edit, map, record);
}

static void
add_value (NkEdit             *edit,
           const NkMap        *map,
           const NkCategories *list,
           const char         *value)
{
  const char *const more[] = { value, NULL };
  g_auto (GStrv) values = other_keys (map, list, NULL, more);

  set_values (edit, map, list, (const char *const *) values);
}

NkEdit *
nk_edit_for_new_category (const NkMap        *map,
                          const NkCategories *list,
                          const char         *name,
                          char              **key)
{
  NkEdit *edit = start_edit (list, ADD);
  g_autofree char *id = list->attribute != NULL ? g_strdup (name)
                                                : nk_map_new_id (map, NULL, list->kind, name);

  if (list->attribute != NULL)
    add_value (edit, map, list, name);
  else
    add_record (edit, map, list, id, name);
  if (key != NULL)
    *key = g_steal_pointer (&id);
  return edit;
}

NkEdit *
nk_edit_for_known_category (const NkMap        *map,
                            const NkCategories *list,
                            const char         *key)
{
  NkEdit *edit = start_edit (list, ADD);

  if (list->attribute != NULL)
    add_value (edit, map, list, key);
  else if (nk_map_find (map, list->kind, key) == NULL)
    add_record (edit, map, list, key, key);
  return edit;
}

static void
rename_value (NkEdit             *edit,
              const NkMap        *map,
              const NkCategories *list,
              const char         *value,
              const char         *name)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  const Change change = { list, gone, name, NK_FATE_ANOTHER };
  g_auto (GStrv) values = nk_categories_keys (map, list);

  g_hash_table_add (gone, (gpointer) value);
  for (guint i = 0; values[i] != NULL; i++)
    if (g_str_equal (values[i], value))
      {
        g_free (values[i]);
        values[i] = g_strdup (name);
      }
  set_values (edit, map, list, (const char *const *) values);
  change_references (&change, edit, map);
}

NkEdit *
nk_edit_for_category_name (const NkMap        *map,
                           const NkCategories *list,
                           const char         *key,
                           const char         *name)
{
  NkEdit *edit = start_edit (list, RENAME);

  if (list->attribute == NULL)
    nk_edit_set_text (edit, map, list->kind, key, NK_FIELD_NAME, name);
  else if (!nk_categories_have (map, list, name))
    rename_value (edit, map, list, key, name);
  return edit;
}

NkEdit *
nk_edit_for_category_move (const NkMap        *map,
                           const NkCategories *list,
                           const char         *key,
                           guint               position)
{
  NkEdit *edit = start_edit (list, REORDER);
  const char *const only[] = { key, NULL };
  g_autoptr (GHashTable) moved = NULL;
  g_auto (GStrv) others = NULL;
  g_autoptr (GStrvBuilder) values = NULL;

  if (list->attribute == NULL)
    {
      nk_edit_move (edit, map, list->kind, key, position);
      return edit;
    }
  moved = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (moved, (gpointer) key);
  others = other_keys (map, list, moved, NULL);
  values = g_strv_builder_new ();
  for (guint i = 0; i <= g_strv_length (others); i++)
    {
      if (i == position)
        g_strv_builder_addv (values, (const char **) only);
      if (others[i] != NULL)
        g_strv_builder_add (values, others[i]);
    }
  g_strfreev (others);
  others = g_strv_builder_end (values);
  set_values (edit, map, list, (const char *const *) others);
  return edit;
}

/* An attribute that is kept gets the values of those that go. */
static void
join_values (NkEdit            *edit,
             const NkMap       *map,
             const char        *kept,
             const char *const *keys)
{
  const NkCategories list = { NK_ATTRIBUTE, kept };
  g_auto (GStrv) values = nk_categories_keys (map, &list);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const NkRecord *attribute = nk_map_find (map, NK_ATTRIBUTE, keys[i]);
      g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
      const char *const *more;

      if (attribute == NULL || g_str_equal (keys[i], kept))
        continue;
      more = nk_record_texts (attribute, NK_FIELD_CATEGORIES);
      g_strv_builder_addv (all, (const char **) values);
      for (guint k = 0; more[k] != NULL; k++)
        if (!g_strv_contains ((const char *const *) values, more[k]))
          g_strv_builder_add (all, more[k]);
      g_strfreev (values);
      values = g_strv_builder_end (all);
    }
  set_values (edit, map, &list, (const char *const *) values);
}

static void
take_out (NkEdit             *edit,
          const NkMap        *map,
          const NkCategories *list,
          GHashTable         *gone)
{
  g_auto (GStrv) values = NULL;
  GHashTableIter iter;
  gpointer key;

  if (list->attribute != NULL)
    {
      values = other_keys (map, list, gone, NULL);
      set_values (edit, map, list, (const char *const *) values);
      return;
    }
  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    nk_edit_remove (edit, map, list->kind, key);
}

NkEdit *
nk_edit_for_category_merge (const NkMap        *map,
                            const NkCategories *list,
                            const char *const  *keys,
                            const char         *kept)
{
  NkEdit *edit = start_edit (list, MERGE);
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  const Change change = { list, gone, kept, NK_FATE_ANOTHER };

  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_str_equal (keys[i], kept))
      g_hash_table_add (gone, (gpointer) keys[i]);
  if (list->kind == NK_ATTRIBUTE && list->attribute == NULL)
    join_values (edit, map, kept, keys);
  change_references (&change, edit, map);
  take_out (edit, map, list, gone);
  return edit;
}

NkEdit *
nk_edit_for_category_delete (const NkMap        *map,
                             const NkCategories *list,
                             const char *const  *keys,
                             NkFate              fate,
                             const char         *another)
{
  NkEdit *edit = start_edit (list, DELETE);
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  const Change change = { list, gone, fate == NK_FATE_ANOTHER ? another : NULL, fate };

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (gone, (gpointer) keys[i]);
  change_references (&change, edit, map);
  take_out (edit, map, list, gone);
  return edit;
}
