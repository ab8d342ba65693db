#include "drawing/export-names.h"

#include "map/schema.h"

static GString *
name_of (const NkItem *item)
{
  GString *name = g_string_new (nk_schema_kind (item->kind)->name);

  g_string_append_c (name, '-');
  for (const char *c = item->id; *c != '\0'; c = g_utf8_next_char (c))
    if (g_ascii_isalnum (*c) || *c == '-' || *c == '.')
      g_string_append_c (name, *c);
    else
      g_string_append_printf (name, "_%x_", g_utf8_get_char (c));
  if (item->plane >= 0)
    g_string_append_printf (name, "-%s", nk_field_name (nk_dimensions[item->plane]));
  if (item->type == NK_ITEM_LABEL)
    g_string_prepend (name, "label-");
  else if (item->type == NK_ITEM_LEGEND)
    g_string_prepend (name, "legend-");
  return name;
}

const char *
nk_export_name (GHashTable   *taken,
                const NkItem *item)
{
  GString *name = name_of (item);
  gsize length = name->len;

  for (guint i = 2; g_hash_table_contains (taken, name->str); i++)
    {
      g_string_truncate (name, length);
      g_string_append_printf (name, "_%u", i);
    }
  g_hash_table_add (taken, name->str);
  return g_string_free (name, FALSE);
}

static const NkRecord *
record_of (const NkMap  *map,
           const NkItem *item)
{
  if (map == NULL || (item->type != NK_ITEM_ACTOR && item->type != NK_ITEM_TIE))
    return NULL;
  return nk_map_find (map, item->kind, item->id);
}

/* "Jobcenter → Rat: berät": its ends, and its kind if it has one. */
static char *
tie_title (const NkMap    *map,
           const NkRecord *tie)
{
  const NkRecord *kind = nk_map_find (map, NK_KIND, nk_record_text (tie, NK_FIELD_KIND));
  gboolean directed = kind != NULL && nk_record_boolean (kind, NK_FIELD_DIRECTED);
  const char *names[2];

  for (int i = 0; i < 2; i++)
    names[i] = nk_record_title (nk_map_find (map, NK_ACTOR,
                                             nk_record_text (tie, i == 0 ? NK_FIELD_FROM
                                                                         : NK_FIELD_TO)));
  return g_strconcat (names[0], directed ? " → " : " – ", names[1], kind != NULL ? ": " : NULL,
                      kind != NULL ? nk_record_title (kind) : NULL, NULL);
}

char *
nk_export_title (const NkMap  *map,
                 const NkItem *item)
{
  const NkRecord *record = record_of (map, item);

  if (record == NULL)
    return NULL;
  return item->kind == NK_TIE ? tie_title (map, record) : g_strdup (nk_record_title (record));
}

char *
nk_export_note (const NkMap  *map,
                const NkItem *item)
{
  const NkRecord *record = record_of (map, item);
  const char *note = record != NULL ? nk_record_text (record, NK_FIELD_NOTE) : "";

  return note[0] != '\0' ? g_strdup (note) : NULL;
}

gboolean
nk_export_is_name_of (const NkItem *item,
                      const NkItem *before)
{
  return item->type == NK_ITEM_LABEL && before->type == NK_ITEM_ACTOR
         && item->kind == before->kind && item->plane == before->plane
         && g_str_equal (item->id, before->id);
}
