#include "commands/anonymous.h"
#include "commands/arrange.h"
#include "commands/command.h"
#include "drawing/figure.h"
#include "drawing/planes.h"
#include "files/store.h"
#include "map/anonymise.h"
#include "map/date.h"

#include <math.h>

#include "map/text.h"

typedef struct
{
  char *output, *view, *theme, *profile, *width, *height, *legend, *date, *title, *caption, *font;
  char *list, *planes;
  double type, dpi, gap, angle;
  gboolean quiet, outlines, bundle, anonymise;
} Options;

/* A length that was given, over what the profile has. FALSE with a sentence on standard error. */
static gboolean
set_length (const char *text,
            double     *length)
{
  if (text == NULL)
    return TRUE;
  *length = nk_length_parse (text);
  if (*length > 0)
    return TRUE;
  nk_command_say (_("“%s” is not a length. Write it with its unit, as in 174mm or 8.5cm."), text);
  return FALSE;
}

/* The page: that of the profile, or one of another size. */
static gboolean
set_page (const Options   *options,
          NkFigureSetting *setting)
{
  double width = 0, height = 0;

  if (options->type != 0)
    setting->type = options->type;
  if (!set_length (options->width, &width) || !set_length (options->height, &height))
    return FALSE;
  nk_figure_setting_resize (setting, width, height);
  return TRUE;
}

/* Fills the setting; it borrows from the options. FALSE with a sentence on standard error. */
static gboolean
make_setting (const Options   *options,
              NkFigureSetting *setting)
{
  const NkProfile *profile = nk_profile (options->profile);
  const NkTheme *theme = nk_theme (options->theme);
  int show = options->view != NULL ? nk_show_from_name (options->view) : NK_SHOW_LEVELS;
  int legend = options->legend != NULL ? nk_legend_from_name (options->legend) : 0;
  guint planes = nk_planes_parse (options->planes != NULL ? options->planes : "");

  if (profile == NULL)
    nk_command_say (_("There is no profile “%s”. Use map, page, column, a4, a3, slide or poster."),
                    options->profile);
  else if (theme == NULL)
    nk_command_say (_("There is no theme “%s”. Use paper, screen, projector, dark or grey."),
                    options->theme);
  else if (show < 0)
    nk_command_say (_("There is no view “%s”. Use levels, layers, panels or triangle."),
                    options->view);
  else if (planes == 0)
    nk_command_say (_("“%s” names no planes. Use structure, place and people, with commas between "
                      "them."), options->planes);
  else if (!(options->gap == 0 || (options->gap >= NK_GAP_LEAST && options->gap <= NK_GAP_MOST)))
    nk_command_say (_("The distance of planes must be from %g to %g."), NK_GAP_LEAST, NK_GAP_MOST);
  else if (!(options->angle == 0
             || (options->angle >= NK_ANGLE_LEAST && options->angle <= NK_ANGLE_MOST)))
    nk_command_say (_("The angle must be from %g to %g degrees."), NK_ANGLE_LEAST, NK_ANGLE_MOST);
  else if (legend < 0)
    nk_command_say (_("A legend stands below, beside, in a corner, or not at all (none), not “%s”."),
                    options->legend);
  else if (!(options->dpi >= 1 && options->dpi <= 2400))
    nk_command_say (_("The resolution must be from 1 to 2400 dots per inch."));
  else if (options->date != NULL && !nk_date_is_valid (options->date))
    nk_command_say (_("“%s” is not a date. Write a year, a month or a day: 2015, 2015-09 or "
                      "2015-09-01."),
                    options->date);
  else
    {
      *setting = nk_figure_setting (profile);
      setting->view = (NkViewSetting) { .show = show, .theme = theme, .date = options->date,
                                        .planes = planes, .gap = options->gap,
                                        .angle = options->angle,
                                        .family = options->font, .bundle = options->bundle };
      setting->dpi = options->dpi;
      setting->title = options->title;
      setting->caption = options->caption;
      setting->quiet = options->quiet;
      setting->outlines = options->outlines;
      if (options->legend != NULL)
        setting->legend = legend;
      return set_page (options, setting);
    }
  return FALSE;
}

/* Who has no place is given one, so that nobody is missing in the figure. */
static gboolean
place_everyone (NkMap   *map,
                GError **error)
{
  guint n = nk_map_count (map, NK_ACTOR), n_placed = 0;
  NkJobOptions options = { NULL };

  for (guint i = 0; i < n; i++)
    n_placed += nk_record_is_placed (nk_map_at (map, NK_ACTOR, i));
  options.only_new = n_placed > 0;
  return n_placed == n || nk_arrange (map, NK_METHOD_LEVELS, &options, error);
}

static NkExit
write_figure (NkMap                 *map,
              const Options         *options,
              const NkFigureSetting *setting)
{
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (options->output);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  if (!place_everyone (map, &error))
    return nk_command_fail (error);
  bytes = nk_figure_data (map, setting, nk_figure_format (options->output), &error);
  if (bytes == NULL || !nk_store_replace (output, bytes, NULL, &error))
    return nk_command_fail (error);
  return NK_EXIT_DONE;
}

/* The same of the map as it may be shown, with the words that go with it. */
static NkExit
write_anonymous (const NkMap           *map,
                 GFile                 *file,
                 const Options         *options,
                 const NkFigureSetting *setting)
{
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (options->output);
  g_autoptr (NkMap) copy = nk_anonymous_map (map, file, output, options->list);
  g_autofree char *title = nk_anonymise_text (map, setting->title);
  g_autofree char *caption = nk_anonymise_text (map, setting->caption);
  NkFigureSetting anonymous = *setting;

  anonymous.title = title;
  anonymous.caption = caption;
  return copy != NULL ? write_figure (copy, options, &anonymous) : NK_EXIT_FAILED;
}

static NkExit
run (const Options *options,
     char         **arguments)
{
  g_autoptr (GFile) file = nk_command_file (arguments);
  g_autoptr (NkMap) map = NULL;
  NkFigureSetting setting;

  if (file == NULL)
    return NK_EXIT_FAILED;
  if (options->output == NULL)
    return nk_command_say (_("Name the figure with -o, as in -o figure.pdf."));
  if (nk_figure_format (options->output) == NULL)
    return nk_command_say (_("“%s” must end in .pdf, .svg, .png or .scene.json."), options->output);
  if (options->list != NULL && !options->anonymise)
    return nk_command_say (_("“--list” goes with “--anonymise”."));
  if (!make_setting (options, &setting) || (map = nk_command_open (file, NULL)) == NULL)
    return NK_EXIT_FAILED;
  if (options->anonymise)
    return write_anonymous (map, file, options, &setting);
  return write_figure (map, options, &setting);
}

static void
options_clear (Options *options)
{
  char *texts[] = { options->output, options->view, options->theme, options->profile,
                    options->width, options->height, options->legend, options->date,
                    options->title, options->caption, options->font, options->list,
                    options->planes };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

NkExit
nk_command_export (int    argc,
                   char **argv)
{
  Options options = { .dpi = 300 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("The figure: .pdf, .svg, .png or .scene.json"), N_("FIGURE") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view, N_("levels (the default), layers, panels or triangle"), N_("VIEW") },
    { "planes", 0, 0, G_OPTION_ARG_STRING, &options.planes,
      N_("Only these planes of the layers or panels, as in structure,people"), N_("PLANES") },
    { "gap", 0, 0, G_OPTION_ARG_DOUBLE, &options.gap,
      N_("How far apart the layers are: 1, one right below the other, to 4"), N_("TIMES") },
    { "angle", 0, 0, G_OPTION_ARG_DOUBLE, &options.angle,
      N_("How steeply one looks down on the layers: 15 to 75 degrees"), N_("DEGREES") },
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
      N_("Only what is there at this date, as in 2015-09"), N_("DATE") },
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
  options_clear (&options);
  return code;
}
