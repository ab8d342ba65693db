#include "files/native.h"

#include "files/native-private.h"

#include <math.h>
#include <string.h>

/* ---- words of JSON ---- */

static void
write_text (GString    *out,
            const char *text)
{
  static const char escaped[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";

  g_string_append_c (out, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      const char *found = strchr (escaped, *c);

      if (found != NULL)
        g_string_append_printf (out, "\\%c", letters[found - escaped]);
      else if ((guchar) *c < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) *c);
      else
        g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}

/* At most two decimals, none that are zero, a point in every locale. */
static void
write_number (GString *out,
              double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  end = buffer + strlen (buffer);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  g_string_append (out, buffer);
}

static void
write_name (GString    *out,
            const char *name,
            gboolean   *first)
{
  if (!*first)
    g_string_append (out, ", ");
  *first = FALSE;
  write_text (out, name);
  g_string_append (out, ": ");
}

/* ---- values ---- */

static void
write_texts (GString           *out,
             const char *const *texts)
{
  g_string_append_c (out, '[');
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      write_text (out, texts[i]);
    }
  g_string_append_c (out, ']');
}

static void
write_values (GString           *out,
              const char *const *pairs)
{
  gboolean first = TRUE;

  g_string_append_c (out, '{');
  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      write_name (out, pairs[i], &first);
      write_text (out, pairs[i + 1]);
    }
  g_string_append_c (out, '}');
}

static void
write_points (GString       *out,
              const NkPoint *points,
              guint          n)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i > 0 ? ", [" : "[");
      write_number (out, points[i].x);
      g_string_append (out, ", ");
      write_number (out, points[i].y);
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, ']');
}

static void
write_evidence_text (GString    *out,
                     const char *name,
                     const char *text,
                     gboolean   *first)
{
  if (text[0] == '\0')
    return;
  write_name (out, name, first);
  write_text (out, text);
}

static void
write_evidence (GString          *out,
                const NkEvidence *evidence,
                guint             n)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      gboolean first = TRUE;

      g_string_append (out, i > 0 ? ", {" : "{");
      write_evidence_text (out, "source", evidence[i].source, &first);
      write_evidence_text (out, "locator", evidence[i].locator, &first);
      write_evidence_text (out, "note", evidence[i].note, &first);
      if (evidence[i].extras != NULL)
        g_string_append_printf (out, "%s%s", first ? "" : ", ", evidence[i].extras);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
write_value (GString             *out,
             const NkRecord      *record,
             const NkFieldSchema *field)
{
  guint n;

  switch (field->type)
    {
    case NK_TYPE_TEXT:
    case NK_TYPE_REFERENCE:
    case NK_TYPE_CHOICE:
    case NK_TYPE_DATE:
    case NK_TYPE_COLOR:
      write_text (out, nk_record_text (record, field->field));
      break;
    case NK_TYPE_INTEGER:
      g_string_append_printf (out, "%d", nk_record_integer (record, field->field));
      break;
    case NK_TYPE_NUMBER:
      write_number (out, nk_record_number (record, field->field));
      break;
    case NK_TYPE_BOOLEAN:
      g_string_append (out, nk_record_boolean (record, field->field) ? "true" : "false");
      break;
    case NK_TYPE_TEXTS:
      write_texts (out, nk_record_texts (record, field->field));
      break;
    case NK_TYPE_VALUES:
      write_values (out, nk_record_values (record, field->field));
      break;
    case NK_TYPE_POINTS:
      {
        const NkPoint *points = nk_record_points (record, field->field, &n);

        write_points (out, points, n);
        break;
      }
    case NK_TYPE_EVIDENCE:
      {
        const NkEvidence *evidence = nk_record_evidence (record, field->field, &n);

        write_evidence (out, evidence, n);
        break;
      }
    }
}

/* ---- records ---- */

/* The unknown members that stand behind `after`. */
static void
write_extras (GString        *out,
              const NkRecord *record,
              int             after,
              gboolean       *first)
{
  guint n;
  const NkExtra *extras = nk_record_extras (record, &n);

  for (guint i = 0; i < n; i++)
    if (extras[i].after == after)
      {
        g_string_append_printf (out, "%s%s", *first ? "" : ", ", extras[i].member);
        *first = FALSE;
      }
}

static void
write_record (GString        *out,
              const NkRecord *record)
{
  const NkKindSchema *schema = nk_schema_kind (nk_record_kind (record));
  gboolean first = TRUE;

  g_string_append (out, "    {");
  write_name (out, "id", &first);
  write_text (out, nk_record_id (record));
  write_extras (out, record, -1, &first);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (nk_record_has (record, schema->fields[i].field))
        {
          write_name (out, nk_field_name (schema->fields[i].field), &first);
          write_value (out, record, &schema->fields[i]);
        }
      write_extras (out, record, schema->fields[i].field, &first);
    }
  g_string_append_c (out, '}');
}

/* ---- the root ---- */

/* Begins a member of the root object. */
static void
begin_root_member (GString    *out,
                   const char *name,
                   gboolean   *first)
{
  g_string_append (out, *first ? "\n  " : ",\n  ");
  *first = FALSE;
  write_text (out, name);
  g_string_append (out, ": ");
}

/* TRUE for the empty list of a kind that the file had, once there are records of that kind. */
static gboolean
is_filled_list (const NkMap   *map,
                const NkExtra *extra)
{
  for (int kind = NK_HEAD + 1; kind < NK_N_RECORD_KINDS; kind++)
    {
      g_autofree char *empty = g_strdup_printf (NK_EMPTY_LIST, nk_schema_kind (kind)->list);

      if (nk_map_count (map, kind) > 0 && g_str_equal (extra->member, empty))
        return TRUE;
    }
  return FALSE;
}

static void
write_root_extras (GString     *out,
                   const NkMap *map,
                   int          after,
                   gboolean    *first)
{
  guint n;
  const NkExtra *extras = nk_record_extras (nk_map_head (map), &n);

  for (guint i = 0; i < n; i++)
    if (extras[i].after == after && !is_filled_list (map, &extras[i]))
      {
        g_string_append_printf (out, "%s%s", *first ? "\n  " : ",\n  ", extras[i].member);
        *first = FALSE;
      }
}

static void
write_head (GString     *out,
            const NkMap *map,
            gboolean    *first)
{
  const NkRecord *head = nk_map_head (map);
  const NkKindSchema *schema = nk_schema_kind (NK_HEAD);

  write_root_extras (out, map, -1, first);
  begin_root_member (out, "format", first);
  write_text (out, "netzkarte");
  begin_root_member (out, "version", first);
  g_string_append (out, "1");
  write_root_extras (out, map, NK_AFTER_LIST (NK_HEAD), first);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (nk_record_has (head, schema->fields[i].field))
        {
          begin_root_member (out, nk_field_name (schema->fields[i].field), first);
          write_value (out, head, &schema->fields[i]);
        }
      write_root_extras (out, map, schema->fields[i].field, first);
    }
}

static void
write_list (GString      *out,
            const NkMap  *map,
            NkRecordKind  kind,
            gboolean     *first)
{
  guint n = nk_map_count (map, kind);

  if (n == 0)
    return;
  begin_root_member (out, nk_schema_kind (kind)->list, first);
  g_string_append (out, "[\n");
  for (guint i = 0; i < n; i++)
    {
      write_record (out, nk_map_at (map, kind, i));
      g_string_append (out, i + 1 < n ? ",\n" : "\n");
    }
  g_string_append (out, "  ]");
}

GBytes *
nk_native_write (const NkMap *map)
{
  GString *out = g_string_new ("{");
  gboolean first = TRUE;

  write_head (out, map, &first);
  for (int kind = NK_HEAD + 1; kind < NK_N_RECORD_KINDS; kind++)
    {
      write_list (out, map, kind, &first);
      write_root_extras (out, map, NK_AFTER_LIST (kind), &first);
    }
  g_string_append (out, "\n}\n");
  return g_string_free_to_bytes (out);
}
