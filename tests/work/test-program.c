/* Where programs are found: this one copies itself to where others might be, and asks there. */
#include "work/program.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

static char *root;

static char *
path_in_root (const char *name)
{
  return g_build_filename (root, name, NULL);
}

static void
make_program (const char *name,
              guint       mode)
{
  g_autofree char *path = path_in_root (name);

  g_assert_true (g_file_set_contents_full (path, "#!/bin/sh\n", -1, G_FILE_SET_CONTENTS_NONE,
                                           (int) mode, NULL));
}

/* What the copy of this program finds that lies in a folder. */
static char *
found_from (const char *folder,
            const char *name)
{
  g_autofree char *file = g_build_filename (root, folder, "asking", NULL);
  g_autoptr (GFile) self = g_file_new_for_path ("/proc/self/exe");
  g_autoptr (GFile) copy = g_file_new_for_path (file);
  const char *arguments[] = { file, "--find", name, NULL };
  char *output = NULL;

  g_file_copy (self, copy, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                               &output, NULL, NULL, NULL));
  return output;
}

static void
test_found (void)
{
  static const struct { const char *from, *name, *found; } cases[] = {
    { "app", "beside", "app/beside" },
    { "ui", "beside", "app/beside" },
    { "app", "window", "ui/window" },
    { "tests", "beside", "app/beside" },
    { "app", "text", NULL },           /* no program */
    { "app", "folder", NULL },
    { "app", "nothing", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = found_from (cases[i].from, cases[i].name);
      g_autofree char *expected = path_in_root (cases[i].found != NULL ? cases[i].found : "");

      g_test_message ("%s from %s", cases[i].name, cases[i].from);
      g_assert_cmpstr (found, ==, cases[i].found != NULL ? expected : "nothing");
    }
}

static void
clear_root (void)
{
  static const char *const names[] = {
    "app/asking", "ui/asking", "tests/asking", "app/beside", "ui/window", "app/text", "app/folder",
    "app", "ui", "tests",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = path_in_root (names[i]);

      g_remove (path);
    }
  g_rmdir (root);
  g_free (root);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const folders[] = { "app", "ui", "tests", "app/folder" };
  int result;

  if (argc == 3 && g_str_equal (argv[1], "--find"))
    {
      g_autofree char *path = nk_program_path (argv[2]);

      g_print ("%s", path != NULL ? path : "nothing");
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  root = g_dir_make_tmp ("netzkarte-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = path_in_root (folders[i]);

      g_mkdir (folder, 0755);
    }
  make_program ("app/beside", 0755);
  make_program ("ui/window", 0755);
  make_program ("app/text", 0644);
  g_test_add_func ("/program/found", test_found);
  result = g_test_run ();
  clear_root ();
  return result;
}
