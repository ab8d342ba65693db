#include "work/program.h"

#include "config.h"

#include <gio/gio.h>

/* The path of `name` in `folder` of `base` if it can be run there; else NULL. */
static char *
runnable (const char *base,
          const char *folder,
          const char *name)
{
  g_autofree char *path = g_build_filename (base, folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) && !g_file_test (path, G_FILE_TEST_IS_DIR)
         ? g_canonicalize_filename (path, NULL) : NULL;
}

char *
nk_program_path (const char *name)
{
  /* A build folder has its programs in these two; what is installed lies side by side. */
  static const char *const folders[] = { ".", "../app", "../ui" };
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *here = self != NULL ? g_path_get_dirname (self) : NULL;

  for (guint i = 0; here != NULL && i < G_N_ELEMENTS (folders); i++)
    {
      char *path = runnable (here, folders[i], name);

      if (path != NULL)
        return path;
    }
  return runnable (NK_LIBEXEC_FOLDER, ".", name);
}
