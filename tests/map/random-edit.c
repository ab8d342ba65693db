#include "random-edit.h"

#include <math.h>

typedef void (*Fill) (NkEdit *edit, const NkMap *map, GRand *random);

/* ---- picking ---- */

static gboolean
one_in (GRand *random,
        int    n)
{
  return g_rand_int_range (random, 0, n) == 0;
}

static const char *
pick_text (GRand *random)
{
  static const char *const texts[] = {
    "", "Rat", "Büro „Nord“ (5/6)", "a \"b\" \\c\\", "Zeile 1\nZeile 2\tTab\r",
    "\001\037\177", "😀 ἄλφα ​",
    "</script>", "NaN", "{\"id\": 1}", "null", "Amt für Migration und Integration, Abteilung 3",
  };

  return texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];
}

static const char *
pick_date (GRand *random)
{
  static const char *const dates[] = { "", "2014", "2015-09", "2016-02-29" };

  return dates[g_rand_int_range (random, 0, G_N_ELEMENTS (dates))];
}

/* A record of the map that the edit leaves in, or NULL. */
static NkRecord *
pick_record (const NkEdit *edit,
             const NkMap  *map,
             NkRecordKind  kind,
             GRand        *random)
{
  guint n = nk_map_count (map, kind);
  NkRecord *record = n > 0 ? nk_map_at (map, kind, g_rand_int_range (random, 0, n)) : NULL;

  return record != NULL ? nk_edit_look (edit, map, kind, nk_record_id (record)) : NULL;
}

static const char *
pick_id (const NkEdit *edit,
         const NkMap  *map,
         NkRecordKind  kind,
         GRand        *random)
{
  NkRecord *record = pick_record (edit, map, kind, random);

  return record != NULL ? nk_record_id (record) : "unknown";
}

static double
pick_number (GRand *random)
{
  return one_in (random, 8) ? NAN : g_rand_double_range (random, -2e3, 2e3);
}

/* ---- giving a field some value ---- */

static void
fill_evidence (NkRecord    *record,
               NkField      field,
               const NkEdit *edit,
               const NkMap *map,
               GRand       *random)
{
  NkEvidence evidence[3];
  guint n = g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n; i++)
    evidence[i] = (NkEvidence) {
      .source = pick_id (edit, map, NK_SOURCE, random),
      .locator = pick_text (random),
      .note = pick_text (random),
      .extras = one_in (random, 4) ? "\"page\": [1, {\"a\": null}]" : NULL,
    };
  nk_record_set_evidence (record, field, evidence, n);
}

static void
fill_points (NkRecord *record,
             NkField   field,
             GRand    *random)
{
  NkPoint points[3];
  guint n = g_rand_int_range (random, 0, 4);

  for (guint i = 0; i < n; i++)
    points[i] = (NkPoint) { g_rand_double_range (random, -9, 9),
                            g_rand_double_range (random, -2e6, 2e6) };
  nk_record_set_points (record, field, points, n);
}

static void
fill_field (NkRecord            *record,
            const NkFieldSchema *field,
            const NkEdit        *edit,
            const NkMap         *map,
            GRand               *random)
{
  const char *const texts[] = {
    "a", pick_text (random), one_in (random, 2) ? "b" : NULL, "c", NULL
  };
  guint n;

  switch (field->type)
    {
    case NK_TYPE_TEXT:
      nk_record_set_text (record, field->field, pick_text (random));
      break;
    case NK_TYPE_REFERENCE:
      if (!field->required)
        nk_record_set_text (record, field->field, pick_id (edit, map, field->target, random));
      break;
    case NK_TYPE_CHOICE:
      n = g_strv_length ((char **) field->choices);
      nk_record_set_text (record, field->field, field->choices[g_rand_int_range (random, 0, n)]);
      break;
    case NK_TYPE_DATE:
      nk_record_set_text (record, field->field, pick_date (random));
      break;
    case NK_TYPE_COLOR:
      nk_record_set_text (record, field->field, one_in (random, 3) ? "" : "#3465A4");
      break;
    case NK_TYPE_INTEGER:
      nk_record_set_integer (record, field->field, g_rand_int_range (random, -1, 7));
      break;
    case NK_TYPE_NUMBER:
      nk_record_set_number (record, field->field, pick_number (random));
      break;
    case NK_TYPE_BOOLEAN:
      nk_record_set_boolean (record, field->field, one_in (random, 2));
      break;
    case NK_TYPE_TEXTS:
      nk_record_set_texts (record, field->field, texts);
      break;
    case NK_TYPE_VALUES:
      nk_record_set_values (record, field->field, texts);
      break;
    case NK_TYPE_POINTS:
      fill_points (record, field->field, random);
      break;
    case NK_TYPE_EVIDENCE:
      fill_evidence (record, field->field, edit, map, random);
      break;
    }
}

static NkRecordKind
pick_kind (GRand *random)
{
  return one_in (random, 2) ? NK_ACTOR : g_rand_int_range (random, NK_HEAD + 1, NK_N_RECORD_KINDS);
}

/* ---- things that people do ---- */

static void
add_record (NkEdit *edit, const NkMap *map, GRand *random)
{
  NkRecordKind kind = pick_kind (random);
  const NkKindSchema *schema = nk_schema_kind (kind);
  g_autofree char *id = nk_map_new_id (map, edit, kind, pick_text (random));
  NkRecord *record;

  if (kind == NK_TIE)
    return;
  record = nk_record_new (kind, id);
  for (guint i = 0; i < schema->n_fields; i++)
    if (one_in (random, 2))
      fill_field (record, &schema->fields[i], edit, map, random);
  nk_edit_put (edit, map, record);
}

static void
add_tie (NkEdit *edit, const NkMap *map, GRand *random)
{
  const NkRecord *from = pick_record (edit, map, NK_ACTOR, random);
  const NkRecord *to = pick_record (edit, map, NK_ACTOR, random);
  g_autofree char *id = nk_map_new_id (map, edit, NK_TIE, "");
  NkRecord *tie;

  if (from == NULL || to == NULL)
    return;
  tie = nk_record_new (NK_TIE, id);
  nk_record_set_text (tie, NK_FIELD_FROM, nk_record_id (from));
  nk_record_set_text (tie, NK_FIELD_TO, nk_record_id (to));
  nk_edit_put (edit, map, tie);
}

static void
change_record (NkEdit *edit, const NkMap *map, GRand *random)
{
  NkRecordKind kind = one_in (random, 8) ? NK_HEAD : pick_kind (random);
  const NkKindSchema *schema = nk_schema_kind (kind);
  NkRecord *record = pick_record (edit, map, kind, random);
  NkRecord *copy;

  if (record == NULL)
    return;
  copy = nk_record_copy (record, NULL);
  fill_field (copy, &schema->fields[g_rand_int_range (random, 0, schema->n_fields)], edit, map,
              random);
  nk_edit_put (edit, map, copy);
}

static void
retie (NkEdit *edit, const NkMap *map, GRand *random)
{
  const NkRecord *tie = pick_record (edit, map, NK_TIE, random);
  const NkRecord *actor = pick_record (edit, map, NK_ACTOR, random);

  if (tie != NULL && actor != NULL)
    nk_edit_set_text (edit, map, NK_TIE, nk_record_id (tie),
                      one_in (random, 2) ? NK_FIELD_FROM : NK_FIELD_TO, nk_record_id (actor));
}

static void
move_actor (NkEdit *edit, const NkMap *map, GRand *random)
{
  const NkRecord *actor = pick_record (edit, map, NK_ACTOR, random);

  if (actor != NULL)
    nk_edit_set_place (edit, map, NK_ACTOR, nk_record_id (actor), pick_number (random),
                       pick_number (random));
}

static void
remove_record (NkEdit *edit, const NkMap *map, GRand *random)
{
  NkRecordKind kind = pick_kind (random);
  const NkRecord *record = pick_record (edit, map, kind, random);

  if (record != NULL)
    nk_edit_remove (edit, map, kind, nk_record_id (record));
}

static void
reorder (NkEdit *edit, const NkMap *map, GRand *random)
{
  NkRecordKind kind = pick_kind (random);
  const NkRecord *record = pick_record (edit, map, kind, random);

  if (record != NULL)
    nk_edit_move (edit, map, kind, nk_record_id (record),
                  g_rand_int_range (random, 0, nk_map_count (map, kind)));
}

NkEdit *
random_edit (GRand       *random,
             const NkMap *map)
{
  static const Fill fills[] = {
    add_record, add_record, add_record, add_tie, add_tie, add_tie,
    change_record, change_record, change_record, retie, retie,
    move_actor, move_actor, remove_record, remove_record,
  };
  NkEdit *edit = nk_edit_new ("Work");
  int n = g_rand_int_range (random, 1, 4);

  /* A list in which a record moves may have none come or go. */
  if (one_in (random, 8))
    {
      reorder (edit, map, random);
      change_record (edit, map, random);
      return edit;
    }
  for (int i = 0; i < n; i++)
    fills[g_rand_int_range (random, 0, G_N_ELEMENTS (fills))] (edit, map, random);
  return edit;
}

NkEdit *
random_typing (GRand       *random,
               const NkMap *map)
{
  NkEdit *edit = nk_edit_new ("Type");
  const NkRecord *actor = pick_record (edit, map, NK_ACTOR, random);

  if (actor != NULL)
    nk_edit_set_text (edit, map, NK_ACTOR, nk_record_id (actor), NK_FIELD_NAME, pick_text (random));
  return edit;
}
