#include "files/native-value.h"

#include <string.h>

#include "map/text.h"

/* ---- saying what is wrong ---- */

gboolean
nk_native_refuse (const NkNativePlace  *place,
                  NkNativeError         code,
                  GError              **error,
                  const char           *format,
                  ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (place->id != NULL)
    g_set_error (error, NK_NATIVE_ERROR, code, "%s:%u: %s/%s: %s", place->file, place->line,
                 place->kind, place->id, sentence);
  else
    g_set_error (error, NK_NATIVE_ERROR, code, "%s:%u: %s", place->file, place->line, sentence);
  return FALSE;
}

const char *
nk_native_describe (JsonNode *node)
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
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return _("a number with a point or an exponent");
  return _("a number");
}

gboolean
nk_native_refuse_type (const NkNativePlace  *place,
                       const char           *member,
                       const char           *wanted,
                       JsonNode             *node,
                       GError              **error)
{
  return nk_native_refuse (place, NK_NATIVE_ERROR_RECORD, error,
                           _("“%s” must be %s, but it is %s."),
                           member, wanted, nk_native_describe (node));
}

gboolean
nk_native_refuse_held (const NkNativePlace  *place,
                       const char           *member,
                       const char           *wanted,
                       JsonNode             *node,
                       GError              **error)
{
  return nk_native_refuse (place, NK_NATIVE_ERROR_RECORD, error,
                           _("“%s” must be %s, but it holds %s."),
                           member, wanted, nk_native_describe (node));
}

/* ---- texts and numbers ---- */

static gboolean
is_value (JsonNode *node,
          GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
nk_native_is_text (JsonNode *node)
{
  return is_value (node, G_TYPE_STRING);
}

gboolean
nk_native_is_whole (JsonNode *node)
{
  return is_value (node, G_TYPE_INT64);
}

static gboolean
read_text (const NkNativePlace  *place,
           const NkFieldSchema  *field,
           JsonNode             *node,
           NkRecord             *record,
           GError              **error)
{
  const char *member = nk_field_name (field->field);
  g_autofree char *refusal = NULL;

  if (!nk_native_is_text (node))
    return nk_native_refuse_type (place, member, _("a text"), node, error);
  refusal = nk_field_refuse_text (field, json_node_get_string (node));
  if (refusal != NULL)
    return nk_native_refuse (place, NK_NATIVE_ERROR_RECORD, error, "%s: %s", member, refusal);
  nk_record_set_text (record, field->field, json_node_get_string (node));
  return TRUE;
}

static gboolean
refuse_range (const NkNativePlace  *place,
              const NkFieldSchema  *field,
              double                value,
              GError              **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.15g", value);
  return nk_native_refuse (place, NK_NATIVE_ERROR_RECORD, error,
                           _("“%s” must be from %d to %d, but it is %s."),
                           nk_field_name (field->field), (int) field->least, (int) field->most,
                           text);
}

static gboolean
read_integer (const NkNativePlace  *place,
              const NkFieldSchema  *field,
              JsonNode             *node,
              NkRecord             *record,
              GError              **error)
{
  gint64 value;

  if (!nk_native_is_whole (node))
    return nk_native_refuse_type (place, nk_field_name (field->field), _("a whole number"), node,
                                  error);
  value = json_node_get_int (node);
  if (value < field->least || value > field->most)
    return refuse_range (place, field, value, error);
  nk_record_set_integer (record, field->field, value);
  return TRUE;
}

static gboolean
is_number (JsonNode *node)
{
  return nk_native_is_whole (node) || is_value (node, G_TYPE_DOUBLE);
}

/* `node` is a number. */
static gboolean
read_double (const NkNativePlace  *place,
             const NkFieldSchema  *field,
             JsonNode             *node,
             double               *value,
             GError              **error)
{
  *value = json_node_get_double (node);
  return (*value >= field->least &&
          *value <= field->most) || refuse_range (place, field, *value, error);
}

static gboolean
read_number (const NkNativePlace  *place,
             const NkFieldSchema  *field,
             JsonNode             *node,
             NkRecord             *record,
             GError              **error)
{
  double value;

  if (!is_number (node))
    return nk_native_refuse_type (place, nk_field_name (field->field), _("a number"), node, error);
  if (!read_double (place, field, node, &value, error))
    return FALSE;
  nk_record_set_number (record, field->field, value);
  return TRUE;
}

static gboolean
read_boolean (const NkNativePlace  *place,
              const NkFieldSchema  *field,
              JsonNode             *node,
              NkRecord             *record,
              GError              **error)
{
  if (!is_value (node, G_TYPE_BOOLEAN))
    return nk_native_refuse_type (place, nk_field_name (field->field), _("true or false"), node,
                                  error);
  nk_record_set_boolean (record, field->field, json_node_get_boolean (node));
  return TRUE;
}

/* ---- lists ---- */

/* The elements of a list, or NULL with an error. `wanted` says what the list should be. */
static JsonArray *
read_array (const NkNativePlace  *place,
            const NkFieldSchema  *field,
            const char           *wanted,
            JsonNode             *node,
            GError              **error)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  nk_native_refuse_type (place, nk_field_name (field->field), wanted, node, error);
  return NULL;
}

static gboolean
read_texts (const NkNativePlace  *place,
            const NkFieldSchema  *field,
            JsonNode             *node,
            NkRecord             *record,
            GError              **error)
{
  const char *wanted = _("a list of texts");
  JsonArray *array = read_array (place, field, wanted, node, error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!nk_native_is_text (element))
        return nk_native_refuse_held (place, nk_field_name (field->field), wanted, element, error);
      g_ptr_array_add (texts, (gpointer) json_node_get_string (element));
    }
  g_ptr_array_add (texts, NULL);
  nk_record_set_texts (record, field->field, (const char *const *) texts->pdata);
  return TRUE;
}

static gboolean
read_point (const NkNativePlace  *place,
            const NkFieldSchema  *field,
            JsonNode             *node,
            NkPoint              *point,
            GError              **error)
{
  JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (pair == NULL || json_array_get_length (pair) != 2 ||
      !is_number (json_array_get_element (pair,
                                          0)) || !is_number (json_array_get_element (pair, 1)))
    return nk_native_refuse (place, NK_NATIVE_ERROR_RECORD, error,
                             _("“%s” must be a list of points, each of two numbers: [[x, y], …]."),
                             nk_field_name (field->field));
  return read_double (place, field, json_array_get_element (pair, 0), &point->x, error) &&
         read_double (place, field, json_array_get_element (pair, 1), &point->y, error);
}

static gboolean
read_points (const NkNativePlace  *place,
             const NkFieldSchema  *field,
             JsonNode             *node,
             NkRecord             *record,
             GError              **error)
{
  JsonArray *array = read_array (place, field, _("a list of points"), node, error);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (NkPoint));

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      NkPoint point;

      if (!read_point (place, field, json_array_get_element (array, i), &point, error))
        return FALSE;
      g_array_append_val (points, point);
    }
  nk_record_set_points (record, field->field, (const NkPoint *) (gpointer) points->data,
                        points->len);
  return TRUE;
}

static gboolean
read_values (const NkNativePlace  *place,
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
    return nk_native_refuse_type (place, nk_field_name (field->field), _("an object of texts"),
                                  node, error);
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &attribute, &value))
    {
      if (!nk_native_is_text (value))
        return nk_native_refuse_type (place, attribute, _("a text"), value, error);
      g_ptr_array_add (pairs, (gpointer) attribute);
      g_ptr_array_add (pairs, (gpointer) json_node_get_string (value));
    }
  g_ptr_array_add (pairs, NULL);
  nk_record_set_values (record, field->field, (const char *const *) pairs->pdata);
  return TRUE;
}

/* ---- what we do not know ---- */

char *
nk_native_raw_block (NkGateCursor *cursor,
                     guint         index)
{
  GString *text = g_string_new (NULL);

  nk_gate_seek (cursor, index);
  g_string_append_len (text, cursor->data + cursor->name, cursor->end - cursor->name);
  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\r", "\n", 0);
  return g_string_free (text, FALSE);
}

char *
nk_native_raw_member (NkGateCursor *cursor,
                      guint         index)
{
  g_autofree char *block = nk_native_raw_block (cursor, index);
  g_auto (GStrv) lines = NULL;

  if (strchr (block, '\n') == NULL)
    return g_steal_pointer (&block);
  /* No line break stands within a text, so each is between two words of JSON. */
  lines = g_strsplit (block, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  return g_strjoinv (" ", lines);
}

/* ---- evidence ---- */

/* The text of an evidence that the member is, or NULL if we do not know it. */
static const char **
evidence_text (NkEvidence *evidence,
               const char *member)
{
  if (g_str_equal (member, "source"))
    return &evidence->source;
  if (g_str_equal (member, "locator"))
    return &evidence->locator;
  return g_str_equal (member, "note") ? &evidence->note : NULL;
}

/* Borrows all but `extras`, which is to be freed. `offset` is where the evidence stands in the
 * file. */
static gboolean
read_one_evidence (const NkNativePlace  *place,
                   JsonObject           *object,
                   gsize                 offset,
                   NkEvidence           *evidence,
                   GError              **error)
{
  g_autoptr (GString) extras = g_string_new (NULL);
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;
  NkGateCursor cursor;

  if (json_object_get_size (object) == 0)
    return TRUE;
  cursor = nk_gate_cursor (place->cursor->data, offset);
  json_object_iter_init_ordered (&iter, object);
  for (guint i = 0; json_object_iter_next_ordered (&iter, &member, &value); i++)
    {
      const char **text = evidence_text (evidence, member);

      if (text == NULL)
        {
          g_autofree char *raw = nk_native_raw_member (&cursor, i);

          g_string_append_printf (extras, "%s%s", extras->len > 0 ? ", " : "", raw);
        }
      else if (nk_native_is_text (value))
        *text = json_node_get_string (value);
      else
        return nk_native_refuse_type (place, member, _("a text"), value, error);
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
read_evidence (const NkNativePlace  *place,
               const NkFieldSchema  *field,
               guint                 index,
               JsonNode             *node,
               NkRecord             *record,
               GError              **error)
{
  const char *wanted = _("a list of objects");
  JsonArray *array = read_array (place, field, wanted, node, error);
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (NkEvidence));
  gsize offset;

  if (array == NULL)
    return FALSE;
  g_array_set_clear_func (list, clear_evidence_extras);
  nk_gate_seek (place->cursor, index);
  offset = nk_gate_first (place->cursor->data, place->cursor->value);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return nk_native_refuse_held (place, nk_field_name (field->field), wanted, element, error);
      g_array_set_size (list, i + 1);
      if (!read_one_evidence (place, json_node_get_object (element), offset,
                              &g_array_index (list, NkEvidence, i), error))
        return FALSE;
      offset = nk_gate_next (place->cursor->data, offset);
    }
  nk_record_set_evidence (record, field->field, (const NkEvidence *) (gpointer) list->data,
                          list->len);
  return TRUE;
}

/* ---- any of them ---- */

gboolean
nk_native_read_value (const NkNativePlace  *place,
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
      return read_text (place, field, node, record, error);
    case NK_TYPE_INTEGER:
      return read_integer (place, field, node, record, error);
    case NK_TYPE_NUMBER:
      return read_number (place, field, node, record, error);
    case NK_TYPE_BOOLEAN:
      return read_boolean (place, field, node, record, error);
    case NK_TYPE_TEXTS:
      return read_texts (place, field, node, record, error);
    case NK_TYPE_POINTS:
      return read_points (place, field, node, record, error);
    case NK_TYPE_VALUES:
      return read_values (place, field, node, record, error);
    case NK_TYPE_EVIDENCE:
      return read_evidence (place, field, index, node, record, error);
    }
  g_assert_not_reached ();
}
