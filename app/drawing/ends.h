/* The ends of ties: the forms of their marks, and how much of the line these cover. */
#pragma once

#include "drawing/shape.h"

G_BEGIN_DECLS

typedef enum
{
  NK_MARK_STROKED,
  NK_MARK_FILLED,
  NK_MARK_HOLLOW      /* filled with paper, then stroked */
} NkMarkStyle;

typedef struct
{
  NkMarkStyle style;
  guint n;
  gboolean closed[2];
  NkOutline parts[2];
} NkMark;

/* The mark at an end of a tie (the end of its path if `at_end`, else its start); FALSE if there is
 * none. */
gboolean nk_item_mark  (const NkItem *item,
                        gboolean      at_end,
                        NkMark       *mark);

/* The part of a tie's path that is stroked: without what its marks cover. `points` has room for
 * item->n_path; as many are filled. */
void     nk_item_line  (const NkItem *item,
                        NkPoint      *points);

/* The stroke of an item's path: a tie's own; the stem of an actor is thin and pale, whatever the
 * rim of its body. */
NkInk    nk_item_line_ink   (const NkItem *item);
double   nk_item_line_width (const NkItem *item);

/* How wide the strokes of its marks are. */
double   nk_mark_width (const NkItem *item);

/* The dashes of an item's line, points; returns how many, 0 for a solid one. */
guint    nk_item_dashes (const NkItem *item,
                         double        dashes[2]);

G_END_DECLS
