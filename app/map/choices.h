/* Choices: the words for the values of fields of which there are only a few, such as the shapes of
 * sectors. */
#pragma once

#include "map/schema.h"

G_BEGIN_DECLS

/* What a person calls one of the choices of a field, translated; the choice itself if it has no
 * word of its own. Valid as long as `choice`. */
const char *nk_choice_name (NkField     field,
                            const char *choice);

G_END_DECLS
