/* The first of the pasted rows, with a list above each column in which one chooses what it means, and
 * before each row what becomes of it.
 *
 * Signal: "chosen" (guint column, gpointer meaning: const NkRowColumn *). */
#pragma once

#include "intake/rows.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_PASTE_SAMPLE (nk_paste_sample_get_type ())
G_DECLARE_FINAL_TYPE (NkPasteSample, nk_paste_sample, NK, PASTE_SAMPLE, GtkWidget)

/* Shows these rows, or shows them anew: `map` is the one for which they are. */
void nk_paste_sample_show    (NkPasteSample *sample,
                              const NkMap   *map,
                              const NkRows  *rows);
/* What the columns mean or what becomes of the rows may be another now. */
void nk_paste_sample_refresh (NkPasteSample *sample,
                              const NkRows  *rows);

G_END_DECLS
