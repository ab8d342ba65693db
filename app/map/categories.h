/* Categories: the lists by which a map sorts its actors and ties, and who refers to them. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

/* One of these lists: the levels, districts, sectors, kinds, attributes, phases or sources of the map;
 * or, of kind NK_ATTRIBUTE and with the id of an attribute, that attribute's values. A record is known
 * in its list by its id, a value by itself: its key. */
typedef struct
{
  NkRecordKind kind;
  const char *attribute;   /* NULL: the list is of records */
} NkCategories;

/* How many records refer to a key; each counts once. */
typedef struct
{
  guint actors, ties, others;
} NkUses;

/* The keys in the order of the list, each once, ended by NULL. To be freed with g_strfreev (). */
char       **nk_categories_keys    (const NkMap        *map,
                                    const NkCategories *list);
gboolean     nk_categories_have    (const NkMap        *map,
                                    const NkCategories *list,
                                    const char         *key);
/* What a person calls it; for a key that the list does not have, the key. */
const char  *nk_categories_title   (const NkMap        *map,
                                    const NkCategories *list,
                                    const char         *key);

/* The keys that records refer to, those included that the list does not have, and how often: a table
 * of NkUses by key, to be freed. O(records). */
GHashTable  *nk_categories_uses    (const NkMap        *map,
                                    const NkCategories *list);
/* How many records refer to one of these at least. O(records). */
guint        nk_categories_users   (const NkMap        *map,
                                    const NkCategories *list,
                                    const char *const  *keys);
guint        nk_uses_total         (const NkUses       *uses);   /* NULL: none */
/* The keys in `uses` that the list does not have, in the order of the alphabet. To be freed with
 * g_strfreev (). */
char       **nk_categories_unknown (const NkMap        *map,
                                    const NkCategories *list,
                                    GHashTable         *uses);

/* TRUE if this field may refer to the list. */
gboolean     nk_categories_concern (const NkCategories *list,
                                    const NkFieldSchema*field);

G_END_DECLS
