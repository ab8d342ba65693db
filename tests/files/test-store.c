/* Files on disk: opened whole, replaced whole or not at all, with nothing left beside. */
#include "files/store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define EMPTY_MAP "{\n  \"format\": \"netzkarte\",\n  \"version\": 1\n}\n"
#define NOBODY 65534

/* ---- a folder to work in ---- */

typedef struct
{
  char *folder;
  char *path;    /* of map.json in it */
  GFile *file;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("netzkarte-test-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "map.json", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
}

static int
by_name (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names in the folder, sorted: "map.json other.json". To be freed. */
static char *
list_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, by_name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_chmod (path, 0700);
      folder = g_dir_open (path, 0, NULL);
    }
  for (const char *name = folder != NULL ? g_dir_read_name (folder) : NULL; name != NULL;
       name = g_dir_read_name (folder))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_all (inside);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_all (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static char *
beside (const Fixture *fixture,
        const char    *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
put (const char *path,
     const char *content)
{
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static void
check_content (const char *path,
               const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
check_folder (const Fixture *fixture,
              const char    *names)
{
  g_autofree char *there = list_folder (fixture->folder);

  g_assert_cmpstr (there, ==, names);
}

/* The message of an error, with FOLDER for the folder. To be freed. */
static char *
plain_message (const Fixture *fixture,
               const GError  *error)
{
  GString *message = g_string_new (error->message);

  g_string_replace (message, fixture->folder, "FOLDER", 0);
  return g_string_free (message, FALSE);
}

/* ---- nobody: who runs tests as root has every permission ---- */

static gboolean
become_nobody (const Fixture *fixture)
{
  if (getuid () != 0)
    return TRUE;
  return chown (fixture->folder, NOBODY, NOBODY) == 0 &&
         (chown (fixture->path, NOBODY, NOBODY) == 0 || errno == ENOENT) &&
         setresgid (NOBODY, NOBODY, 0) == 0 && setresuid (NOBODY, NOBODY, 0) == 0;
}

static void
become_oneself (void)
{
  uid_t real, effective, saved;

  getresuid (&real, &effective, &saved);
  if (saved == 0)
    g_assert_true (setresuid (0, 0, 0) == 0 && setresgid (0, 0, 0) == 0);
}

/* ---- opening ---- */

static void
check_open_refused (const Fixture *fixture,
                    int            code,
                    const char    *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMap) map = nk_store_open (fixture->file, NULL, &error);
  g_autofree char *plain = NULL;

  g_assert_null (map);
  g_assert_error (error, G_IO_ERROR, code);
  plain = plain_message (fixture, error);
  g_assert_cmpstr (plain, ==, message);
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *entity = NULL;
  g_autoptr (NkMap) map = NULL;

  put (fixture->path, EMPTY_MAP);
  map = nk_store_open (fixture->file, &entity, NULL);
  g_assert_nonnull (map);
  g_assert_nonnull (entity);
}

static void
test_open_missing (Fixture       *fixture,
                   gconstpointer  data)
{
  check_open_refused (fixture, G_IO_ERROR_NOT_FOUND, "FOLDER/map.json does not exist.");
  g_assert_cmpint (symlink ("nowhere", fixture->path), ==, 0);
  check_open_refused (fixture, G_IO_ERROR_NOT_FOUND, "FOLDER/map.json does not exist.");
}

static void
test_open_behind_file (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = g_strconcat (fixture->path, "/inside.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL;

  put (fixture->path, EMPTY_MAP);
  g_assert_null (nk_store_open (file, NULL, &error));
  plain = plain_message (fixture, error);
  g_assert_cmpstr (plain, ==, "FOLDER/map.json/inside.json does not exist.");
}

static void
test_open_folder (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  check_open_refused (fixture, G_IO_ERROR_IS_DIRECTORY, "FOLDER/map.json is a folder, not a map.");
}

/* To open a FIFO would wait for a writer for ever. */
static void
test_open_fifo (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  check_open_refused (fixture, G_IO_ERROR_NOT_REGULAR_FILE,
                      "FOLDER/map.json is not a regular file, so it cannot be a map.");
}

static void
test_open_device (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_cmpint (symlink ("/dev/zero", fixture->path), ==, 0);
  check_open_refused (fixture, G_IO_ERROR_NOT_REGULAR_FILE,
                      "FOLDER/map.json is not a regular file, so it cannot be a map.");
}

static void
test_open_unreadable (Fixture       *fixture,
                      gconstpointer  data)
{
  put (fixture->path, EMPTY_MAP);
  g_assert_cmpint (g_chmod (fixture->path, 0), ==, 0);
  g_assert_true (become_nobody (fixture));
  check_open_refused (fixture, G_IO_ERROR_PERMISSION_DENIED,
                      "FOLDER/map.json cannot be read: you do not have the permission.");
  become_oneself ();
}

static void
test_open_too_large (Fixture       *fixture,
                     gconstpointer  data)
{
  put (fixture->path, "");
  g_assert_cmpint (truncate (fixture->path, 512 * 1024 * 1024 + 1), ==,
                   0);   /* takes no room on the disk */
  check_open_refused (fixture, G_IO_ERROR_FAILED, "FOLDER/map.json is larger than 512 MiB.");
}

/* What the reader says names the file. */
static void
test_open_wrong (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL;

  put (fixture->path, "{}");
  g_assert_null (nk_store_open (fixture->file, NULL, &error));
  plain = plain_message (fixture, error);
  g_assert_cmpstr (plain, ==,
                   "FOLDER/map.json:1: This is not a map: it lacks “\"format\": \"netzkarte\"”.");
}

/* ---- replacing ---- */

static gboolean
replace (const Fixture  *fixture,
         const char     *content,
         char          **entity,
         GError        **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));

  return nk_store_replace (fixture->file, bytes, entity, error);
}

static void
check_replace_refused (const Fixture *fixture,
                       int            code,
                       const char    *message)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL;

  g_assert_false (replace (fixture, "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  plain = plain_message (fixture, error);
  g_assert_cmpstr (plain, ==, message);
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  mode_t mask = umask (027);
  struct stat made;

  g_assert_true (replace (fixture, "first", NULL, NULL));
  umask (mask);
  check_content (fixture->path, "first");
  g_assert_cmpint (g_stat (fixture->path, &made), ==, 0);
  g_assert_cmpuint (made.st_mode & 07777, ==, 0640);
  g_assert_true (replace (fixture, "", NULL, NULL));
  check_content (fixture->path, "");
  check_folder (fixture, "map.json");
}

static void
test_replace_keeps_permissions (Fixture       *fixture,
                                gconstpointer  data)
{
  static const int modes[] = { 0600, 0644, 0664, 0755 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      struct stat kept;

      put (fixture->path, "old");
      g_assert_cmpint (g_chmod (fixture->path, modes[i]), ==, 0);
      g_assert_true (replace (fixture, "new", NULL, NULL));
      g_assert_cmpint (g_stat (fixture->path, &kept), ==, 0);
      g_assert_cmpuint (kept.st_mode & 07777, ==, modes[i]);
    }
}

static void
test_replace_keeps_owner (Fixture       *fixture,
                          gconstpointer  data)
{
  struct stat kept;

  if (getuid () != 0)
    {
      g_test_skip ("only root can save somebody else's file as theirs");
      return;
    }
  put (fixture->path, "old");
  g_assert_cmpint (chown (fixture->path, NOBODY, NOBODY), ==, 0);
  g_assert_true (replace (fixture, "new", NULL, NULL));
  g_assert_cmpint (g_stat (fixture->path, &kept), ==, 0);
  g_assert_cmpuint (kept.st_uid, ==, NOBODY);
  g_assert_cmpuint (kept.st_gid, ==, NOBODY);
}

/* The link stays, and the file at its end is replaced, be it there already or not. */
static void
test_replace_keeps_links (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *folder = beside (fixture, "real");
  g_autofree char *real = beside (fixture, "real/network.json");
  g_autofree char *between = beside (fixture, "between.json");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("between.json", fixture->path), ==, 0);
  g_assert_cmpint (symlink (real, between), ==, 0);
  g_assert_true (replace (fixture, "first", NULL, NULL));
  check_content (real, "first");
  g_assert_true (replace (fixture, "second", NULL, NULL));
  check_content (real, "second");
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (between, G_FILE_TEST_IS_SYMLINK));
  check_folder (fixture, "between.json map.json real");
}

static void
test_replace_endless_link (Fixture       *fixture,
                           gconstpointer  data)
{
  g_assert_cmpint (symlink ("map.json", fixture->path), ==, 0);
  check_replace_refused (fixture, G_IO_ERROR_TOO_MANY_LINKS,
                         "FOLDER/map.json cannot be written: Too many levels of symbolic links.");
}

static void
test_replace_long_name (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *name = g_strnfill (255, 'n');
  g_autofree char *path = beside (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  g_assert_true (nk_store_replace (file, bytes, NULL, NULL));
  check_content (path, "new");
}

static void
test_replace_folder (Fixture       *fixture,
                     gconstpointer  data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  check_replace_refused (fixture, G_IO_ERROR_IS_DIRECTORY,
                         "FOLDER/map.json is a folder. Name a file.");
}

static void
test_replace_fifo (Fixture       *fixture,
                   gconstpointer  data)
{
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  check_replace_refused (fixture, G_IO_ERROR_NOT_REGULAR_FILE,
                         "FOLDER/map.json is not a regular file, so it is not written over.");
}

static void
test_replace_nowhere (Fixture       *fixture,
                      gconstpointer  data)
{
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  check_replace_refused (fixture, G_IO_ERROR_NOT_FOUND,
                         "FOLDER/map.json cannot be written: its folder does not exist.");
}

static void
test_replace_read_only (Fixture       *fixture,
                        gconstpointer  data)
{
  put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  g_assert_true (become_nobody (fixture));
  check_replace_refused (fixture, G_IO_ERROR_PERMISSION_DENIED,
                         "FOLDER/map.json cannot be written: you do not have the permission.");
  become_oneself ();
  check_content (fixture->path, "old");
  check_folder (fixture, "map.json");
}

static void
test_replace_in_read_only_folder (Fixture       *fixture,
                                  gconstpointer  data)
{
  put (fixture->path, "old");
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  g_assert_true (become_nobody (fixture));
  check_replace_refused (fixture, G_IO_ERROR_PERMISSION_DENIED,
                         "FOLDER/map.json cannot be written: you do not have the permission.");
  become_oneself ();
  check_content (fixture->path, "old");
  check_folder (fixture, "map.json");
}

/* ---- the disk is full ---- */

static void
limit_file_size (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes == RLIM_INFINITY ? limit.rlim_max : bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* The write fails in the middle, as it does when the disk is full. */
static void
test_replace_fails (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *content = g_strnfill (100000, 'n');
  g_autoptr (GError) error = NULL;
  gboolean replaced;

  put (fixture->path, "old");
  signal (SIGXFSZ, SIG_IGN);
  limit_file_size (5000);
  replaced = replace (fixture, content, NULL, &error);
  limit_file_size (RLIM_INFINITY);
  g_assert_false (replaced);
  g_assert_true (g_str_has_suffix (error->message, "/map.json cannot be written: File too large."));
  check_content (fixture->path, "old");
  check_folder (fixture, "map.json");
}

/* ---- somebody else saves the same file ---- */

/* A file's tag holds its time, so what comes at once after has to be moved in time. */
static void
make_older (const char *path)
{
  const struct timespec times[] = { { 1, 0 }, { 1, 0 } };

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
test_entity (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *entity = NULL;
  g_autoptr (NkMap) map = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *plain = NULL;

  put (fixture->path, EMPTY_MAP);
  make_older (fixture->path);
  map = nk_store_open (fixture->file, &entity, NULL);
  g_assert_true (replace (fixture, "mine", &entity, NULL));
  g_assert_true (replace (fixture, "mine again", &entity, NULL));
  put (fixture->path, "theirs");
  make_older (fixture->path);
  g_assert_false (replace (fixture, "mine once more", &entity, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG);
  plain = plain_message (fixture, error);
  g_assert_cmpstr (plain, ==, "FOLDER/map.json has been changed on disk since it was opened.");
  check_content (fixture->path, "theirs");
  check_folder (fixture, "map.json");

  /* Knowing it, one may. */
  g_assert_true (replace (fixture, "mine after all", NULL, NULL));
  check_content (fixture->path, "mine after all");
}

/* What has been taken away is written again. */
static void
test_entity_gone (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *entity = NULL;
  g_autoptr (NkMap) map = NULL;

  put (fixture->path, EMPTY_MAP);
  map = nk_store_open (fixture->file, &entity, NULL);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (replace (fixture, "mine", &entity, NULL));
  check_content (fixture->path, "mine");
}

/* A file that is new gets a tag by its first save. */
static void
test_entity_new (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *entity = NULL;

  g_assert_true (replace (fixture, "first", &entity, NULL));
  g_assert_nonnull (entity);
  put (fixture->path, "theirs");
  make_older (fixture->path);
  g_assert_false (replace (fixture, "second", &entity, NULL));
  check_content (fixture->path, "theirs");
}

static void
add (const char *path,
     void      (*test) (Fixture       *fixture,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/open", test_open);
  add ("/store/open/missing", test_open_missing);
  add ("/store/open/behind-a-file", test_open_behind_file);
  add ("/store/open/folder", test_open_folder);
  add ("/store/open/fifo", test_open_fifo);
  add ("/store/open/device", test_open_device);
  add ("/store/open/unreadable", test_open_unreadable);
  add ("/store/open/too-large", test_open_too_large);
  add ("/store/open/wrong", test_open_wrong);
  add ("/store/replace", test_replace);
  add ("/store/replace/keeps-permissions", test_replace_keeps_permissions);
  add ("/store/replace/keeps-owner", test_replace_keeps_owner);
  add ("/store/replace/keeps-links", test_replace_keeps_links);
  add ("/store/replace/endless-link", test_replace_endless_link);
  add ("/store/replace/long-name", test_replace_long_name);
  add ("/store/replace/folder", test_replace_folder);
  add ("/store/replace/fifo", test_replace_fifo);
  add ("/store/replace/nowhere", test_replace_nowhere);
  add ("/store/replace/read-only", test_replace_read_only);
  add ("/store/replace/read-only-folder", test_replace_in_read_only_folder);
  add ("/store/replace/fails", test_replace_fails);
  add ("/store/entity", test_entity);
  add ("/store/entity/gone", test_entity_gone);
  add ("/store/entity/new", test_entity_new);
  return g_test_run ();
}
