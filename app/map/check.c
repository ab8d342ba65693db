#include "map/check.h"

#include "map/date.h"

#include <string.h>

#include "map/text.h"

void
nk_notice_free (gpointer notice)
{
  NkNotice *freed = notice;

  g_free (freed->id);
  g_free (freed->message);
  g_free (freed);
}

void
nk_notice_add (GPtrArray      *notices,
               const NkRecord *record,
               NkField         field,
               char           *sentence)
{
  NkNotice *added = g_new (NkNotice, 1);
  const char *kind = nk_schema_kind (nk_record_kind (record))->name;
  const char *id = nk_record_id (record);

  *added = (NkNotice) { nk_record_kind (record), g_strdup (id), field, NULL };
  if (g_str_equal (nk_record_title (record), id))
    added->message = g_strdup_printf ("%s/%s: %s", kind, id, sentence);
  else
    added->message = g_strdup_printf ("%s/%s “%s”: %s", kind, id, nk_record_title (record),
                                      sentence);
  added->sentence = added->message + strlen (added->message) - strlen (sentence);
  g_free (sentence);
  g_ptr_array_add (notices, added);
}

/* Whole sentences, since languages do not agree on how to put a noun into one. To be freed. */
static char *
unknown_sentence (NkRecordKind target,
                  const char  *id)
{
  switch ((int) target)
    {
    case NK_LEVEL:
      return g_strdup_printf (_("The level “%s” is not in the map's list of levels."), id);
    case NK_DISTRICT:
      return g_strdup_printf (_("The district “%s” is not in the map's list of districts."), id);
    case NK_SECTOR:
      return g_strdup_printf (_("The sector “%s” is not in the map's list of sectors."), id);
    case NK_KIND:
      return g_strdup_printf (_("The kind “%s” is not in the map's list of kinds of tie."), id);
    case NK_ATTRIBUTE:
      return g_strdup_printf (_("The attribute “%s” is not in the map's list of attributes."), id);
    case NK_PHASE:
      return g_strdup_printf (_("The phase “%s” is not in the map's list of phases."), id);
    case NK_SOURCE:
      return g_strdup_printf (_("The source “%s” is not in the map's list of sources."), id);
    default:
      return g_strdup_printf (_("The actor “%s” is not in the map."), id);
    }
}

static void
check_reference (GPtrArray      *notices,
                 const NkMap    *map,
                 const NkRecord *record,
                 NkField         field,
                 NkRecordKind    target,
                 const char     *id)
{
  if (id[0] != '\0' && nk_map_find (map, target, id) == NULL)
    nk_notice_add (notices, record, field, unknown_sentence (target, id));
}

static void
check_evidence (GPtrArray      *notices,
                const NkMap    *map,
                const NkRecord *record)
{
  guint n;
  const NkEvidence *evidence = nk_record_evidence (record, NK_FIELD_EVIDENCE, &n);

  for (guint i = 0; i < n; i++)
    check_reference (notices, map, record, NK_FIELD_EVIDENCE, NK_SOURCE, evidence[i].source);
  if (n == 0 && nk_record_kind (record) == NK_TIE && nk_map_count (map, NK_SOURCE) > 0)
    nk_notice_add (notices, record, NK_FIELD_EVIDENCE,
                   g_strdup (_("The tie rests on no evidence.")));
}

static void
check_values (GPtrArray      *notices,
              const NkMap    *map,
              const NkRecord *record)
{
  const char *const *values = nk_record_values (record, NK_FIELD_ATTRIBUTES);

  for (guint i = 0; values[i] != NULL; i += 2)
    {
      const NkRecord *attribute = nk_map_find (map, NK_ATTRIBUTE, values[i]);

      check_reference (notices, map, record, NK_FIELD_ATTRIBUTES, NK_ATTRIBUTE, values[i]);
      if (attribute != NULL && nk_record_texts (attribute, NK_FIELD_CATEGORIES)[0] != NULL &&
          !g_strv_contains (nk_record_texts (attribute, NK_FIELD_CATEGORIES), values[i + 1]))
        nk_notice_add (notices, record, NK_FIELD_ATTRIBUTES,
                       g_strdup_printf (_("“%s” is not one of the values of the attribute “%s”."),
                                        values[i + 1], nk_record_title (attribute)));
    }
}

static void
check_period (GPtrArray      *notices,
              const NkRecord *record)
{
  const char *since = nk_record_text (record, NK_FIELD_SINCE);
  const char *until = nk_record_text (record, NK_FIELD_UNTIL);

  if (nk_date_first (since) > nk_date_last (until))
    nk_notice_add (notices, record, NK_FIELD_UNTIL,
                   g_strdup_printf (_("It ends (%s) before it begins (%s)."), until, since));
}

static void
check_fields (GPtrArray      *notices,
              const NkMap    *map,
              const NkRecord *record)
{
  const NkKindSchema *schema = nk_schema_kind (nk_record_kind (record));

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const NkFieldSchema *field = &schema->fields[i];

      /* A tie is known by its ends; a name is something that some have. */
      if (field->field == NK_FIELD_NAME && schema->kind != NK_TIE
          && nk_record_text (record, NK_FIELD_NAME)[0] == '\0')
        nk_notice_add (notices, record, NK_FIELD_NAME, g_strdup (_("It has no name.")));
      else if (field->type == NK_TYPE_REFERENCE)
        check_reference (notices, map, record, field->field, field->target,
                         nk_record_text (record, field->field));
      else if (field->type == NK_TYPE_EVIDENCE)
        check_evidence (notices, map, record);
      else if (field->type == NK_TYPE_VALUES)
        check_values (notices, map, record);
      else if (field->field == NK_FIELD_UNTIL)
        check_period (notices, record);
    }
}

/* Two actors of one name in one place can't be told apart on the drawing. */
static void
check_name (GPtrArray      *notices,
            GHashTable     *names,
            const NkRecord *actor)
{
  const char *name = nk_record_text (actor, NK_FIELD_NAME);
  g_autofree char *key = g_strjoin ("\n", nk_record_text (actor, NK_FIELD_LEVEL),
                                    nk_record_text (actor, NK_FIELD_DISTRICT), name, NULL);
  const NkRecord *first = g_hash_table_lookup (names, key);

  if (name[0] == '\0')
    return;
  if (first == NULL)
    g_hash_table_insert (names, g_steal_pointer (&key), (gpointer) actor);
  else
    nk_notice_add (notices, actor, NK_FIELD_NAME,
                   g_strdup_printf (_("The actor “%s” has the same name in the same place."),
                                    nk_record_id (first)));
}

static gboolean
has_dimension (const NkRecord *record)
{
  for (guint i = 0; i < NK_N_DIMENSIONS; i++)
    if (nk_record_integer (record, nk_dimensions[i]) > 0)
      return TRUE;
  return FALSE;
}

/* A map that knows the three dimensions wants all its actors in them. */
static gboolean
uses_dimensions (const NkMap *map)
{
  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    if (has_dimension (nk_map_at (map, NK_ACTOR, i)))
      return TRUE;
  return FALSE;
}

static void
check_actor (GPtrArray      *notices,
             GHashTable     *names,
             gboolean        dimensions,
             const NkRecord *actor)
{
  check_name (notices, names, actor);
  if (dimensions && !has_dimension (actor))
    nk_notice_add (notices, actor, NK_FIELD_STRUCTURE,
                   g_strdup (_("It belongs to none of the dimensions structure, place and "
                               "people.")));
}

GPtrArray *
nk_map_check (const NkMap *map)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func (nk_notice_free);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean dimensions = uses_dimensions (map);

  for (int kind = NK_HEAD + 1; kind < NK_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < nk_map_count (map, kind); i++)
      {
        const NkRecord *record = nk_map_at (map, kind, i);

        check_fields (notices, map, record);
        if (kind == NK_ACTOR)
          check_actor (notices, names, dimensions, record);
      }
  return notices;
}
