#include "commands/command.h"

#include "files/store.h"

#include "map/text.h"

NkExit
nk_command_say (const char *format,
                ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("netzkarte: %s\n", g_strdelimit (sentence, "\r\n", ' '));
  return NK_EXIT_FAILED;
}

NkExit
nk_command_fail (GError *error)
{
  NkExit code = nk_command_say ("%s", error->message);

  g_error_free (error);
  return code;
}

gboolean
nk_command_parse (int                  argc,
                  char               **argv,
                  const GOptionEntry  *entries,
                  const char          *arguments_form,
                  const char          *summary,
                  char              ***arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (arguments_form);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_new0 (char *, argc + 1);
  g_autofree char *program = g_strdup_printf ("netzkarte %s", argv[0]);

  for (int i = 0; i < argc; i++)
    words[i] = g_strdup (argv[i]);
  g_set_prgname (program);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      nk_command_say (_("%s. “%s --help” lists the options."), error->message, program);
      return FALSE;
    }
  /* GLib leaves the “--” there in front of a name that begins with a dash. */
  *arguments = g_strdupv (words + (g_strcmp0 (words[1], "--") == 0 ? 2 : 1));
  return TRUE;
}

GFile *
nk_command_file (char **arguments)
{
  if (arguments[0] == NULL)
    nk_command_say (_("Name the map, as in “%s city.netzkarte.json”."), g_get_prgname ());
  else if (arguments[1] != NULL)
    nk_command_say (_("Name one map only; “%s” is one too many."), arguments[1]);
  else
    return g_file_new_for_commandline_arg (arguments[0]);
  return NULL;
}

NkMap *
nk_command_open (GFile  *file,
                 char  **entity)
{
  g_autoptr (GError) error = NULL;
  NkMap *map = nk_store_open (file, entity, &error);

  if (map == NULL)
    nk_command_fail (g_steal_pointer (&error));
  return map;
}
