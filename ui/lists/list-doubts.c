#include "ui/lists/list-doubts.h"

#include "drawing/alike.h"
#include "map/date.h"

#include "map/text.h"

static void
doubt (GHashTable *doubts,
       const char *key,
       const char *sentence)
{
  if (!g_hash_table_contains (doubts, key))
    g_hash_table_insert (doubts, g_strdup (key), g_strdup (sentence));
}

static void
doubt_looks (GHashTable   *doubts,
             const NkMap  *map,
             NkRecordKind  kind)
{
  g_autoptr (GPtrArray) notices = g_ptr_array_new_with_free_func (nk_notice_free);

  nk_alike_check (map, notices);
  for (guint i = 0; i < notices->len; i++)
    {
      const NkNotice *notice = g_ptr_array_index (notices, i);

      if (notice->kind == kind)
        doubt (doubts, notice->id, notice->sentence);
    }
}

static void
doubt_record (GHashTable     *doubts,
              GHashTable     *names,
              const NkRecord *record)
{
  const char *id = nk_record_id (record), *name = nk_record_text (record, NK_FIELD_NAME);

  if (*name == '\0')
    doubt (doubts, id, _("It has no name."));
  else if (!g_hash_table_add (names, (gpointer) name))
    doubt (doubts, id, _("Another one has the same name."));
  if (nk_record_kind (record) == NK_PHASE
      && nk_date_first (nk_record_text (record, NK_FIELD_SINCE))
         > nk_date_last (nk_record_text (record, NK_FIELD_UNTIL)))
    doubt (doubts, id, _("It ends before it begins."));
}

GHashTable *
nk_list_doubts (const NkMap        *map,
                const NkCategories *list)
{
  GHashTable *doubts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  if (list->attribute != NULL)
    return doubts;
  for (guint i = 0; i < nk_map_count (map, list->kind); i++)
    doubt_record (doubts, names, nk_map_at (map, list->kind, i));
  if (list->kind == NK_SECTOR || list->kind == NK_KIND)
    doubt_looks (doubts, map, list->kind);
  return doubts;
}
