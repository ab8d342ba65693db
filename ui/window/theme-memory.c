#include "ui/window/theme-memory.h"

#define GROUP "window"
#define KEY "theme"

static char *
memory_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "netzkarte", "window.ini", NULL);
}

const NkTheme *
nk_theme_memory_recall (void)
{
  g_autoptr (GKeyFile) memory = g_key_file_new ();
  g_autofree char *path = memory_path (), *name = NULL;
  const NkTheme *theme;

  if (!g_key_file_load_from_file (memory, path, G_KEY_FILE_NONE, NULL))
    return nk_theme (NULL);
  name = g_key_file_get_string (memory, GROUP, KEY, NULL);
  theme = nk_theme (name);
  return theme != NULL ? theme : nk_theme (NULL);
}

void
nk_theme_memory_remember (const NkTheme *theme)
{
  g_autoptr (GKeyFile) memory = g_key_file_new ();
  g_autofree char *path = memory_path (), *folder = g_path_get_dirname (path);

  g_key_file_set_string (memory, GROUP, KEY, theme->name);
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (memory, path, NULL);
}
