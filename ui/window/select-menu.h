/* The lists in the menu “Select”: all of one of the map's sectors, levels, districts or kinds. */
#pragma once

#include "ui/session/session.h"

G_BEGIN_DECLS

/* A submenu for each of these lists that is not empty. */
GMenuModel *nk_select_menu (const NkMap *map);

G_END_DECLS
