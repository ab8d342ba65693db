/* The cells of a table: what is seen of a row, and what is said of it. */
#include "ui/tables/table-private.h"

#include "drawing/swatch.h"

#include "map/text.h"

#define SWATCH_HEIGHT 16
#define SECTOR_WIDTH 22
#define KIND_WIDTH 32
#define SWATCH_CHARS 6
#define PLACE "netzkarte-cell"   /* where in the table a cell is */

/* Where a cell is; it belongs to the widget. */
typedef struct
{
  NkTable *table;
  guint column;
  NkTableRow *row;       /* NULL while it shows none; borrowed */
  GtkWidget *swatch;     /* or NULL */
  GtkInscription *text;
} Cell;

/* What of a row is shown. */
typedef struct
{
  NkTableRow *row;
  gulong handler;
  guint n;
  GtkWidget *cells[];    /* by column; NULL where there is none */
} Bound;

static Cell *
cell_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), PLACE);
}

static const NkColumn *
column_of (const Cell *cell)
{
  return &cell->table->columns[cell->column];
}

static gboolean
has_swatch (const NkColumn *column)
{
  return column->type == NK_COLUMN_FIELD && column->field->type == NK_TYPE_REFERENCE
         && (column->field->target == NK_SECTOR || column->field->target == NK_KIND);
}

guint
nk_table_swatch_chars (const NkColumn *column)
{
  return has_swatch (column) ? SWATCH_CHARS : 0;
}

/* Making */

/* On paper, so that it looks as on the map whatever the window and the row look like. */
static void
draw_swatch (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        data)
{
  const Cell *cell = data;
  const NkTheme *theme = nk_session_theme (cell->table->session);
  const char *id;

  if (cell->row == NULL)
    return;
  id = nk_record_text (nk_table_row_record (cell->row), column_of (cell)->field->field);
  if (*id == '\0')
    return;
  cairo_set_source_rgb (cr, theme->paper.red, theme->paper.green, theme->paper.blue);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  nk_swatch_paint (cr, theme, nk_session_map (cell->table->session),
                   column_of (cell)->field->target, id, width, height);
}

static GtkWidget *
make_swatch (Cell *cell)
{
  GtkWidget *area = gtk_drawing_area_new ();
  gboolean sector = column_of (cell)->field->target == NK_SECTOR;

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area),
                                      sector ? SECTOR_WIDTH : KIND_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch, cell, NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}

static GtkWidget *
make_text (Cell *cell)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  cell->text = GTK_INSCRIPTION (text);
  gtk_inscription_set_text_overflow (cell->text, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (cell->text, 1);
  gtk_inscription_set_nat_lines (cell->text, 1);
  gtk_inscription_set_xalign (cell->text, nk_column_is_number (column_of (cell)) ? 1 : 0);
  gtk_widget_set_hexpand (text, TRUE);
  return text;
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            data)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *widget;

  cell->table = g_object_get_data (G_OBJECT (factory), "table");
  cell->column = GPOINTER_TO_UINT (data);
  widget = make_text (cell);
  if (has_swatch (column_of (cell)))
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      cell->swatch = make_swatch (cell);
      gtk_box_append (GTK_BOX (box), cell->swatch);
      gtk_box_append (GTK_BOX (box), widget);
      widget = box;
    }
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_add_css_class (widget, "cell");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(column_of (cell)->label), -1);
  g_object_set_data_full (G_OBJECT (widget), PLACE, cell, g_free);
  gtk_list_item_set_child (item, widget);
}

/* Filling */

static gboolean
is_yes_or_no (const NkColumn *column)
{
  return column->type == NK_COLUMN_FIELD && column->field->type == NK_TYPE_BOOLEAN;
}

static void
fill (Cell      *cell,
      GtkWidget *widget)
{
  const NkColumn *column = column_of (cell);
  const NkRecord *record = nk_table_row_record (cell->row);
  g_autofree char *text = nk_column_text (column, cell->table->lookup, record);
  const char *said = text;

  if (is_yes_or_no (column))
    {
      gboolean yes = nk_record_boolean (record, column->field->field);

      said = yes ? _("Yes") : _("No");
      gtk_inscription_set_text (cell->text, yes ? "✓" : "");
    }
  else
    gtk_inscription_set_text (cell->text, text);
  /* Words are spoken by themselves. */
  if (said != text || *text == '\0' || cell->swatch != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    *said != '\0' ? said : _("empty"), -1);
  if (cell->swatch == NULL)
    return;
  gtk_widget_set_visible (cell->swatch, *text != '\0');
  gtk_widget_queue_draw (cell->swatch);
}

static char *
count_sentence (const NkColumn *column,
                const char     *number)
{
  guint n = (guint) g_ascii_strtoull (number, NULL, 10);

  if (n == 0)
    return g_strdup ("");
  if (column->type == NK_COLUMN_TIES)
    return g_strdup_printf (ngettext ("%u tie", "%u ties", n), n);
  if (column->type == NK_COLUMN_USES)
    return g_strdup_printf (ngettext ("used %u time", "used %u times", n), n);
  return g_strdup_printf (ngettext ("%u piece of evidence", "%u pieces of evidence", n), n);
}

/* What names and places a record; the rest is said cell by cell. */
static gboolean
is_in_sentence (const NkColumn *column)
{
  if (column->type != NK_COLUMN_FIELD)
    return TRUE;
  return column->field->type == NK_TYPE_REFERENCE || column->field->field == NK_FIELD_NAME
         || column->field->type == NK_TYPE_CHOICE || column->field->field == NK_FIELD_DATE;
}

char *
nk_table_sentence (NkTable        *table,
                   const NkRecord *record)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const NkColumn *column = &table->columns[i];
      g_autofree char *text = NULL, *said = NULL;

      if (!is_in_sentence (column))
        continue;
      text = nk_column_text (column, table->lookup, record);
      said = column->type != NK_COLUMN_FIELD ? count_sentence (column, text) : g_strdup (text);
      if (*said != '\0')
        g_strv_builder_add (parts, said);
    }
  all = g_strv_builder_end (parts);
  return g_strjoinv (", ", all);
}

/* A cell is in one of GTK's, and that in its row. */
static GtkWidget *
row_widget (GtkWidget *widget)
{
  GtkWidget *place = gtk_widget_get_parent (widget);

  return place != NULL ? gtk_widget_get_parent (place) : NULL;
}

static void
name_row (NkTable    *table,
          NkTableRow *row,
          GtkWidget  *widget)
{
  GtkWidget *line = row_widget (widget);
  g_autofree char *sentence = nk_table_sentence (table, nk_table_row_record (row));

  if (line == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_widget_set_focus_on_click (line, FALSE);
}

static void
fill_bound (NkTable *table,
            Bound   *bound)
{
  gboolean named = FALSE;

  for (guint i = 0; i < table->n_columns; i++)
    if (bound->cells[i] != NULL)
      {
        fill (cell_of (bound->cells[i]), bound->cells[i]);
        if (!named)
          name_row (table, bound->row, bound->cells[i]);
        named = TRUE;
      }
}

static void
on_row_changed (NkTableRow *row,
                NkTable    *table)
{
  fill_bound (table, g_hash_table_lookup (table->bound, row));
}

void
nk_table_fill_cells (NkTable *table)
{
  GHashTableIter iter;
  gpointer bound;

  g_hash_table_iter_init (&iter, table->bound);
  while (g_hash_table_iter_next (&iter, NULL, &bound))
    fill_bound (table, bound);
}

/* Which are there */

static Bound *
bind_row (NkTable    *table,
          NkTableRow *row)
{
  Bound *bound = g_hash_table_lookup (table->bound, row);

  if (bound != NULL)
    return bound;
  bound = g_malloc0 (sizeof (Bound) + table->n_columns * sizeof (GtkWidget *));
  bound->row = g_object_ref (row);
  bound->handler = g_signal_connect (row, "changed", G_CALLBACK (on_row_changed), table);
  g_hash_table_insert (table->bound, row, bound);
  return bound;
}

static void
bound_free (gpointer data)
{
  Bound *bound = data;

  g_signal_handler_disconnect (bound->row, bound->handler);
  g_object_unref (bound->row);
  g_free (bound);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            data)
{
  GtkWidget *widget = gtk_list_item_get_child (item);
  Cell *cell = cell_of (widget);
  Bound *bound;

  cell->row = gtk_list_item_get_item (item);
  bound = bind_row (cell->table, cell->row);
  bound->cells[cell->column] = widget;
  fill (cell, widget);
  if (bound->n++ == 0)
    name_row (cell->table, cell->row, widget);
}

/* A row may be shown by other widgets before these have let go of it. */
static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *item,
           gpointer            data)
{
  GtkWidget *widget = gtk_list_item_get_child (item);
  Cell *cell = cell_of (widget);
  Bound *bound = g_hash_table_lookup (cell->table->bound, cell->row);
  NkTableRow *row = g_steal_pointer (&cell->row);

  if (bound == NULL)
    return;
  if (bound->cells[cell->column] == widget)
    bound->cells[cell->column] = NULL;
  if (--bound->n == 0)
    g_hash_table_remove (cell->table->bound, row);
}

GtkListItemFactory *
nk_table_factory (NkTable *table,
                  guint    column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  if (table->bound == NULL)
    table->bound = g_hash_table_new_full (NULL, NULL, NULL, bound_free);
  g_object_set_data (G_OBJECT (factory), "table", table);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

GtkWidget *
nk_table_cell (NkTable    *table,
               NkTableRow *row,
               guint       column)
{
  Bound *bound = row != NULL ? g_hash_table_lookup (table->bound, row) : NULL;

  return bound != NULL && column < table->n_columns ? bound->cells[column] : NULL;
}

int
nk_table_row_height (NkTable *table)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, table->bound);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      const Bound *bound = data;
      GtkWidget *line = bound->cells[table->cursor_column] != NULL
                          ? row_widget (bound->cells[table->cursor_column]) : NULL;

      if (line != NULL && gtk_widget_get_height (line) > 0)
        return gtk_widget_get_height (line);
    }
  return 0;
}

gboolean
nk_table_cell_at (NkTable     *table,
                  GtkWidget   *widget,
                  NkTableRow **row,
                  guint       *column)
{
  Cell *cell = NULL;

  /* GTK's own cell is larger than what is in it. */
  if (widget != NULL && cell_of (widget) == NULL && gtk_widget_get_first_child (widget) != NULL
      && cell_of (gtk_widget_get_first_child (widget)) != NULL)
    widget = gtk_widget_get_first_child (widget);
  for (; widget != NULL && widget != GTK_WIDGET (table) && cell == NULL;
       widget = gtk_widget_get_parent (widget))
    cell = cell_of (widget);
  if (cell == NULL || cell->row == NULL)
    return FALSE;
  *row = cell->row;
  *column = cell->column;
  return TRUE;
}
