#include "ui/lists/list-drag.h"

typedef struct
{
  GtkListBox *list;      /* owns this */
  GtkWidget *marked;     /* the row at whose edge a line is drawn, or NULL */
  NkListDropped dropped;
  gpointer user_data;
} Drop;

/* From */

static GdkContentProvider *
on_prepare (GtkDragSource *source,
            double         x,
            double         y,
            NkListRow     *row)
{
  return gdk_content_provider_new_typed (NK_TYPE_LIST_ROW, row);
}

static void
on_begin (GtkDragSource *source,
          GdkDrag       *drag,
          GtkWidget     *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

void
nk_list_drag_from (NkListRow *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_begin), row);
  gtk_widget_add_controller (nk_list_row_handle (row), GTK_EVENT_CONTROLLER (source));
}

/* To */

static void
unmark (Drop *drop)
{
  if (drop->marked == NULL)
    return;
  gtk_widget_remove_css_class (drop->marked, "drop-above");
  gtk_widget_remove_css_class (drop->marked, "drop-below");
  drop->marked = NULL;
}

static GtkWidget *
row_at (Drop  *drop,
        guint  i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (drop->list, (int) i);

  return NK_IS_LIST_ROW (row) ? GTK_WIDGET (row) : NULL;
}

/* Before which row of the list a height is: as many as it has, if behind all. */
static guint
slot_at (Drop   *drop,
         double  y)
{
  GtkWidget *row;
  graphene_rect_t bounds;
  guint slot = 0;

  while ((row = row_at (drop, slot)) != NULL
         && gtk_widget_compute_bounds (row, GTK_WIDGET (drop->list), &bounds)
         && y > bounds.origin.y + bounds.size.height / 2)
    slot++;
  return slot;
}

static GdkDragAction
on_motion (GtkDropTarget *target,
           double         x,
           double         y,
           Drop          *drop)
{
  guint slot = slot_at (drop, y);
  gboolean behind_all = row_at (drop, slot) == NULL;

  unmark (drop);
  drop->marked = row_at (drop, behind_all && slot > 0 ? slot - 1 : slot);
  if (drop->marked != NULL)
    gtk_widget_add_css_class (drop->marked, behind_all ? "drop-below" : "drop-above");
  return GDK_ACTION_MOVE;
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Drop          *drop)
{
  NkListRow *row = g_value_get_object (value);
  guint slot = slot_at (drop, y), from;

  unmark (drop);
  /* Not one of another list. */
  if (gtk_widget_get_parent (GTK_WIDGET (row)) != GTK_WIDGET (drop->list))
    return FALSE;
  from = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  drop->dropped (row, slot > from ? slot - 1 : slot, drop->user_data);
  return TRUE;
}

static void
on_leave (GtkDropTarget *target,
          Drop          *drop)
{
  unmark (drop);
}

void
nk_list_drag_to (GtkListBox    *list,
                 NkListDropped  dropped,
                 gpointer       user_data)
{
  Drop *drop = g_new0 (Drop, 1);
  GtkDropTarget *target = gtk_drop_target_new (NK_TYPE_LIST_ROW, GDK_ACTION_MOVE);

  *drop = (Drop) { list, NULL, dropped, user_data };
  g_object_set_data_full (G_OBJECT (list), "drop", drop, g_free);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), drop);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), drop);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), drop);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (target));
}
