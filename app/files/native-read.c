#include "files/native.h"

#include "files/gate.h"
#include "files/native-private.h"
#include "files/native-value.h"

#include <inttypes.h>
#include <string.h>

#include "map/text.h"

#define VERSION 1

G_DEFINE_QUARK (nk-native-error-quark, nk_native_error)

typedef struct
{
  const char *data;
  const char *file;        /* its name, for messages */
  NkEdit *edit;            /* puts all records into the map */
  NkMap *map;
  GHashTable *lines;       /* "actor/rta" -> line */
} Reader;

/* ---- records ---- */

static gboolean
read_fields (const NkNativePlace  *place,
             JsonObject           *object,
             NkRecord             *record,
             GError              **error)
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
          g_autofree char *raw = nk_native_raw_member (place->cursor, i);

          nk_record_add_extra (record, after, raw);
          continue;
        }
      if (!nk_native_read_value (place, field, i, node, record, error))
        return FALSE;
      nk_record_mark_given (record, field->field);
      after = field->field;
    }
  return TRUE;
}

static gboolean
has_required (const NkNativePlace  *place,
              const NkRecord       *record,
              GError              **error)
{
  const NkKindSchema *schema = nk_schema_kind (nk_record_kind (record));

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].required && !nk_record_has (record, schema->fields[i].field))
      return nk_native_refuse (place, NK_NATIVE_ERROR_RECORD, error,
                               _("The member “%s” is missing."),
                               nk_field_name (schema->fields[i].field));
  return TRUE;
}

/* The id of a record, which no other of its kind may have. NULL with an error. */
static const char *
read_id (const Reader         *reader,
         NkRecordKind          kind,
         const NkNativePlace  *place,
         JsonObject           *object,
         GError              **error)
{
  JsonNode *node = json_object_get_member (object, "id");
  const NkKindSchema *schema = nk_schema_kind (kind);
  g_autofree char *key = NULL;
  const char *id;

  if (node == NULL || !nk_native_is_text (node) || json_node_get_string (node)[0] == '\0')
    {
      nk_native_refuse (place, NK_NATIVE_ERROR_RECORD, error,
                        _("A record in “%s” has no id. Give it a text that no other has: "
                          "{\"id\": \"…\", …}."),
                        schema->list);
      return NULL;
    }
  id = json_node_get_string (node);
  if (nk_edit_find (reader->edit, kind, id) == NULL)
    return id;
  key = g_strdup_printf ("%s/%s", schema->name, id);
  nk_native_refuse (place, NK_NATIVE_ERROR_RECORD, error,
                    _("The id “%s” stands twice in “%s”: here and in line %d. Give one of them "
                      "another id."),
                    id, schema->list, GPOINTER_TO_INT (g_hash_table_lookup (reader->lines, key)));
  return NULL;
}

static gboolean
read_record (Reader             *reader,
             NkRecordKind        kind,
             const NkGatePlace  *where,
             JsonNode           *node,
             GError            **error)
{
  const NkKindSchema *schema = nk_schema_kind (kind);
  NkGateCursor cursor;
  NkNativePlace place = { reader->file, &cursor, where->line, schema->name, NULL };
  g_autoptr (NkRecord) record = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return nk_native_refuse_held (&place, schema->list, _("a list of objects"), node, error);
  place.id = read_id (reader, kind, &place, json_node_get_object (node), error);
  if (place.id == NULL)
    return FALSE;
  record = nk_record_new (kind, place.id);
  cursor = nk_gate_cursor (reader->data, where->offset);
  if (!read_fields (&place, json_node_get_object (node), record, error) ||
      !has_required (&place, record, error))
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
  JsonArray *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_record (reader, kind, &g_array_index (member->elements, NkGatePlace, i),
                      json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

/* ---- the whole file ---- */

/* Member `name` of the root object, with its line; NULL with the first line if it is not there. */
static JsonNode *
find_member (GPtrArray      *members,
             JsonObject     *root,
             const char     *name,
             NkNativePlace  *place)
{
  for (guint i = 0; i < members->len; i++)
    {
      const NkGateMember *member = g_ptr_array_index (members, i);

      if (g_str_equal (member->name, name))
        place->line = member->place.line;
    }
  return json_object_get_member (root, name);
}

static gboolean
check_format (const Reader  *reader,
              GPtrArray     *members,
              JsonObject    *root,
              GError       **error)
{
  NkNativePlace place = { reader->file, .line = 1 };
  JsonNode *format = find_member (members, root, "format", &place);

  if (format == NULL || !nk_native_is_text (format))
    return nk_native_refuse (&place, NK_NATIVE_ERROR_FORMAT, error,
                             _("This is not a map: it lacks “\"format\": \"netzkarte\"”."));
  if (!g_str_equal (json_node_get_string (format), "netzkarte"))
    return nk_native_refuse (&place, NK_NATIVE_ERROR_FORMAT, error,
                             _("This is not a map of Netzkarte: its format is “%s”."),
                             json_node_get_string (format));
  return TRUE;
}

static gboolean
check_version (const Reader  *reader,
               GPtrArray     *members,
               JsonObject    *root,
               GError       **error)
{
  NkNativePlace place = { reader->file, .line = 1 };
  JsonNode *version = find_member (members, root, "version", &place);

  if (version == NULL || !nk_native_is_whole (version) || json_node_get_int (version) < 1)
    return nk_native_refuse (&place, NK_NATIVE_ERROR_FORMAT, error,
                             _("The map does not say its version, as in “\"version\": %d”."),
                             VERSION);
  if (json_node_get_int (version) > VERSION)
    return nk_native_refuse (&place, NK_NATIVE_ERROR_FORMAT, error,
                             _("This map is of version %" PRId64 ", and this program "
                               "reads up to version %d. A newer Netzkarte opens it."),
                             json_node_get_int (version), VERSION);
  return TRUE;
}

/* What stands in the root object and is no list of records: a field of the head, or something
 * that we do not know and keep behind `after`. */
static gboolean
read_head_member (const NkNativePlace  *place,
                  const char           *member,
                  guint                 index,
                  JsonNode             *node,
                  NkRecord             *head,
                  int                  *after,
                  GError              **error)
{
  const NkFieldSchema *field = nk_schema_find_field (NK_HEAD, member);

  if (g_str_equal (member, "format") || g_str_equal (member, "version"))
    *after = NK_AFTER_LIST (NK_HEAD);
  else if (field != NULL)
    {
      if (!nk_native_read_value (place, field, index, node, head, error))
        return FALSE;
      nk_record_mark_given (head, field->field);
      *after = field->field;
    }
  else
    {
      g_autofree char *raw = nk_native_raw_block (place->cursor, index);

      nk_record_add_extra (head, *after, raw);
    }
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
  NkNativePlace place = { reader->file, cursor, .line = member->place.line };
  int kind = nk_schema_find_list (member->name);

  if (kind < 0)
    return read_head_member (&place, member->name, index, node, head, after, error);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return nk_native_refuse_type (&place, member->name, _("a list of objects"), node, error);
  /* An empty list is kept like an unknown member, so that it is written back. */
  if (json_array_get_length (json_node_get_array (node)) == 0)
    {
      g_autofree char *empty = g_strdup_printf (NK_EMPTY_LIST, member->name);

      nk_record_add_extra (head, *after, empty);
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

      if (!read_root_member (reader, member, &cursor, i,
                             json_object_get_member (root, member->name), head,
                             &after, error))
        return FALSE;
    }
  nk_edit_put (reader->edit, reader->map, g_steal_pointer (&head));
  return TRUE;
}

/* Both ends of a tie must be actors of the file. */
static gboolean
has_ends (const Reader    *reader,
          const NkRecord  *tie,
          GError         **error)
{
  static const NkField ends[] = { NK_FIELD_FROM, NK_FIELD_TO };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (nk_edit_find (reader->edit, NK_ACTOR, nk_record_text (tie, ends[i])) == NULL)
      {
        g_autofree char *key = g_strdup_printf ("tie/%s", nk_record_id (tie));
        NkNativePlace place = { reader->file, .kind = "tie", .id = nk_record_id (tie) };

        place.line = GPOINTER_TO_UINT (g_hash_table_lookup (reader->lines, key));
        return nk_native_refuse (&place, NK_NATIVE_ERROR_RECORD, error,
                                 _("“%s” is the actor “%s”, who is not in the map."),
                                 nk_field_name (ends[i]), nk_record_text (tie, ends[i]));
      }
  return TRUE;
}

/* Ties may stand in front of the actors, so their ends are looked at last. */
static gboolean
check_ties (const Reader  *reader,
            GError       **error)
{
  for (guint i = 0; i < nk_edit_n_changes (reader->edit); i++)
    {
      const NkChange *change = nk_edit_change (reader->edit, i);

      if (change->kind == NK_TIE && !has_ends (reader, change->after, error))
        return FALSE;
    }
  return TRUE;
}

static NkMap *
read_map (Reader     *reader,
          GPtrArray  *members,
          JsonNode   *node,
          GError    **error)
{
  NkNativePlace start = { reader->file, .line = 1 };
  JsonObject *root;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      nk_native_refuse (&start, NK_NATIVE_ERROR_FORMAT, error,
                        _("A map is an object, {…}, but this file holds %s."),
                        nk_native_describe (node));
      return NULL;
    }
  root = json_node_get_object (node);
  if (!check_format (reader, members, root, error) ||
      !check_version (reader, members, root, error) ||
      !read_root (reader, members, root, error) ||
      !check_ties (reader, error) ||
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
