#include "ui/figures/figure-choice.h"

#include "drawing/saved-figure.h"
#include "map/anonymise.h"

#include "map/text.h"

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

static void
free_texts (NkFigureSetting *setting)
{
  const char **texts[] = TEXTS (setting);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free ((char *) *texts[i]);
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
  free_texts (&choice->setting);
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
nk_figure_choice_set_saved (NkFigureChoice *choice,
                            const NkMap    *map,
                            const NkRecord *view)
{
  g_autofree char *period = NULL;
  NkFigureSetting setting = nk_figure_setting_from_view (map, view, &period);
  gboolean own = nk_record_has (view, NK_FIELD_PAGE_WIDTH)
                 || nk_record_has (view, NK_FIELD_PAGE_HEIGHT);

  setting.dpi = choice->setting.dpi;
  own_texts (&setting);
  free_texts (&choice->setting);
  choice->setting = setting;
  choice->profile = own ? NULL : nk_profile (nk_record_text (view, NK_FIELD_PROFILE));
}

NkEdit *
nk_figure_choice_save (const NkFigureChoice *choice,
                       const NkMap          *map,
                       const char           *name)
{
  const NkRecord *before = nk_saved_figure_find (map, name);
  NkEdit *edit = nk_edit_new (_("Save Figure"));
  g_autofree char *id = before != NULL ? g_strdup (nk_record_id (before))
                                       : nk_map_new_id (map, edit, NK_VIEW, name);
  NkRecord *view = nk_view_from_figure_setting (map, id, name, &choice->setting, choice->profile);
  const NkKindSchema *schema = nk_schema_kind (NK_VIEW);

  if (before != NULL)
    {
      /* It may have more in the file than this version knows. */
      NkRecord *again = nk_record_copy (before, NULL);

      for (guint i = 0; i < schema->n_fields; i++)
        nk_record_set_from (again, schema->fields[i].field, view);
      nk_record_unref (view);
      view = again;
    }
  nk_edit_put (edit, map, view);
  return edit;
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
