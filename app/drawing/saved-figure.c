#include "drawing/saved-figure.h"

#include "drawing/planes.h"
#include "map/date.h"

#include <math.h>

#define FILE_NAME_MOST 120    /* characters, in case a name is a whole sentence */

/* The dates of a phase as one period, or NULL if it has none, or there is no phase. */
static char *
period_of (const NkRecord *phase)
{
  const char *since = phase != NULL ? nk_record_text (phase, NK_FIELD_SINCE) : "";
  const char *until = phase != NULL ? nk_record_text (phase, NK_FIELD_UNTIL) : "";

  return since[0] != '\0' || until[0] != '\0' ? g_strconcat (since, "/", until, NULL) : NULL;
}

static guint
planes_of (const NkRecord *view)
{
  g_autofree char *names = g_strjoinv (",", (char **) nk_record_texts (view, NK_FIELD_PLANES));

  return nk_planes_parse (names);
}

/* A number of a view, 0 if it is not given. */
static double
number_of (const NkRecord *view,
           NkField         field)
{
  double number = nk_record_number (view, field);

  return isnan (number) ? 0 : number;
}

NkFigureSetting
nk_figure_setting_from_view (const NkMap    *map,
                             const NkRecord *view,
                             char          **period)
{
  const NkProfile *profile = nk_profile (nk_record_text (view, NK_FIELD_PROFILE));
  NkFigureSetting setting = nk_figure_setting (profile);
  const char *legend = nk_record_text (view, NK_FIELD_LEGEND);

  *period = period_of (nk_map_find (map, NK_PHASE, nk_record_text (view, NK_FIELD_PHASE)));
  setting.view = (NkViewSetting) {
    .show = nk_show_from_name (nk_record_text (view, NK_FIELD_SHOW)),
    .theme = nk_theme (nk_record_text (view, NK_FIELD_THEME)),
    .date = *period != NULL ? *period : nk_record_text (view, NK_FIELD_DATE),
    .family = nk_record_text (view, NK_FIELD_FAMILY),
    .planes = planes_of (view),
    .gap = number_of (view, NK_FIELD_GAP),
    .angle = number_of (view, NK_FIELD_ANGLE),
    .stacked = nk_record_boolean (view, NK_FIELD_STACKED),
    .bundle = nk_record_boolean (view, NK_FIELD_BUNDLE),
  };
  nk_figure_setting_resize (&setting,
                            number_of (view, NK_FIELD_PAGE_WIDTH) * NK_POINTS_A_MILLIMETRE,
                            number_of (view, NK_FIELD_PAGE_HEIGHT) * NK_POINTS_A_MILLIMETRE);
  if (number_of (view, NK_FIELD_TYPE_SIZE) > 0)
    setting.type = number_of (view, NK_FIELD_TYPE_SIZE);
  if (legend[0] != '\0')
    setting.legend = nk_legend_from_name (legend);
  setting.title = nk_record_text (view, NK_FIELD_TITLE);
  setting.caption = nk_record_text (view, NK_FIELD_CAPTION);
  setting.quiet = nk_record_boolean (view, NK_FIELD_QUIET);
  return setting;
}

static void
save_text (NkRecord   *view,
           NkField     field,
           const char *text)
{
  nk_record_set_text (view, field, text != NULL ? text : "");
}

static void
save_planes (NkRecord *view,
             guint     planes)
{
  const char *names[NK_N_DIMENSIONS + 1] = { NULL };
  guint n = 0;

  for (int i = 0; i < NK_N_DIMENSIONS; i++)
    if (planes & (1u << i))
      names[n++] = nk_field_name (nk_dimensions[i]);
  names[n] = NULL;
  if (n > 0 && n < NK_N_DIMENSIONS)
    nk_record_set_texts (view, NK_FIELD_PLANES, names);
}

/* Numbers that are 0 are not given. */
static void
save_number (NkRecord *view,
             NkField   field,
             double    number)
{
  if (number > 0)
    nk_record_set_number (view, field, number);
}

/* Millimetres, to a hundredth: a length goes to points and back unchanged. */
static double
millimetres (double points)
{
  return round (points / NK_POINTS_A_MILLIMETRE * 100) / 100;
}

static void
save_page (NkRecord              *view,
           const NkFigureSetting *setting,
           const NkProfile       *profile)
{
  const NkProfile *usual = profile != NULL ? profile : nk_profile (NULL);

  nk_record_set_text (view, NK_FIELD_PROFILE, usual->name);
  if (profile == NULL)
    {
      save_number (view, NK_FIELD_PAGE_WIDTH, millimetres (setting->width));
      save_number (view, NK_FIELD_PAGE_HEIGHT, millimetres (setting->height));
    }
  if (setting->type != usual->type)
    nk_record_set_number (view, NK_FIELD_TYPE_SIZE, setting->type);
  if (setting->legend != usual->legend)
    nk_record_set_text (view, NK_FIELD_LEGEND, nk_legend_name (setting->legend));
}

/* A view holds a date, or the phase that has these dates. */
static void
save_date (NkRecord    *view,
           const NkMap *map,
           const char  *date)
{
  if (date == NULL || nk_date_is_valid (date))
    save_text (view, NK_FIELD_DATE, date);
  for (guint i = 0; i < nk_map_count (map, NK_PHASE); i++)
    {
      const NkRecord *phase = nk_map_at (map, NK_PHASE, i);
      g_autofree char *period = period_of (phase);

      if (date != NULL && g_strcmp0 (period, date) == 0)
        nk_record_set_text (view, NK_FIELD_PHASE, nk_record_id (phase));
    }
}

NkRecord *
nk_view_from_figure_setting (const NkMap           *map,
                             const char            *id,
                             const char            *name,
                             const NkFigureSetting *setting,
                             const NkProfile       *profile)
{
  const NkViewSetting *shown = &setting->view;
  NkRecord *view = nk_record_new (NK_VIEW, id);

  save_text (view, NK_FIELD_NAME, name);
  save_text (view, NK_FIELD_SHOW, nk_show_name (shown->show));
  save_date (view, map, shown->date);
  save_planes (view, shown->planes);
  save_number (view, NK_FIELD_GAP, shown->gap);
  save_number (view, NK_FIELD_ANGLE, shown->angle);
  nk_record_set_boolean (view, NK_FIELD_STACKED, shown->stacked);
  nk_record_set_boolean (view, NK_FIELD_BUNDLE, shown->bundle);
  save_page (view, setting, profile);
  save_text (view, NK_FIELD_THEME, (shown->theme != NULL ? shown->theme : nk_theme (NULL))->name);
  save_text (view, NK_FIELD_TITLE, setting->title);
  save_text (view, NK_FIELD_CAPTION, setting->caption);
  save_text (view, NK_FIELD_FAMILY, shown->family);
  nk_record_set_boolean (view, NK_FIELD_QUIET, setting->quiet);
  return view;
}

const NkRecord *
nk_saved_figure_find (const NkMap *map,
                      const char  *name)
{
  for (guint i = 0; i < nk_map_count (map, NK_VIEW); i++)
    {
      const NkRecord *view = nk_map_at (map, NK_VIEW, i);

      if (g_str_equal (nk_record_text (view, NK_FIELD_NAME), name))
        return view;
    }
  return nk_map_find (map, NK_VIEW, name);
}

/* Words with one hyphen between them: letters and digits of any script, and nothing else. */
static char *
words_only (const char *text)
{
  GString *name = g_string_new (NULL);
  gboolean between = FALSE;

  for (const char *p = text; *p != '\0' && g_utf8_strlen (name->str, -1) < FILE_NAME_MOST;
       p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean part = g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_';

      if (part && between && name->len > 0)
        g_string_append_c (name, '-');
      if (part)
        g_string_append_unichar (name, c);
      between = !part;
    }
  return g_string_free (name, FALSE);
}

char *
nk_saved_figure_file_name (const NkRecord *view)
{
  char *name = words_only (nk_record_text (view, NK_FIELD_NAME));

  if (name[0] == '\0')
    {
      g_free (name);
      name = words_only (nk_record_id (view));
    }
  if (name[0] == '\0')
    {
      g_free (name);
      name = g_strdup ("figure");
    }
  return name;
}
