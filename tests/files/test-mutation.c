/* Map files with accidents: whatever the bytes are, a map opens and can be saved and opened
 * again, or a sentence says what is wrong and where. Seeded, so that what fails once fails
 * again. */
#include "files/native.h"

#include <string.h>

static GString *
load (const char *folder,
      const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, name, NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_string_new_len (data, length);
}

/* ---- accidents ---- */

static gsize
some_place (GRand         *random,
            const GString *text)
{
  return g_rand_int_range (random, 0, text->len);
}

static void
change_byte (GRand   *random,
             GString *text)
{
  text->str[some_place (random, text)] = g_rand_int_range (random, 0, 256);
}

static void
take_out (GRand   *random,
          GString *text)
{
  gsize at = some_place (random, text), length = g_rand_int_range (random, 1, 20);

  g_string_erase (text, at, MIN (text->len - at, length));
}

static void
cut_off (GRand   *random,
         GString *text)
{
  g_string_truncate (text, some_place (random, text));
}

static void
put_in (GRand   *random,
        GString *text)
{
  static const char *const parts[] = {
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true",
    "1e999", "-", "0", "1.5e-7",
    "99999999999999999999", "NaN", "\"id\": \"a\", ", "\"x\": {\"y\": []}, ",
    "{\"id\": \"b\"}, ", "\n", "\r", "\t", "/**/",
    "\xc3", "\xf0\x9f\x98\x80", "\"name\": \"\"", "[[[[[[[[[[", "]]]]", "\"\"", "{}",
  };

  g_string_insert (text, some_place (random, text),
                   parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
}

static void
repeat (GRand   *random,
        GString *text)
{
  gsize at = some_place (random, text), length = g_rand_int_range (random, 1, 200);
  g_autofree char *part = g_strndup (text->str + at, MIN (text->len - at, length));

  g_string_insert (text, some_place (random, text), part);
}

/* Finds a text of the file, or what lies between two; FALSE if there is none behind the place
 * picked. */
static gboolean
find_text (GRand         *random,
           const GString *text,
           gsize         *at,
           gsize         *length)
{
  const char *end = text->str + text->len, *start = text->str + some_place (random, text);
  const char *first = memchr (start, '"', end - start), *last;

  if (first == NULL)
    return FALSE;
  last = memchr (first + 1, '"', end - first - 1);
  if (last == NULL)
    return FALSE;
  *at = first + 1 - text->str;
  *length = last - first - 1;
  return TRUE;
}

/* One text of the file comes to stand for another: the grammar is right, but the values do not
 * fit. */
static void
swap_texts (GRand   *random,
            GString *text)
{
  gsize from, to, length, old_length;
  g_autofree char *copy = NULL;

  if (!find_text (random, text, &from, &length) || !find_text (random, text, &to, &old_length))
    return;
  copy = g_strndup (text->str + from, length);
  g_string_erase (text, to, old_length);
  g_string_insert_len (text, to, copy, length);
}

static void
have_accident (GRand   *random,
               GString *text)
{
  static void (*const accidents[]) (GRand *random, GString *text) = {
    change_byte, take_out, cut_off, put_in, put_in, repeat, swap_texts, swap_texts,
  };

  if (text->len > 0)
    accidents[g_rand_int_range (random, 0, G_N_ELEMENTS (accidents))] (random, text);
}

/* ---- what must hold ---- */

static gboolean
check_text (const GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMap) map = nk_native_read (text->str, text->len, "m", &error);
  g_autoptr (NkMap) again = NULL;
  g_autoptr (GBytes) bytes = NULL, bytes_again = NULL;
  gsize length;
  const char *data;

  if (map == NULL)
    {
      g_assert_true (error->domain == NK_NATIVE_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "m:") &&
                     g_ascii_isdigit (error->message[2]));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return FALSE;
    }
  bytes = nk_native_write (map);
  data = g_bytes_get_data (bytes, &length);
  g_assert_true (g_utf8_validate_len (data, length, NULL));
  again = nk_native_read (data, length, "m", &error);
  g_assert_no_error (error);
  bytes_again = nk_native_write (again);
  g_assert_true (g_bytes_equal (bytes, bytes_again));
  return TRUE;
}

static guint
play (const char *folder,
      const char *name,
      guint       times)
{
  g_autoptr (GString) whole = load (folder, name);
  guint n_opened = 0;

  for (guint32 seed = 0; seed < times; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = g_string_new_len (whole->str, whole->len);
      int n = g_rand_int_range (random, 1, 4);

      for (int i = 0; i < n; i++)
        have_accident (random, text);
      n_opened += check_text (text);
    }
  return n_opened;
}

static void
test_accidents (void)
{
  static const struct { const char *folder, *name; guint times; } rows[] = {
    { "corpus", "y_every_field.json", 700 },
    { "corpus", "y_unknown_members.json", 700 },
    { "corpus", "y_texts.json", 300 },
    { "../../data/maps", "duesseldorf.netzkarte.json", 300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n_opened = play (rows[i].folder, rows[i].name, rows[i].times);

      /* Some of each, or the accidents are too harmless or too hard to say anything. */
      g_test_message ("%s: %u of %u opened", rows[i].name, n_opened, rows[i].times);
      g_assert_cmpuint (n_opened, >, rows[i].times / 100);
      g_assert_cmpuint (n_opened, <, rows[i].times);
    }
}

/* A file that was cut off never opens. */
static void
test_beginnings (void)
{
  g_autoptr (GString) whole = load ("corpus", "y_every_field.json");

  for (gsize length = 0; length + 1 < whole->len; length++)
    {
      g_autoptr (GString) text = g_string_new_len (whole->str, length);

      g_assert_false (check_text (text));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mutation/accidents", test_accidents);
  g_test_add_func ("/mutation/beginnings", test_beginnings);
  return g_test_run ();
}
