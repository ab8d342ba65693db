#include "network.h"

NkRecord *
network_record (NkRecordKind  kind,
                const char   *id,
                ...)
{
  NkRecord *record = nk_record_new (kind, id);
  va_list fields;

  va_start (fields, id);
  for (int field = va_arg (fields, int); field >= 0; field = va_arg (fields, int))
    nk_record_set_text (record, field, va_arg (fields, const char *));
  va_end (fields);
  return record;
}

static void
put_lists (NkEdit *edit,
           NkMap  *map)
{
  static const char *const values[] = { "order", "projects", NULL };
  NkRecord *culture = network_record (NK_ATTRIBUTE, "culture", NK_FIELD_NAME, "Kultur", -1);

  nk_record_set_texts (culture, NK_FIELD_CATEGORIES, values);
  nk_edit_put (edit, map, network_record (NK_LEVEL, "city", NK_FIELD_NAME, "Gesamtstadt", -1));
  nk_edit_put (edit, map, network_record (NK_LEVEL, "district", NK_FIELD_NAME, "Stadtbezirk", -1));
  nk_edit_put (edit, map, network_record (NK_DISTRICT, "b5", NK_FIELD_NAME, "Bezirk 5", -1));
  nk_edit_put (edit, map, network_record (NK_SECTOR, "office", NK_FIELD_NAME, "Verwaltung", -1));
  nk_edit_put (edit, map, network_record (NK_KIND, "steering", NK_FIELD_NAME, "Steuerung", -1));
  nk_edit_put (edit, map, culture);
  nk_edit_put (edit, map, network_record (NK_PHASE, "start", NK_FIELD_NAME, "Beginn", -1));
  nk_edit_put (edit, map, network_record (NK_SOURCE, "i1", NK_FIELD_NAME, "Interview 1", -1));
}

static void
put_tie (NkEdit     *edit,
         NkMap      *map,
         const char *id,
         const char *from,
         const char *to)
{
  const NkEvidence evidence = { "i1", "Kap. 2", "", NULL };
  NkRecord *tie = network_record (NK_TIE, id, NK_FIELD_FROM, from, NK_FIELD_TO, to,
                                  NK_FIELD_KIND, "steering", -1);

  nk_record_set_evidence (tie, NK_FIELD_EVIDENCE, &evidence, 1);
  nk_edit_put (edit, map, tie);
}

NkMap *
network_new (void)
{
  g_autoptr (NkEdit) edit = nk_edit_new ("Begin");
  NkMap *map = nk_map_new ();

  put_lists (edit, map);
  nk_edit_put (edit, map, network_record (NK_ACTOR, "rat", NK_FIELD_NAME, "Rat",
                                          NK_FIELD_LEVEL, "city", NK_FIELD_SECTOR, "office", -1));
  nk_edit_put (edit, map, network_record (NK_ACTOR, "amt", NK_FIELD_NAME, "Amt",
                                          NK_FIELD_LEVEL, "city", -1));
  nk_edit_put (edit, map, network_record (NK_ACTOR, "wp", NK_FIELD_NAME, "Welcome Point",
                                          NK_FIELD_LEVEL, "district", NK_FIELD_DISTRICT, "b5", -1));
  put_tie (edit, map, "t1", "rat", "amt");
  put_tie (edit, map, "t2", "amt", "wp");
  nk_edit_put (edit, map, network_record (NK_NOTE, "n1", NK_FIELD_TEXT, "zu klären", -1));
  g_assert_true (nk_map_apply (map, edit, NULL));
  return map;
}

char *
network_text (const NkMap *map)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nk_map_count (map, NK_ACTOR); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            nk_record_title (nk_map_at (map, NK_ACTOR, i)));
  for (guint i = 0; i < nk_map_count (map, NK_TIE); i++)
    {
      const NkRecord *tie = nk_map_at (map, NK_TIE, i);

      g_string_append_printf (text, "%s%s>%s", i > 0 ? ", " : "; ",
                              nk_record_text (tie,
                                              NK_FIELD_FROM), nk_record_text (tie, NK_FIELD_TO));
    }
  return g_string_free (text, FALSE);
}
