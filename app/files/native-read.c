#include "files/native.h"

#include "files/gate.h"
#include "files/native-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "map/text.h"

#define VERSION 1

G_DEFINE_QUARK (nk-native-error-quark, nk_native_error)

typedef struct
{
  const char *data;
  const char *name;        /* of the file, for messages */
  NkEdit *edit;            /* puts all records into the map */
  NkMap *map;
  GHashTable *lines;       /* "actor/rta" -> line */
} Reader;

/* The object that is being read. */
typedef struct
{
  NkGateCursor *cursor;    /* on its members */
  guint line;
  const char *kind;        /* "actor" */
  const char *id;          /* NULL while it is not known */
} Place;

/* ---- saying what is wrong ---- */

static gboolean G_GNUC_PRINTF (5, 6)
refuse (const Reader   *reader,
        const Place    *place,
        NkNativeError   code,
        GError        **error,
        const char     *format,
        ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (place->id != NULL)
    g_set_error (error, NK_NATIVE_ERROR, code, "%s:%u: %s/%s: %s", reader->name, place->line,
                 place->kind, place->id, sentence);
  else
    g_set_error (error, NK_NATIVE_ERROR, code, "%s:%u: %s", reader->name, place->line, sentence);
  return FALSE;
}

/* What a JSON value is, for a sentence. */
static const char *
describe (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return _("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return _("a list");
  if (JSON_NODE_HOLDS_NULL (node))
    return _("null");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return _("a text");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return _("true or false");
  return _("a number");
}

static gboolean
refuse_type (const Reader  *reader,
             const Place   *place,
             const char    *member,
             const char    *wanted,
             JsonNode      *node,
             GError       **error)
{
  return refuse (reader, place, NK_NATIVE_ERROR_RECORD, error,
                 _("“%s” must be %s, but it is %s."), member, wanted, describe (node));
}

/* ---- values ---- */

static gboolean
is_value (JsonNode *node,
          GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
is_number (JsonNode *node)
{
  return is_value (node, G_TYPE_INT64) || is_value (node, G_TYPE_DOUBLE);
}

static gboolean
read_text (const Reader         *reader,
           const Place          *place,
           const NkFieldSchema  *field,
           JsonNode             *node,
           NkRecord             *record,
           GError              **error)
{
  g_autofree char *refusal = NULL;

  if (!is_value (node, G_TYPE_STRING))
    return refuse_type (reader, place, nk_field_name (field->field), _("a text"), node, error);
  refusal = nk_field_refuse_text (field, json_node_get_string (node));
  if (refusal != NULL)
    return refuse (reader, place, NK_NATIVE_ERROR_RECORD, error, "%s: %s",
                   nk_field_name (field->field), refusal);
  nk_record_set_text (record, field->field, json_node_get_string (node));
  return TRUE;
}

static gboolean
read_integer (const Reader         *reader,
              const Place          *place,
              const NkFieldSchema  *field,
              JsonNode             *node,
              NkRecord             *record,
              GError              **error)
{
  gint64 value;

  if (!is_value (node, G_TYPE_INT64))
    return refuse_type (reader, place, nk_field_name (field->field), _("a whole number"), node, error);
  value = json_node_get_int (node);
  if (value < field->least || value > field->most)
    return refuse (reader, place, NK_NATIVE_ERROR_RECORD, error,
                   _("“%s” must be from %d to %d, but it is %" G_GINT64_FORMAT "."),
                   nk_field_name (field->field), (int) field->least, (int) field->most, value);
  nk_record_set_integer (record, field->field, value);
  return TRUE;
}

static gboolean
number_in_range (const Reader         *reader,
                 const Place          *place,
                 const NkFieldSchema  *field,
                 JsonNode             *node,
                 GError              **error)
{
  if (!is_number (node))
    return refuse_type (reader, place, nk_field_name (field->field), _("a number"), node, error);
  if (json_node_get_double (node) < field->least || json_node_get_double (node) > field->most)
    return refuse (reader, place, NK_NATIVE_ERROR_RECORD, error,
                   _("“%s” must be from %d to %d."), nk_field_name (field->field),
                   (int) field->least, (int) field->most);
  return TRUE;
}

static gboolean
read_number (const Reader         *reader,
             const Place          *place,
             const NkFieldSchema  *field,
             JsonNode             *node,
             NkRecord             *record,
             GError              **error)
{
  if (!number_in_range (reader, place, field, node, error))
    return FALSE;
  nk_record_set_number (record, field->field, json_node_get_double (node));
  return TRUE;
}

static gboolean
read_boolean (const Reader         *reader,
              const Place          *place,
              const NkFieldSchema  *field,
              JsonNode             *node,
              NkRecord             *record,
              GError              **error)
{
  if (!is_value (node, G_TYPE_BOOLEAN))
    return refuse_type (reader, place, nk_field_name (field->field), _("true or false"), node, error);
  nk_record_set_boolean (record, field->field, json_node_get_boolean (node));
  return TRUE;
}

static gboolean
read_texts (const Reader         *reader,
            const Place          *place,
            const NkFieldSchema  *field,
            JsonNode             *node,
            NkRecord             *record,
            GError              **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (reader, place, nk_field_name (field->field), _("a list of texts"), node, error);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!is_value (element, G_TYPE_STRING))
        return refuse_type (reader, place, nk_field_name (field->field), _("a list of texts"), element, error);
      g_ptr_array_add (texts, (gpointer) json_node_get_string (element));
    }
  g_ptr_array_add (texts, NULL);
  nk_record_set_texts (record, field->field, (const char *const *) texts->pdata);
  return TRUE;
}

static gboolean
read_point (const Reader         *reader,
            const Place          *place,
            const NkFieldSchema  *field,
            JsonNode             *node,
            NkPoint              *point,
            GError              **error)
{
  JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (pair == NULL || json_array_get_length (pair) != 2)
    return refuse_type (reader, place, nk_field_name (field->field), _("a list of points [x, y]"), node, error);
  if (!number_in_range (reader, place, field, json_array_get_element (pair, 0), error) ||
      !number_in_range (reader, place, field, json_array_get_element (pair, 1), error))
    return FALSE;
  *point = (NkPoint) { json_array_get_double_element (pair, 0), json_array_get_double_element (pair, 1) };
  return TRUE;
}

static gboolean
read_points (const Reader         *reader,
             const Place          *place,
             const NkFieldSchema  *field,
             JsonNode             *node,
             NkRecord             *record,
             GError              **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (NkPoint));
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (reader, place, nk_field_name (field->field), _("a list of points [x, y]"), node, error);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      NkPoint point;

      if (!read_point (reader, place, field, json_array_get_element (array, i), &point, error))
        return FALSE;
      g_array_append_val (points, point);
    }
  nk_record_set_points (record, field->field, (const NkPoint *) (gpointer) points->data, points->len);
  return TRUE;
}

static gboolean
read_values (const Reader         *reader,
             const Place          *place,
             const NkFieldSchema  *field,
             JsonNode             *node,
             NkRecord             *record,
             GError              **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  JsonObjectIter iter;
  const char *attribute;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_type (reader, place, nk_field_name (field->field), _("an object of texts"), node, error);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &attribute, &value))
    {
      if (!is_value (value, G_TYPE_STRING))
        return refuse_type (reader, place, attribute, _("a text"), value, error);
      g_ptr_array_add (pairs, (gpointer) attribute);
      g_ptr_array_add (pairs, (gpointer) json_node_get_string (value));
    }
  g_ptr_array_add (pairs, NULL);
  nk_record_set_values (record, field->field, (const char *const *) pairs->pdata);
  return TRUE;
}

/* ---- what we do not know ---- */

/* Member `index` as it stands in the file, on one line. To be freed. */
static char *
raw_member (NkGateCursor *cursor,
            guint         index)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  nk_gate_seek (cursor, index);
  text = g_strndup (cursor->data + cursor->name, cursor->end - cursor->name);
  if (strpbrk (text, "\r\n") == NULL)
    return g_steal_pointer (&text);
  /* No line break stands within a text, so each is between two words of JSON. */
  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  return g_strjoinv (" ", lines);
}

/* ---- evidence ---- */

static gboolean
read_evidence_member (const Reader  *reader,
                      const Place   *place,
                      const char    *member,
                      JsonNode      *value,
                      NkEvidence    *evidence,
                      gboolean      *known,
                      GError       **error)
{
  const char **target = g_str_equal (member, "source") ? &evidence->source
                : g_str_equal (member, "locator") ? &evidence->locator
                : g_str_equal (member, "note") ? &evidence->note : NULL;

  *known = target != NULL;
  if (!*known)
    return TRUE;
  if (!is_value (value, G_TYPE_STRING))
    return refuse_type (reader, place, member, _("a text"), value, error);
  *target = json_node_get_string (value);
  return TRUE;
}

/* Borrows all but `extras`, which is to be freed. */
static gboolean
read_one_evidence (const Reader  *reader,
                   const Place   *place,
                   JsonNode      *node,
                   gsize          offset,
                   NkEvidence    *evidence,
                   GError       **error)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;
  gboolean known;
  g_autoptr (GString) extras = g_string_new (NULL);
  NkGateCursor cursor;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_type (reader, place, "evidence", _("a list of objects"), node, error);
  if (json_object_get_size (json_node_get_object (node)) > 0)
    cursor = nk_gate_cursor (reader->data, offset);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  for (guint i = 0; json_object_iter_next_ordered (&iter, &member, &value); i++)
    {
      if (!read_evidence_member (reader, place, member, value, evidence, &known, error))
        return FALSE;
      if (!known)
        {
          g_autofree char *raw = raw_member (&cursor, i);

          g_string_append_printf (extras, "%s%s", extras->len > 0 ? ", " : "", raw);
        }
    }
  if (extras->len > 0)
    evidence->extras = g_strdup (extras->str);
  return TRUE;
}

static void
clear_evidence_extras (gpointer data)
{
  g_free ((char *) ((NkEvidence *) data)->extras);
}

static gboolean
read_evidence (const Reader         *reader,
               const Place          *place,
               const NkFieldSchema  *field,
               guint                 index,
               JsonNode             *node,
               NkRecord             *record,
               GError              **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (NkEvidence));
  JsonArray *array;
  gsize offset;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (reader, place, nk_field_name (field->field), _("a list of objects"), node, error);
  g_array_set_clear_func (list, clear_evidence_extras);
  array = json_node_get_array (node);
  nk_gate_seek (place->cursor, index);
  offset = nk_gate_first (reader->data, place->cursor->value);
  for (guint i = 0; i < json_array_get_length (array); i++, offset = nk_gate_next (reader->data, offset))
    {
      g_array_set_size (list, i + 1);
      if (!read_one_evidence (reader, place, json_array_get_element (array, i), offset,
                              &g_array_index (list, NkEvidence, i), error))
        return FALSE;
    }
  nk_record_set_evidence (record, field->field, (const NkEvidence *) (gpointer) list->data, list->len);
  return TRUE;
}

/* ---- records ---- */

static gboolean
read_field (const Reader         *reader,
            const Place          *place,
            const NkFieldSchema  *field,
            guint                 index,
            JsonNode             *node,
            NkRecord             *record,
            GError              **error)
{
  switch (field->type)
    {
    case NK_TYPE_TEXT:
    case NK_TYPE_REFERENCE:
    case NK_TYPE_CHOICE:
    case NK_TYPE_DATE:
    case NK_TYPE_COLOR:
      return read_text (reader, place, field, node, record, error);
    case NK_TYPE_INTEGER:
      return read_integer (reader, place, field, node, record, error);
    case NK_TYPE_NUMBER:
      return read_number (reader, place, field, node, record, error);
    case NK_TYPE_BOOLEAN:
      return read_boolean (reader, place, field, node, record, error);
    case NK_TYPE_TEXTS:
      return read_texts (reader, place, field, node, record, error);
    case NK_TYPE_POINTS:
      return read_points (reader, place, field, node, record, error);
    case NK_TYPE_VALUES:
      return read_values (reader, place, field, node, record, error);
    case NK_TYPE_EVIDENCE:
      return read_evidence (reader, place, field, index, node, record, error);
    }
  g_assert_not_reached ();
}

static gboolean
read_fields (const Reader  *reader,
             const Place   *place,
             JsonObject    *object,
             NkRecord      *record,
             GError       **error)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;
  int after = -1;

  json_object_iter_init_ordered (&iter, object);
  for (guint i = 0; json_object_iter_next_ordered (&iter, &member, &node); i++)
    {
      const NkFieldSchema *field = nk_schema_find_field (nk_record_kind (record), member);

      if (g_str_equal (member, "id"))
        continue;
      if (field == NULL)
        {
          g_autofree char *raw = raw_member (place->cursor, i);

          nk_record_add_extra (record, after, raw);
          continue;
        }
      if (!read_field (reader, place, field, i, node, record, error))
        return FALSE;
      nk_record_mark_given (record, field->field);
      after = field->field;
    }
  return TRUE;
}

static gboolean
has_required (const Reader    *reader,
              const Place     *place,
              const NkRecord  *record,
              GError         **error)
{
  const NkKindSchema *schema = nk_schema_kind (nk_record_kind (record));

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].required && !nk_record_has (record, schema->fields[i].field))
      return refuse (reader, place, NK_NATIVE_ERROR_RECORD, error,
                     _("The member “%s” is missing."), nk_field_name (schema->fields[i].field));
  return TRUE;
}

/* The id of a record, which no other of its kind may have. NULL with an error. */
static const char *
read_id (const Reader  *reader,
         NkRecordKind   kind,
         const Place   *place,
         JsonObject    *object,
         GError       **error)
{
  JsonNode *node = json_object_get_member (object, "id");
  const NkKindSchema *schema = nk_schema_kind (kind);
  g_autofree char *key = NULL;
  const char *id;

  if (node == NULL || !is_value (node, G_TYPE_STRING) || json_node_get_string (node)[0] == '\0')
    {
      refuse (reader, place, NK_NATIVE_ERROR_RECORD, error,
              _("A record in “%s” has no id. Give it a text that no other has: {\"id\": \"…\", …}."),
              schema->list);
      return NULL;
    }
  id = json_node_get_string (node);
  if (nk_edit_find (reader->edit, kind, id) == NULL)
    return id;
  key = g_strdup_printf ("%s/%s", schema->name, id);
  refuse (reader, place, NK_NATIVE_ERROR_RECORD, error,
          _("The id “%s” stands twice in “%s”: here and in line %d."), id, schema->list,
          GPOINTER_TO_INT (g_hash_table_lookup (reader->lines, key)));
  return NULL;
}

static gboolean
read_record (Reader             *reader,
             NkRecordKind        kind,
             const NkGatePlace  *where,
             JsonNode           *node,
             GError            **error)
{
  NkGateCursor cursor;
  Place place = { &cursor, where->line, nk_schema_kind (kind)->name, NULL };
  g_autoptr (NkRecord) record = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_type (reader, &place, nk_schema_kind (kind)->list, _("a list of objects"), node, error);
  place.id = read_id (reader, kind, &place, json_node_get_object (node), error);
  if (place.id == NULL)
    return FALSE;
  record = nk_record_new (kind, place.id);
  cursor = nk_gate_cursor (reader->data, where->offset);
  if (!read_fields (reader, &place, json_node_get_object (node), record, error) ||
      !has_required (reader, &place, record, error))
    return FALSE;
  g_hash_table_insert (reader->lines, g_strdup_printf ("%s/%s", place.kind, place.id),
                       GUINT_TO_POINTER (place.line));
  nk_edit_put (reader->edit, reader->map, g_steal_pointer (&record));
  return TRUE;
}

static gboolean
read_list (Reader              *reader,
           NkRecordKind         kind,
           const NkGateMember  *member,
           JsonNode            *node,
           GError             **error)
{
  Place place = { NULL, member->place.line, NULL, NULL };
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (reader, &place, member->name, _("a list of objects"), node, error);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_record (reader, kind, &g_array_index (member->elements, NkGatePlace, i),
                      json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

/* ---- the whole file ---- */

static gboolean
check_format (const Reader  *reader,
              JsonNode      *root,
              GError       **error)
{
  Place place = { NULL, 1, NULL, NULL };
  JsonNode *format, *version;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return refuse (reader, &place, NK_NATIVE_ERROR_FORMAT, error,
                   _("A map is an object, {…}, but this file holds %s."), describe (root));
  format = json_object_get_member (json_node_get_object (root), "format");
  version = json_object_get_member (json_node_get_object (root), "version");
  if (format == NULL || !is_value (format, G_TYPE_STRING) ||
      !g_str_equal (json_node_get_string (format), "netzkarte"))
    return refuse (reader, &place, NK_NATIVE_ERROR_FORMAT, error,
                   _("This is not a map: it lacks “\"format\": \"netzkarte\"”."));
  if (version == NULL || !is_value (version, G_TYPE_INT64) || json_node_get_int (version) < 1)
    return refuse (reader, &place, NK_NATIVE_ERROR_FORMAT, error,
                   _("The version of the map is missing: “\"version\": %d”."), VERSION);
  if (json_node_get_int (version) > VERSION)
    return refuse (reader, &place, NK_NATIVE_ERROR_FORMAT, error,
                   _("This map is of version %" G_GINT64_FORMAT ", and this program reads up to version %d. "
                     "A newer Netzkarte opens it."), json_node_get_int (version), VERSION);
  return TRUE;
}

/* One member of the root object. `after` is where an unknown one stands. */
static gboolean
read_root_member (Reader              *reader,
                  const NkGateMember  *member,
                  NkGateCursor        *cursor,
                  guint                index,
                  JsonNode            *node,
                  NkRecord            *head,
                  int                 *after,
                  GError             **error)
{
  Place place = { cursor, member->place.line, NULL, NULL };
  const NkFieldSchema *field = nk_schema_find_field (NK_HEAD, member->name);
  int kind = nk_schema_find_list (member->name);

  if (g_str_equal (member->name, "format") || g_str_equal (member->name, "version"))
    {
      *after = NK_AFTER_LIST (NK_HEAD);
      return TRUE;
    }
  if (field != NULL)
    {
      *after = field->field;
      if (!read_field (reader, &place, field, index, node, head, error))
        return FALSE;
      nk_record_mark_given (head, field->field);
      return TRUE;
    }
  /* An empty list is kept like an unknown member, so that it is written back. */
  if (kind < 0 || (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) == 0))
    {
      g_autofree char *raw = NULL;

      nk_gate_seek (cursor, index);
      raw = g_strndup (reader->data + cursor->name, cursor->end - cursor->name);
      nk_record_add_extra (head, *after, raw);
      if (kind >= 0)
        *after = NK_AFTER_LIST (kind);
      return TRUE;
    }
  *after = NK_AFTER_LIST (kind);
  return read_list (reader, kind, member, node, error);
}

static gboolean
read_root (Reader     *reader,
           GPtrArray  *members,
           JsonObject *root,
           GError    **error)
{
  g_autoptr (NkRecord) head = nk_record_new (NK_HEAD, "");
  NkGateCursor cursor = nk_gate_cursor (reader->data, strcspn (reader->data, "{"));
  int after = -1;

  for (guint i = 0; i < members->len; i++)
    {
      const NkGateMember *member = g_ptr_array_index (members, i);

      if (!read_root_member (reader, member, &cursor, i, json_object_get_member (root, member->name), head,
                             &after, error))
        return FALSE;
    }
  nk_edit_put (reader->edit, reader->map, g_steal_pointer (&head));
  return TRUE;
}

/* Ties may stand in front of the actors, so their ends are looked at last. */
static gboolean
check_ends (const Reader  *reader,
            GError       **error)
{
  static const NkField ends[] = { NK_FIELD_FROM, NK_FIELD_TO };

  for (guint i = 0; i < nk_edit_n_changes (reader->edit); i++)
    {
      const NkRecord *tie = nk_edit_change (reader->edit, i)->after;

      for (guint j = 0; nk_record_kind (tie) == NK_TIE && j < G_N_ELEMENTS (ends); j++)
        {
          const char *actor = nk_record_text (tie, ends[j]);
          g_autofree char *key = NULL;
          Place place = { NULL, 0, "tie", nk_record_id (tie) };

          if (nk_edit_find (reader->edit, NK_ACTOR, actor) != NULL)
            continue;
          key = g_strdup_printf ("tie/%s", place.id);
          place.line = GPOINTER_TO_UINT (g_hash_table_lookup (reader->lines, key));
          return refuse (reader, &place, NK_NATIVE_ERROR_RECORD, error,
                         _("“%s” is the actor “%s”, who is not in the map."),
                         nk_field_name (ends[j]), actor);
        }
    }
  return TRUE;
}

static NkMap *
read_map (Reader     *reader,
          GPtrArray  *members,
          JsonNode   *root,
          GError    **error)
{
  if (!check_format (reader, root, error) ||
      !read_root (reader, members, json_node_get_object (root), error) ||
      !check_ends (reader, error) ||
      !nk_map_apply (reader->map, reader->edit, error))
    return NULL;
  return nk_map_ref (reader->map);
}

NkMap *
nk_native_read (const char  *data,
                gsize        length,
                const char  *name,
                GError     **error)
{
  g_autoptr (GPtrArray) members = nk_gate_pass (data, length, name, error);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (NkMap) map = NULL;
  g_autoptr (NkEdit) edit = NULL;
  g_autoptr (GHashTable) lines = NULL;
  Reader reader;

  if (members == NULL)
    return NULL;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data, length, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  map = nk_map_new ();
  edit = nk_edit_new ("");
  lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader = (Reader) { data, name, edit, map, lines };
  return read_map (&reader, members, json_parser_get_root (parser), error);
}
