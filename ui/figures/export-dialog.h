/* The export dialog: a figure as it will be printed, and what can be chosen of it. */
#pragma once

#include "ui/window/window.h"

G_BEGIN_DECLS

#define NK_TYPE_EXPORT_DIALOG (nk_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (NkExportDialog, nk_export_dialog, NK, EXPORT_DIALOG, GtkWindow)

NkExportDialog *nk_export_dialog_new (NkWindow *window);

G_END_DECLS
