#include "ui/clipboard/paste.h"

#include "files/native.h"
#include "intake/fragment.h"
#include "ui/clipboard/paste-dialog.h"
#include "ui/program/trace.h"

#include <string.h>

#include "map/text.h"

/* Fragments */

/* Those of whom one thinks as pasted; ties only if there is nobody else. */
static void
select_pasted (NkSession *session,
               GPtrArray *records)
{
  NkSelection *selection = nk_selection_new (), *ties = nk_selection_new ();

  for (guint i = 0; i < records->len; i++)
    {
      const NkRecord *record = g_ptr_array_index (records, i);

      nk_selection_add (nk_record_kind (record) == NK_TIE ? ties : selection,
                        nk_record_kind (record), nk_record_id (record));
    }
  if (nk_selection_count (selection) == 0)
    {
      nk_selection_free (selection);
      selection = g_steal_pointer (&ties);
    }
  nk_session_select (session, selection);
  g_clear_pointer (&ties, nk_selection_free);
}

static void
say_left_out (NkWindow *window,
              guint     n)
{
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u tie was left out: this map does not have the actor at its "
                                    "other end.",
                                    "%u ties were left out: this map does not have the actors at "
                                    "their other ends.", n), n);
  nk_message_bar_say (nk_window_messages (window), text);
}

void
nk_paste_fragment (NkWindow      *window,
                   const NkMap   *fragment,
                   const char    *name,
                   const NkPoint *middle)
{
  NkSession *session = nk_window_session (window);
  NkPasted pasted;
  g_autoptr (NkEdit) edit = nk_fragment_paste (nk_session_map (session), fragment, name, middle,
                                               &pasted);

  if (nk_edit_is_empty (edit) && pasted.left_out == 0)
    nk_message_bar_say (nk_window_messages (window),
                        _("Nothing was pasted: this map has all of it already."));
  else if (nk_edit_is_empty (edit)
           || nk_canvas_apply (nk_window_canvas (window), nk_edit_ref (edit), NULL))
    {
      if (pasted.records->len > 0)
        select_pasted (session, pasted.records);
      say_left_out (window, pasted.left_out);
    }
  nk_trace ("pasted records=%u left-out=%u", pasted.records->len, pasted.left_out);
  nk_pasted_clear (&pasted);
}

/* Where */

static gboolean
is_in (NkCanvas *canvas,
       double    x,
       double    y)
{
  return x >= 0 && y >= 0 && x < gtk_widget_get_width (GTK_WIDGET (canvas))
         && y < gtk_widget_get_height (GTK_WIDGET (canvas));
}

/* The pointer if it is on the canvas, else the middle of that. */
static NkPoint
pointed_at (NkCanvas *canvas)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (canvas));
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (canvas)));
  GdkDevice *device = gdk_seat_get_pointer (seat);
  double x = 0, y = 0, left, top;

  if (device != NULL
      && gdk_surface_get_device_position (gtk_native_get_surface (native), device, &x, &y, NULL))
    {
      gtk_native_get_surface_transform (native, &left, &top);
      if (gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (canvas), x - left,
                                            y - top, &x, &y)
          && is_in (canvas, x, y))
        return (NkPoint) { x, y };
    }
  return (NkPoint) { gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0,
                     gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0 };
}

/* FALSE if it is to stand beside where it stood: that is in view, or nobody can see where things stand
 * on the map. */
static gboolean
wished_middle (NkWindow    *window,
               const NkMap *fragment,
               NkPoint     *middle)
{
  NkSession *session = nk_window_session (window);
  NkCanvas *canvas = nk_window_canvas (window);
  NkScene *scene = nk_session_scene (session);
  NkPoint place;
  double x, y;

  if (nk_session_show (session) != NK_SHOW_LEVELS || !nk_fragment_middle (fragment, &place))
    return FALSE;
  nk_scene_from_map (scene, -1, place.x, place.y, &x, &y);
  nk_canvas_from_scene (canvas, x, y, &x, &y);
  if (is_in (canvas, x, y))
    return FALSE;
  place = pointed_at (canvas);
  nk_canvas_to_scene (canvas, place.x, place.y, &x, &y);
  nk_scene_to_map (scene, -1, x, y, &middle->x, &middle->y);
  return TRUE;
}

static void
paste_map (NkWindow *window,
           GBytes   *bytes)
{
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *data = g_strndup (g_bytes_get_data (bytes, NULL), length);
  g_autoptr (GError) error = NULL;
  g_autoptr (NkMap) fragment = nk_native_read (data, strlen (data), _("clipboard"), &error);
  NkPoint middle;

  if (fragment == NULL)
    nk_message_bar_say (nk_window_messages (window), error->message);
  else
    nk_paste_fragment (window, fragment, _("Paste"),
                       wished_middle (window, fragment, &middle) ? &middle : NULL);
}

/* Rows */

static void
say_nothing (NkWindow *window)
{
  nk_message_bar_say (nk_window_messages (window),
                      _("There is nothing on the clipboard that a map can have. Copy actors or ties "
                        "from a map, or rows from a spreadsheet."));
}

void
nk_paste_rows (NkWindow   *window,
               const char *text,
               gsize       length)
{
  NkPasteDialog *dialog = nk_paste_dialog_new (window, text, length);

  if (dialog == NULL)
    say_nothing (window);
  else
    gtk_window_present (GTK_WINDOW (dialog));
}

/* The clipboard */

typedef struct
{
  NkWindow *window;
  gboolean is_map;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->window);
  g_free (reading);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reading *reading = user_data;
  NkWindow *window = reading->window;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  length = g_bytes_get_size (bytes);
  if (!nk_window_is_open (window) || nk_canvas_refuses (nk_window_canvas (window)))
    ;
  else if (error != NULL)
    nk_message_bar_say (nk_window_messages (window), error->message);
  else if (length == 0)
    say_nothing (window);
  else if (reading->is_map)
    paste_map (window, bytes);
  else
    nk_paste_rows (window, g_bytes_get_data (bytes, NULL), length);
  reading_free (reading);
}

static void
on_stream (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL,
                                                               NULL);

  if (stream == NULL)
    {
      if (nk_window_is_open (reading->window))
        say_nothing (reading->window);
      reading_free (reading);
      return;
    }
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_read, reading);
}

void
nk_paste_clipboard (NkWindow *window)
{
  static const char *maps[] = { NK_FRAGMENT_TYPE, NULL };
  static const char *texts[] = { "text/plain;charset=utf-8", "text/plain", NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  gboolean is_map = gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                           NK_FRAGMENT_TYPE);
  Reading *reading = g_new (Reading, 1);

  *reading = (Reading) { g_object_ref (window), is_map };
  /* Text is asked for even if none is known to be there: what has only just come is not known yet. */
  gdk_clipboard_read_async (clipboard, is_map ? maps : texts, G_PRIORITY_DEFAULT, NULL, on_stream,
                            reading);
}
