/* Selecting by what is drawn of a map and by what it says of it. What a view does not show is never
 * selected by these. Each is O(what is drawn). */
#pragma once

#include "ui/session/session.h"

G_BEGIN_DECLS

/* All actors and notes. */
void nk_session_select_all          (NkSession  *session);
void nk_session_select_ties         (NkSession  *session);
/* The others: of ties if only ties are selected, of actors and notes if none is, else of all. */
void nk_session_select_invert       (NkSession  *session);

/* Adds whom ties lead to from those who are selected, and the ends of the ties that are selected. */
void nk_session_select_neighbors    (NkSession  *session);
/* The ties alone that begin or end at an actor who is selected; those that do both. */
void nk_session_select_their_ties   (NkSession  *session);
void nk_session_select_ties_between (NkSession  *session);

/* All actors whose sector, level or district is that of one who is selected; all ties whose kind is
 * that of one that is selected. */
void nk_session_select_same         (NkSession  *session,
                                     NkField     field);
/* All actors of a sector, level or district, all ties of a kind (id). */
void nk_session_select_by           (NkSession  *session,
                                     NkField     field,
                                     const char *value);

G_END_DECLS
