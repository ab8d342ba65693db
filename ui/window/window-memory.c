#include "ui/window/window-memory.h"

#define GROUP "window"

static char *
memory_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "netzkarte", "window.ini", NULL);
}

/* Read once; other programs do not write it, and another one of ours may have the last word. */
static GKeyFile *
memory (void)
{
  static GKeyFile *file;

  if (file == NULL)
    {
      g_autofree char *path = memory_path ();

      file = g_key_file_new ();
      g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
    }
  return file;
}

static void
save (void)
{
  g_autofree char *path = memory_path (), *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (memory (), path, NULL);
}

gboolean
nk_window_memory_boolean (const char *key,
                          gboolean    otherwise)
{
  g_autoptr (GError) error = NULL;
  gboolean value = g_key_file_get_boolean (memory (), GROUP, key, &error);

  return error == NULL ? value : otherwise;
}

int
nk_window_memory_integer (const char *key,
                          int         otherwise)
{
  g_autoptr (GError) error = NULL;
  int value = g_key_file_get_integer (memory (), GROUP, key, &error);

  return error == NULL ? value : otherwise;
}

char *
nk_window_memory_text (const char *key)
{
  return g_key_file_get_string (memory (), GROUP, key, NULL);
}

void
nk_window_memory_set_boolean (const char *key,
                              gboolean    value)
{
  g_key_file_set_boolean (memory (), GROUP, key, value);
  save ();
}

void
nk_window_memory_set_integer (const char *key,
                              int         value)
{
  g_key_file_set_integer (memory (), GROUP, key, value);
  save ();
}

void
nk_window_memory_set_text (const char *key,
                           const char *value)
{
  g_key_file_set_string (memory (), GROUP, key, value);
  save ();
}
