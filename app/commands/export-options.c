#include "commands/export-options.h"

#include "drawing/planes.h"
#include "map/date.h"

#include "map/text.h"

void
nk_export_options_clear (NkExportOptions *options)
{
  char *texts[] = { options->output, options->figure, options->folder, options->format,
                    options->list, options->view, options->planes, options->date,
                    options->profile, options->width, options->height, options->theme,
                    options->font, options->legend, options->title, options->caption };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
}

static gboolean
is_length (const char *text)
{
  if (text == NULL || nk_length_parse (text) > 0)
    return TRUE;
  nk_command_say (_("“%s” is not a length. Write it with its unit, as in 174mm or 8.5cm."), text);
  return FALSE;
}

static gboolean
is_within (double number,
           double least,
           double most)
{
  return number == 0 || (number >= least && number <= most);
}

/* The page, and how it looks. */
static gboolean
check_page (const NkExportOptions *options)
{
  if (nk_profile (options->profile) == NULL)
    nk_command_say (_("There is no profile “%s”. Use map, page, column, a4, a3, slide or poster."),
                    options->profile);
  else if (nk_theme (options->theme) == NULL)
    nk_command_say (_("There is no theme “%s”. Use paper, screen, projector, dark or grey."),
                    options->theme);
  else if (options->legend != NULL && nk_legend_from_name (options->legend) < 0)
    nk_command_say (_("A legend stands below, beside, in a corner, or not at all (none), not “%s”."),
                    options->legend);
  else if (!(options->dpi >= 1 && options->dpi <= 2400))
    nk_command_say (_("The resolution must be from 1 to 2400 dots per inch."));
  else
    return is_length (options->width) && is_length (options->height);
  return FALSE;
}

/* What is seen of the map. */
static gboolean
check_view (const NkExportOptions *options)
{
  if (options->view != NULL && nk_show_from_name (options->view) < 0)
    nk_command_say (_("There is no view “%s”. Use levels, layers, panels or triangle."),
                    options->view);
  else if (options->planes != NULL && nk_planes_parse (options->planes) == 0)
    nk_command_say (_("“%s” names no planes. Use structure, place and people, with commas between "
                      "them."), options->planes);
  else if (!is_within (options->gap, NK_GAP_LEAST, NK_GAP_MOST))
    nk_command_say (_("The distance of planes must be from %g to %g."), NK_GAP_LEAST, NK_GAP_MOST);
  else if (!is_within (options->angle, NK_ANGLE_LEAST, NK_ANGLE_MOST))
    nk_command_say (_("The angle must be from %g to %g degrees."), NK_ANGLE_LEAST, NK_ANGLE_MOST);
  else if (options->date != NULL && !nk_period_is_valid (options->date))
    nk_command_say (_("“%s” is not a date. Write a year, a month or a day: 2015, 2015-09 or "
                      "2015-09-01, or a period: 2014-10/2015-08."), options->date);
  else
    return TRUE;
  return FALSE;
}

gboolean
nk_export_options_check (const NkExportOptions *options)
{
  return check_page (options) && check_view (options);
}

static void
apply_page (const NkExportOptions *options,
            NkFigureSetting       *setting)
{
  if (options->profile != NULL)
    {
      NkFigureSetting page = nk_figure_setting (nk_profile (options->profile));

      page.view = setting->view;
      *setting = page;
    }
  nk_figure_setting_resize (setting,
                            options->width != NULL ? nk_length_parse (options->width) : 0,
                            options->height != NULL ? nk_length_parse (options->height) : 0);
  if (options->type != 0)
    setting->type = options->type;
  if (options->legend != NULL)
    setting->legend = nk_legend_from_name (options->legend);
  setting->dpi = options->dpi;
  setting->outlines = options->outlines;
}

static void
apply_view (const NkExportOptions *options,
            NkViewSetting         *view)
{
  if (options->view != NULL)
    view->show = nk_show_from_name (options->view);
  if (options->planes != NULL)
    view->planes = nk_planes_parse (options->planes);
  if (options->theme != NULL)
    view->theme = nk_theme (options->theme);
  if (options->date != NULL)
    view->date = options->date;
  if (options->font != NULL)
    view->family = options->font;
  if (options->gap != 0)
    view->gap = options->gap;
  if (options->angle != 0)
    view->angle = options->angle;
  view->stacked = view->stacked || options->stacked;
  view->bundle = view->bundle || options->bundle;
}

void
nk_export_options_apply (const NkExportOptions *options,
                         NkFigureSetting       *setting)
{
  const char *title = options->title != NULL ? options->title : setting->title;
  const char *caption = options->caption != NULL ? options->caption : setting->caption;
  gboolean quiet = setting->quiet || options->quiet;

  apply_page (options, setting);
  apply_view (options, &setting->view);
  setting->title = title;
  setting->caption = caption;
  setting->quiet = quiet;
}
