/* Words for people: marks what is translated. Include it last but for system headers. */
#pragma once

#include "config.h"

#include <glib/gi18n-lib.h>

/* Takes the user's language and finds the translations: those of the build folder if the program
 * runs from one, else the installed ones. Once, first thing in main (). */
void nk_text_start (void);
