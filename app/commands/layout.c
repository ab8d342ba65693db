#include "commands/arrange.h"
#include "commands/command.h"
#include "files/native.h"
#include "files/store.h"

#include "map/text.h"

typedef struct
{
  char *output;
  char *method;
  gboolean only_new;
} Options;

/* `entity` is the tag of the map's file: if somebody saves it meanwhile, it is not written over. */
static NkExit
lay_out (GFile         *file,
         NkMap         *map,
         char         **entity,
         const Options *options)
{
  g_autoptr (GFile) output = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  int method = options->method != NULL ? nk_method_from_name (options->method) : NK_METHOD_LEVELS;

  if (method < 0)
    return nk_command_say (_("There is no layout method “%s”. Use “levels” or “free”."),
                           options->method);
  if (!nk_arrange (map, method, options->only_new, &error))
    return nk_command_fail (error);
  bytes = nk_native_write (map);
  output = options->output != NULL ? g_file_new_for_commandline_arg (options->output)
                                   : g_object_ref (file);
  if (!nk_store_replace (output, bytes, g_file_equal (output, file) ? entity : NULL, &error))
    return nk_command_fail (error);
  return NK_EXIT_DONE;
}

NkExit
nk_command_layout (int    argc,
                   char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *method = NULL;
  g_autofree char *entity = NULL;
  Options options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write the map there; without it, in place"), N_("FILE") },
    { "method", 0, 0, G_OPTION_ARG_STRING, &method,
      N_("levels (bands and districts, the default) or free"), N_("METHOD") },
    { "unpinned-only-new", 0, 0, G_OPTION_ARG_NONE, &options.only_new,
      N_("Every actor that has a place keeps it"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (NkMap) map = NULL;

  if (!nk_command_parse (argc, argv, entries, _("MAP"),
                         _("Gives the actors of a map their places. Pinned actors stay where they "
                           "are."),
                         &arguments) ||
      (file = nk_command_file (arguments)) == NULL ||
      (map = nk_command_open (file, &entity)) == NULL)
    return NK_EXIT_FAILED;
  options.output = output;
  options.method = method;
  return lay_out (file, map, &entity, &options);
}
