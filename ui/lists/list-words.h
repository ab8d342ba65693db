/* The words that the dialog of the lists has for each of them. All are translated. */
#pragma once

#include "map/categories.h"

G_BEGIN_DECLS

/* "Levels": the title of a page. Of values: that of the attribute is named. To be freed. */
char       *nk_list_title      (const NkMap        *map,
                                const NkCategories *list);
/* "New level": what the entry at the end of the list is for. */
const char *nk_list_new_one    (const NkCategories *list);
/* "12 actors": who refers to a key. To be freed. */
char       *nk_list_uses       (const NkCategories *list,
                                const NkUses       *uses);
/* What becomes of these when it is deleted, as a choice: "Delete the 12 actors too, with their ties".
 * NULL where nothing can go with it. To be freed. */
char       *nk_list_fate_removed (const NkCategories *list,
                                  guint               uses);

G_END_DECLS
