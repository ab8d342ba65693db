#include "ui/window/select-menu.h"

#include "map/text.h"

#include <string.h>

/* An underscore in a name is no mnemonic. */
static char *
menu_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenuModel *
list_menu (const NkMap  *map,
           NkRecordKind  kind,
           const char   *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < nk_map_count (map, kind); i++)
    {
      const NkRecord *record = nk_map_at (map, kind, i);
      g_autofree char *label = menu_label (nk_record_title (record));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, action, "s", nk_record_id (record));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

GMenuModel *
nk_select_menu (const NkMap *map)
{
  static const struct { NkRecordKind kind; const char *label, *action; } lists[] = {
    { NK_SECTOR, N_("All of a Se_ctor"), "win.select-sector" },
    { NK_LEVEL, N_("All of a L_evel"), "win.select-level" },
    { NK_DISTRICT, N_("All of a Dis_trict"), "win.select-district" },
    { NK_KIND, N_("All Ties _of a Kind"), "win.select-kind" },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GMenuModel) list = list_menu (map, lists[i].kind, lists[i].action);

      if (g_menu_model_get_n_items (list) > 0)
        g_menu_append_submenu (menu, _(lists[i].label), list);
    }
  return G_MENU_MODEL (menu);
}
