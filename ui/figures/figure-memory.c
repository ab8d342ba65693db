#include "ui/figures/figure-memory.h"

#include <math.h>

#define MOST_MAPS 200   /* who was asked for longest ago is forgotten */

static char *
memory_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "netzkarte", "figures.ini", NULL);
}

static GKeyFile *
read_memory (void)
{
  GKeyFile *memory = g_key_file_new ();
  g_autofree char *path = memory_path ();

  /* One that is not there, or damaged, remembers nothing. */
  g_key_file_load_from_file (memory, path, G_KEY_FILE_NONE, NULL);
  return memory;
}

/* Recalling */

/* A number of a range, or NaN. */
static double
recall_number (GKeyFile   *memory,
               const char *map,
               const char *key,
               double      least,
               double      most)
{
  g_autoptr (GError) error = NULL;
  double value = g_key_file_get_double (memory, map, key, &error);

  return error == NULL && value >= least && value <= most ? value : NAN;
}

static void
recall_text (GKeyFile    *memory,
             const char  *map,
             const char  *key,
             const char **text)
{
  g_autofree char *value = g_key_file_get_string (memory, map, key, NULL);

  if (value != NULL)
    nk_figure_choice_set_text (text, value);
}

static gboolean
recall_boolean (GKeyFile   *memory,
                const char *map,
                const char *key)
{
  return g_key_file_get_boolean (memory, map, key, NULL);
}

static void
recall_page (GKeyFile       *memory,
             const char     *map,
             NkFigureChoice *choice)
{
  g_autofree char *name = g_key_file_get_string (memory, map, "profile", NULL);
  g_autofree char *legend = g_key_file_get_string (memory, map, "legend", NULL);
  const NkProfile *profile = name != NULL ? nk_profile (name) : NULL;
  double width = recall_number (memory, map, "width", 0, 15000);
  double height = recall_number (memory, map, "height", 0, 15000);
  double type = recall_number (memory, map, "type", 7, 100);

  if (profile != NULL)
    nk_figure_choice_set_profile (choice, profile);
  else if (width >= 0 && height >= 0)
    nk_figure_choice_set_size (choice, width, height);
  if (type > 0)
    choice->setting.type = type;
  if (legend != NULL && nk_legend_from_name (legend) >= 0)
    choice->setting.legend = nk_legend_from_name (legend);
}

static void
recall_file (GKeyFile       *memory,
             const char     *map,
             NkFigureChoice *choice)
{
  static const char *const formats[] = { "pdf", "svg", "png" };
  g_autofree char *format = g_key_file_get_string (memory, map, "format", NULL);
  double dpi = recall_number (memory, map, "dpi", 1, 2400);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i], format) == 0)
      choice->format = formats[i];
  if (dpi > 0)
    choice->setting.dpi = dpi;
}

void
nk_figure_memory_recall (NkFigureChoice *choice,
                         GFile          *map)
{
  g_autoptr (GKeyFile) memory = read_memory ();
  g_autofree char *uri = map != NULL ? g_file_get_uri (map) : NULL;
  g_autofree char *theme = NULL;

  if (uri == NULL || !g_key_file_has_group (memory, uri))
    return;
  recall_page (memory, uri, choice);
  recall_file (memory, uri, choice);
  recall_text (memory, uri, "title", &choice->setting.title);
  recall_text (memory, uri, "caption", &choice->setting.caption);
  recall_text (memory, uri, "font", &choice->setting.view.family);
  theme = g_key_file_get_string (memory, uri, "theme", NULL);
  if (theme != NULL && nk_theme (theme) != NULL)
    choice->setting.view.theme = nk_theme (theme);
  choice->setting.quiet = recall_boolean (memory, uri, "quiet");
  choice->anonymise = recall_boolean (memory, uri, "anonymised");
}

/* Remembering */

static void
remember_text (GKeyFile   *memory,
               const char *map,
               const char *key,
               const char *text)
{
  g_key_file_set_string (memory, map, key, text != NULL ? text : "");
}

static void
remember (GKeyFile             *memory,
          const char           *map,
          const NkFigureChoice *choice)
{
  const NkFigureSetting *setting = &choice->setting;

  if (choice->profile != NULL)
    g_key_file_set_string (memory, map, "profile", choice->profile->name);
  g_key_file_set_double (memory, map, "width", setting->width);
  g_key_file_set_double (memory, map, "height", setting->height);
  g_key_file_set_double (memory, map, "type", setting->type);
  g_key_file_set_string (memory, map, "legend", nk_legend_name (setting->legend));
  g_key_file_set_string (memory, map, "theme", setting->view.theme->name);
  remember_text (memory, map, "title", setting->title);
  remember_text (memory, map, "caption", setting->caption);
  remember_text (memory, map, "font", setting->view.family);
  g_key_file_set_boolean (memory, map, "quiet", setting->quiet);
  g_key_file_set_boolean (memory, map, "anonymised", choice->anonymise);
  g_key_file_set_string (memory, map, "format", choice->format);
  g_key_file_set_double (memory, map, "dpi", setting->dpi);
}

static void
forget_oldest (GKeyFile *memory)
{
  gsize n;
  g_auto (GStrv) maps = g_key_file_get_groups (memory, &n);

  for (gsize i = 0; i + MOST_MAPS <= n; i++)
    g_key_file_remove_group (memory, maps[i], NULL);
}

void
nk_figure_memory_remember (const NkFigureChoice *choice,
                           GFile                *map)
{
  g_autoptr (GKeyFile) memory = read_memory ();
  g_autofree char *path = memory_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = map != NULL ? g_file_get_uri (map) : NULL;

  if (uri == NULL)
    return;
  /* So that it comes last. */
  g_key_file_remove_group (memory, uri, NULL);
  forget_oldest (memory);
  remember (memory, uri, choice);
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (memory, path, NULL);
}
