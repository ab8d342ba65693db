/* What a figure does not show, said in words. */
#pragma once

#include "drawing/view.h"

G_BEGIN_DECLS

/* The date of a view and how many actors, ties and notes it hides, and why, in whole sentences in
 * the map's language; "" if there is nothing to say. To be freed. O(records). */
char *nk_hidden_text (const NkMap         *map,
                      const NkViewSetting *view);

/* How many ties of a drawing have a name for which there was no room, as a sentence; "" if all
 * names are there. To be freed. */
char *nk_hidden_names_text (const NkMap   *map,
                            const NkScene *drawn);

G_END_DECLS
