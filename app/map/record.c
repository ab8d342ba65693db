#include "map/record.h"

#include "map/list.h"

#include <math.h>
#include <string.h>

typedef union
{
  GRefString *text;    /* NULL: the default */
  int integer;
  gboolean boolean;
  double number;
  NkList *list;        /* NULL: empty */
} NkValue;

struct _NkRecord
{
  gatomicrefcount references;
  NkRecordKind kind;
  gboolean sealed;
  guint32 given;       /* by slot: it has a value of its own, or is written though it has not */
  GRefString *id;
  GArray *extras;      /* of NkExtra, or NULL */
  NkValue values[];    /* by slot */
};

static const char *const no_texts[] = { NULL };

/* How a value of this type is kept. */
typedef enum
{
  KEPT_TEXT,
  KEPT_INTEGER,
  KEPT_BOOLEAN,
  KEPT_NUMBER,
  KEPT_LIST
} Kept;

static Kept
kept_as (NkType type)
{
  switch (type)
    {
    case NK_TYPE_TEXT:
    case NK_TYPE_REFERENCE:
    case NK_TYPE_CHOICE:
    case NK_TYPE_DATE:
    case NK_TYPE_COLOR:
      return KEPT_TEXT;
    case NK_TYPE_INTEGER:
      return KEPT_INTEGER;
    case NK_TYPE_BOOLEAN:
      return KEPT_BOOLEAN;
    case NK_TYPE_NUMBER:
      return KEPT_NUMBER;
    case NK_TYPE_TEXTS:
    case NK_TYPE_POINTS:
    case NK_TYPE_VALUES:
    case NK_TYPE_EVIDENCE:
      return KEPT_LIST;
    }
  g_assert_not_reached ();
}

static Kept
slot_kept (const NkRecord *record,
           guint           slot)
{
  return kept_as (nk_schema_kind (record->kind)->fields[slot].type);
}

/* The slot of a field that must be there and be kept so. */
static int
slot_of (const NkRecord *record,
         NkField         field,
         Kept            kept)
{
  int slot = nk_schema_slot (record->kind, field);

  if (slot < 0 || slot_kept (record, slot) != kept)
    g_error ("A record of kind %s has no such field: %s",
             nk_schema_kind (record->kind)->name, nk_field_name (field));
  return slot;
}

static const NkFieldSchema *
row_of (const NkRecord *record,
        NkField         field,
        Kept            kept)
{
  return &nk_schema_kind (record->kind)->fields[slot_of (record, field, kept)];
}

/* ---- life ---- */

NkRecord *
nk_record_new (NkRecordKind kind,
               const char  *id)
{
  const NkKindSchema *schema = nk_schema_kind (kind);
  NkRecord *record = g_malloc0 (sizeof (NkRecord) + schema->n_fields * sizeof (NkValue));

  g_assert ((kind == NK_HEAD) == (id[0] == '\0'));
  g_atomic_ref_count_init (&record->references);
  record->kind = kind;
  record->id = g_ref_string_new (id);
  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].type == NK_TYPE_INTEGER)
      record->values[i].integer = schema->fields[i].fallback;
    else if (schema->fields[i].type == NK_TYPE_NUMBER)
      record->values[i].number = NAN;
  return record;
}

static void
clear_value (NkRecord *record,
             guint     slot)
{
  switch (slot_kept (record, slot))
    {
    case KEPT_TEXT:
      g_clear_pointer (&record->values[slot].text, g_ref_string_release);
      break;
    case KEPT_LIST:
      g_clear_pointer (&record->values[slot].list, nk_list_unref);
      break;
    case KEPT_INTEGER:
    case KEPT_BOOLEAN:
    case KEPT_NUMBER:
      break;
    }
}

static void
copy_value (NkRecord       *record,
            const NkRecord *other,
            guint           slot)
{
  clear_value (record, slot);
  record->values[slot] = other->values[slot];
  if (slot_kept (record, slot) == KEPT_LIST)
    nk_list_ref (record->values[slot].list);
  else if (slot_kept (record, slot) == KEPT_TEXT && record->values[slot].text != NULL)
    g_ref_string_acquire (record->values[slot].text);
  if (other->given & (1u << slot))
    record->given |= 1u << slot;
  else
    record->given &= ~(1u << slot);
}

NkRecord *
nk_record_copy (const NkRecord *record,
                const char     *id)
{
  NkRecord *copy = nk_record_new (record->kind, id != NULL ? id : record->id);
  guint n_extras;
  const NkExtra *extras = nk_record_extras (record, &n_extras);

  for (guint i = 0; i < nk_schema_kind (record->kind)->n_fields; i++)
    copy_value (copy, record, i);
  for (guint i = 0; i < n_extras; i++)
    nk_record_add_extra (copy, extras[i].after, extras[i].member);
  return copy;
}

NkRecord *
nk_record_ref (NkRecord *record)
{
  g_atomic_ref_count_inc (&record->references);
  return record;
}

void
nk_record_unref (NkRecord *record)
{
  if (!g_atomic_ref_count_dec (&record->references))
    return;
  for (guint i = 0; i < nk_schema_kind (record->kind)->n_fields; i++)
    clear_value (record, i);
  g_clear_pointer (&record->extras, g_array_unref);
  g_ref_string_release (record->id);
  g_free (record);
}

void
nk_record_seal (NkRecord *record)
{
  record->sealed = TRUE;
}

/* ---- comparing and naming ---- */

NkRecordKind
nk_record_kind (const NkRecord *record)
{
  return record->kind;
}

const char *
nk_record_id (const NkRecord *record)
{
  return record->id;
}

static gboolean
values_equal (const NkValue *one,
              const NkValue *other,
              Kept           kept)
{
  switch (kept)
    {
    case KEPT_TEXT:
      return g_strcmp0 (one->text, other->text) == 0;
    case KEPT_INTEGER:
      return one->integer == other->integer;
    case KEPT_BOOLEAN:
      return one->boolean == other->boolean;
    case KEPT_NUMBER:
      return one->number == other->number || (isnan (one->number) && isnan (other->number));
    case KEPT_LIST:
      return nk_list_equal (one->list, other->list);
    }
  g_assert_not_reached ();
}

static gboolean
extras_equal (const NkRecord *a,
              const NkRecord *b)
{
  guint n_a, n_b;
  const NkExtra *one = nk_record_extras (a, &n_a);
  const NkExtra *other = nk_record_extras (b, &n_b);

  if (n_a != n_b)
    return FALSE;
  for (guint i = 0; i < n_a; i++)
    if (one[i].after != other[i].after || !g_str_equal (one[i].member, other[i].member))
      return FALSE;
  return TRUE;
}

gboolean
nk_record_equal (const NkRecord *a,
                 const NkRecord *b)
{
  if (a == b)
    return TRUE;
  if (a->kind != b->kind || a->given != b->given || !g_str_equal (a->id, b->id))
    return FALSE;
  for (guint i = 0; i < nk_schema_kind (a->kind)->n_fields; i++)
    if (!values_equal (&a->values[i], &b->values[i], slot_kept (a, i)))
      return FALSE;
  return extras_equal (a, b);
}

gboolean
nk_record_field_equal (const NkRecord *a,
                       const NkRecord *b,
                       NkField         field)
{
  int one = nk_schema_slot (a->kind, field), other = nk_schema_slot (b->kind, field);

  if (one < 0 || other < 0)
    return one == other;
  return values_equal (&a->values[one], &b->values[other], slot_kept (a, one));
}

const char *
nk_record_title (const NkRecord *record)
{
  static const NkField titles[] = { NK_FIELD_NAME, NK_FIELD_TITLE, NK_FIELD_TEXT };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (nk_schema_slot (record->kind, titles[i]) >= 0 &&
        nk_record_text (record, titles[i])[0] != '\0')
      return nk_record_text (record, titles[i]);
  return record->id;
}

/* ---- reading ---- */

gboolean
nk_record_has (const NkRecord *record,
               NkField         field)
{
  int slot = nk_schema_slot (record->kind, field);

  return slot >= 0 && (record->given & (1u << slot)) != 0;
}

const char *
nk_record_text (const NkRecord *record,
                NkField         field)
{
  int slot = slot_of (record, field, KEPT_TEXT);
  const NkFieldSchema *schema = row_of (record, field, KEPT_TEXT);

  if (record->values[slot].text != NULL)
    return record->values[slot].text;
  return schema->type == NK_TYPE_CHOICE ? schema->choices[0] : "";
}

int
nk_record_integer (const NkRecord *record,
                   NkField         field)
{
  return record->values[slot_of (record, field, KEPT_INTEGER)].integer;
}

double
nk_record_number (const NkRecord *record,
                  NkField         field)
{
  return record->values[slot_of (record, field, KEPT_NUMBER)].number;
}

gboolean
nk_record_boolean (const NkRecord *record,
                   NkField         field)
{
  return record->values[slot_of (record, field, KEPT_BOOLEAN)].boolean;
}

static const NkList *
list_of (const NkRecord *record,
         NkField         field)
{
  return record->values[slot_of (record, field, KEPT_LIST)].list;
}

const char *const *
nk_record_texts (const NkRecord *record,
                 NkField         field)
{
  const NkList *list = list_of (record, field);

  return list != NULL ? (const char *const *) list->texts : no_texts;
}

const char *const *
nk_record_values (const NkRecord *record,
                  NkField         field)
{
  return nk_record_texts (record, field);
}

const NkPoint *
nk_record_points (const NkRecord *record,
                  NkField         field,
                  guint          *n)
{
  const NkList *list = list_of (record, field);

  *n = list != NULL ? list->n : 0;
  return list != NULL ? list->points : NULL;
}

const NkEvidence *
nk_record_evidence (const NkRecord *record,
                    NkField         field,
                    guint          *n)
{
  const NkList *list = list_of (record, field);

  *n = list != NULL ? list->n : 0;
  return list != NULL ? list->evidence : NULL;
}

gboolean
nk_record_is_placed (const NkRecord *record)
{
  return nk_schema_slot (record->kind, NK_FIELD_X) >= 0 &&
         !isnan (nk_record_number (record, NK_FIELD_X)) &&
         !isnan (nk_record_number (record, NK_FIELD_Y));
}

/* ---- writing ---- */

/* The slot of a field of a record that may still be changed; `given` is whether it gets a value of
 * its own. */
static int
open_slot (NkRecord *record,
           NkField   field,
           Kept      kept,
           gboolean  given)
{
  int slot = slot_of (record, field, kept);

  g_assert (!record->sealed);
  if (given)
    record->given |= 1u << slot;
  else
    record->given &= ~(1u << slot);
  return slot;
}

void
nk_record_set_text (NkRecord   *record,
                    NkField     field,
                    const char *value)
{
  const NkFieldSchema *schema = row_of (record, field, KEPT_TEXT);
  const char *fallback = schema->type == NK_TYPE_CHOICE ? schema->choices[0] : "";
  gboolean given = value != NULL && !g_str_equal (value, fallback);
  int slot = open_slot (record, field, KEPT_TEXT, given);

  clear_value (record, slot);
  if (given)
    record->values[slot].text = g_ref_string_new (value);
}

void
nk_record_set_integer (NkRecord *record,
                       NkField   field,
                       int       value)
{
  const NkFieldSchema *schema = row_of (record, field, KEPT_INTEGER);
  int kept = CLAMP (value, (int) schema->least, (int) schema->most);
  int slot = open_slot (record, field, KEPT_INTEGER, kept != schema->fallback);

  record->values[slot].integer = kept;
}

void
nk_record_set_number (NkRecord *record,
                      NkField   field,
                      double    value)
{
  const NkFieldSchema *schema = row_of (record, field, KEPT_NUMBER);

  value = CLAMP (value, schema->least, schema->most);
  record->values[open_slot (record, field, KEPT_NUMBER, !isnan (value))].number = nk_round (value);
}

void
nk_record_set_boolean (NkRecord *record,
                       NkField   field,
                       gboolean  value)
{
  record->values[open_slot (record, field, KEPT_BOOLEAN, value)].boolean = value != FALSE;
}

/* Takes the list. */
static void
set_list (NkRecord *record,
          NkField   field,
          NkList   *list)
{
  int slot = open_slot (record, field, KEPT_LIST, list != NULL);

  clear_value (record, slot);
  record->values[slot].list = list;
}

void
nk_record_set_texts (NkRecord         *record,
                     NkField           field,
                     const char *const*values)
{
  set_list (record, field, nk_list_new_texts (NK_TYPE_TEXTS, values));
}

void
nk_record_set_values (NkRecord         *record,
                      NkField           field,
                      const char *const*pairs)
{
  set_list (record, field, nk_list_new_texts (NK_TYPE_VALUES, pairs));
}

void
nk_record_set_points (NkRecord      *record,
                      NkField        field,
                      const NkPoint *points,
                      guint          n)
{
  const NkFieldSchema *schema = row_of (record, field, KEPT_LIST);

  set_list (record, field, nk_list_new_points (points, n, schema->least, schema->most));
}

void
nk_record_set_evidence (NkRecord         *record,
                        NkField           field,
                        const NkEvidence *evidence,
                        guint             n)
{
  set_list (record, field, nk_list_new_evidence (evidence, n));
}

void
nk_record_set_from (NkRecord       *record,
                    NkField         field,
                    const NkRecord *other)
{
  int slot = nk_schema_slot (record->kind, field);

  g_assert (!record->sealed && slot >= 0 && record->kind == other->kind);
  copy_value (record, other, slot);
}

void
nk_record_mark_given (NkRecord *record,
                      NkField   field)
{
  int slot = nk_schema_slot (record->kind, field);

  g_assert (!record->sealed && slot >= 0);
  record->given |= 1u << slot;
}

/* ---- members that we do not know ---- */

static void
clear_extra (gpointer data)
{
  g_free (((NkExtra *) data)->member);
}

void
nk_record_add_extra (NkRecord   *record,
                     int         after,
                     const char *member)
{
  NkExtra extra = { after, g_strdup (member) };

  g_assert (!record->sealed);
  if (record->extras == NULL)
    {
      record->extras = g_array_new (FALSE, FALSE, sizeof (NkExtra));
      g_array_set_clear_func (record->extras, clear_extra);
    }
  g_array_append_val (record->extras, extra);
}

const NkExtra *
nk_record_extras (const NkRecord *record,
                  guint          *n)
{
  *n = record->extras != NULL ? record->extras->len : 0;
  return record->extras != NULL ? (const NkExtra *) (gpointer) record->extras->data : NULL;
}
