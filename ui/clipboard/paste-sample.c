#include "ui/clipboard/paste-sample.h"

#include "ui/program/access.h"

#include "map/text.h"

#define MOST_ROWS 4
#define MOST_COLUMNS 60     /* of which one sees what they mean */
#define MOST_LETTERS 28     /* of a cell */

struct _NkPasteSample
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *grid;
  GArray *meanings;         /* of NkRowColumn: what can be chosen */
  GPtrArray *lists;         /* of GtkDropDown, borrowed: one for each column */
  gboolean filling;         /* what is chosen now is not chosen by hand */
  GtkWidget *fates[MOST_ROWS];
};

G_DEFINE_FINAL_TYPE (NkPasteSample, nk_paste_sample, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static GtkWidget *
attach_label (NkPasteSample *sample,
              const char    *text,
              int            column,
              int            row,
              gboolean       is_dim)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (g_utf8_strlen (text, -1), MOST_LETTERS));
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_LETTERS);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  if (is_dim)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (GTK_GRID (sample->grid), label, column, row, 1, 1);
  return label;
}

/* What a column means */

static void
on_selected (NkPasteSample *sample,
             GParamSpec    *property,
             GtkDropDown   *list)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list), "column"));
  guint chosen = gtk_drop_down_get_selected (list);

  if (!sample->filling && chosen < sample->meanings->len)
    g_signal_emit (sample, signals[CHOSEN], 0, column,
                   &g_array_index (sample->meanings, NkRowColumn, chosen));
}

static void
list_meanings (NkPasteSample *sample,
               const NkMap   *map,
               NkRecordKind   kind)
{
  NkRowColumn none = { NK_ROW_COLUMN_NONE, NULL };

  g_clear_pointer (&sample->meanings, g_array_unref);
  sample->meanings = nk_row_columns_all (map, kind);
  g_array_prepend_val (sample->meanings, none);
}

static void
attach_list (NkPasteSample  *sample,
             const NkMap    *map,
             const NkRows   *rows,
             guint           column)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  /* Translators: the name of a column of pasted rows that has none. */
  g_autofree char *label = g_strdup_printf (_("Column %u"), column + 1);
  GtkWidget *list;

  for (guint i = 0; i < sample->meanings->len; i++)
    gtk_string_list_append (names, nk_row_column_label (map, nk_rows_kind (rows),
                                                        &g_array_index (sample->meanings,
                                                                        NkRowColumn, i)));
  list = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  nk_access_name_list (list, label);
  g_object_set_data (G_OBJECT (list), "column", GUINT_TO_POINTER (column));
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (on_selected), sample,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (sample->grid), list, (int) column + 1, 1, 1, 1);
  g_ptr_array_add (sample->lists, list);
}

static guint
number_of (NkPasteSample     *sample,
           const NkRowColumn *meaning)
{
  for (guint i = 0; i < sample->meanings->len; i++)
    if (nk_row_column_equal (&g_array_index (sample->meanings, NkRowColumn, i), meaning))
      return i;
  return 0;
}

static void
show_meanings (NkPasteSample *sample,
               const NkRows  *rows)
{
  sample->filling = TRUE;
  for (guint i = 0; i < sample->lists->len; i++)
    gtk_drop_down_set_selected (g_ptr_array_index (sample->lists, i),
                                number_of (sample, nk_rows_column (rows, i)));
  sample->filling = FALSE;
}

/* The whole */

static void
clear (NkPasteSample *sample)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (sample->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (sample->grid), child);
  g_ptr_array_set_size (sample->lists, 0);
  for (guint i = 0; i < MOST_ROWS; i++)
    sample->fates[i] = NULL;
}

/* What the columns are called where they come from. */
static void
attach_header (NkPasteSample *sample,
               const NkRows  *rows,
               guint          column)
{
  if (nk_rows_has_header (rows))
    attach_label (sample, nk_rows_header (rows, column), (int) column + 1, 0, TRUE);
}

static void
attach_more (NkPasteSample *sample,
             guint          n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more row", "and %u more rows", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (GTK_GRID (sample->grid), label, 0, MOST_ROWS + 2, 4, 1);
}

void
nk_paste_sample_show (NkPasteSample *sample,
                      const NkMap   *map,
                      const NkRows  *rows)
{
  guint n_columns = MIN (nk_rows_n_columns (rows), MOST_COLUMNS);

  sample->filling = TRUE;
  clear (sample);
  list_meanings (sample, map, nk_rows_kind (rows));
  for (guint i = 0; i < n_columns; i++)
    {
      attach_header (sample, rows, i);
      attach_list (sample, map, rows, i);
      for (guint j = 0; j < MIN (nk_rows_count (rows), MOST_ROWS); j++)
        attach_label (sample, nk_rows_cell (rows, j, i), (int) i + 1, (int) j + 2, FALSE);
    }
  for (guint j = 0; j < MIN (nk_rows_count (rows), MOST_ROWS); j++)
    {
      sample->fates[j] = attach_label (sample, "", 0, (int) j + 2, TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (sample->fates[j]), PANGO_ELLIPSIZE_NONE);
    }
  if (nk_rows_count (rows) > MOST_ROWS)
    attach_more (sample, nk_rows_count (rows) - MOST_ROWS);
  nk_paste_sample_refresh (sample, rows);
}

void
nk_paste_sample_refresh (NkPasteSample *sample,
                         const NkRows  *rows)
{
  static const char *const names[] = {
    [NK_ROW_NEW] = NC_ ("row", "new"),
    [NK_ROW_KNOWN] = NC_ ("row", "known"),
    [NK_ROW_LEFT_OUT] = NC_ ("row", "left out"),
  };

  show_meanings (sample, rows);
  for (guint i = 0; i < MOST_ROWS; i++)
    if (sample->fates[i] != NULL)
      gtk_label_set_label (GTK_LABEL (sample->fates[i]),
                           g_dpgettext2 (NULL, "row", names[nk_rows_fate (rows, i)]));
}

/* The class */

static void
nk_paste_sample_dispose (GObject *object)
{
  g_clear_pointer (&NK_PASTE_SAMPLE (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (nk_paste_sample_parent_class)->dispose (object);
}

static void
nk_paste_sample_finalize (GObject *object)
{
  g_clear_pointer (&NK_PASTE_SAMPLE (object)->meanings, g_array_unref);
  g_ptr_array_unref (NK_PASTE_SAMPLE (object)->lists);
  G_OBJECT_CLASS (nk_paste_sample_parent_class)->finalize (object);
}

static void
nk_paste_sample_class_init (NkPasteSampleClass *class)
{
  G_OBJECT_CLASS (class)->dispose = nk_paste_sample_dispose;
  G_OBJECT_CLASS (class)->finalize = nk_paste_sample_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", NK_TYPE_PASTE_SAMPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
}

static void
nk_paste_sample_init (NkPasteSample *sample)
{
  sample->lists = g_ptr_array_new ();
  sample->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (sample->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (sample->grid), 12);
  gtk_widget_add_css_class (sample->grid, "sample");
  gtk_widget_set_parent (sample->grid, GTK_WIDGET (sample));
}
