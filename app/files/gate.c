#include "files/gate.h"

#include "files/native.h"

#include <math.h>
#include <string.h>

#include "map/text.h"

/* Up to here members of one object are compared one by one; a table pays only beyond. */
#define FEW_MEMBERS 24

typedef struct
{
  const char *start;       /* between the quotes */
  gsize length;
  gboolean escaped;
} Name;

/* One open object or array. */
typedef struct
{
  gboolean is_object;
  GArray *names;           /* of Name, of an object so far; kept for the next one at this depth */
  GHashTable *table;       /* the same, decoded, once there are many; else NULL */
} Level;

typedef struct
{
  const char *data, *end, *at;
  const char *line_start;
  guint line;
  const char *file;
  GError **error;
  Level levels[NK_GATE_DEPTH];
  guint depth;             /* of open objects and arrays */
  GPtrArray *members;
  guint n_elements;
} Gate;

static void
free_member (gpointer data)
{
  NkGateMember *member = data;

  g_free (member->name);
  g_array_unref (member->elements);
  g_free (member);
}

/* ---- saying what is wrong ---- */

static gboolean G_GNUC_PRINTF (2, 3)
refuse (Gate       *gate,
        const char *format,
        ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  if (gate->error != NULL && *gate->error != NULL)
    return FALSE;
  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (gate->error, NK_NATIVE_ERROR, NK_NATIVE_ERROR_SYNTAX, "%s:%u:%ld: %s", gate->file,
               gate->line, 1 + g_utf8_pointer_to_offset (gate->line_start, gate->at), sentence);
  return FALSE;
}

/* At most 40 characters of what stands at `text`; no byte of the sentence is cut off. To be
 * freed. */
static char *
excerpt (const char *text,
         gsize       length)
{
  const char *at = text;

  for (guint i = 0; i < 40 && at < text + length; i++)
    at = g_utf8_next_char (at);
  return g_strdup_printf ("%.*s%s", (int) (at - text), text, at < text + length ? "…" : "");
}

static gboolean
refuse_character (Gate       *gate,
                  const char *wanted)
{
  gunichar character;

  if (gate->at >= gate->end)
    return refuse (gate, _("The file ends here, but %s is missing. Perhaps it was cut off."),
                   wanted);
  if (*gate->at == '/' || *gate->at == '#')
    return refuse (gate,
                   _("Here stands “%c”, where %s should be. There are no comments in a map file."),
                   *gate->at, wanted);
  if (*gate->at == '\'')
    return refuse (gate, _("Texts stand in double quotation marks, not in single ones."));
  character = g_utf8_get_char (gate->at);
  if (g_unichar_isgraph (character))
    return refuse (gate, _("Here stands “%.*s”, where %s should be."),
                   (int) (g_utf8_next_char (gate->at) - gate->at), gate->at, wanted);
  return refuse (gate, _("Here stands the character U+%04X, where %s should be."), character,
                 wanted);
}

/* ---- words of JSON ---- */

static void
skip_blanks (Gate *gate)
{
  for (; gate->at < gate->end; gate->at++)
    if (*gate->at == '\n')
      {
        gate->line++;
        gate->line_start = gate->at + 1;
      }
    else if (*gate->at != ' ' && *gate->at != '\t' && *gate->at != '\r')
      break;
}

static gboolean
is_at (const Gate *gate,
       char        c)
{
  return gate->at < gate->end && *gate->at == c;
}

/* Four hexadecimal digits behind \u; -1 if they are not there. */
static int
hex4 (const Gate *gate,
      const char *at)
{
  int value = 0;

  if (gate->end - at < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* `at` stands on the u of \u. Steps over it, and over the second half of a pair. */
static gboolean
pass_unicode_escape (Gate *gate)
{
  int first = hex4 (gate, gate->at + 1), second;

  if (first < 0)
    return refuse (gate, _("Behind \\u stand four hexadecimal digits."));
  if (first == 0)
    return refuse (gate, _("A text cannot contain the character U+0000."));
  if (first >= 0xdc00 && first <= 0xdfff)
    return refuse (gate, _("Here stands the second half of a surrogate pair without the first."));
  gate->at += 5;
  if (first < 0xd800 || first > 0xdbff)
    return TRUE;
  second = is_at (gate, '\\') && gate->at[1] == 'u' ? hex4 (gate, gate->at + 2) : -1;
  if (second < 0xdc00 || second > 0xdfff)
    return refuse (gate, _("Here stands the first half of a surrogate pair without the second."));
  gate->at += 6;
  return TRUE;
}

/* `at` stands behind the backslash. */
static gboolean
pass_escape (Gate *gate)
{
  if (is_at (gate, 'u'))
    return pass_unicode_escape (gate);
  if (gate->at >= gate->end || strchr ("\"\\/bfnrt", *gate->at) == NULL)
    return refuse (gate, _("Behind a backslash stands one of \" \\ / b f n r t u."));
  gate->at++;
  return TRUE;
}

static gboolean
pass_string (Gate *gate,
             Name *name)
{
  gboolean escaped = FALSE;
  const char *start = ++gate->at;

  while (gate->at < gate->end && *gate->at != '"')
    {
      if ((guchar) *gate->at < 0x20)
        return refuse (gate,
                       _("A text cannot contain a line break or another control character as it "
                         "is; write \\n for a line break. Perhaps a quotation mark is missing."));
      if (*gate->at++ != '\\')
        continue;
      escaped = TRUE;
      if (!pass_escape (gate))
        return FALSE;
    }
  if (gate->at >= gate->end)
    return refuse (gate, _("The file ends within a text. Perhaps it was cut off."));
  *name = (Name) { start, gate->at++ - start, escaped };
  return TRUE;
}

/* How far a word or a number goes, right or wrong. */
static gsize
word_length (const Gate *gate)
{
  const char *at = gate->at;

  while (at < gate->end &&
         (g_ascii_isalnum (*at) || strchr ("+-._$", *at) != NULL || (guchar) *at >= 0x80))
    at++;
  return at - gate->at;
}

static gboolean
refuse_word (Gate *gate)
{
  static const char *const numbers[] = {
    "NaN", "Infinity", "-Infinity", "nan", "inf", "-inf", NULL
  };
  g_autofree char *word = excerpt (gate->at, word_length (gate));

  if (g_strv_contains (numbers, word))
    return refuse (gate,
                   _("“%s” is not a number that a map can hold. Write another, or take the member "
                     "out."),
                   word);
  if (g_ascii_isdigit (*word) || strchr ("+-.", *word) != NULL)
    return refuse (gate, _("“%s” is not a number. Write it as in 12, -0.5 or 1e3."), word);
  return refuse (gate,
                 _("“%s” is not a value. Texts stand in double quotation marks; the only words are "
                   "true, false and null."), word);
}

static gboolean
pass_digits (Gate *gate)
{
  const char *start = gate->at;

  while (gate->at < gate->end && g_ascii_isdigit (*gate->at))
    gate->at++;
  return gate->at > start;
}

/* Steps over a number as JSON writes it; `*whole` is whether it has neither point nor exponent. */
static gboolean
pass_digits_and_signs (Gate     *gate,
                       gboolean *whole)
{
  *whole = TRUE;
  if (is_at (gate, '-'))
    gate->at++;
  if (is_at (gate, '0') && gate->end - gate->at > 1 && g_ascii_isdigit (gate->at[1]))
    return FALSE;
  if (!pass_digits (gate))
    return FALSE;
  if (is_at (gate, '.'))
    {
      *whole = FALSE;
      gate->at++;
      if (!pass_digits (gate))
        return FALSE;
    }
  if (is_at (gate, 'e') || is_at (gate, 'E'))
    {
      *whole = FALSE;
      gate->at++;
      if (is_at (gate, '+') || is_at (gate, '-'))
        gate->at++;
      if (!pass_digits (gate))
        return FALSE;
    }
  return word_length (gate) == 0;
}

static gboolean
pass_number (Gate *gate)
{
  const char *start = gate->at;
  gboolean whole, passed = pass_digits_and_signs (gate, &whole);
  gsize length = gate->at - start;

  if (passed && (whole ? length - (*start == '-') <= 18 : isfinite (g_ascii_strtod (start, NULL))))
    return TRUE;
  gate->at = start;
  return passed ? refuse (gate, _("This number is too large.")) : refuse_word (gate);
}

static gboolean
pass_word (Gate *gate)
{
  static const char *const words[] = { "true", "false", "null" };
  gsize length = word_length (gate);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (length == strlen (words[i]) && memcmp (gate->at, words[i], length) == 0)
      {
        gate->at += length;
        return TRUE;
      }
  return length > 0 ? refuse_word (gate) : refuse_character (gate, _("a value"));
}

/* ---- members ---- */

/* The text of a name without its escapes. To be freed. */
static char *
decode_name (const Name *name)
{
  GString *text = g_string_sized_new (name->length);

  for (gsize i = 0; i < name->length; i++)
    {
      gunichar c = (guchar) name->start[i];

      if (c != '\\')
        {
          g_string_append_c (text, name->start[i]);
          continue;
        }
      c = (guchar) name->start[++i];
      if (c == 'u')
        {
          g_autofree char *digits = g_strndup (name->start + i + 1, 4);

          c = g_ascii_strtoull (digits, NULL, 16);
          i += 4;
          if (c >= 0xd800 && c <= 0xdbff)
            {
              g_autofree char *second = g_strndup (name->start + i + 3, 4);

              c = 0x10000 + ((c - 0xd800) << 10) + (g_ascii_strtoull (second, NULL, 16) - 0xdc00);
              i += 6;
            }
        }
      else if (strchr ("bfnrt", c) != NULL)
        c = (guchar) "\b\f\n\r\t"[strchr ("bfnrt", c) - "bfnrt"];
      g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

static gboolean
same_name (const Name *a,
           const Name *b)
{
  g_autofree char *one = NULL, *other = NULL;

  if (!a->escaped && !b->escaped)
    return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
  one = decode_name (a);
  other = decode_name (b);
  return g_str_equal (one, other);
}

/* Notes the name in the level's list; FALSE if it is there already. */
static gboolean
note_name (Level      *level,
           const Name *name)
{
  if (level->table == NULL && level->names->len < FEW_MEMBERS)
    {
      for (guint i = 0; i < level->names->len; i++)
        if (same_name (&g_array_index (level->names, Name, i), name))
          return FALSE;
      g_array_append_val (level->names, *name);
      return TRUE;
    }
  if (level->table == NULL)
    {
      level->table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < level->names->len; i++)
        g_hash_table_add (level->table, decode_name (&g_array_index (level->names, Name, i)));
    }
  return g_hash_table_add (level->table, decode_name (name));
}

/* A closing bracket stands right behind a comma. */
static gboolean
refuse_comma (Gate *gate)
{
  return refuse (gate, _("Nothing follows the comma in front of this “%c”. Take the comma out."),
                 *gate->at);
}

static gboolean
pass_member_name (Gate *gate)
{
  Level *level = &gate->levels[gate->depth - 1];
  Name name;

  if (is_at (gate, '}'))
    return refuse_comma (gate);
  if (gate->at < gate->end && g_ascii_isdigit (*gate->at))
    return refuse (gate,
                   _("Here stands a digit, where the name of a member should be. Numbers have a "
                     "point, not a comma: 1.5."));
  if (!is_at (gate, '"'))
    return refuse_character (gate, _("the name of a member in quotation marks"));
  if (!pass_string (gate, &name))
    return FALSE;
  if (!note_name (level, &name))
    {
      g_autofree char *text = excerpt (name.start, name.length);

      gate->at = name.start - 1;
      return refuse (gate,
                     _("The member “%s” stands twice in one object. Take one of the two out."),
                     text);
    }
  skip_blanks (gate);
  if (!is_at (gate, ':'))
    return refuse_character (gate, _("a colon"));
  gate->at++;
  skip_blanks (gate);
  if (gate->depth == 1)
    {
      NkGateMember *member = g_new (NkGateMember, 1);

      *member = (NkGateMember) { decode_name (&name), { gate->at - gate->data, gate->line },
                                 g_array_new (FALSE, FALSE, sizeof (NkGatePlace)) };
      g_ptr_array_add (gate->members, member);
    }
  return TRUE;
}

/* ---- objects and arrays ---- */

static gboolean
open_level (Gate     *gate,
            gboolean  is_object)
{
  Level *level;

  if (gate->depth == NK_GATE_DEPTH)
    return refuse (gate, _("Objects and lists are nested deeper than %d here."), NK_GATE_DEPTH);
  level = &gate->levels[gate->depth++];
  level->is_object = is_object;
  if (level->names == NULL)
    level->names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_array_set_size (level->names, 0);
  g_clear_pointer (&level->table, g_hash_table_unref);
  gate->at++;
  return TRUE;
}

/* Notes where an element of a list of the root object begins. */
static gboolean
note_element (Gate *gate)
{
  NkGateMember *member;
  NkGatePlace place = { gate->at - gate->data, gate->line };

  if (gate->depth != 2 || gate->levels[1].is_object || !gate->levels[0].is_object)
    return TRUE;
  if (++gate->n_elements > NK_GATE_RECORDS)
    return refuse (gate, _("The file has more than %u records."), NK_GATE_RECORDS);
  member = g_ptr_array_index (gate->members, gate->members->len - 1);
  g_array_append_val (member->elements, place);
  return TRUE;
}

/* One value, or the opening of one; then `*open` is TRUE. */
static gboolean
pass_value (Gate     *gate,
            gboolean *open)
{
  Name name;

  *open = FALSE;
  if (!note_element (gate))
    return FALSE;
  if (gate->at >= gate->end)
    return refuse_character (gate, _("a value"));
  switch (*gate->at)
    {
    case '{':
    case '[':
      *open = TRUE;
      return open_level (gate, *gate->at == '{');
    case '"':
      return pass_string (gate, &name);
    case '-':
    case '0' ... '9':
      return pass_number (gate);
    default:
      return pass_word (gate);
    }
}

/* Behind a value: closes what ends here, and steps over the comma to where the next value
 * begins. `*more` is FALSE if there is none. */
static gboolean
pass_ends (Gate     *gate,
           gboolean *more)
{
  for (*more = FALSE; gate->depth > 0; )
    {
      Level *level = &gate->levels[gate->depth - 1];

      skip_blanks (gate);
      if (is_at (gate, level->is_object ? '}' : ']'))
        {
          gate->at++;
          gate->depth--;
          continue;
        }
      if (!is_at (gate, ','))
        return refuse_character (gate, level->is_object ? _("a comma or }") : _("a comma or ]"));
      gate->at++;
      skip_blanks (gate);
      *more = TRUE;
      if (level->is_object)
        return pass_member_name (gate);
      return is_at (gate, ']') ? refuse_comma (gate) : TRUE;
    }
  return TRUE;
}

/* Behind an opening: an empty object or list ends at once. */
static gboolean
pass_opening (Gate     *gate,
              gboolean *more)
{
  Level *level = &gate->levels[gate->depth - 1];

  skip_blanks (gate);
  if (is_at (gate, level->is_object ? '}' : ']'))
    return pass_ends (gate, more);
  *more = TRUE;
  return !level->is_object || pass_member_name (gate);
}

static gboolean
pass_document (Gate *gate)
{
  gboolean open, more = TRUE;

  skip_blanks (gate);
  if (gate->at >= gate->end)
    return refuse (gate, _("The file is empty."));
  while (more)
    if (!pass_value (gate, &open) || !(open ? pass_opening (gate, &more) : pass_ends (gate, &more)))
      return FALSE;
  skip_blanks (gate);
  if (gate->at < gate->end)
    return refuse_character (gate, _("the end of the file"));
  return TRUE;
}

static gboolean
pass_bytes (Gate  *gate,
            gsize  length)
{
  const char *end;

  if (length > NK_GATE_BYTES)
    return refuse (gate, _("The file is larger than 512 MiB."));
  if (length >= 3 && memcmp (gate->data, "\xef\xbb\xbf", 3) == 0)
    return refuse (gate,
                   _("The file begins with a byte order mark. Save it as UTF-8 without one."));
  if (g_utf8_validate_len (gate->data, length, &end))
    return TRUE;
  for (gate->at = gate->data; gate->at < end; gate->at++)
    if (*gate->at == '\n')
      {
        gate->line++;
        gate->line_start = gate->at + 1;
      }
  if (*end == '\0')
    return refuse (gate, _("The file is not text: here stands a zero byte."));
  return refuse (gate,
                 _("The file is not text in UTF-8: here stands the byte %02X. If it is text, save "
                   "it as UTF-8."),
                 (guchar) *end);
}

GPtrArray *
nk_gate_pass (const char  *data,
              gsize        length,
              const char  *name,
              GError     **error)
{
  g_autoptr (GError) refusal = NULL;
  Gate gate = {
    .data = data, .at = data, .end = data + length, .line_start = data, .line = 1,
    .file = name, .error = &refusal,
    .members = g_ptr_array_new_with_free_func (free_member),
  };
  gboolean passed = pass_bytes (&gate, length) && pass_document (&gate);

  for (guint i = 0; i < NK_GATE_DEPTH; i++)
    {
      g_clear_pointer (&gate.levels[i].names, g_array_unref);
      g_clear_pointer (&gate.levels[i].table, g_hash_table_unref);
    }
  if (passed)
    return gate.members;
  g_ptr_array_unref (gate.members);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return NULL;
}
