/* What the commands share: each is a function of its arguments that says how it ended. */
#pragma once

#include "map/map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a command ends. */
typedef enum
{
  NK_EXIT_DONE = 0,
  NK_EXIT_NOTICES = 1,   /* check: the map opens, but there is something to say of it */
  NK_EXIT_FAILED = 2     /* nothing was done; a sentence stands on standard error */
} NkExit;

typedef struct
{
  const char *name;
  const char *summary;   /* one line, untranslated */
  NkExit (*run) (int    argc,
                 char **argv);
} NkCommand;

NkExit   nk_command_check   (int                  argc,
                             char               **argv);
NkExit   nk_command_convert (int                  argc,
                             char               **argv);
NkExit   nk_command_layout  (int                  argc,
                             char               **argv);
NkExit   nk_command_export  (int                  argc,
                             char               **argv);

/* Takes the options out of the arguments; argv[0] is the command. What is left in `arguments` is
 * ended by NULL, to be freed. FALSE with a sentence on standard error if an option is unknown or
 * wrong. --help prints and ends the program. */
gboolean nk_command_parse   (int                  argc,
                             char               **argv,
                             const GOptionEntry  *entries,
                             const char          *arguments_form,
                             const char          *summary,
                             char              ***arguments);

/* The one map that a command wants, or NULL with a sentence on standard error. To be freed. */
GFile   *nk_command_file    (char               **arguments);

/* Opens a map, or says why not. `entity` is as for nk_store_open (). */
NkMap   *nk_command_open    (GFile               *file,
                             char               **entity);

/* Prints a sentence on standard error, on one line; `error` is freed. Always NK_EXIT_FAILED. */
NkExit   nk_command_fail    (GError              *error);
NkExit   nk_command_say     (const char          *format,
                             ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
