/* A selection: a set of records, by kind and id, in the order in which they were selected.
 * Looking one up, adding one and taking one away is O(1). */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

typedef struct
{
  NkRecordKind kind;
  char *id;
} NkRecordName;

typedef struct _NkSelection NkSelection;

NkSelection        *nk_selection_new      (void);
NkSelection        *nk_selection_copy     (const NkSelection *selection);
void                nk_selection_free     (NkSelection       *selection);

guint               nk_selection_count    (const NkSelection *selection);
guint               nk_selection_count_of (const NkSelection *selection,
                                           NkRecordKind       kind);
/* Valid until one is added or taken away. */
const NkRecordName *nk_selection_at       (const NkSelection *selection,
                                           guint              i);
gboolean            nk_selection_contains (const NkSelection *selection,
                                           NkRecordKind       kind,
                                           const char        *id);
/* TRUE if there is at least one and all are of this kind. */
gboolean            nk_selection_is_all   (const NkSelection *selection,
                                           NkRecordKind       kind);
gboolean            nk_selection_equal    (const NkSelection *a,
                                           const NkSelection *b);

/* Nothing happens if it is (or, for the other, is not) in it already. */
void                nk_selection_add      (NkSelection       *selection,
                                           NkRecordKind       kind,
                                           const char        *id);
void                nk_selection_add_all  (NkSelection       *selection,
                                           const NkSelection *others);
void                nk_selection_remove   (NkSelection       *selection,
                                           NkRecordKind       kind,
                                           const char        *id);
/* Adds it, or takes it away if it is there. */
void                nk_selection_toggle   (NkSelection       *selection,
                                           NkRecordKind       kind,
                                           const char        *id);

/* A selection without what the map no longer has. */
NkSelection        *nk_selection_prune    (const NkSelection *selection,
                                           const NkMap       *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkSelection, nk_selection_free)

G_END_DECLS
