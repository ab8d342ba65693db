/* What the inspector says above the fields: what they are of. */
#pragma once

#include "ui/inspector/subject.h"

G_BEGIN_DECLS

/* "Actor", "3 actors", "2 actors, 1 tie". To be freed. */
char *nk_heading_of (const NkSubject *subject);
/* How many actors and ties there are: "46 actors, 89 ties". To be freed. */
char *nk_counts_of  (const NkMap     *map);

G_END_DECLS
