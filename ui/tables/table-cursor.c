/* Going about in a table, by keyboard and mouse. */
#include "ui/tables/table-private.h"

guint
nk_table_position (NkTable    *table,
                   NkTableRow *row)
{
  guint n = g_list_model_get_n_items (table->sorted);

  for (guint i = 0; row != NULL && i < n; i++)
    {
      g_autoptr (NkTableRow) other = nk_table_row_at (table, i);

      if (other == row)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

NkTableRow *
nk_table_row_at (NkTable *table,
                 guint    position)
{
  return g_list_model_get_item (table->sorted, position);
}

/* A table that has just been opened has no rows to measure yet. */
static gboolean
scroll_later (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  NkTable *table = NK_TABLE (widget);

  if (nk_table_row_height (table) == 0)
    return G_SOURCE_CONTINUE;
  table->waiting = 0;
  nk_table_scroll_to (table, nk_table_position (table, table->cursor));
  return G_SOURCE_REMOVE;
}

/* No farther than needed: GTK's own way moves rows that are in sight already. It alone knows of rows that
 * have just come. */
void
nk_table_scroll_to (NkTable *table,
                    guint    position)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (table->scroll));
  double height = nk_table_row_height (table), top = position * height;

  if (position >= g_list_model_get_n_items (table->sorted))
    return;
  if (height == 0 && table->waiting == 0)
    table->waiting = gtk_widget_add_tick_callback (GTK_WIDGET (table), scroll_later, NULL, NULL);
  if (height > 0 && top + height <= gtk_adjustment_get_upper (adjustment))
    gtk_adjustment_clamp_page (adjustment, top, top + height);
  else
    gtk_widget_activate_action (table->list, "list.scroll-to-item", "u", position);
}

/* GTK brings rows into sight, but not columns. */
static void
scroll_to_column (NkTable   *table,
                  GtkWidget *cell)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (table->scroll));
  graphene_rect_t place;

  if (!gtk_widget_compute_bounds (gtk_widget_get_parent (cell), table->list, &place))
    return;
  gtk_adjustment_clamp_page (adjustment, gtk_adjustment_get_value (adjustment) + place.origin.x,
                             gtk_adjustment_get_value (adjustment) + place.origin.x
                             + place.size.width);
}

void
nk_table_go (NkTable *table,
             guint    position,
             guint    column)
{
  g_autoptr (NkTableRow) row = nk_table_row_at (table, position);
  GtkWidget *cell;

  if (row == NULL)
    return;
  nk_table_scroll_to (table, position);
  g_set_object (&table->cursor, row);
  if (column < table->n_columns && nk_table_column_is_shown (table, column))
    table->cursor_column = column;
  cell = nk_table_cell (table, row, table->cursor_column);
  if (cell == NULL)
    return;
  gtk_widget_grab_focus (cell);
  scroll_to_column (table, cell);
}

void
nk_table_focus (NkTable *table)
{
  guint position = nk_table_position (table, table->cursor);

  if (position == GTK_INVALID_LIST_POSITION)
    position = nk_table_selection_first (table->selection);
  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  if (!nk_table_column_is_shown (table, table->cursor_column))
    table->cursor_column = nk_table_next_column (table, (guint) -1, 1);
  if (g_list_model_get_n_items (table->sorted) > 0)
    nk_table_go (table, position, table->cursor_column);
  else
    gtk_widget_grab_focus (table->list);
}

/* The cell that has the keyboard becomes the cursor. FALSE if none has it. */
static gboolean
find_cursor (NkTable *table,
             guint   *position)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (table));
  NkTableRow *row;
  guint column;

  if (!nk_table_cell_at (table, gtk_root_get_focus (root), &row, &column))
    return FALSE;
  g_set_object (&table->cursor, row);
  table->cursor_column = column;
  *position = nk_table_position (table, row);
  return *position != GTK_INVALID_LIST_POSITION;
}

/* Keys */

static guint
rows_of_a_page (NkTable *table)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (table->scroll));
  guint n = g_list_model_get_n_items (table->sorted);
  double row = n > 0 ? gtk_adjustment_get_upper (adjustment) / n : 0;

  return row > 0 ? (guint) MAX (gtk_adjustment_get_page_size (adjustment) / row - 1, 1) : 1;
}

/* To another row: alone it is selected; with Shift all from where one was; with Ctrl none. */
static void
go_to_row (NkTable         *table,
           guint            from,
           gint64           to,
           GdkModifierType  state)
{
  guint last = g_list_model_get_n_items (table->sorted) - 1;
  guint position = (guint) CLAMP (to, 0, (gint64) last);

  nk_table_go (table, position, table->cursor_column);
  if ((state & GDK_SHIFT_MASK) != 0)
    {
      if (table->anchor == GTK_INVALID_LIST_POSITION)
        table->anchor = from;
      nk_table_selection_range (table->selection, MIN (table->anchor, last), position);
      return;
    }
  table->anchor = GTK_INVALID_LIST_POSITION;
  if ((state & GDK_CONTROL_MASK) == 0)
    nk_table_select (table, position);
}

static void
go_to_column (NkTable *table,
              guint    position,
              guint    column)
{
  if (column != NK_NO_COLUMN)
    nk_table_go (table, position, column);
}

static void
toggle_selected (NkTable *table,
                 guint    position)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (table->selection);

  if (gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_unselect_item (selection, position);
  else
    gtk_selection_model_select_item (selection, position, FALSE);
}

static void
on_space (NkTable         *table,
          guint            position,
          GdkModifierType  state)
{
  if ((state & GDK_CONTROL_MASK) != 0)
    toggle_selected (table, position);
  else if (nk_table_can_toggle (&table->columns[table->cursor_column]))
    nk_table_toggle (table, table->cursor, table->cursor_column);
  else
    nk_table_select (table, position);
}

/* Keys that go to another cell. */
static gboolean
on_going (NkTable         *table,
          guint            position,
          guint            key,
          GdkModifierType  state)
{
  gint64 here = position, page = rows_of_a_page (table);
  guint n = table->n_columns;
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Up:
      go_to_row (table, position, here - 1, state);
      return TRUE;
    case GDK_KEY_Down:
      go_to_row (table, position, here + 1, state);
      return TRUE;
    case GDK_KEY_Page_Up:
      go_to_row (table, position, here - page, state);
      return TRUE;
    case GDK_KEY_Page_Down:
      go_to_row (table, position, here + page, state);
      return TRUE;
    case GDK_KEY_Home:
      if (control)
        go_to_row (table, position, 0, state & ~GDK_CONTROL_MASK);
      else
        go_to_column (table, position, nk_table_next_column (table, (guint) -1, 1));
      return TRUE;
    case GDK_KEY_End:
      if (control)
        go_to_row (table, position, G_MAXUINT, state & ~GDK_CONTROL_MASK);
      else
        go_to_column (table, position, nk_table_next_column (table, n, -1));
      return TRUE;
    case GDK_KEY_Left:
      go_to_column (table, position, nk_table_next_column (table, table->cursor_column, -1));
      return TRUE;
    case GDK_KEY_Right:
      go_to_column (table, position, nk_table_next_column (table, table->cursor_column, 1));
      return TRUE;
    default:
      return FALSE;
    }
}

/* A letter is the beginning of what shall stand in the cell. */
static gboolean
on_letter (NkTable         *table,
           guint            key,
           GdkModifierType  state)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  char text[7] = "";

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || letter == 0
      || !g_unichar_isgraph (letter)
      || !nk_column_can_edit (&table->columns[table->cursor_column])
      || nk_table_can_toggle (&table->columns[table->cursor_column]))
    return FALSE;
  g_unichar_to_utf8 (letter, text);
  nk_table_edit (table, table->cursor, table->cursor_column, text);
  return TRUE;
}

static gboolean
on_key (NkTable         *table,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  guint position;

  if (key == GDK_KEY_Insert && !control)
    {
      nk_table_add (table);
      return TRUE;
    }
  if (key == GDK_KEY_Escape)
    {
      gtk_widget_grab_focus (GTK_WIDGET (table->canvas));
      return TRUE;
    }
  if ((state & GDK_ALT_MASK) != 0 || !find_cursor (table, &position))
    return FALSE;
  if (on_going (table, position, key, state))
    return TRUE;
  switch (key)
    {
    case GDK_KEY_F2:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      nk_table_edit (table, table->cursor, table->cursor_column, NULL);
      return TRUE;
    case GDK_KEY_space:
      on_space (table, position, state);
      return TRUE;
    case GDK_KEY_a:
      if (control)
        gtk_selection_model_select_all (GTK_SELECTION_MODEL (table->selection));
      return control || on_letter (table, key, state);
    default:
      return on_letter (table, key, state);
    }
}

/* The mouse */

/* The row selects itself; the keyboard goes to the cell. */
static void
on_pressed (NkTable         *table,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *click)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (table->view), x, y, GTK_PICK_DEFAULT);
  NkTableRow *row;
  guint column;

  if (!nk_table_cell_at (table, widget, &row, &column))
    return;
  table->anchor = GTK_INVALID_LIST_POSITION;
  g_set_object (&table->cursor, row);
  table->cursor_column = column;
  if (n_press == 2 && nk_column_can_edit (&table->columns[column]))
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
      nk_table_edit (table, row, column, NULL);
    }
  else
    gtk_widget_grab_focus (nk_table_cell (table, row, column));
}

void
nk_table_add_controllers (NkTable *table)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  table->anchor = GTK_INVALID_LIST_POSITION;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), table);
  gtk_widget_add_controller (GTK_WIDGET (table->view), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), table);
  gtk_widget_add_controller (GTK_WIDGET (table->view), GTK_EVENT_CONTROLLER (click));
}
