/* A fragment: a part of a map, cut out of it or copied, to be pasted into the same map or another one.
 *
 * It is a small map itself, so it travels as a map file (files/native.h): what was chosen, and whatever
 * that refers to. The actors at the other ends of its ties are not part of it; they come along by id and
 * name alone, as companions, so that the ties find them again where it is pasted. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

#define NK_FRAGMENT_TYPE "application/vnd.netzkarte.fragment+json"

/* A fragment of these records of the map (NkRecord *), with the ties among its actors. `with_ties`: with
 * those to others as well, as what is cut must have to come back whole. O(records of the map). */
NkMap  *nk_fragment_new   (const NkMap  *map,
                           GPtrArray    *records,
                           gboolean      with_ties);

typedef struct
{
  GPtrArray *records;   /* of const NkRecord *, owned by the edit: the new actors, ties, notes, events */
  guint left_out;       /* ties whose end the map does not have */
} NkPasted;

/* The edit, with this name, that puts a fragment into a map.
 *
 * Actors, ties, notes and events are new, under other ids where theirs are taken. Levels, districts,
 * sectors, kinds, attributes and sources are those that the map has of the same id and name, else of the
 * same name; only others are added. Actors keep the order in which they stand, on the nearest free place:
 * beside where they stood, or, if `middle` is not NULL, around this point of the map. `pasted` says what
 * came of it, until the edit is gone; to be cleared. */
NkEdit *nk_fragment_paste (const NkMap   *map,
                           const NkMap   *fragment,
                           const char    *name,
                           const NkPoint *middle,
                           NkPasted      *pasted);
void    nk_pasted_clear   (NkPasted      *pasted);

/* The middle of the places of its actors and notes; FALSE if none has a place. */
gboolean nk_fragment_middle (const NkMap *fragment,
                             NkPoint     *middle);

G_END_DECLS
