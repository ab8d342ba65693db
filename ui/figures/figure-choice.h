/* What is chosen in the export dialog: a figure, and the file that is to be made of it. */
#pragma once

#include "drawing/figure.h"
#include "map/map.h"
#include "ui/session/session.h"

G_BEGIN_DECLS

typedef struct
{
  NkFigureSetting setting;    /* its texts belong to the choice */
  const NkProfile *profile;   /* of the page; NULL: a page of the user's own size */
  const char *format;         /* "pdf", "svg" or "png" */
  gboolean anonymise;
} NkFigureChoice;

/* The usual figure of what the session shows. */
NkFigureChoice *nk_figure_choice_new         (NkSession             *session);
NkFigureChoice *nk_figure_choice_copy        (const NkFigureChoice  *choice);
void            nk_figure_choice_free        (NkFigureChoice        *choice);

/* Replaces one of the setting's texts. */
void            nk_figure_choice_set_text    (const char           **text,
                                              const char            *value);
/* The page of a profile, and the type and the place of the legend that go with it. */
void            nk_figure_choice_set_profile (NkFigureChoice        *choice,
                                              const NkProfile       *profile);
/* A page of the user's own (points; 0: as the content needs). */
void            nk_figure_choice_set_size    (NkFigureChoice        *choice,
                                              double                 width,
                                              double                 height);
/* The figure of a view that is saved in the map. */
void            nk_figure_choice_set_saved   (NkFigureChoice        *choice,
                                              const NkMap           *map,
                                              const NkRecord        *view);
/* The edit that saves the figure in the map, in place of one of the same name if there is one. */
NkEdit         *nk_figure_choice_save        (const NkFigureChoice  *choice,
                                              const NkMap           *map,
                                              const char            *name);

/* The map that the figure shows, and the choice with the words that go with it: anonymised, if that
 * is chosen. Any thread. */
NkMap          *nk_figure_choice_resolve     (NkFigureChoice        *choice,
                                              const NkMap           *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkFigureChoice, nk_figure_choice_free)

G_END_DECLS
