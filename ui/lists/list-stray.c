#include "ui/lists/list-stray.h"

#include "ui/lists/list-deeds.h"
#include "ui/lists/list-words.h"

#include "map/text.h"

typedef struct
{
  const NkListHost *host;
  char *key;
} Stray;

static void
stray_free (gpointer data)
{
  Stray *stray = data;

  g_free (stray->key);
  g_free (stray);
}

static void
on_add (Stray *stray)
{
  const NkMap *map = nk_list_host_map (stray->host);

  nk_list_host_apply (stray->host,
                      nk_edit_for_known_category (map, &stray->host->list, stray->key), NULL);
}

static void
on_replace (Stray     *stray,
            GtkButton *button)
{
  nk_list_replace (stray->host, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), stray->key);
}

static void
add_button (GtkWidget  *line,
            Stray      *stray,
            const char *label,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, stray);
  gtk_box_append (GTK_BOX (line), button);
}

GtkWidget *
nk_list_stray_new (const NkListHost *host,
                   const char       *key,
                   const NkUses     *uses,
                   gboolean          others)
{
  Stray *stray = g_new (Stray, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *used = nk_list_uses (&host->list, uses);
  /* Translators: an id that is used and not listed, and by how many: “xyz”, "3 actors". */
  g_autofree char *text = g_strdup_printf (_("“%s” is not in the list: %s"), key, used);
  GtkWidget *label = gtk_label_new (text);

  *stray = (Stray) { host, g_strdup (key) };
  g_object_set_data_full (G_OBJECT (line), "stray", stray, stray_free);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  add_button (line, stray, _("Add"), G_CALLBACK (on_add));
  if (others)
    add_button (line, stray, _("Replace By…"), G_CALLBACK (on_replace));
  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", line, "selectable", FALSE, "activatable",
                       FALSE, "focusable", FALSE, NULL);
}
