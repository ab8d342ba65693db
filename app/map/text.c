#include <langinfo.h>
#include <locale.h>

#include "map/text.h"

/* The folder of translations of the build that this program was made in, or NULL. To be freed. */
static char *
build_locale_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *locales = folder != NULL ? g_build_filename (folder, "..", "po", NULL) : NULL;

  if (locales == NULL || !g_file_test (locales, G_FILE_TEST_IS_DIR))
    return NULL;
  return g_steal_pointer (&locales);
}

void
nk_text_start (void)
{
  g_autofree char *folder = build_locale_folder ();

  setlocale (LC_ALL, "");
  /* Where no language is set at all, as in a script or a container, text is UTF-8 all the same. */
  if (g_str_equal (nl_langinfo (CODESET), "ANSI_X3.4-1968"))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : NK_LOCALE_FOLDER);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
