/* The gate: bytes that no editor shows, depth, size, and where it says that things stand. */
#include "files/gate-cursor.h"
#include "files/gate.h"
#include "files/native.h"

#include <string.h>

/* ---- bytes ---- */

#define MAP "{\"format\": \"netzkarte\", \"version\": 1"
#define BYTES(text) text, sizeof text - 1

static void
test_bytes (void)
{
  static const struct { const char *name, *data; gsize length; const char *message; } rows[] = {
    { "CRLF", BYTES ("{\r\n  \"format\": \"netzkarte\",\r\n  \"version\": 1\r\n}\r\n"), NULL },
    { "blanks at the end", BYTES (MAP "} \t\r\n\n"), NULL },
    { "line of CRLF", BYTES ("{\r\n  \"format\": \"netzkarte\",\r\n  \"version\": x\r\n}\r\n"),
      "m:3:14: “x” is not a value. Texts stand in double quotation marks; the only words are true, "
      "false and null." },
    { "byte order mark", BYTES ("\xef\xbb\xbf" MAP "}"),
      "m:1:1: The file begins with a byte order mark. Save it as UTF-8 without one." },
    { "UTF-16", BYTES ("\xff\xfe{\0}\0"),
      "m:1:1: The file is not text in UTF-8: here stands the byte FF. If it is text, save it as "
      "UTF-8." },
    { "UTF-16 without a mark", BYTES ("{\0}\0"),
      "m:1:2: The file is not text: here stands a zero byte." },
    { "zero byte", BYTES (MAP "\n,\0}"), "m:2:2: The file is not text: here stands a zero byte." },
    { "zero byte in a text", BYTES (MAP ", \"title\": \"\0\"}"),
      "m:1:49: The file is not text: here stands a zero byte." },
    { "a picture", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
      "m:1:1: The file is not text in UTF-8: here stands the byte 89. If it is text, save it as "
      "UTF-8." },
    { "a program", BYTES ("\x7f" "ELF\2\1\1\0"),
      "m:1:8: The file is not text: here stands a zero byte." },
    { "an archive", BYTES ("PK\3\4\24\0"),
      "m:1:6: The file is not text: here stands a zero byte." },
    { "Latin 1", BYTES (MAP ",\n\"title\": \"D\xfcsseldorf\"}"),
      "m:2:12: The file is not text in UTF-8: here stands the byte FC. If it is text, save it as "
      "UTF-8." },
    { "overlong zero", BYTES (MAP ", \"title\": \"\xc0\x80\"}"),
      "m:1:49: The file is not text in UTF-8: here stands the byte C0. If it is text, save it as "
      "UTF-8." },
    { "surrogate", BYTES (MAP ", \"title\": \"\xed\xa0\x80\"}"),
      "m:1:49: The file is not text in UTF-8: here stands the byte ED. If it is text, save it as "
      "UTF-8." },
    { "beyond Unicode", BYTES (MAP ", \"title\": \"\xf4\x90\x80\x80\"}"),
      "m:1:49: The file is not text in UTF-8: here stands the byte F4. If it is text, save it as "
      "UTF-8." },
    { "cut off in a character", BYTES (MAP ", \"title\": \"\xc3"),
      "m:1:49: The file is not text in UTF-8: here stands the byte C3. If it is text, save it as "
      "UTF-8." },
    { "columns are characters", BYTES (MAP ", \"title\": \"äöü\", x}"),
      "m:1:55: Here stands “x”, where the name of a member in quotation marks should be." },
    { "not a blank of JSON", BYTES (MAP ",\xc2\xa0\"title\": \"\"}"),
      "m:1:38: Here stands the character U+00A0, where the name of a member in quotation marks "
      "should be." },
    { "vertical tab", BYTES (MAP ",\v}"),
      "m:1:38: Here stands the character U+000B, where the name of a member in quotation marks "
      "should be." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NkMap) map = nk_native_read (rows[i].data, rows[i].length, "m", &error);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, rows[i].message);
      g_assert_true ((map == NULL) == (error != NULL));
    }
}

static void
check_message (const GString *text,
               const char    *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMap) map = nk_native_read (text->str, text->len, "m", &error);

  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, message);
}

static void
append_times (GString    *text,
              const char *part,
              guint       times)
{
  for (guint i = 0; i < times; i++)
    g_string_append (text, part);
}

/* What does not fit into a sentence is cut between characters. */
static void
test_long_words (void)
{
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GString) member = g_string_new ("{\"");

  append_times (word, "ä", 100000);
  check_message (word,
                 "m:1:1: “ääääääääääääääääääääääääääääääääääääääää…” is not a value. Texts stand "
                 "in double quotation marks; the only words are true, false and null.");
  append_times (member, "ö", 50);
  g_string_append (member, "\": 1, \"");
  append_times (member, "ö", 50);
  g_string_append (member, "\": 2}");
  check_message (member,
                 "m:1:59: The member “öööööööööööööööööööööööööööööööööööööööö…” stands twice in "
                 "one object. Take one of the two out.");
}

/* ---- depth and size ---- */

static void
test_depth (void)
{
  static const struct { const char *open, *close; guint times; const char *message; } rows[] = {
    { "[", "]", 63, NULL },
    { "{\"a\": ", "}", 63, NULL },
    { "[", "]", 64, "m:1:110: Objects and lists are nested deeper than 64 here." },
    { "{\"a\": ", "}", 64, "m:1:425: Objects and lists are nested deeper than 64 here." },
    { "[", "", 200000, "m:1:110: Objects and lists are nested deeper than 64 here." },
    { "{\"a\": ", "", 200000, "m:1:425: Objects and lists are nested deeper than 64 here." },
  };
  g_autoptr (GString) brackets = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (MAP ", \"deep\": ");

      append_times (text, rows[i].open, rows[i].times);
      if (*rows[i].close != '\0')
        g_string_append_c (text, '1');
      append_times (text, rows[i].close, rows[i].times);
      g_string_append (text, "}");
      check_message (text, rows[i].message);
    }
  append_times (brackets, "[", 200000);
  check_message (brackets, "m:1:65: Objects and lists are nested deeper than 64 here.");
}

static void
test_size (void)
{
  g_autoptr (GString) text = g_string_new (MAP ", \"numbers\": [0");
  g_autoptr (GError) error = NULL;

  append_times (text, ", 0", NK_GATE_RECORDS);
  g_string_append (text, "]}");
  check_message (text, "m:1:3000051: The file has more than 1000000 records.");
  g_assert_null (nk_gate_pass ("{}", NK_GATE_BYTES + 1, "m", &error));
  g_assert_cmpstr (error->message, ==, "m:1:1: The file is larger than 512 MiB.");
}

/* ---- members ---- */

/* Names are compared without their escapes, be there few or many. */
static void
test_member_twice (void)
{
  static const guint n_others[] = { 0, 1, 22, 23, 24, 25, 300 };

  for (guint i = 0; i < G_N_ELEMENTS (n_others); i++)
    for (guint at = 0; at <= n_others[i]; at++)
      {
        g_autoptr (GString) text = g_string_new ("{");
        g_autoptr (GPtrArray) members = NULL;
        g_autoptr (GError) error = NULL;

        for (guint j = 0; j <= n_others[i]; j++)
          if (j == at)
            g_string_append (text, "\"a\\ud83d\\ude00\\n\": 0, ");
          else
            g_string_append_printf (text, "\"m%u\": 0, ", j);
        g_string_append (text, "\"a😀\\u000a\": 0}");
        members = nk_gate_pass (text->str, text->len, "m", &error);
        g_assert_error (error, NK_NATIVE_ERROR, NK_NATIVE_ERROR_SYNTAX);
        g_assert_nonnull (strstr (error->message,
                                  "The member “a😀\\u000a” stands twice in one object."));
      }
}

/* The same name in two objects is no harm. */
static void
test_member_elsewhere (void)
{
  static const char text[] = "{\"a\": {\"a\": [{\"a\": 1}, {\"a\": 2}]}, \"b\": {\"a\": {}}, "
                             "\"A\": 1, \"a \": 2}";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = nk_gate_pass (text, sizeof text - 1, "m", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (members->len, ==, 4);
}

/* ---- places ---- */

static void
test_places (void)
{
  static const char text[] = "\n{\"a\": [1, \"]\",\n {\"b\": [2]},\n[3]],\n\n\"\\u0062\": {\"c\": "
                             "[4]}, \"d\":\n[]}";
  static const struct { const char *name; guint line; char first; guint n_elements; } members[] = {
    { "a", 2, '[', 4 }, { "b", 6, '{', 0 }, { "d", 7, '[', 0 },
  };
  static const struct { guint line; char first; } elements[] = {
    { 2, '1' }, { 2, '"' }, { 3, '{' }, { 4, '[' },
  };
  g_autoptr (GPtrArray) seen = nk_gate_pass (text, sizeof text - 1, "m", NULL);
  const NkGateMember *first;

  g_assert_cmpuint (seen->len, ==, G_N_ELEMENTS (members));
  for (guint i = 0; i < seen->len; i++)
    {
      const NkGateMember *member = g_ptr_array_index (seen, i);

      g_assert_cmpstr (member->name, ==, members[i].name);
      g_assert_cmpuint (member->place.line, ==, members[i].line);
      g_assert_cmpint (text[member->place.offset], ==, members[i].first);
      g_assert_cmpuint (member->elements->len, ==, members[i].n_elements);
    }
  first = g_ptr_array_index (seen, 0);
  for (guint i = 0; i < first->elements->len; i++)
    {
      const NkGatePlace *place = &g_array_index (first->elements, NkGatePlace, i);

      g_assert_cmpuint (place->line, ==, elements[i].line);
      g_assert_cmpint (text[place->offset], ==, elements[i].first);
    }
}

static void
test_cursor (void)
{
  static const char text[] = "{ \"a\" : \"}\\\"\" ,\n\"b\":[ {\"x\": \"]\"} , -1.5 ,\"\\\\\"], "
                             "\"c\" :null\t}";
  static const char *const raw[] = { "\"a\" : \"}\\\"\"",
                                     "\"b\":[ {\"x\": \"]\"} , -1.5 ,\"\\\\\"]", "\"c\" :null" };
  static const char elements[] = { '{', '-', '"' };
  g_autoptr (GPtrArray) members = nk_gate_pass (text, sizeof text - 1, "m", NULL);
  NkGateCursor cursor = nk_gate_cursor (text, 0);
  gsize element;

  g_assert_nonnull (members);
  for (guint i = 0; i < G_N_ELEMENTS (raw); i++)
    {
      g_autofree char *member = NULL;

      nk_gate_seek (&cursor, i);
      member = g_strndup (text + cursor.name, cursor.end - cursor.name);
      g_assert_cmpstr (member, ==, raw[i]);
    }
  cursor = nk_gate_cursor (text, 0);
  nk_gate_seek (&cursor, 1);
  element = nk_gate_first (text, cursor.value);
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++, element = nk_gate_next (text, element))
    g_assert_cmpint (text[element], ==, elements[i]);
  g_assert_cmpuint (element, ==, 0);
  g_assert_cmpuint (nk_gate_first ("[ ]", 0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate/bytes", test_bytes);
  g_test_add_func ("/gate/long-words", test_long_words);
  g_test_add_func ("/gate/depth", test_depth);
  g_test_add_func ("/gate/size", test_size);
  g_test_add_func ("/gate/member-twice", test_member_twice);
  g_test_add_func ("/gate/member-elsewhere", test_member_elsewhere);
  g_test_add_func ("/gate/places", test_places);
  g_test_add_func ("/gate/cursor", test_cursor);
  return g_test_run ();
}
