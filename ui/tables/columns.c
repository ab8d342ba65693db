#include "ui/tables/columns.h"

#include "map/choices.h"

#include "map/date.h"
#include "map/text.h"

#include <string.h>


struct _NkLookup
{
  const NkMap *map;
  GHashTable *orders;   /* text → how it collates */
  GHashTable *uses;     /* id of a source → how often; NULL: not counted since the last change */
};

NkLookup *
nk_lookup_new (void)
{
  NkLookup *lookup = g_new0 (NkLookup, 1);

  lookup->orders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return lookup;
}

void
nk_lookup_free (NkLookup *lookup)
{
  g_hash_table_unref (lookup->orders);
  g_clear_pointer (&lookup->uses, g_hash_table_unref);
  g_free (lookup);
}

void
nk_lookup_set_map (NkLookup    *lookup,
                   const NkMap *map)
{
  lookup->map = map;
  g_clear_pointer (&lookup->uses, g_hash_table_unref);
}

const NkMap *
nk_lookup_map (const NkLookup *lookup)
{
  return lookup->map;
}

/* By the user's language, and 9 before 10. It stays where it is while the lookup is there. */
static const char *
order_of (NkLookup   *lookup,
          const char *text)
{
  char *order = g_hash_table_lookup (lookup->orders, text);

  if (order == NULL)
    {
      order = g_utf8_collate_key_for_filename (text, -1);
      g_hash_table_insert (lookup->orders, g_strdup (text), order);
    }
  return order;
}

static void
count_uses (NkLookup *lookup)
{
  static const NkRecordKind kinds[] = { NK_ACTOR, NK_TIE, NK_EVENT };

  lookup->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < nk_map_count (lookup->map, kinds[k]); i++)
      {
        guint n;
        const NkEvidence *evidence = nk_record_evidence (nk_map_at (lookup->map, kinds[k], i),
                                                         NK_FIELD_EVIDENCE, &n);

        for (guint j = 0; j < n; j++)
          {
            gpointer uses = g_hash_table_lookup (lookup->uses, evidence[j].source);

            g_hash_table_insert (lookup->uses, g_strdup (evidence[j].source),
                                 GUINT_TO_POINTER (GPOINTER_TO_UINT (uses) + 1));
          }
      }
}

/* Which columns there are */

typedef struct
{
  NkField field;
  guint chars;
  gboolean shown;
} Width;

static const Width widths[] = {
  { NK_FIELD_NAME, 32, TRUE }, { NK_FIELD_SHORT, 12, FALSE }, { NK_FIELD_LEVEL, 22, TRUE },
  { NK_FIELD_DISTRICT, 18, TRUE }, { NK_FIELD_SECTOR, 26, TRUE },
  { NK_FIELD_STRUCTURE, 6, TRUE }, { NK_FIELD_PLACE, 6, TRUE }, { NK_FIELD_PEOPLE, 6, TRUE },
  { NK_FIELD_INFLUENCE, 6, FALSE }, { NK_FIELD_PERSON, 12, FALSE }, { NK_FIELD_ALIAS, 12, FALSE },
  { NK_FIELD_SINCE, 10, TRUE }, { NK_FIELD_UNTIL, 10, TRUE }, { NK_FIELD_PINNED, 6, FALSE },
  { NK_FIELD_NOTE, 40, TRUE }, { NK_FIELD_EVIDENCE, 6, TRUE },
  { NK_FIELD_FROM, 28, TRUE }, { NK_FIELD_TO, 28, TRUE }, { NK_FIELD_KIND, 26, TRUE },
  { NK_FIELD_FORMAL, 6, TRUE }, { NK_FIELD_STRENGTH, 6, TRUE }, { NK_FIELD_CERTAINTY, 14, TRUE },
  { NK_FIELD_TYPE, 14, TRUE }, { NK_FIELD_DATE, 10, TRUE },
};

static const Width *
width_of (NkField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (widths[i].field == field)
      return &widths[i];
  return NULL;
}

/* The names of ties are few, and their places are seen on the map. */
static void
add_field (GArray              *columns,
           NkRecordKind         kind,
           const NkFieldSchema *field)
{
  const Width *width = width_of (field->field);
  NkColumn column = { .field = field, .name = nk_field_name (field->field),
                      .label = field->label };

  if (width == NULL)
    return;
  column.type = field->type == NK_TYPE_EVIDENCE ? NK_COLUMN_EVIDENCE : NK_COLUMN_FIELD;
  column.chars = width->chars;
  column.shown = width->shown && !(kind == NK_TIE && field->field == NK_FIELD_NAME);
  g_array_append_val (columns, column);
}

static GArray *
make_columns (NkRecordKind kind)
{
  static const NkColumn ties = { .type = NK_COLUMN_TIES, .name = "ties", .label = N_("Ties"),
                                 .chars = 6, .shown = TRUE };
  static const NkColumn uses = { .type = NK_COLUMN_USES, .name = "uses", .label = N_("Uses"),
                                 .chars = 6, .shown = TRUE };
  const NkKindSchema *schema = nk_schema_kind (kind);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (NkColumn));

  for (guint i = 0; i < schema->n_fields; i++)
    {
      /* Notes are long: they come last, behind what is counted. */
      if (kind == NK_ACTOR && schema->fields[i].field == NK_FIELD_NOTE)
        g_array_append_val (columns, ties);
      add_field (columns, kind, &schema->fields[i]);
    }
  if (kind == NK_SOURCE)
    g_array_append_val (columns, uses);
  return columns;
}

const NkColumn *
nk_columns (NkRecordKind  kind,
            guint        *n)
{
  static GArray *columns[NK_N_RECORD_KINDS];

  if (columns[kind] == NULL)
    columns[kind] = make_columns (kind);
  *n = columns[kind]->len;
  return (const NkColumn *) columns[kind]->data;
}

gboolean
nk_column_is_number (const NkColumn *column)
{
  return column->type != NK_COLUMN_FIELD || column->field->type == NK_TYPE_INTEGER;
}

gboolean
nk_column_can_edit (const NkColumn *column)
{
  return column->type == NK_COLUMN_FIELD;
}

gboolean
nk_columns_differ (NkRecordKind    kind,
                   const NkRecord *a,
                   const NkRecord *b)
{
  guint n;
  const NkColumn *columns = nk_columns (kind, &n);

  for (guint i = 0; i < n; i++)
    if (columns[i].field != NULL && !nk_record_field_equal (a, b, columns[i].field->field))
      return TRUE;
  return FALSE;
}

/* What cells say */

static const char *
choice_text (NkField     field,
             const char *choice)
{
  return *choice != '\0' ? nk_choice_name (field, choice) : "";
}

static guint
count_of (const NkColumn *column,
          NkLookup       *lookup,
          const NkRecord *record)
{
  const GArray *ties;
  guint n = 0;

  switch (column->type)
    {
    case NK_COLUMN_TIES:
      ties = nk_map_ties_of (lookup->map, nk_record_id (record));
      return ties != NULL ? ties->len : 0;
    case NK_COLUMN_EVIDENCE:
      nk_record_evidence (record, NK_FIELD_EVIDENCE, &n);
      return n;
    case NK_COLUMN_USES:
      if (lookup->uses == NULL)
        count_uses (lookup);
      return GPOINTER_TO_UINT (g_hash_table_lookup (lookup->uses, nk_record_id (record)));
    default:
      g_return_val_if_reached (0);
    }
}

static char *
number_text (gint64 number)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static const char *
reference_text (const NkColumn *column,
                NkLookup       *lookup,
                const char     *id)
{
  const NkRecord *target = nk_map_find (lookup->map, column->field->target, id);

  /* What the map does not know is shown by its id. */
  return target != NULL ? nk_record_title (target) : id;
}

char *
nk_column_text (const NkColumn *column,
                NkLookup       *lookup,
                const NkRecord *record)
{
  NkField field;
  int number;

  if (column->type != NK_COLUMN_FIELD)
    return number_text (count_of (column, lookup, record));
  field = column->field->field;
  switch (column->field->type)
    {
    case NK_TYPE_REFERENCE:
      return g_strdup (reference_text (column, lookup, nk_record_text (record, field)));
    case NK_TYPE_CHOICE:
      return g_strdup (choice_text (field, nk_record_text (record, field)));
    case NK_TYPE_BOOLEAN:
      return g_strdup (nk_record_boolean (record, field) ? _("Yes") : "");
    case NK_TYPE_INTEGER:
      number = nk_record_integer (record, field);
      return number != 0 ? number_text (number) : g_strdup ("");
    default:
      return g_strdelimit (g_strdup (nk_record_text (record, field)), "\n\r\t", ' ');
    }
}

/* In which order they stand */

static NkKey
text_key (NkLookup   *lookup,
          const char *text)
{
  if (*text == '\0')
    return (NkKey) { .empty = TRUE };
  return (NkKey) { .text = order_of (lookup, text) };
}

static NkKey
number_key (gint64   number,
            gboolean empty)
{
  return (NkKey) { .number = number, .empty = empty };
}

/* Lists have an order of their own; actors have their names. What is in no list comes behind it. */
static NkKey
reference_key (const NkColumn *column,
               NkLookup       *lookup,
               const char     *id)
{
  int position;

  if (column->field->target == NK_ACTOR)
    return text_key (lookup, reference_text (column, lookup, id));
  position = nk_map_position (lookup->map, column->field->target, id);
  return number_key (position >= 0 ? position : G_MAXINT, *id == '\0');
}

static NkKey
choice_key (const NkFieldSchema *field,
            const char          *value)
{
  for (int i = 0; field->choices[i] != NULL; i++)
    if (g_str_equal (field->choices[i], value))
      return number_key (i, *value == '\0');
  return number_key (G_MAXINT, FALSE);
}

NkKey
nk_column_key (const NkColumn *column,
               NkLookup       *lookup,
               const NkRecord *record)
{
  const char *text;
  NkField field;
  int number;

  if (column->type != NK_COLUMN_FIELD)
    return number_key (count_of (column, lookup, record), FALSE);
  field = column->field->field;
  switch (column->field->type)
    {
    case NK_TYPE_REFERENCE:
      return reference_key (column, lookup, nk_record_text (record, field));
    case NK_TYPE_CHOICE:
      return choice_key (column->field, nk_record_text (record, field));
    case NK_TYPE_BOOLEAN:
      return number_key (0, !nk_record_boolean (record, field));
    case NK_TYPE_INTEGER:
      number = nk_record_integer (record, field);
      return number_key (number, number == 0);
    case NK_TYPE_DATE:
      text = nk_record_text (record, field);
      return number_key (nk_date_first (text), *text == '\0');
    default:
      return text_key (lookup, nk_record_text (record, field));
    }
}

int
nk_key_compare (const NkKey *a,
                const NkKey *b,
                gboolean     descending)
{
  int order;

  if (a->empty || b->empty)
    return (int) a->empty - (int) b->empty;
  if (a->text != NULL && b->text != NULL)
    order = strcmp (a->text, b->text);
  else
    order = (a->number > b->number) - (a->number < b->number);
  return descending ? -order : order;
}
