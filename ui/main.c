/* The window's program. */
#include "map/text.h"
#include "ui/program/application.h"
#include "ui/program/environment.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (NkApplication) application = NULL;

  nk_environment_prepare ();
  nk_text_start ();
  g_set_prgname (NK_APPLICATION_ID);
  g_set_application_name ("Netzkarte");
  application = nk_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
