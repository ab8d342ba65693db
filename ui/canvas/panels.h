/* Panels: how they stand on the canvas. */
#pragma once

#include "ui/session/session.h"

G_BEGIN_DECLS

/* Stands the panels of the session, if it shows them, side by side or one below the other: as they
 * are larger on a canvas of this size. */
void nk_panels_arrange (NkSession *session,
                        double     width,
                        double     height);

G_END_DECLS
