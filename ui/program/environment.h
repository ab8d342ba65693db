/* What has to be settled before GTK starts. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Chooses how GTK draws and how memory is kept, unless the user has chosen. Call it first in
 * main (). */
void nk_environment_prepare (void);

G_END_DECLS
