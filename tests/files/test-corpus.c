/* Map files by verdict: corpus/README.md says what the names mean. */
#include "files/native.h"

#include <locale.h>
#include <string.h>

#define END ".json"

/* The content of a file of the corpus; `end`, if not NULL, stands instead of ".json". To be
 * freed. */
static char *
load (const char *name,
      const char *end,
      gsize      *length)
{
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (END));
  g_autofree char *file = g_strconcat (stem, end != NULL ? end : END, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", file, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_file_get_contents (path, &data, length, &error);
  g_assert_no_error (error);
  return data;
}

static char *
write_text (const NkMap *map)
{
  g_autoptr (GBytes) bytes = nk_native_write (map);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

/* What is saved opens again, as the same bytes. */
static void
check_saved (const char *saved)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMap) map = nk_native_read (saved, strlen (saved), "saved", &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = write_text (map);
  g_assert_cmpstr (again, ==, saved);
}

static void
check_opens (const char *name,
             const char *end)
{
  gsize length;
  g_autofree char *data = load (name, NULL, &length);
  g_autofree char *expected = load (name, end, NULL);
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMap) map = nk_native_read (data, length, name, &error);

  g_assert_no_error (error);
  saved = write_text (map);
  g_assert_cmpstr (saved, ==, expected);
  check_saved (saved);
}

static void
check_refused (const char *name)
{
  gsize length;
  g_autofree char *data = load (name, NULL, &length);
  g_autofree char *message = load (name, ".message", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMap) map = nk_native_read (data, length, name, &error);

  g_assert_null (map);
  g_assert_cmpstr (error->message, ==, g_strchomp (message));
  g_assert_true (error->domain == NK_NATIVE_ERROR);
}

static void
check_either (const char *name)
{
  gsize length;
  g_autofree char *data = load (name, NULL, &length);
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMap) map = nk_native_read (data, length, name, &error);

  g_assert_true ((map == NULL) == (error != NULL));
  if (map == NULL)
    return;
  saved = write_text (map);
  check_saved (saved);
}

static void
test_file (gconstpointer user_data)
{
  const char *name = user_data;

  switch (name[0])
    {
    case 'y':
      check_opens (name, NULL);
      break;
    case 'c':
      check_opens (name, ".saved");
      break;
    case 'n':
      check_refused (name);
      break;
    case 'i':
      check_either (name);
      break;
    default:
      g_error ("%s has no verdict", name);
    }
}

/* One test a file. */
static void
add_files (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "corpus", NULL);
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  g_assert_nonnull (folder);
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    if (g_str_has_suffix (name, END))
      {
        g_autofree char *test = g_strconcat ("/corpus/", name, NULL);

        g_test_add_data_func_full (test, g_strdup (name), test_file, g_free);
      }
}

int
main (int    argc,
      char **argv)
{
  const char *locale = setlocale (LC_ALL, "");

  g_test_init (&argc, &argv, NULL);
  /* A run that asks for German numbers means nothing without them. */
  if (g_str_equal (g_getenv ("LC_ALL"), "de_DE.UTF-8") &&
      (locale == NULL || *localeconv ()->decimal_point != ','))
    {
      g_print ("1..0 # SKIP the locale de_DE.UTF-8 is not there\n");
      return 0;
    }
  add_files ();
  return g_test_run ();
}
