#include "ui/window/window-actions.h"

#include "intake/fragment.h"
#include "intake/rows-columns.h"
#include "ui/clipboard/clip.h"
#include "ui/clipboard/paste.h"
#include "ui/program/trace.h"
#include "ui/tables/table.h"

#include "map/text.h"

/* FALSE if nothing is selected, or what is there is only proposed. */
static gboolean
is_ready (NkWindow *window)
{
  NkCanvas *canvas = nk_window_canvas (window);

  if (nk_canvas_refuses (canvas))
    return FALSE;
  nk_canvas_cancel (canvas);
  return nk_selection_count (nk_session_selection (nk_window_session (window))) > 0;
}

/* The table that has the keyboard, or NULL. */
static NkTable *
table_at_work (NkWindow *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL ? NK_TABLE (gtk_widget_get_ancestor (focus, NK_TYPE_TABLE)) : NULL;
}

/* Its columns as rows know them. */
static GArray *
columns_of (NkTable *table)
{
  g_autoptr (GPtrArray) shown = nk_table_columns (table);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (NkRowColumn));

  for (guint i = 0; i < shown->len; i++)
    {
      const NkColumn *column = g_ptr_array_index (shown, i);
      NkRowColumn same = { column->field != NULL ? (int) column->field->field : NK_ROW_COLUMN_NONE,
                           NULL };

      if (same.field != NK_ROW_COLUMN_NONE)
        g_array_append_val (columns, same);
    }
  return columns;
}

/* From a table what is selected in it, as it stands there. */
static GPtrArray *
copy_selected (NkWindow *window,
               gboolean  with_ties)
{
  NkSession *session = nk_window_session (window);
  NkTable *table = table_at_work (window);
  g_autoptr (GPtrArray) records = table != NULL ? nk_table_selected (table)
                                                : nk_clip_selected (session);
  g_autoptr (GArray) columns = table != NULL ? columns_of (table) : NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (records->len == 0)
    return NULL;
  content = nk_clip_provider (nk_session_map (session), records, with_ties, columns);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (window)), content);
  nk_trace ("clip records=%u", records->len);
  return g_steal_pointer (&records);
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GPtrArray) records = copy_selected (user_data, FALSE);
}

static void
on_cut (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkWindow *window = user_data;
  const NkMap *map = nk_session_map (nk_window_session (window));
  g_autoptr (GPtrArray) records = is_ready (window) ? copy_selected (window, TRUE) : NULL;
  NkEdit *edit;

  if (records == NULL)
    return;
  edit = nk_edit_new (_("Cut"));
  for (guint i = 0; i < records->len; i++)
    {
      const NkRecord *record = g_ptr_array_index (records, i);

      nk_edit_remove (edit, map, nk_record_kind (record), nk_record_id (record));
    }
  nk_canvas_apply (nk_window_canvas (window), edit, NULL);
}

static void
on_paste (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (nk_canvas_refuses (nk_window_canvas (user_data)))
    return;
  nk_canvas_cancel (nk_window_canvas (user_data));
  nk_paste_clipboard (user_data);
}

static void
on_duplicate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NkWindow *window = user_data;
  NkSession *session = nk_window_session (window);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (NkMap) fragment = NULL;

  if (!is_ready (window))
    return;
  records = nk_clip_selected (session);
  fragment = nk_fragment_new (nk_session_map (session), records, FALSE);
  nk_paste_fragment (window, fragment, _("Duplicate"), NULL);
}

static const GActionEntry actions[] = {
  { .name = "cut", .activate = on_cut },
  { .name = "copy", .activate = on_copy },
  { .name = "paste", .activate = on_paste },
  { .name = "duplicate", .activate = on_duplicate },
};

void
nk_clipboard_actions_add (NkWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), window);
}

void
nk_clipboard_actions_update (NkWindow *window)
{
  NkSession *session = nk_window_session (window);
  gboolean is_some = nk_selection_count (nk_session_selection (session)) > 0;

  nk_window_enable (window, "cut", is_some);
  nk_window_enable (window, "copy", is_some);
  nk_window_enable (window, "duplicate", is_some);
}
