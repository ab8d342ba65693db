/* Maps that may be shown: with aliases instead of the names of natural persons. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

/* A copy in which every actor marked as a natural person has an alias for a name: that of the map,
 * or one made from level, district and number ("Person 3, Stadtbezirk 5"), the same each time and
 * also when others are added behind. Everything else is as it was, but
 *
 * - names, short forms and words of names that stand in any text give way to the alias;
 * - notes and quotations on these persons and their ties are left out: they can't be made safe;
 * - what this version does not know is left out for the same reason;
 * - ids of these persons and their ties, and those that hold a name, are made anew.
 *
 * Whoever has an alias that is the name stays as named; so the copy of a copy is equal to it, and
 * so is that of a map without persons. How far names are found: names.h and persons.h.
 *
 * `list`, if not NULL, gets what was done, in sentences in the user's language (char *); it holds
 * the names. To be freed with g_ptr_array_unref (). O(texts of the map). */
NkMap    *nk_anonymise           (const NkMap *map,
                                  GPtrArray  **list);

/* A text that goes with the map, such as a figure's title, as it would be in the copy. NULL stays
 * NULL. To be freed. */
char     *nk_anonymise_text      (const NkMap *map,
                                  const char  *text);

/* TRUE if a text that is no part of the map, such as the name of a file, holds a name that is not
 * in the copy. */
gboolean  nk_anonymise_finds     (const NkMap *map,
                                  const char  *text);

G_END_DECLS
