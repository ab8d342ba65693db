/* Marks: who may move in a layout and who is pinned, shown on the canvas before it happens. */
#pragma once

#include "ui/canvas/accent.h"
#include "ui/session/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GHashTable *moving;      /* ids of actors, owned */
  GHashTable *pinned;      /* ids of those that stay, owned */
} NkMarks;

NkMarks *nk_marks_new      (void);
void     nk_marks_free     (NkMarks     *marks);

/* Paints them in pixels of a canvas of this size. */
void     nk_marks_snapshot (NkMarks     *marks,
                            NkSession   *session,
                            GtkSnapshot *snapshot,
                            int          width,
                            int          height);

/* The pin of one actor, whose body has its upper right corner there and is so wide (pixels); none on a
 * very small one. */
void     nk_marks_snapshot_pin (GtkSnapshot    *snapshot,
                                const NkAccent *accent,
                                double          right,
                                double          top,
                                double          width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkMarks, nk_marks_free)

G_END_DECLS
