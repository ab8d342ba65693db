/* A map: the lists of its records. It knows no screen and no file.
 *
 * It is changed by nk_map_apply () alone. One thread changes it; another that wants to read it
 * takes a copy, which is cheap since records are shared. */
#pragma once

#include "map/edit.h"
#include "map/record.h"

G_BEGIN_DECLS

typedef struct _NkMap NkMap;

#define NK_MAP_ERROR nk_map_error_quark ()
GQuark     nk_map_error_quark     (void);
typedef enum
{
  NK_MAP_ERROR_DUPLICATE,   /* a record with this id is there already */
  NK_MAP_ERROR_MISSING,     /* what the edit changes is not there, or a tie has no end */
  NK_MAP_ERROR_CHANGED      /* what the edit changes is not what it was made for */
} NkMapError;

/* An empty map: nothing but a head. */
NkMap     *nk_map_new             (void);
/* A map of the same records. O(records). */
NkMap     *nk_map_copy            (const NkMap   *map);
NkMap     *nk_map_ref             (NkMap         *map);
void       nk_map_unref           (NkMap         *map);

guint      nk_map_count           (const NkMap   *map,
                                   NkRecordKind   kind);
/* The record at a place of its list. Owned by the map until the next edit. */
NkRecord  *nk_map_at              (const NkMap   *map,
                                   NkRecordKind   kind,
                                   guint          position);
/* The record of this id, or NULL, also for "" and NULL. O(1). */
NkRecord  *nk_map_find            (const NkMap   *map,
                                   NkRecordKind   kind,
                                   const char    *id);
/* Where it stands in its list, or -1. O(1). */
int        nk_map_position        (const NkMap   *map,
                                   NkRecordKind   kind,
                                   const char    *id);
NkRecord  *nk_map_head            (const NkMap   *map);
/* How many actors have no place on the map. O(actors). */
guint      nk_map_count_unplaced  (const NkMap   *map);
/* The language that the map is written in, as a tag: "de", "en-GB"; "" if it does not say. */
const char *nk_map_language       (const NkMap   *map);

/* The ties of an actor: an array of positions in the list of ties (guint), owned by the map until
 * the next edit; NULL if it has none. O(1) after the first call since the last edit of ties. */
const GArray *nk_map_ties_of      (const NkMap   *map,
                                   const char    *actor);

/* An id that no record of this kind has: from the words of `name` in ASCII ("welcome-point-5"),
 * with a number if need be; `edit`, if not NULL, is looked through as well. To be freed.
 * O(log records). */
char      *nk_map_new_id          (const NkMap   *map,
                                   const NkEdit  *edit,
                                   NkRecordKind   kind,
                                   const char    *name);

/* Does an edit: all of it, or, with an error, nothing. Seals the records that it puts in. Refused
 * are: a new id that is there already, a change of what is not there or not as it was, and what
 * would leave a tie without an actor at its end. O(changes), with a list's length on top where
 * records come, go or move. */
gboolean   nk_map_apply           (NkMap         *map,
                                   NkEdit        *edit,
                                   GError       **error);

/* TRUE if both have equal records in the same order. */
gboolean   nk_map_equal           (const NkMap   *a,
                                   const NkMap   *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkMap, nk_map_unref)

G_END_DECLS
