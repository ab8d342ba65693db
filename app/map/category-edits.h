/* The edits of the map's own lists (map/categories.h): whatever is done to a level or a sector is done
 * to all who refer to it, in the same step. */
#pragma once

#include "map/categories.h"

G_BEGIN_DECLS

/* What becomes of those who refer to what is taken out. */
typedef enum
{
  NK_FATE_NONE,       /* they have none from then on; of evidence its place and its note stay */
  NK_FATE_ANOTHER,    /* they have another one */
  NK_FATE_REMOVED     /* they go too, actors with their ties; of a source the evidence goes, and not
                         who has it */
} NkFate;

/* A new one at the end of the list. `key` gets its key, to be freed, or is NULL. A value that the list
 * has already is not added. */
NkEdit *nk_edit_for_new_category   (const NkMap        *map,
                                    const NkCategories *list,
                                    const char         *name,
                                    char              **key);
/* Puts a key that records refer to, and the list does not have, into the list. */
NkEdit *nk_edit_for_known_category (const NkMap        *map,
                                    const NkCategories *list,
                                    const char         *key);
/* A value is renamed in all who have it. The name must not be that of another value. */
NkEdit *nk_edit_for_category_name  (const NkMap        *map,
                                    const NkCategories *list,
                                    const char         *key,
                                    const char         *name);
/* To another place in the list. */
NkEdit *nk_edit_for_category_move  (const NkMap        *map,
                                    const NkCategories *list,
                                    const char         *key,
                                    guint               position);
/* Makes those of `keys` one: `kept`, which stays as it is. All who refer to one of the others refer to
 * it; who has values of both attributes keeps that of the one that is kept; an attribute gets the values
 * of the others as well. Keys that the list does not have can be merged into it, too. */
NkEdit *nk_edit_for_category_merge (const NkMap        *map,
                                    const NkCategories *list,
                                    const char *const  *keys,
                                    const char         *kept);
/* Takes out those of `keys`. `another` is the one that others get, for NK_FATE_ANOTHER. */
NkEdit *nk_edit_for_category_delete (const NkMap        *map,
                                     const NkCategories *list,
                                     const char *const  *keys,
                                     NkFate              fate,
                                     const char         *another);

G_END_DECLS
