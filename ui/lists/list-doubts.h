/* What is doubtful about the entries of a list, in a sentence each. */
#pragma once

#include "map/categories.h"

G_BEGIN_DECLS

/* By key: no name, the name of another one, a look that is like another's, an end before the beginning.
 * A table of texts, to be freed. */
GHashTable *nk_list_doubts (const NkMap        *map,
                            const NkCategories *list);

G_END_DECLS
