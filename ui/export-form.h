/* The form of the export dialog: the controls by which a figure is chosen.
 *
 * Signals: "changed", when the choice has become another one. */
#pragma once

#include "ui/figure-choice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NK_TYPE_EXPORT_FORM (nk_export_form_get_type ())
G_DECLARE_FINAL_TYPE (NkExportForm, nk_export_form, NK, EXPORT_FORM, GtkGrid)

/* Shows a choice, taking it. */
void                  nk_export_form_set_choice (NkExportForm   *form,
                                                 NkFigureChoice *choice);
/* What is chosen now. Borrowed until something changes. */
const NkFigureChoice *nk_export_form_choice     (NkExportForm   *form);

/* Chooses a page of this width (points), as high as its content needs. */
void                  nk_export_form_widen      (NkExportForm   *form,
                                                 double          width);

G_END_DECLS
