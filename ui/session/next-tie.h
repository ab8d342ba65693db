/* The next tie: what one that is drawn by hand begins as. It is like the last one that was made, or
 * whose kind or form was changed, unless somebody has chosen. */
#pragma once

#include "map/map.h"

G_BEGIN_DECLS

typedef struct
{
  char *kind;         /* NULL: nothing has been made or chosen yet */
  gboolean formal;
} NkNextTie;

/* To be called with every edit of the map. */
void        nk_next_tie_note     (NkNextTie       *next,
                                  const NkEdit    *edit);
void        nk_next_tie_set_kind (NkNextTie       *next,
                                  const char      *kind);
/* Its kind (id, "" none); the first one of the map where that is not known. */
const char *nk_next_tie_kind     (const NkNextTie *next,
                                  const NkMap     *map);
/* Its kind in words, as it stands in its list: "2 Referral, informal". To be freed. */
char       *nk_next_tie_words    (const NkNextTie *next,
                                  const NkMap     *map);
void        nk_next_tie_clear    (NkNextTie       *next);

G_END_DECLS
