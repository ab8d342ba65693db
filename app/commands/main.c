/* netzkarte: the command that people type. With a command's name it does that; without, or with a
 * map's name alone, it becomes the window. */
#include "commands/command.h"

#include "work/program.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "map/text.h"

static const NkCommand commands[] = {
  { "check", N_("say what is incomplete in a map"), nk_command_check },
  { "convert", N_("write a copy of a map, also an anonymised one"), nk_command_convert },
  { "export", N_("draw a map as PDF, SVG or PNG"), nk_command_export },
  { "layout", N_("give the actors of a map their places"), nk_command_layout },
};

static void
print_help (void)
{
  g_print (_("Netzkarte draws maps of who works with whom in a city.\n\n"
             "Usage:\n"
             "  netzkarte [MAP]              open the window\n"
             "  netzkarte COMMAND MAP …      do one thing, without a display\n\n"
             "Commands:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _(commands[i].summary));
  g_print (_("\n“netzkarte COMMAND --help” lists the options of a command.\n"
             "Exit status: 0 done, 1 check has notices, 2 nothing was done.\n"));
}

/* Becomes the window program; comes back only if that can't be. */
static NkExit
open_window (char **argv)
{
  g_autofree char *program = nk_program_path ("netzkarte-window");

  if (program == NULL)
    return nk_command_say (_("The window program is not installed. “netzkarte --help” lists what "
                             "works without it."));
  argv[0] = program;
  execv (program, argv);
  return nk_command_say (_("The window program %s cannot be started: %s."), program,
                         g_strerror (errno));
}

static const NkCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

int
main (int    argc,
      char **argv)
{
  const char *first = argc > 1 ? argv[1] : NULL;
  const NkCommand *command;

  nk_text_start ();
  if (first == NULL)
    return open_window (argv);
  command = find_command (first);
  if (command != NULL)
    return command->run (argc - 1, argv + 1);
  if (strcmp (first, "--help") == 0 || strcmp (first, "-h") == 0)
    print_help ();
  else if (strcmp (first, "--version") == 0)
    g_print ("netzkarte %s\n", NK_VERSION);
  else if (first[0] == '-')
    return nk_command_say (_("Unknown option %s. “netzkarte --help” lists what there is."), first);
  else if (!g_file_test (first, G_FILE_TEST_EXISTS))
    return nk_command_say (_("“%s” is neither a command nor a map that is there. “netzkarte "
                             "--help” lists the commands."), first);
  else
    return open_window (argv);
  return NK_EXIT_DONE;
}
