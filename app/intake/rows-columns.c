#include "intake/rows-columns.h"

#include "map/fold.h"

#include <string.h>

#include "map/text.h"

static void
column_clear (gpointer data)
{
  NkRowColumn *column = data;

  g_free (column->attribute);
}

static void
add_column (GArray     *columns,
            int         field,
            const char *attribute)
{
  NkRowColumn column = { field, g_strdup (attribute) };

  g_array_append_val (columns, column);
}

static void
add_field (GArray              *columns,
           const NkMap         *map,
           const NkFieldSchema *field)
{
  switch ((int) field->type)
    {
    case NK_TYPE_TEXT:
    case NK_TYPE_REFERENCE:
    case NK_TYPE_CHOICE:
    case NK_TYPE_DATE:
    case NK_TYPE_INTEGER:
    case NK_TYPE_EVIDENCE:
      add_column (columns, field->field, NULL);
      break;
    case NK_TYPE_BOOLEAN:
      if (field->field != NK_FIELD_PINNED)   /* which is about the drawing */
        add_column (columns, field->field, NULL);
      break;
    case NK_TYPE_VALUES:
      for (guint i = 0; i < nk_map_count (map, NK_ATTRIBUTE); i++)
        add_column (columns, field->field, nk_record_id (nk_map_at (map, NK_ATTRIBUTE, i)));
      break;
    default:
      break;
    }
}

GArray *
nk_row_columns_all (const NkMap  *map,
                NkRecordKind  kind)
{
  const NkKindSchema *schema = nk_schema_kind (kind);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (NkRowColumn));

  g_array_set_clear_func (columns, column_clear);
  for (guint i = 0; i < schema->n_fields; i++)
    add_field (columns, map, &schema->fields[i]);
  return columns;
}

gboolean
nk_row_column_equal (const NkRowColumn *a,
                 const NkRowColumn *b)
{
  return a->field == b->field && g_strcmp0 (a->attribute, b->attribute) == 0;
}

NkRowColumn
nk_row_column_copy (const NkRowColumn *column)
{
  return (NkRowColumn) { column->field, g_strdup (column->attribute) };
}

const char *
nk_row_column_label (const NkMap    *map,
                 NkRecordKind    kind,
                 const NkRowColumn *column)
{
  if (column->field == NK_ROW_COLUMN_NONE)
    return _("Left out");
  if (column->field == NK_FIELD_EVIDENCE)
    return _("Source");
  if (column->attribute != NULL)
    return nk_record_title (nk_map_find (map, NK_ATTRIBUTE, column->attribute));
  return _(nk_schema_field (kind, column->field)->label);
}

/* Cells */

static char *
reference_text (const NkMap         *map,
                const NkFieldSchema *field,
                const char          *id)
{
  const NkRecord *record = nk_map_find (map, field->target, id);

  return g_strdup (record != NULL ? nk_record_title (record) : id);
}

static char *
sources_text (const NkMap    *map,
              const NkRecord *record)
{
  guint n;
  const NkEvidence *evidence = nk_record_evidence (record, NK_FIELD_EVIDENCE, &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const NkRecord *source = nk_map_find (map, NK_SOURCE, evidence[i].source);
      const char *name = source != NULL ? nk_record_title (source) : evidence[i].source;

      if (*name != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
    }
  return g_string_free (text, FALSE);
}

static char *
value_text (const NkRecord *record,
            const char     *attribute)
{
  const char *const *pairs = nk_record_values (record, NK_FIELD_ATTRIBUTES);

  for (guint i = 0; pairs[i] != NULL; i += 2)
    if (g_str_equal (pairs[i], attribute))
      return g_strdup (pairs[i + 1]);
  return g_strdup ("");
}

char *
nk_row_column_text (const NkMap    *map,
                const NkRecord *record,
                const NkRowColumn *column)
{
  const NkFieldSchema *field = nk_schema_field (nk_record_kind (record), column->field);

  if (!nk_record_has (record, field->field))
    return g_strdup ("");
  switch ((int) field->type)
    {
    case NK_TYPE_REFERENCE:
      return reference_text (map, field, nk_record_text (record, field->field));
    case NK_TYPE_INTEGER:
      return g_strdup_printf ("%d", nk_record_integer (record, field->field));
    case NK_TYPE_BOOLEAN:
      return g_strdup (nk_record_boolean (record, field->field) ? _("yes") : "");
    case NK_TYPE_EVIDENCE:
      return sources_text (map, record);
    case NK_TYPE_VALUES:
      return value_text (record, column->attribute);
    case NK_TYPE_TEXT:
    case NK_TYPE_CHOICE:
    case NK_TYPE_DATE:
      return g_strdup (nk_record_text (record, field->field));
    default:
      return g_strdup ("");
    }
}

/* Headers */

/* How people head such columns beside the words of the window itself. Folded. */
static const struct
{
  NkRecordKind kind;
  NkField field;
  const char *words;
} headers[] = {
  { NK_ACTOR, NK_FIELD_NAME, "name|akteur|akteurin|akteur in|akteure|akteur innen|actor|organisation|"
    "organization|institution|einrichtung|bezeichnung|traeger" },
  { NK_ACTOR, NK_FIELD_SHORT, "kurz|kurzname|kurzform|abkuerzung|kuerzel|short|short name|abbreviation" },
  { NK_ACTOR, NK_FIELD_LEVEL, "ebene|level" },
  { NK_ACTOR, NK_FIELD_DISTRICT, "bezirk|stadtbezirk|stadtteil|quartier|district|borough" },
  { NK_ACTOR, NK_FIELD_SECTOR, "sektor|bereich|sector" },
  { NK_ACTOR, NK_FIELD_INFLUENCE, "einfluss|macht|influence|power" },
  { NK_ACTOR, NK_FIELD_PERSON, "person|natuerliche person|natural person" },
  { NK_ACTOR, NK_FIELD_ALIAS, "alias|deckname|pseudonym" },
  { NK_ACTOR, NK_FIELD_SINCE, "seit|ab|von|beginn|since|start" },
  { NK_ACTOR, NK_FIELD_UNTIL, "bis|ende|until|end" },
  { NK_ACTOR, NK_FIELD_NOTE, "notiz|anmerkung|bemerkung|kommentar|hinweis|note|notes|comment|remark" },
  { NK_ACTOR, NK_FIELD_EVIDENCE, "quelle|quellen|beleg|belege|source|sources|evidence" },
  { NK_TIE, NK_FIELD_NAME, "name|bezeichnung|label" },
  { NK_TIE, NK_FIELD_FROM, "von|from|ausgang|akteur 1|akteur a|actor 1|actor a" },
  { NK_TIE, NK_FIELD_TO, "an|nach|zu|mit|ziel|to|with|target|akteur 2|akteur b|actor 2|actor b" },
  { NK_TIE, NK_FIELD_KIND, "art|typ|beziehung|verbindung|art der verbindung|kind|type|relation|tie" },
  { NK_TIE, NK_FIELD_FORMAL, "formell|formal" },
  { NK_TIE, NK_FIELD_STRENGTH, "staerke|gewicht|strength|weight" },
  { NK_TIE, NK_FIELD_CERTAINTY, "gewissheit|sicherheit|certainty" },
  { NK_TIE, NK_FIELD_SINCE, "seit|ab|beginn|since|start" },
  { NK_TIE, NK_FIELD_UNTIL, "bis|ende|until|end" },
  { NK_TIE, NK_FIELD_NOTE, "notiz|anmerkung|bemerkung|kommentar|hinweis|note|notes|comment|remark" },
  { NK_TIE, NK_FIELD_EVIDENCE, "quelle|quellen|beleg|belege|source|sources|evidence" },
};

static gboolean
is_one_of (const char *folded,
           const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) list, folded);
}

static gboolean
is_called (const char *folded,
           const char *label)
{
  g_autofree char *name = nk_fold (label, NK_FOLD_GERMAN);

  return g_str_equal (folded, name);
}

static gboolean
is_header_of (const NkMap    *map,
              NkRecordKind    kind,
              const NkRowColumn *column,
              const char     *folded)
{
  const NkFieldSchema *field = nk_schema_field (kind, column->field);

  if (is_called (folded, nk_row_column_label (map, kind, column)))
    return TRUE;
  if (column->attribute != NULL)
    return FALSE;
  if (is_called (folded, field->label))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    if (headers[i].kind == kind && (int) headers[i].field == column->field
        && is_one_of (folded, headers[i].words))
      return TRUE;
  return FALSE;
}

NkRowColumn
nk_row_column_of_header (const NkMap  *map,
                     NkRecordKind  kind,
                     const char   *header)
{
  g_autofree char *folded = nk_fold (header, NK_FOLD_GERMAN);
  g_autoptr (GArray) columns = nk_row_columns_all (map, kind);

  for (guint i = 0; *folded != '\0' && i < columns->len; i++)
    {
      const NkRowColumn *column = &g_array_index (columns, NkRowColumn, i);

      if (is_header_of (map, kind, column, folded))
        return nk_row_column_copy (column);
    }
  return (NkRowColumn) { NK_ROW_COLUMN_NONE, NULL };
}
