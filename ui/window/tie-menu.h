/* The submenu of the kinds of ties that the map has. */
#pragma once

#include "ui/session/session.h"

G_BEGIN_DECLS

void nk_tie_menu_append (GMenu     *menu,
                         NkSession *session);

G_END_DECLS
