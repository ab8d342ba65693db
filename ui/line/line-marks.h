/* The marks of a quick line: what each part of it means, as a row of labels. */
#pragma once

#include "intake/line.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the parts of a line in a box, in place of what is there. */
void           nk_line_marks_show   (GtkBox              *box,
                                     const NkMap         *map,
                                     const NkLineReading *line);

/* Underlines what is wrong in the text itself. To be freed. */
PangoAttrList *nk_line_marks_faults (const NkLineReading *line);

G_END_DECLS
