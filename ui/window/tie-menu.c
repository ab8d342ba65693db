#include "ui/window/tie-menu.h"

#include "map/text.h"

#define MOST_KEYS 9    /* kinds that have a key */

static void
append_kind (GMenu      *menu,
             const char *label,
             const char *id,
             guint       key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_autofree char *digit = g_strdup_printf ("%u", key);

  g_menu_item_set_action_and_target (item, "win.tie-kind", "s", id);
  if (key <= MOST_KEYS)
    g_menu_item_set_attribute (item, "accel", "s", digit);
  g_menu_append_item (menu, item);
}

/* A name is no mnemonic. */
static char *
label_of (const NkRecord *kind)
{
  g_auto (GStrv) parts = g_strsplit (nk_record_title (kind), "_", -1);

  return g_strjoinv ("__", parts);
}

void
nk_tie_menu_append (GMenu     *menu,
                    NkSession *session)
{
  const NkMap *map = nk_session_map (session);
  g_autoptr (GMenu) kinds = g_menu_new ();

  for (guint i = 0; i < nk_map_count (map, NK_KIND); i++)
    {
      const NkRecord *kind = nk_map_at (map, NK_KIND, i);
      g_autofree char *label = label_of (kind);

      append_kind (kinds, label, nk_record_id (kind), i + 1);
    }
  append_kind (kinds, _("No Kind"), "", 0);
  g_menu_append_submenu (menu, _("_Kind of Tie"), G_MENU_MODEL (kinds));
}
