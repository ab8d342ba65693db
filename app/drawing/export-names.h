/* What the things of a figure are called in a file: their ids, the same in SVG and PDF, and what
 * who can't see them is told. */
#pragma once

#include "drawing/scene.h"
#include "map/map.h"

G_BEGIN_DECLS

/* A name for an item that draws a record: "actor-a1", "tie-t3-place". It is what XML allows in an
 * id, and not among `taken`, to which it is added: what is not a letter, digit, "-" or "." of ASCII
 * becomes its code between underscores. `taken` is a set of texts that frees them. */
const char *nk_export_name  (GHashTable   *taken,
                             const NkItem *item);

/* The name of an actor or the ends of a tie, and its note; NULL for what has none. The map may be
 * NULL. To be freed. */
char       *nk_export_title (const NkMap  *map,
                             const NkItem *item);
char       *nk_export_note  (const NkMap  *map,
                             const NkItem *item);

/* TRUE if an item is the words of the actor before it. */
gboolean    nk_export_is_name_of (const NkItem *item,
                                  const NkItem *before);

G_END_DECLS
