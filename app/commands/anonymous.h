/* What the commands that anonymise share. */
#pragma once

#include "commands/command.h"

G_BEGIN_DECLS

/* The anonymised copy of a map, for a file that is to be written at `output`. What was done is
 * said on standard error or, if `list` is not NULL, in that file. NULL with a sentence on standard
 * error if the name of the output holds a name that is replaced, if one of the files would be
 * written over the map or the list over the output, or if the list can't be written. */
NkMap *nk_anonymous_map (const NkMap *map,
                         GFile       *file,
                         GFile       *output,
                         const char  *list);

G_END_DECLS
