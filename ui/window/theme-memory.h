/* The theme that was chosen last: new windows show it. */
#pragma once

#include "drawing/theme.h"

G_BEGIN_DECLS

/* Paper if none was chosen. */
const NkTheme *nk_theme_memory_recall   (void);
/* What can't be written is not remembered. */
void           nk_theme_memory_remember (const NkTheme *theme);

G_END_DECLS
