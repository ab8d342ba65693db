/* The columns of a table: how wide they are, which are shown, by which the rows are sorted, and the menu
 * that says so. */
#include "ui/tables/table-private.h"

#include "ui/program/trace.h"
#include "ui/window/window-memory.h"

#include "map/text.h"

#define GROUP "table"
#define ROWS_TO_MEASURE 300
#define PADDING 28     /* pixels beside the words of a heading: its rims and its arrow */

static gboolean
is_probing (NkTable  *table,
            gpointer  item)
{
  return item == table;
}

/* GTK compares in the order in which the headings were clicked, and turns the answer round for columns
 * that are sorted downwards. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      data)
{
  const NkTableRow *one = a, *other = b;
  GtkColumnViewColumn *view_column = data;
  NkTable *table = g_object_get_data (G_OBJECT (view_column), "table");
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (view_column), "column"));
  gboolean descending = table->sort_column == column && table->descending;
  int order;

  if (is_probing (table, (gpointer) a))
    {
      table->sort_column = column;
      return -1;
    }
  if (nk_table_row_is_draft ((NkTableRow *) one) || nk_table_row_is_draft ((NkTableRow *) other))
    order = (int) nk_table_row_is_draft ((NkTableRow *) one)
            - (int) nk_table_row_is_draft ((NkTableRow *) other);
  else
    order = nk_key_compare (nk_table_row_key ((NkTableRow *) one, table->columns,
                                              table->n_columns, column, table->lookup),
                            nk_table_row_key ((NkTableRow *) other, table->columns,
                                              table->n_columns, column, table->lookup),
                            descending);
  return descending ? -order : order;
}

/* Which column comes first, and which way, GTK 4.8 says only by what it compares. */
static void
on_sorted (NkTable   *table,
           gint       change,
           GtkSorter *sorter)
{
  table->sort_column = NK_NO_COLUMN;
  table->descending = gtk_sorter_compare (sorter, table, table->view) == GTK_ORDERING_LARGER;
  nk_table_rows_set_ordered (table->rows, table->sort_column != NK_NO_COLUMN);
  nk_trace ("sorted %s %s",
            table->sort_column != NK_NO_COLUMN ? table->columns[table->sort_column].name : "none",
            table->descending ? "down" : "up");
}

/* Which are shown */

static char *
memory_key (NkTable *table)
{
  return g_strdup_printf ("columns-%s", nk_schema_kind (table->kind)->list);
}

/* What somebody has chosen, by names; NULL: nothing yet. */
static char **
remembered (NkTable *table)
{
  g_autofree char *key = memory_key (table);
  g_autofree char *text = nk_window_memory_text (key);

  return text != NULL ? g_strsplit (text, " ", -1) : NULL;
}

static void
remember (NkTable *table)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *key = memory_key (table);

  for (guint i = 0; i < table->n_columns; i++)
    if (nk_table_column_is_shown (table, i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", table->columns[i].name);
  nk_window_memory_set_text (key, names->str);
}

gboolean
nk_table_column_is_shown (NkTable *table,
                          guint    column)
{
  return gtk_column_view_column_get_visible (table->view_columns[column]);
}

guint
nk_table_next_column (NkTable *table,
                      guint    column,
                      int      step)
{
  for (int i = (int) column + step; i >= 0 && i < (int) table->n_columns; i += step)
    if (nk_table_column_is_shown (table, (guint) i))
      return (guint) i;
  return NK_NO_COLUMN;
}

GPtrArray *
nk_table_columns (NkTable *table)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint i = 0; i < table->n_columns; i++)
    if (nk_table_column_is_shown (table, i))
      g_ptr_array_add (columns, (gpointer) &table->columns[i]);
  return columns;
}

/* The last one stays. */
static void
on_show (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  GtkColumnViewColumn *column = user_data;
  NkTable *table = g_object_get_data (G_OBJECT (column), "table");
  g_autoptr (GPtrArray) shown = nk_table_columns (table);

  if (!g_variant_get_boolean (state) && shown->len == 1)
    return;
  nk_table_end_editing (table);
  gtk_column_view_column_set_visible (column, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
  remember (table);
  nk_trace ("columns %s", g_action_get_name (G_ACTION (action)));
}

static void
on_sort (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  NkTable *table = user_data;
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i].name, name))
      {
        gboolean turn = table->sort_column == i && !table->descending;

        gtk_column_view_sort_by_column (table->view, table->view_columns[i],
                                        turn ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      }
}

/* Making them */

static void
add_show_action (NkTable *table,
                 guint    column)
{
  g_autofree char *name = g_strdup_printf ("show-%s", table->columns[column].name);
  gboolean shown = nk_table_column_is_shown (table, column);
  g_autoptr (GSimpleAction) action =
    g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (shown));

  g_signal_connect (action, "change-state", G_CALLBACK (on_show), table->view_columns[column]);
  g_action_map_add_action (G_ACTION_MAP (table->actions), G_ACTION (action));
}

static GMenuModel *
make_menu (NkTable *table)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) sort = g_menu_new (), show = g_menu_new ();

  for (guint i = 0; i < table->n_columns; i++)
    {
      const NkColumn *column = &table->columns[i];
      g_autofree char *show_action = g_strdup_printf (GROUP ".show-%s", column->name);
      g_autofree char *sort_action = g_strdup_printf (GROUP ".sort::%s", column->name);

      g_menu_append (show, _(column->label), show_action);
      g_menu_append (sort, _(column->label), sort_action);
    }
  g_menu_append_submenu (menu, _("_Sort By"), G_MENU_MODEL (sort));
  g_menu_append_section (menu, _("Columns"), G_MENU_MODEL (show));
  return G_MENU_MODEL (menu);
}

GMenuModel *
nk_table_menu (NkTable *table)
{
  return table->menu;
}

GActionGroup *
nk_table_actions (NkTable *table)
{
  return G_ACTION_GROUP (table->actions);
}

/* As wide as so many letters, and never narrower than its heading. */
static int
width_of (NkTable        *table,
          const NkColumn *column,
          guint           chars)
{
  g_autoptr (PangoLayout) heading = gtk_widget_create_pango_layout (GTK_WIDGET (table->view),
                                                                    _(column->label));
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (table->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);
  int width;

  pango_font_metrics_unref (metrics);
  pango_layout_get_pixel_size (heading, &width, NULL);
  return MAX (width + PADDING, PANGO_PIXELS ((int) chars * letter) + PADDING / 2);
}

/* Letters of the longest value among the first rows. */
static guint
longest (NkTable        *table,
         const NkColumn *column)
{
  const NkMap *map = nk_lookup_map (table->lookup);
  guint n = MIN (nk_map_count (map, table->kind), ROWS_TO_MEASURE), most = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = nk_column_text (column, table->lookup,
                                              nk_map_at (map, table->kind, i));

      most = MAX (most, (guint) g_utf8_strlen (text, -1));
    }
  return most;
}

void
nk_table_fit_columns (NkTable *table)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const NkColumn *column = &table->columns[i];
      guint chars = MIN (longest (table, column) + nk_table_swatch_chars (column), column->chars);

      gtk_column_view_column_set_fixed_width (table->view_columns[i],
                                              width_of (table, column, chars));
    }
}

static gboolean
is_shown (const NkColumn *column,
          char          **chosen)
{
  return chosen != NULL ? g_strv_contains ((const char *const *) chosen, column->name)
                        : column->shown;
}

static void
add_column (NkTable *table,
            guint    i,
            gboolean shown)
{
  const NkColumn *column = &table->columns[i];
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (_(column->label),
                                                                 nk_table_factory (table, i));
  g_autoptr (GtkSorter) sorter =
    GTK_SORTER (gtk_custom_sorter_new (compare, view_column, NULL));

  g_object_set_data (G_OBJECT (view_column), "table", table);
  g_object_set_data (G_OBJECT (view_column), "column", GUINT_TO_POINTER (i));
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_visible (view_column, shown);
  gtk_column_view_append_column (table->view, view_column);
  table->view_columns[i] = view_column;
  g_object_unref (view_column);
}

void
nk_table_add_columns (NkTable *table)
{
  static const GActionEntry sort[] = {
    { .name = "sort", .parameter_type = "s", .activate = on_sort },
  };
  g_auto (GStrv) chosen = remembered (table);
  GtkSorter *sorter = gtk_column_view_get_sorter (table->view);

  table->view_columns = g_new0 (GtkColumnViewColumn *, table->n_columns);
  table->actions = g_simple_action_group_new ();
  for (guint i = 0; i < table->n_columns; i++)
    {
      add_column (table, i, is_shown (&table->columns[i], chosen));
      add_show_action (table, i);
    }
  table->cursor_column = nk_table_next_column (table, (guint) -1, 1);
  g_action_map_add_action_entries (G_ACTION_MAP (table->actions), sort, G_N_ELEMENTS (sort), table);
  gtk_widget_insert_action_group (GTK_WIDGET (table), GROUP, G_ACTION_GROUP (table->actions));
  table->menu = make_menu (table);
  for (guint i = 0; i < table->n_columns; i++)
    gtk_column_view_column_set_header_menu (table->view_columns[i], table->menu);
  /* The rows are sorted after this is known. */
  g_signal_connect_object (sorter, "changed", G_CALLBACK (on_sorted), table, G_CONNECT_SWAPPED);
}
