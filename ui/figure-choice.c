#include "ui/figure-choice.h"

#include "map/anonymise.h"

/* The texts of a setting that belong to the choice. */
#define TEXTS(setting) \
  { &(setting)->title, &(setting)->caption, &(setting)->view.date, &(setting)->view.family }

static void
own_texts (NkFigureSetting *setting)
{
  const char **texts[] = TEXTS (setting);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = g_strdup (*texts[i]);
}

void
nk_figure_choice_set_text (const char **text,
                           const char  *value)
{
  char *old = (char *) *text;

  *text = g_strdup (value);
  g_free (old);
}

/* What the window shows, as a figure shows it. */
static NkViewSetting
view_of (NkSession *session)
{
  NkViewSetting view;

  nk_session_view_setting (session, &view);
  view.legend = view.roomy = FALSE;
  view.theme = nk_theme (NULL);
  /* A page may need another than the usual one. */
  if (view.angle == NK_ANGLE_USUAL)
    view.angle = 0;
  return view;
}

NkFigureChoice *
nk_figure_choice_new (NkSession *session)
{
  NkFigureChoice *choice = g_new0 (NkFigureChoice, 1);

  choice->profile = nk_profile (NULL);
  choice->setting = nk_figure_setting (choice->profile);
  choice->setting.view = view_of (session);
  choice->setting.title = nk_record_text (nk_map_head (nk_session_map (session)), NK_FIELD_TITLE);
  choice->format = "pdf";
  own_texts (&choice->setting);
  return choice;
}

NkFigureChoice *
nk_figure_choice_copy (const NkFigureChoice *choice)
{
  NkFigureChoice *copy = g_memdup2 (choice, sizeof *choice);

  own_texts (&copy->setting);
  return copy;
}

void
nk_figure_choice_free (NkFigureChoice *choice)
{
  const char **texts[] = TEXTS (&choice->setting);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free ((char *) *texts[i]);
  g_free (choice);
}

void
nk_figure_choice_set_profile (NkFigureChoice  *choice,
                              const NkProfile *profile)
{
  const NkFigureSetting usual = nk_figure_setting (profile);
  NkFigureSetting *setting = &choice->setting;

  choice->profile = profile;
  setting->width = usual.width;
  setting->height = usual.height;
  setting->most_height = usual.most_height;
  setting->turns = usual.turns;
  setting->margin = usual.margin;
  setting->type = usual.type;
  setting->legend = usual.legend;
}

void
nk_figure_choice_set_size (NkFigureChoice *choice,
                           double          width,
                           double          height)
{
  choice->profile = NULL;
  choice->setting.width = width;
  choice->setting.height = height;
  choice->setting.most_height = 0;
  choice->setting.turns = FALSE;
  nk_figure_setting_resize (&choice->setting, width, height);
}

void
nk_figure_choice_set_view (NkFigureChoice      *choice,
                           const NkViewSetting *view)
{
  const char *date = choice->setting.view.date, *family = choice->setting.view.family;

  choice->setting.view = *view;
  choice->setting.view.date = date;
  choice->setting.view.family = family;
}

NkMap *
nk_figure_choice_resolve (NkFigureChoice *choice,
                          const NkMap    *map)
{
  NkFigureSetting *setting = &choice->setting;
  const char **texts[] = { &setting->title, &setting->caption };

  if (!choice->anonymise)
    return nk_map_copy (map);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char *old = (char *) *texts[i];

      *texts[i] = nk_anonymise_text (map, old);
      g_free (old);
    }
  return nk_anonymise (map, NULL);
}
