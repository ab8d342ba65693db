#include "commands/arrange.h"
#include "commands/command.h"
#include "drawing/figure.h"
#include "files/store.h"
#include "map/date.h"

#include <math.h>

#include "map/text.h"

#define DEFAULT_WIDTH "174mm"
#define DEFAULT_DPI 300

typedef struct
{
  char *output, *view, *width, *date, *title;
  double dpi;
  gboolean no_legend, bundle;
} Options;

/* Fills the setting; it borrows from the options. FALSE with a sentence on standard error. */
static gboolean
make_setting (const Options   *options,
              NkFigureSetting *setting)
{
  const char *width = options->width != NULL ? options->width : DEFAULT_WIDTH;
  int show = options->view != NULL ? nk_show_from_name (options->view) : NK_SHOW_LEVELS;

  *setting = (NkFigureSetting) {
    .view = { .show = show, .date = options->date, .bundle = options->bundle },
    .width = nk_length_parse (width),
    .dpi = options->dpi,
    .legend = !options->no_legend,
    .title = options->title,
  };
  if (show < 0)
    nk_command_say (_("There is no view “%s”. Use “levels” or “layers”."), options->view);
  else if (!(setting->width > 0))
    nk_command_say (_("“%s” is not a width. Write it with its unit, as in 174mm or 8.5cm."), width);
  else if (!(options->dpi >= 1 && options->dpi <= 2400))
    nk_command_say (_("The resolution must be from 1 to 2400 dots per inch."));
  else if (options->date != NULL && !nk_date_is_valid (options->date))
    nk_command_say (_("“%s” is not a date. Write a year, a month or a day: 2015, 2015-09 or "
                      "2015-09-01."),
                    options->date);
  else
    return TRUE;
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
  if (!make_setting (options, &setting) || (map = nk_command_open (file, NULL)) == NULL)
    return NK_EXIT_FAILED;
  return write_figure (map, options, &setting);
}

NkExit
nk_command_export (int    argc,
                   char **argv)
{
  Options options = { .dpi = DEFAULT_DPI };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("The figure: .pdf, .svg, .png or .scene.json"), N_("FIGURE") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &options.view, N_("levels (the default) or layers"),
      N_("VIEW") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &options.width, N_("Width of the page (174mm)"),
      N_("LENGTH") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &options.dpi, N_("Resolution of a PNG (300)"), N_("DPI") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date,
      N_("Only what is there at this date, as in 2015-09"), N_("DATE") },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &options.no_legend, N_("Leave the legend out"), NULL },
    { "bundle", 0, 0, G_OPTION_ARG_NONE, &options.bundle,
      N_("Ties between the same two bands or districts run side by side"), NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("A title above the figure"),
      N_("TEXT") },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  NkExit code = NK_EXIT_FAILED;

  if (nk_command_parse (argc, argv, entries, _("MAP"),
                        _("Draws a map as a figure, the same bytes each time. A map whose actors "
                          "have no places is laid out first, in memory."), &arguments))
    code = run (&options, arguments);
  g_free (options.output);
  g_free (options.view);
  g_free (options.width);
  g_free (options.date);
  g_free (options.title);
  return code;
}
