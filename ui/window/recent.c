#include "ui/window/recent.h"

#include "map/text.h"

#define MOST_IN_MENU 10
#define MEDIA_TYPE "application/vnd.netzkarte+json"

void
nk_recent_add (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *command = g_strdup_printf ("%s %%u", g_get_prgname ());
  GtkRecentData data = {
    .mime_type = (char *) MEDIA_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = command,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return -g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) a),
                               gtk_recent_info_get_modified ((GtkRecentInfo *) b));
}

/* File dialogs put into the desktop's list whatever was chosen in them, figures as well. */
static gboolean
is_ours (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), MEDIA_TYPE) == 0
         && gtk_recent_info_has_application (info, g_get_application_name ())
         && gtk_recent_info_exists (info);
}

/* A file's name is no mnemonic. */
static char *
escape_underlines (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append (GMenu         *menu,
        GtkRecentInfo *info)
{
  g_autofree char *label = escape_underlines (gtk_recent_info_get_display_name (info));
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

GList *
nk_recent_infos (guint most)
{
  GList *all = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()),
                            compare_times);
  GList *ours = NULL;
  guint n = 0;

  for (GList *link = all; link != NULL && n < most; link = link->next)
    if (is_ours (link->data))
      {
        ours = g_list_prepend (ours, gtk_recent_info_ref (link->data));
        n++;
      }
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);
  return g_list_reverse (ours);
}

GMenuModel *
nk_recent_menu (void)
{
  GMenu *menu = g_menu_new ();
  GList *infos = nk_recent_infos (MOST_IN_MENU);

  for (GList *link = infos; link != NULL; link = link->next)
    append (menu, link->data);
  if (infos == NULL)
    g_menu_append (menu, _("No Recent Files"), "win.nothing");
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  return G_MENU_MODEL (menu);
}
