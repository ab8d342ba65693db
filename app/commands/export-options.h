/* What export is told, and what figure that makes. */
#pragma once

#include "commands/command.h"
#include "drawing/figure.h"

G_BEGIN_DECLS

/* As typed; NULL, 0 or FALSE: not given. */
typedef struct
{
  char *output, *figure, *folder, *format, *list;
  char *view, *planes, *date, *profile, *width, *height, *theme, *font, *legend, *title, *caption;
  double type, dpi, gap, angle;
  gboolean all, stacked, bundle, quiet, outlines, anonymise;
} NkExportOptions;

void     nk_export_options_clear (NkExportOptions       *options);

/* FALSE with a sentence on standard error if one of them is wrong. */
gboolean nk_export_options_check (const NkExportOptions *options);

/* Puts what was given over a setting, which borrows it. The options must be right. */
void     nk_export_options_apply (const NkExportOptions *options,
                                  NkFigureSetting       *setting);

G_END_DECLS
