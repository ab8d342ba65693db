/* Planes: which dimensions a view shows, and on which of their planes an actor or a tie is drawn.
 * Planes are counted from 0, structure, place, people, and kept as one bit each. */
#pragma once

#include "drawing/view.h"

G_BEGIN_DECLS

#define NK_ALL_PLANES ((1u << NK_N_DIMENSIONS) - 1)

/* Those that the view shows, if it has planes at all. */
guint nk_planes_shown   (const NkViewSetting *setting);
int   nk_planes_count   (guint                planes);
/* The first of them; -1 if there is none. */
int   nk_planes_first   (guint                planes);

/* Reads "structure,people"; "": all of them. 0 if a word is no dimension. */
guint nk_planes_parse   (const char          *text);

/* Those to which an actor or a tie belongs. */
guint nk_planes_of      (const NkRecord      *record);

/* Where a tie is drawn if nobody stands but where they belong: on each plane to which it belongs and
 * on which both its ends stand; one that says of no dimension belongs to all. One that would be
 * nowhere by that is drawn on the plane that its ends share most. 0: they share none, and so it
 * leads from plane to plane. */
guint nk_planes_of_tie  (const NkMap         *map,
                         const NkRecord      *tie);

/* The same where everybody stands on every plane, if only faintly: on each plane to which it
 * belongs; if it says of none, where both its ends belong, else where one does, else on all. Never
 * 0. */
guint nk_panels_of_tie  (const NkMap         *map,
                         const NkRecord      *tie);

G_END_DECLS
