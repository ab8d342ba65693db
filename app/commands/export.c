#include "commands/anonymous.h"
#include "commands/arrange.h"
#include "commands/figures.h"
#include "map/anonymise.h"

#include <string.h>

#include "map/text.h"

/* Who has no place is given one, so that nobody is missing in the figure. */
static gboolean
place_everyone (NkMap   *map,
                GError **error)
{
  guint unplaced = nk_map_count_unplaced (map);
  NkJobOptions options = { .only_new = unplaced < nk_map_count (map, NK_ACTOR) };

  return unplaced == 0 || nk_arrange (map, NK_METHOD_LEVELS, &options, error);
}

/* The map as it is drawn: everybody has a place and, if that is wanted, nobody a name. */
static NkMap *
prepare (NkMap           *map,
         GFile           *file,
         NkExportOptions *options)
{
  g_autoptr (GFile) output =
    g_file_new_for_commandline_arg (options->all ? options->folder : options->output);
  NkMap *shown = options->anonymise ? nk_anonymous_map (map, file, output, options->list)
                                    : nk_map_ref (map);
  GError *error = NULL;

  if (shown != NULL && !place_everyone (shown, &error))
    {
      nk_command_fail (error);
      g_clear_pointer (&shown, nk_map_unref);
    }
  return shown;
}

/* The words that were given, as they may be shown. */
static void
anonymise_words (const NkMap     *map,
                 NkExportOptions *options)
{
  char **words[] = { &options->title, &options->caption };

  for (guint i = 0; i < G_N_ELEMENTS (words) && options->anonymise; i++)
    {
      char *given = *words[i];

      *words[i] = nk_anonymise_text (map, given);
      g_free (given);
    }
}

/* TRUE if a figure, or all of them, and where they go is named. */
static gboolean
names_output (NkExportOptions *options)
{
  if (options->all && (options->output != NULL || options->figure != NULL))
    nk_command_say (_("“--all-figures” draws files of its own: leave “--output” and “--figure” "
                      "out."));
  else if (options->all && options->folder == NULL)
    nk_command_say (_("Name the folder for the figures with -d, as in -d figures."));
  else if (!options->all && (options->folder != NULL || options->format != NULL))
    nk_command_say (_("“--folder” and “--format” go with “--all-figures”."));
  else if (!options->all && options->output == NULL)
    nk_command_say (_("Name the figure with -o, as in -o figure.pdf."));
  else if (!options->all && nk_figure_format (options->output) == NULL)
    nk_command_say (_("“%s” must end in .pdf, .svg, .png or .scene.json."), options->output);
  else if (options->list != NULL && !options->anonymise)
    nk_command_say (_("“--list” goes with “--anonymise”."));
  else
    return TRUE;
  return FALSE;
}

/* The format of all figures: the one that was named, or PDF. */
static gboolean
set_format (NkExportOptions *options)
{
  g_autofree char *file = g_strconcat (".", options->format, NULL);

  if (options->format == NULL)
    options->format = g_strdup ("pdf");
  else if (g_strcmp0 (nk_figure_format (file), options->format) != 0)
    {
      nk_command_say (_("There is no figure format “%s”. Use pdf, svg, png or scene.json."),
                      options->format);
      return FALSE;
    }
  return TRUE;
}

static NkExit
run (NkExportOptions *options,
     char           **arguments)
{
  g_autoptr (GFile) file = nk_command_file (arguments);
  g_autoptr (NkMap) map = NULL, shown = NULL;

  if (file == NULL || !names_output (options) || !nk_export_options_check (options)
      || (options->all && !set_format (options))
      || (map = nk_command_open (file, NULL)) == NULL
      || (shown = prepare (map, file, options)) == NULL)
    return NK_EXIT_FAILED;
  anonymise_words (map, options);
  return options->all ? nk_figures_export_all (shown, options)
                      : nk_figures_export_one (shown, options);
}

NkExit
nk_command_export (int    argc,
                   char **argv)
{
  NkExportOptions options = { .dpi = 300 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("The figure: .pdf, .svg, .png or .scene.json"), N_("FIGURE") },
    { "figure", 0, 0, G_OPTION_ARG_STRING, &options.figure,
      N_("A figure that is saved in the map; other options change it"), N_("NAME") },
    { "all-figures", 0, 0, G_OPTION_ARG_NONE, &options.all,
      N_("Every figure that is saved in the map"), NULL },
    { "folder", 'd', 0, G_OPTION_ARG_FILENAME, &options.folder, N_("Where all figures go"),
      N_("FOLDER") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      N_("Of all figures: pdf (the default), svg, png or scene.json"), N_("FORMAT") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view,
      N_("levels (the default), layers, panels or triangle"), N_("VIEW") },
    { "planes", 0, 0, G_OPTION_ARG_STRING, &options.planes,
      N_("Only these planes of the layers or panels, as in structure,people"), N_("PLANES") },
    { "gap", 0, 0, G_OPTION_ARG_DOUBLE, &options.gap,
      N_("How far apart the layers are: 1, one right below the other, to 4"), N_("TIMES") },
    { "angle", 0, 0, G_OPTION_ARG_DOUBLE, &options.angle,
      N_("How steeply one looks down on the layers: 15 to 75 degrees"), N_("DEGREES") },
    { "stacked", 0, 0, G_OPTION_ARG_NONE, &options.stacked,
      N_("Panels stand one below the other"), NULL },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &options.profile,
      N_("The page: map (as large as that, the default), page (174 mm), column (84 mm), a4, a3, "
         "slide or poster"),
      N_("PROFILE") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &options.width, N_("Width of another page"),
      N_("LENGTH") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &options.height,
      N_("Height of another page; as high as it needs if only a width is given"), N_("LENGTH") },
    { "type", 0, 0, G_OPTION_ARG_DOUBLE, &options.type,
      N_("Size of the names as printed, in points; that of the profile if not given"), N_("PT") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme,
      N_("paper (the default), screen, projector, dark or grey"), N_("THEME") },
    { "font", 0, 0, G_OPTION_ARG_STRING, &options.font, N_("Font family"), N_("FAMILY") },
    { "legend", 0, 0, G_OPTION_ARG_STRING, &options.legend,
      N_("Where the legend stands: below, beside, corner or none"), N_("PLACE") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("A title above the figure"),
      N_("TEXT") },
    { "caption", 0, 0, G_OPTION_ARG_STRING, &options.caption,
      N_("What is said below the figure: what is seen, and the source"), N_("TEXT") },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &options.quiet,
      N_("Don’t say in the figure what it hides"), NULL },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &options.dpi, N_("Resolution of a PNG (300)"), N_("DPI") },
    { "outlines", 0, 0, G_OPTION_ARG_NONE, &options.outlines,
      N_("Words of an SVG as outlines, which need no typeface"), NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_("Only what is there at this date, or in this period, as in 2015-09 or 2014-10/2015-08"),
      N_("DATE") },
    { "bundle", 0, 0, G_OPTION_ARG_NONE, &options.bundle,
      N_("Ties between the same two bands or districts run side by side"), NULL },
    { "anonymise", 0, 0, G_OPTION_ARG_NONE, &options.anonymise,
      N_("Put aliases instead of the names of natural persons"), NULL },
    { "list", 0, 0, G_OPTION_ARG_FILENAME, &options.list,
      N_("Write there what was replaced, instead of on standard error"), N_("FILE") },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  NkExit code = NK_EXIT_FAILED;

  if (nk_command_parse (argc, argv, entries, _("MAP"),
                        _("Draws a map as a figure, the same bytes each time. A map whose actors "
                          "have no places is laid out first, in memory."), &arguments))
    code = run (&options, arguments);
  nk_export_options_clear (&options);
  return code;
}
