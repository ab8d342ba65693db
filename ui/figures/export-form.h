/* The form of the export dialog: the controls by which a figure is chosen.
 *
 * Signals: "changed", when the choice has become another one. */
#pragma once

#include "ui/figures/figure-choice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_EXPORT_FORM (nk_export_form_get_type ())
G_DECLARE_FINAL_TYPE (NkExportForm, nk_export_form, NK, EXPORT_FORM, GtkGrid)

/* Shows a choice, taking it. */
void                  nk_export_form_set_choice (NkExportForm   *form,
                                                 NkFigureChoice *choice);
/* What is chosen now. Borrowed until something changes. */
const NkFigureChoice *nk_export_form_choice     (NkExportForm   *form);

/* The map with its saved figures, of which the one of this name is chosen already; NULL: none. */
void                  nk_export_form_set_map    (NkExportForm   *form,
                                                 const NkMap    *map,
                                                 const char     *name);
/* The name of the saved figure that was chosen last, or "". */
const char           *nk_export_form_saved_name (NkExportForm   *form);

/* Chooses a page of this width (points), as high as its content needs. */
void                  nk_export_form_widen      (NkExportForm   *form,
                                                 double          width);

G_END_DECLS
