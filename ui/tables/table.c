#include "ui/tables/table-private.h"

#include "map/text.h"

G_DEFINE_FINAL_TYPE (NkTable, nk_table, GTK_TYPE_WIDGET)

enum { COUNTED, CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

NkRecordKind
nk_table_kind (NkTable *table)
{
  return table->kind;
}

static void
tell_count (NkTable *table)
{
  g_signal_emit (table, signals[COUNTED], 0);
}

void
nk_table_count (NkTable *table,
                guint   *shown,
                guint   *all)
{
  gboolean draft = nk_table_rows_draft (table->rows) != NULL;

  *shown = g_list_model_get_n_items (table->sorted) - draft;
  *all = nk_table_rows_count (table->rows);
}

/* The filter */

static void
mark_found (NkTable *table)
{
  guint n = nk_table_rows_count (table->rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NkTableRow) row = g_list_model_get_item (G_LIST_MODEL (table->rows), i);

      nk_table_row_set_found (row, *table->text == '\0');
    }
}

static void
add_hits (NkTable *table)
{
  g_autoptr (GArray) hits = nk_search_find (table->search, nk_session_map (table->session),
                                            table->kind, table->text);

  for (guint i = 0; i < hits->len; i++)
    {
      const NkHit *hit = &g_array_index (hits, NkHit, i);
      NkTableRow *row = nk_table_rows_find (table->rows, nk_record_id (hit->record));

      if (row != NULL)
        nk_table_row_set_found (row, TRUE);
    }
}

/* Those whose level, district … has the words in its name. */
static void
add_hits_by_reference (NkTable             *table,
                       const NkFieldSchema *field)
{
  const NkMap *map = nk_session_map (table->session);
  g_autoptr (GArray) hits = nk_search_find (table->search, map, field->target, table->text);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < hits->len; i++)
    g_hash_table_add (ids, (gpointer) nk_record_id (g_array_index (hits, NkHit, i).record));
  for (guint i = 0; hits->len > 0 && i < nk_map_count (map, table->kind); i++)
    {
      const NkRecord *record = nk_map_at (map, table->kind, i);
      NkTableRow *row = nk_table_rows_find (table->rows, nk_record_id (record));

      if (row != NULL && g_hash_table_contains (ids, nk_record_text (record, field->field)))
        nk_table_row_set_found (row, TRUE);
    }
}

static void
look (NkTable *table)
{
  mark_found (table);
  if (*table->text == '\0')
    return;
  add_hits (table);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == NK_COLUMN_FIELD
        && table->columns[i].field->type == NK_TYPE_REFERENCE
        && table->columns[i].field->target != NK_ACTOR)
      add_hits_by_reference (table, table->columns[i].field);
}

void
nk_table_filter (NkTable    *table,
                 const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));

  if (g_str_equal (words, table->text))
    return;
  nk_table_end_editing (table);
  g_free (table->text);
  table->text = g_steal_pointer (&words);
  if (!table->shown)
    {
      table->stale = TRUE;
      return;
    }
  look (table);
  gtk_filter_changed (table->filter, GTK_FILTER_CHANGE_DIFFERENT);
  tell_count (table);
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  return nk_table_row_is_found (item);
}

/* What it follows */

static void
load (NkTable *table)
{
  const NkMap *map = nk_session_map (table->session);

  table->stale = FALSE;
  nk_table_end_editing (table);
  g_clear_object (&table->cursor);
  nk_lookup_set_map (table->lookup, map);
  nk_table_rows_set_map (table->rows, map);
  /* Whoever has drawn at a column of this map keeps its width. */
  if (table->fitted != map)
    nk_table_fit_columns (table);
  table->fitted = map;
  if (*table->text != '\0')
    {
      look (table);
      gtk_filter_changed (table->filter, GTK_FILTER_CHANGE_DIFFERENT);
    }
  tell_count (table);
}

/* Where the keyboard is, if it is in the rows. O(rows) then. */
static guint
keyboard_position (NkTable *table)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (table)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (table)))
    return GTK_INVALID_LIST_POSITION;
  return nk_table_position (table, table->cursor);
}

/* Where a row has gone with the keyboard on it, that goes on at its place. */
static void
keep_keyboard (NkTable *table,
               guint    before)
{
  guint n = g_list_model_get_n_items (table->sorted);

  if (table->cursor == NULL || nk_table_row_is_draft (table->cursor)
      || nk_table_rows_find (table->rows, nk_record_id (nk_table_row_record (table->cursor)))
         == table->cursor)
    return;
  nk_table_end_editing (table);
  g_clear_object (&table->cursor);
  if (before != GTK_INVALID_LIST_POSITION && n > 0)
    nk_table_go (table, MIN (before, n - 1), table->cursor_column);
}

static void
on_edited (NkTable *table,
           NkEdit  *edit)
{
  guint before;

  if (!table->shown)
    {
      table->stale = TRUE;
      return;
    }
  before = keyboard_position (table);
  nk_lookup_set_map (table->lookup, nk_session_map (table->session));
  nk_table_rows_follow (table->rows, nk_session_map (table->session), edit);
  if (*table->text != '\0')
    {
      look (table);
      gtk_filter_changed (table->filter, GTK_FILTER_CHANGE_DIFFERENT);
    }
  keep_keyboard (table, before);
  tell_count (table);
}

static void
on_opened (NkTable *table)
{
  if (table->shown)
    load (table);
  else
    table->stale = TRUE;
}

/* What somebody selects on the map is brought into sight here; the keyboard stays where it is. */
static void
on_selection_changed (NkTable *table)
{
  guint first;

  if (!table->shown || nk_table_selection_is_own (table->selection))
    return;
  first = nk_table_selection_first (table->selection);
  if (first == GTK_INVALID_LIST_POSITION)
    return;
  g_clear_object (&table->cursor);
  table->cursor = nk_table_row_at (table, first);
  nk_table_scroll_to (table, first);
}

void
nk_table_set_shown (NkTable  *table,
                    gboolean  shown)
{
  if (table->shown == shown)
    return;
  table->shown = shown;
  if (!shown)
    {
      nk_table_end_editing (table);
      return;
    }
  if (table->stale)
    load (table);
  on_selection_changed (table);
}

void
nk_table_select (NkTable *table,
                 guint    position)
{
  g_autoptr (NkTableRow) row = nk_table_row_at (table, position);

  if (row == NULL)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (table->selection), position, TRUE);
  if (!nk_table_row_is_draft (row))
    g_signal_emit (table, signals[CHOSEN], 0, nk_record_id (nk_table_row_record (row)));
}

GPtrArray *
nk_table_selected (NkTable *table)
{
  GPtrArray *records = g_ptr_array_new ();
  guint n = g_list_model_get_n_items (table->sorted);

  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (table->selection), i))
      {
        g_autoptr (NkTableRow) row = nk_table_row_at (table, i);

        g_ptr_array_add (records, nk_table_row_record (row));
      }
  return records;
}

/* The widget */

static void
nk_table_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  gtk_widget_measure (NK_TABLE (widget)->scroll, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* The editor lies on its cell wherever that is; when it has gone out of sight, so has the editor. */
static void
place_editor (NkTable *table)
{
  GtkWidget *cell = nk_table_cell (table, table->cursor, table->cursor_column);
  graphene_rect_t place;

  if (cell == NULL
      || !gtk_widget_compute_bounds (gtk_widget_get_parent (cell), GTK_WIDGET (table), &place))
    return;
  gtk_widget_measure (GTK_WIDGET (table->editor), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (GTK_WIDGET (table->editor),
                            &(GtkAllocation) { (int) place.origin.x, (int) place.origin.y,
                                               MAX ((int) place.size.width, 60),
                                               (int) place.size.height }, -1);
}

static void
nk_table_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  NkTable *table = NK_TABLE (widget);

  gtk_widget_size_allocate (table->scroll, &(GtkAllocation) { 0, 0, width, height }, baseline);
  if (table->editor != NULL)
    place_editor (table);
}

static void
nk_table_dispose (GObject *object)
{
  NkTable *table = NK_TABLE (object);

  nk_table_end_editing (table);
  if (table->session != NULL)
    g_signal_handlers_disconnect_by_data (table->session, table);
  g_clear_pointer (&table->scroll, gtk_widget_unparent);
  g_clear_object (&table->cursor);
  g_clear_object (&table->selection);
  g_clear_object (&table->sorted);
  g_clear_object (&table->filter);
  g_clear_object (&table->rows);
  g_clear_object (&table->menu);
  g_clear_object (&table->actions);
  g_clear_object (&table->session);
  G_OBJECT_CLASS (nk_table_parent_class)->dispose (object);
}

static void
nk_table_finalize (GObject *object)
{
  NkTable *table = NK_TABLE (object);

  g_clear_pointer (&table->bound, g_hash_table_unref);
  g_clear_pointer (&table->lookup, nk_lookup_free);
  g_clear_pointer (&table->search, nk_search_free);
  g_clear_pointer (&table->matcher, nk_matcher_free);
  g_free (table->view_columns);
  g_free (table->text);
  G_OBJECT_CLASS (nk_table_parent_class)->finalize (object);
}

static void
nk_table_class_init (NkTableClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_table_dispose;
  G_OBJECT_CLASS (class)->finalize = nk_table_finalize;
  widget_class->measure = nk_table_measure;
  widget_class->size_allocate = nk_table_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "maptable");
  signals[COUNTED] = g_signal_new ("counted", NK_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", NK_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
nk_table_init (NkTable *table)
{
  table->lookup = nk_lookup_new ();
  table->search = nk_search_new ();
  table->matcher = nk_matcher_new ();
  table->text = g_strdup ("");
  table->sort_column = NK_NO_COLUMN;
  table->stale = TRUE;
}

static void
add_view (NkTable *table)
{
  GtkScrolledWindow *scroll = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  GtkWidget *heads;

  table->scroll = GTK_WIDGET (scroll);
  table->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  table->list = gtk_widget_get_last_child (GTK_WIDGET (table->view));
  heads = gtk_widget_get_first_child (GTK_WIDGET (table->view));
  gtk_accessible_update_property (GTK_ACCESSIBLE (heads), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Columns"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (table->view), "data-table");
  /* A bar that lies over the last row hides it. */
  gtk_scrolled_window_set_overlay_scrolling (scroll, FALSE);
  gtk_scrolled_window_set_child (scroll, GTK_WIDGET (table->view));
  gtk_widget_set_parent (table->scroll, GTK_WIDGET (table));
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (scroll), "value-changed",
                            G_CALLBACK (gtk_widget_queue_allocate), table);
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (scroll), "value-changed",
                            G_CALLBACK (gtk_widget_queue_allocate), table);
}

/* Whoever sorts wants to see who is first. */
static void
on_sorted (NkTable *table)
{
  gtk_widget_activate_action (table->list, "list.scroll-to-item", "u", 0);
}

/* Before the view's own sorter is heard by those who sort, it must be known by which column. */
static void
add_models (NkTable *table)
{
  GtkFilterListModel *found;
  GtkSorter *sorter = gtk_column_view_get_sorter (table->view);

  table->rows = nk_table_rows_new (table->kind);
  table->filter = GTK_FILTER (gtk_custom_filter_new (is_found, NULL, NULL));
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (table->rows)),
                                     g_object_ref (table->filter));
  table->sorted = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (found),
                                                         g_object_ref (sorter)));
  table->selection = nk_table_selection_new (table->session, table->kind, table->sorted);
  gtk_column_view_set_model (table->view, GTK_SELECTION_MODEL (table->selection));
  /* Heard after those who sort. */
  g_signal_connect_object (sorter, "changed", G_CALLBACK (on_sorted), table, G_CONNECT_SWAPPED);
}

GtkWidget *
nk_table_new (NkCanvas     *canvas,
              NkRecordKind  kind,
              const char   *title)
{
  NkTable *table = g_object_new (NK_TYPE_TABLE, NULL);

  table->canvas = canvas;
  table->session = g_object_ref (nk_canvas_session (canvas));
  table->kind = kind;
  table->columns = nk_columns (kind, &table->n_columns);
  add_view (table);
  nk_table_add_columns (table);
  add_models (table);
  nk_table_add_controllers (table);
  gtk_accessible_update_property (GTK_ACCESSIBLE (table->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_object (table->session, "edited", G_CALLBACK (on_edited), table,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table->session, "opened", G_CALLBACK (on_opened), table,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table->session, "selection-changed", G_CALLBACK (on_selection_changed),
                           table, G_CONNECT_SWAPPED);
  return GTK_WIDGET (table);
}
