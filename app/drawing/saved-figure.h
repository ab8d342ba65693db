/* Figures that are saved in a map as views, so that each can be drawn again as it was. */
#pragma once

#include "drawing/figure.h"

G_BEGIN_DECLS

/* The figure of a saved view. Its texts belong to the map, but for the date of a phase: that is
 * given back in `period`, to be freed. */
NkFigureSetting nk_figure_setting_from_view (const NkMap           *map,
                                             const NkRecord        *view,
                                             char                 **period);

/* A view that holds this figure, a new record. What is as it usually is stays out of it. `profile`
 * is that of the page, NULL if the page has a size of its own. The page's resolution, and what
 * belongs to a single file, is not saved. */
NkRecord       *nk_view_from_figure_setting (const NkMap           *map,
                                             const char            *id,
                                             const char            *name,
                                             const NkFigureSetting *setting,
                                             const NkProfile       *profile);

/* The view of this name or, if there is none, of this id; NULL if there is neither. O(views). */
const NkRecord *nk_saved_figure_find        (const NkMap           *map,
                                             const char            *name);

/* A file name for a saved view, made of its name, or its id if nothing of that can stand in a file
 * name; it has no such end as ".pdf". To be freed. */
char           *nk_saved_figure_file_name   (const NkRecord        *view);

G_END_DECLS
