#include "commands/arrange.h"
#include "commands/command.h"
#include "commands/report.h"
#include "drawing/view.h"
#include "files/native.h"
#include "files/store.h"

#include "map/text.h"

/* Wider or higher than this is no drawing any more. */
#define ASPECT_LEAST 0.1
#define ASPECT_MOST 10.0

typedef struct
{
  char *output;
  char *method;
  char *only;
  char *around;
  double aspect;
  gint64 seed;
  gboolean only_new;
  gboolean report;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->output);
  g_free (options->method);
  g_free (options->only);
  g_free (options->around);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* Reads the ids of the actors that may move. FALSE with a sentence on standard error if one of them
 * is not in the map. */
static gboolean
read_only (const NkMap   *map,
           const Options *options,
           GHashTable    *only)
{
  g_auto (GStrv) ids = g_strsplit (options->only, ",", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const NkRecord *actor = nk_map_find (map, NK_ACTOR, g_strstrip (ids[i]));

      if (actor == NULL)
        {
          nk_command_say (_("The actor “%s” is not in the map."), ids[i]);
          return FALSE;
        }
      g_hash_table_add (only, (gpointer) nk_record_id (actor));
    }
  return TRUE;
}

/* Whether the actor in the middle is in the map, and the method has a middle; else a sentence on
 * standard error. */
static gboolean
check_around (const NkMap   *map,
              int            method,
              const Options *options)
{
  if (options->around == NULL)
    return TRUE;
  if (method != NK_METHOD_RADIAL)
    nk_command_say (_("“--around” goes with “--method radial”."));
  else if (nk_map_find (map, NK_ACTOR, options->around) == NULL)
    nk_command_say (_("The actor “%s” is not in the map."), options->around);
  else
    return TRUE;
  return FALSE;
}

/* Finds places as the options say. FALSE with a sentence on standard error. */
static gboolean
arrange (NkMap         *map,
         int            method,
         const Options *options)
{
  g_autoptr (GHashTable) only = g_hash_table_new (g_str_hash, g_str_equal);
  NkJobOptions wanted = {
    .only = options->only != NULL ? only : NULL,
    .only_new = options->only_new,
    .seed = options->seed,
    .aspect = options->aspect,
    .around = options->around,
  };
  GError *error = NULL;

  if (options->aspect != 0
      && !(options->aspect >= ASPECT_LEAST && options->aspect <= ASPECT_MOST))
    {
      nk_command_say (_("The aspect is width by height, from 0.1 to 10."));
      return FALSE;
    }
  if (!check_around (map, method, options)
      || (options->only != NULL && !read_only (map, options, only)))
    return FALSE;
  if (nk_arrange (map, method, &wanted, &error))
    return TRUE;
  nk_command_fail (error);
  return FALSE;
}

/* Writes the map where it is wanted: a report alone writes nothing. `entity` is the tag of the
 * map's file: if somebody saves it meanwhile, it is not written over. */
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

/* Says on standard error who is pinned where another level is. */
static void
name_strays (const NkMap *map)
{
  g_autofree char *strays = nk_view_pinned_strays (map);

  if (strays != NULL)
    nk_command_say ("%s", strays);
}

static NkExit
lay_out (GFile         *file,
         NkMap         *map,
         char         **entity,
         const Options *options)
{
  g_autoptr (NkMap) before = nk_map_copy (map);
  gboolean as_it_stands = options->report && options->method == NULL && options->only == NULL &&
                          options->around == NULL && !options->only_new;
  GError *error = NULL;
  int method = options->method != NULL ? nk_method_from_name (options->method) : NK_METHOD_LEVELS;

  if (method < 0)
    return nk_command_say (_("There is no layout method “%s”. Use “levels”, “free”, “hierarchy”, "
                             "“radial”, “circle”, “grid” or “tidy”."), options->method);
  if (!as_it_stands && !arrange (map, method, options))
    return NK_EXIT_FAILED;
  if (!as_it_stands && method == NK_METHOD_LEVELS)
    name_strays (map);
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
  g_autofree char *entity = NULL;
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write the map there; without it, in place"), N_("FILE") },
    { "method", 0, 0, G_OPTION_ARG_STRING, &options.method,
      N_("levels (bands and districts, the default), free, hierarchy, radial, circle, grid, or tidy "
         "(as it is, but straight)"), N_("METHOD") },
    { "around", 0, 0, G_OPTION_ARG_STRING, &options.around,
      N_("radial: the actor in the middle; without it, the one with the most ties"), N_("ID") },
    { "unpinned-only-new", 0, 0, G_OPTION_ARG_NONE, &options.only_new,
      N_("Every actor that has a place keeps it"), NULL },
    { "only", 0, 0, G_OPTION_ARG_STRING, &options.only,
      N_("Only these actors move"), N_("ID,ID") },
    { "aspect", 0, 0, G_OPTION_ARG_DOUBLE, &options.aspect,
      N_("Wanted width by height of the drawing (1.3)"), N_("NUMBER") },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options.seed,
      N_("Another number gives another drawing; the same gives the same (0)"), N_("NUMBER") },
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
  return lay_out (file, map, &entity, &options);
}
