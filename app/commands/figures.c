#include "commands/figures.h"

#include "drawing/saved-figure.h"
#include "files/store.h"

#include <errno.h>

#include "map/text.h"

static gboolean
write_figure (const NkMap           *map,
              const NkFigureSetting *setting,
              const char            *format,
              GFile                 *output,
              GError               **error)
{
  g_autoptr (GBytes) bytes = nk_figure_data (map, setting, format, error);

  return bytes != NULL && nk_store_replace (output, bytes, NULL, error);
}

/* The names of all figures that are saved, for a sentence; "" if there is none. */
static char *
saved_names (const NkMap *map)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < nk_map_count (map, NK_VIEW); i++)
    g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "",
                            nk_record_title (nk_map_at (map, NK_VIEW, i)));
  return g_string_free (names, FALSE);
}

static NkExit
say_not_saved (const NkMap *map,
               const char  *name)
{
  g_autofree char *names = saved_names (map);

  if (names[0] == '\0')
    return nk_command_say (_("No figure is saved in this map."));
  return nk_command_say (_("No figure “%s” is saved in this map. There are: %s."), name, names);
}

NkExit
nk_figures_export_one (const NkMap           *map,
                       const NkExportOptions *options)
{
  g_autoptr (GFile) output = g_file_new_for_commandline_arg (options->output);
  NkFigureSetting setting = nk_figure_setting (nk_profile (NULL));
  g_autofree char *period = NULL;
  GError *error = NULL;

  if (options->figure != NULL)
    {
      const NkRecord *view = nk_saved_figure_find (map, options->figure);

      if (view == NULL)
        return say_not_saved (map, options->figure);
      setting = nk_figure_setting_from_view (map, view, &period);
    }
  nk_export_options_apply (options, &setting);
  if (!write_figure (map, &setting, nk_figure_format (options->output), output, &error))
    return nk_command_fail (error);
  return NK_EXIT_DONE;
}

/* A file in the folder for a saved view, another than those that are taken. */
static GFile *
file_for (const NkRecord *view,
          const char     *folder,
          const char     *format,
          GHashTable     *taken)
{
  g_autofree char *stem = nk_saved_figure_file_name (view);
  g_autofree char *path = NULL;
  char *name = g_strconcat (stem, ".", format, NULL);

  for (guint i = 2; !g_hash_table_add (taken, g_utf8_casefold (name, -1)); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u.%s", stem, i, format);
    }
  path = g_build_filename (folder, name, NULL);
  g_free (name);
  return g_file_new_for_commandline_arg (path);
}

static gboolean
export_saved (const NkMap           *map,
              const NkRecord        *view,
              const NkExportOptions *options,
              GFile                 *output)
{
  g_autofree char *period = NULL;
  g_autofree char *name = g_file_get_parse_name (output);
  NkFigureSetting setting = nk_figure_setting_from_view (map, view, &period);
  GError *error = NULL;

  nk_export_options_apply (options, &setting);
  if (write_figure (map, &setting, options->format, output, &error))
    {
      g_print (_("“%s” is in %s."), nk_record_title (view), name);
      g_print ("\n");
      return TRUE;
    }
  nk_command_say (_("“%s” could not be drawn: %s"), nk_record_title (view), error->message);
  g_error_free (error);
  return FALSE;
}

NkExit
nk_figures_export_all (const NkMap           *map,
                       const NkExportOptions *options)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  NkExit code = NK_EXIT_DONE;

  if (nk_map_count (map, NK_VIEW) == 0)
    return say_not_saved (map, "");
  if (g_mkdir_with_parents (options->folder, 0777) != 0)
    return nk_command_say (_("The folder “%s” can’t be made: %s."), options->folder,
                           g_strerror (errno));
  for (guint i = 0; i < nk_map_count (map, NK_VIEW); i++)
    {
      const NkRecord *view = nk_map_at (map, NK_VIEW, i);
      g_autoptr (GFile) output = file_for (view, options->folder, options->format, taken);

      if (!export_saved (map, view, options, output))
        code = NK_EXIT_NOTICES;
    }
  return code;
}
