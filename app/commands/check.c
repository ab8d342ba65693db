#include "commands/command.h"

#include "drawing/alike.h"

#include "map/text.h"

NkExit
nk_command_check (int    argc,
                  char **argv)
{
  static const GOptionEntry entries[] = { { NULL } };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (NkMap) map = NULL;
  g_autoptr (GPtrArray) notices = NULL;

  if (!nk_command_parse (argc, argv, entries, _("MAP"),
                         _("Says what is incomplete or doubtful in a map, and which of its colors look "
                           "alike, one notice a line.\n"
                           "Exit status: 0 nothing to say, 1 notices, 2 the map does not open."),
                         &arguments) ||
      (file = nk_command_file (arguments)) == NULL ||
      (map = nk_command_open (file, NULL)) == NULL)
    return NK_EXIT_FAILED;
  notices = nk_map_check (map);
  nk_alike_check (map, notices);
  for (guint i = 0; i < notices->len; i++)
    g_print ("%s\n",
             g_strdelimit (((NkNotice *) g_ptr_array_index (notices, i))->message, "\r\n", ' '));
  return notices->len > 0 ? NK_EXIT_NOTICES : NK_EXIT_DONE;
}
