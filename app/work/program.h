/* Where the project's other programs are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of a program of the project ("netzkarte-layout", "netzkarte-window"): of the same build
 * as the running one if that runs from a build folder, else the installed one. NULL if there is
 * none that can be run. To be freed. */
char *nk_program_path (const char *name);

G_END_DECLS
