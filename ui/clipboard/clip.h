/* The clip: what goes from a map to the clipboard, as a fragment for maps, and as rows for everybody
 * else. */
#pragma once

#include "ui/session/session.h"

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What is selected, in the order of the map: an array of NkRecord *, borrowed, to be freed. */
GPtrArray          *nk_clip_selected (NkSession   *session);

/* The records (NkRecord *, at least one) in all forms; it holds its own copy of them. Rows are of one
 * kind: the actors if there are any, else the first. `with_ties` as for nk_fragment_new (). `columns`
 * (NkRowColumn) are those of the rows; NULL: all that have something in them. */
GdkContentProvider *nk_clip_provider (const NkMap *map,
                                      GPtrArray   *records,
                                      gboolean     with_ties,
                                      GArray      *columns);

G_END_DECLS
