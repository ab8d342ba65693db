/* The edits of ties: from what was done by hand to one edit of the map. */
#pragma once

#include "map/map.h"
#include "ui/session/selection.h"

G_BEGIN_DECLS

/* What a tie that is drawn by hand begins as. */
typedef struct
{
  const char *kind;       /* id; "" is none */
  gboolean formal;
  int plane;              /* the dimension on whose plane it is drawn, or -1 */
} NkNewTie;

/* A new tie. `id` gets its id; to be freed. */
NkEdit *nk_edit_for_tie      (const NkMap       *map,
                              const char        *from,
                              const char        *to,
                              const NkNewTie    *look,
                              char             **id);
/* Puts a new tie into an edit that is being filled; its actors may be in it as well. The id of the
 * tie; to be freed. */
char   *nk_edit_add_tie      (NkEdit            *edit,
                              const NkMap       *map,
                              const char        *from,
                              const char        *to,
                              const NkNewTie    *look);

/* Swaps the ends of the selected ties; the lines stay where they are. */
NkEdit *nk_edit_for_reverse  (const NkMap       *map,
                              const NkSelection *selection);
/* Makes the selected ties formal, or informal. */
NkEdit *nk_edit_for_formal   (const NkMap       *map,
                              const NkSelection *selection,
                              gboolean           formal);
/* Gives the selected ties a kind ("": none). */
NkEdit *nk_edit_for_kind     (const NkMap       *map,
                              const NkSelection *selection,
                              const char        *kind);
/* Leads the end of a tie (NK_FIELD_FROM or NK_FIELD_TO) to another actor. */
NkEdit *nk_edit_for_end      (const NkMap       *map,
                              const char        *tie,
                              NkField            end,
                              const char        *actor);
/* Gives a tie these bends (points on the map) instead of its own; none: it finds its way by
 * itself. */
NkEdit *nk_edit_for_bends    (const NkMap       *map,
                              const char        *tie,
                              const NkPoint     *bends,
                              guint              n);
/* Takes all bends out of the selected ties. */
NkEdit *nk_edit_for_straight (const NkMap       *map,
                              const NkSelection *selection);

/* How many ties of a kind there are between two actors, either way round. */
guint   nk_ties_between      (const NkMap       *map,
                              const char        *a,
                              const char        *b,
                              const char        *kind);
/* How many of the selected ones are ties. */
guint   nk_ties_selected     (const NkSelection *selection);
/* TRUE if there is a tie among the selected ones, and all such are formal. */
gboolean nk_ties_are_formal  (const NkMap       *map,
                              const NkSelection *selection);

G_END_DECLS
