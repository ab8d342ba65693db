#include "commands/arrange.h"
#include "commands/command.h"
#include "commands/report.h"
#include "files/native.h"
#include "files/store.h"

#include "map/text.h"

typedef struct
{
  char *output;
  char *method;
  gboolean only_new;
  gboolean report;
} Options;

/* Writes the map where it is wanted: a report alone writes nothing. `entity` is the tag of the map's
 * file: if somebody saves it meanwhile, it is not written over. */
static gboolean
write_map (GFile         *file,
           NkMap         *map,
           char         **entity,
           const Options *options,
           GError       **error)
{
  g_autoptr (GFile) output = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (options->report && options->output == NULL)
    return TRUE;
  bytes = nk_native_write (map);
  output = options->output != NULL ? g_file_new_for_commandline_arg (options->output)
                                   : g_object_ref (file);
  return nk_store_replace (output, bytes, g_file_equal (output, file) ? entity : NULL, error);
}

static NkExit
lay_out (GFile         *file,
         NkMap         *map,
         char         **entity,
         const Options *options)
{
  g_autoptr (NkMap) before = nk_map_copy (map);
  gboolean as_it_stands = options->report && options->method == NULL && !options->only_new;
  GError *error = NULL;
  int method = options->method != NULL ? nk_method_from_name (options->method) : NK_METHOD_LEVELS;

  if (method < 0)
    return nk_command_say (_("There is no layout method “%s”. Use “levels” or “free”."),
                           options->method);
  if (!as_it_stands && !nk_arrange (map, method, options->only_new, &error))
    return nk_command_fail (error);
  if (!write_map (file, map, entity, options, &error))
    return nk_command_fail (error);
  if (options->report)
    nk_report (map, before);
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
    { "report", 0, 0, G_OPTION_ARG_NONE, &options.report,
      N_("Print how good the drawing is, as JSON: of the map as it stands or, with a method, of "
         "what that gives; nothing is written without --output"), NULL },
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
