#include "commands/anonymous.h"
#include "commands/command.h"
#include "files/native.h"
#include "files/store.h"

#include "map/text.h"

typedef struct
{
  gboolean anonymise;
  char *list;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->list);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* `entity` is the tag of the map's file if that is what is written: if somebody saves it meanwhile,
 * it is not written over. */
static NkExit
write_copy (const NkMap  *map,
            GFile        *output,
            char        **entity)
{
  g_autoptr (GBytes) bytes = nk_native_write (map);
  GError *error = NULL;

  if (!nk_store_replace (output, bytes, entity, &error))
    return nk_command_fail (error);
  return NK_EXIT_DONE;
}

static NkExit
convert (const char    *name,
         const char    *output_name,
         const Options *options)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (output_name);
  g_autofree char *entity = NULL;
  g_autoptr (NkMap) map = nk_command_open (file, &entity);
  g_autoptr (NkMap) copy = NULL;

  if (map == NULL)
    return NK_EXIT_FAILED;
  if (!options->anonymise)
    return write_copy (map, output, g_file_equal (output, file) ? &entity : NULL);
  copy = nk_anonymous_map (map, file, output, options->list);
  return copy != NULL ? write_copy (copy, output, NULL) : NK_EXIT_FAILED;
}

NkExit
nk_command_convert (int    argc,
                    char **argv)
{
  g_auto (Options) options = { FALSE };
  const GOptionEntry entries[] = {
    { "anonymise", 0, 0, G_OPTION_ARG_NONE, &options.anonymise,
      N_("Put aliases instead of the names of natural persons"), NULL },
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &options.list,
      N_("Write there what was replaced, instead of on standard error"), N_("FILE") },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;

  if (!nk_command_parse (argc, argv, entries, _("MAP COPY"),
                         _("Writes a copy of a map: one record a line, as Netzkarte writes maps."),
                         &arguments))
    return NK_EXIT_FAILED;
  if (g_strv_length (arguments) != 2)
    return nk_command_say (_("Name the map and the copy, as in “%s city.netzkarte.json "
                             "copy.netzkarte.json”."), g_get_prgname ());
  if (!g_str_has_suffix (arguments[1], ".json"))
    return nk_command_say (_("“%s” must end in .netzkarte.json."), arguments[1]);
  if (options.list != NULL && !options.anonymise)
    return nk_command_say (_("“--list” goes with “--anonymise”."));
  return convert (arguments[0], arguments[1], &options);
}
