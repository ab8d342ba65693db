#include "map/categories.h"

#include <string.h>

typedef void (*Refer) (const char *key, gpointer user_data);

/* The list as the map has it: an attribute's values. */
static const char *const *
values_of (const NkMap        *map,
           const NkCategories *list)
{
  static const char *const none[] = { NULL };
  const NkRecord *attribute = nk_map_find (map, NK_ATTRIBUTE, list->attribute);

  return attribute != NULL ? nk_record_texts (attribute, NK_FIELD_CATEGORIES) : none;
}

char **
nk_categories_keys (const NkMap        *map,
                    const NkCategories *list)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *const *values;

  if (list->attribute == NULL)
    {
      for (guint i = 0; i < nk_map_count (map, list->kind); i++)
        g_strv_builder_add (keys, nk_record_id (nk_map_at (map, list->kind, i)));
      return g_strv_builder_end (keys);
    }
  values = values_of (map, list);
  for (guint i = 0; values[i] != NULL; i++)
    if (g_hash_table_add (seen, (gpointer) values[i]))
      g_strv_builder_add (keys, values[i]);
  return g_strv_builder_end (keys);
}

gboolean
nk_categories_have (const NkMap        *map,
                    const NkCategories *list,
                    const char         *key)
{
  if (list->attribute == NULL)
    return nk_map_find (map, list->kind, key) != NULL;
  return g_strv_contains (values_of (map, list), key);
}

const char *
nk_categories_title (const NkMap        *map,
                     const NkCategories *list,
                     const char         *key)
{
  const NkRecord *record = list->attribute == NULL ? nk_map_find (map, list->kind, key) : NULL;

  return record != NULL ? nk_record_title (record) : key;
}

/* ---- who refers ---- */

gboolean
nk_categories_concern (const NkCategories  *list,
                       const NkFieldSchema *field)
{
  switch ((int) field->type)
    {
    case NK_TYPE_REFERENCE:
      return field->target == list->kind;
    case NK_TYPE_EVIDENCE:
      return list->kind == NK_SOURCE;
    case NK_TYPE_VALUES:
      return list->kind == NK_ATTRIBUTE;
    default:
      return FALSE;
    }
}

static void
refer_by_field (const NkRecord      *record,
                const NkCategories  *list,
                const NkFieldSchema *field,
                Refer                refer,
                gpointer             user_data)
{
  const char *const *values;
  const NkEvidence *evidence;
  guint n;

  switch ((int) field->type)
    {
    case NK_TYPE_REFERENCE:
      refer (nk_record_text (record, field->field), user_data);
      break;
    case NK_TYPE_EVIDENCE:
      evidence = nk_record_evidence (record, field->field, &n);
      for (guint i = 0; i < n; i++)
        refer (evidence[i].source, user_data);
      break;
    default:
      values = nk_record_values (record, field->field);
      for (guint i = 0; values[i] != NULL; i += 2)
        if (list->attribute == NULL)
          refer (values[i], user_data);
        else if (g_str_equal (values[i], list->attribute))
          refer (values[i + 1], user_data);
    }
}

/* An entry of the table; the record that was counted last, so that none is counted twice. */
typedef struct
{
  NkUses uses;
  const NkRecord *last;
} Count;

typedef struct
{
  GHashTable *table;
  const char *const *among;   /* NULL: by key; else all of these are counted as one, "" */
  const NkRecord *record;
} Counting;

static void
count_reference (const char *key,
                 gpointer    user_data)
{
  Counting *counting = user_data;
  Count *count;

  if (*key == '\0' || (counting->among != NULL && !g_strv_contains (counting->among, key)))
    return;
  key = counting->among != NULL ? "" : key;
  count = g_hash_table_lookup (counting->table, key);
  if (count == NULL)
    {
      count = g_new0 (Count, 1);
      g_hash_table_insert (counting->table, g_strdup (key), count);
    }
  if (count->last == counting->record)
    return;
  count->last = counting->record;
  switch ((int) nk_record_kind (counting->record))
    {
    case NK_ACTOR:
      count->uses.actors++;
      break;
    case NK_TIE:
      count->uses.ties++;
      break;
    default:
      count->uses.others++;
    }
}

static GHashTable *
count_uses (const NkMap        *map,
            const NkCategories *list,
            const char *const  *among)
{
  Counting counting = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free), among };

  for (int kind = NK_HEAD + 1; kind < NK_N_RECORD_KINDS; kind++)
    {
      const NkKindSchema *schema = nk_schema_kind (kind);

      for (guint f = 0; f < schema->n_fields; f++)
        for (guint i = 0; nk_categories_concern (list, &schema->fields[f])
                          && i < nk_map_count (map, kind); i++)
          {
            counting.record = nk_map_at (map, kind, i);
            refer_by_field (counting.record, list, &schema->fields[f], count_reference, &counting);
          }
    }
  return counting.table;
}

GHashTable *
nk_categories_uses (const NkMap        *map,
                    const NkCategories *list)
{
  return count_uses (map, list, NULL);
}

guint
nk_categories_users (const NkMap        *map,
                     const NkCategories *list,
                     const char *const  *keys)
{
  g_autoptr (GHashTable) uses = count_uses (map, list, keys);

  return nk_uses_total (g_hash_table_lookup (uses, ""));
}

guint
nk_uses_total (const NkUses *uses)
{
  return uses != NULL ? uses->actors + uses->ties + uses->others : 0;
}

static int
by_text (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
nk_categories_unknown (const NkMap        *map,
                       const NkCategories *list,
                       GHashTable         *uses)
{
  g_autoptr (GStrvBuilder) unknown = g_strv_builder_new ();
  g_autofree const char **keys = (const char **) g_hash_table_get_keys_as_array (uses, NULL);

  qsort (keys, g_strv_length ((char **) keys), sizeof *keys, by_text);
  for (guint i = 0; keys[i] != NULL; i++)
    if (!nk_categories_have (map, list, keys[i]))
      g_strv_builder_add (unknown, keys[i]);
  return g_strv_builder_end (unknown);
}
