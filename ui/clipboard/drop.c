#include "ui/clipboard/drop.h"

#include "ui/clipboard/paste.h"
#include "ui/program/trace.h"
#include "ui/window/files.h"

#include <string.h>

#include "map/text.h"

/* More than any spreadsheet that is a network. */
#define MOST_BYTES (64 * 1024 * 1024)

/* Files of rows */

static gboolean
holds_rows (GFile *file)
{
  static const char *const endings[] = { ".csv", ".tsv", ".tab", ".txt" };
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_ascii_strdown (base, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

static void
on_loaded (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NkWindow) window = user_data;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error);
  if (!nk_window_is_open (window))
    return;
  if (error != NULL)
    nk_message_bar_say (nk_window_messages (window), error->message);
  else
    nk_paste_rows (window, text, length);
}

static void
on_size (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (NkWindow) window = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));
  g_autofree char *text = g_strdup_printf (_("“%s” is too large for a file of rows."), name);

  if (!nk_window_is_open (window))
    return;
  if (info != NULL && g_file_info_get_size (info) > MOST_BYTES)
    nk_message_bar_say (nk_window_messages (window), text);
  else
    g_file_load_contents_async (G_FILE (source), NULL, on_loaded, g_object_ref (window));
}

/* Drops */

static gboolean
takes_rows (NkWindow *window)
{
  return !nk_window_is_welcoming (window) && !nk_canvas_refuses (nk_window_canvas (window));
}

static void
drop_file (NkWindow *window,
           GFile    *file)
{
  g_autofree char *name = g_file_get_parse_name (file);

  nk_trace ("dropped %s", name);
  if (!holds_rows (file))
    nk_files_load (window, file);
  else if (takes_rows (window))
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                             G_PRIORITY_DEFAULT, NULL, on_size, g_object_ref (window));
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  NkWindow *window = user_data;

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
        drop_file (window, link->data);
      return TRUE;
    }
  if (!takes_rows (window))
    return FALSE;
  nk_paste_rows (window, g_value_get_string (value), strlen (g_value_get_string (value)));
  return TRUE;
}

void
nk_drop_attach (NkWindow *window)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
}
