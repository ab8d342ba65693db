#include "ui/tables/tables.h"

#include "ui/canvas/canvas.h"
#include "ui/program/trace.h"
#include "ui/window/window-memory.h"

#include "map/text.h"

#define MEMORY "tables-page"
#define HEIGHT_MEMORY "tables-height"
#define USUAL_HEIGHT 260   /* pixels */

struct _NkTables
{
  GtkWidget parent_instance;

  NkCanvas *canvas;      /* borrowed: it is in the same window */
  gboolean shown;

  /* template */
  GtkWidget *box;
  GtkEditable *filter;
  GtkLabel *count;
  GtkMenuButton *columns;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (NkTables, nk_tables, GTK_TYPE_WIDGET)

/* In the order of their tabs. */
static const struct { NkRecordKind kind; const char *title; } pages[] = {
  { NK_ACTOR, N_("Actors") },
  { NK_TIE, N_("Ties") },
  { NK_SOURCE, N_("Sources") },
  { NK_EVENT, N_("Events") },
};

NkTable *
nk_tables_current (NkTables *tables)
{
  GtkWidget *page = gtk_stack_get_visible_child (tables->stack);
  GtkWidget *table = page != NULL ? gtk_widget_get_first_child (page) : NULL;

  return table != NULL ? NK_TABLE (table) : NULL;
}

/* "12 of 110", or "110" if all are shown. */
static void
show_count (NkTables *tables)
{
  NkTable *table = nk_tables_current (tables);
  g_autofree char *text = NULL;
  guint shown, all;

  if (table == NULL)
    return;
  nk_table_count (table, &shown, &all);
  if (shown == all)
    text = g_strdup_printf ("%u", all);
  else
    /* Translators: so many rows of so many are shown: "12 of 110". */
    text = g_strdup_printf (_("%u of %u"), shown, all);
  if (!g_str_equal (gtk_label_get_text (tables->count), text))
    nk_trace ("rows %u of %u", shown, all);
  gtk_label_set_text (tables->count, text);
}

static void
on_counted (NkTables *tables,
            NkTable  *table)
{
  if (table == nk_tables_current (tables))
    show_count (tables);
}

/* What is chosen in a table is looked at on the map. */
static void
on_chosen (NkTables   *tables,
           const char *id,
           NkTable    *table)
{
  nk_canvas_reveal (tables->canvas, nk_table_kind (table), id);
}

static GtkWidget *
make_table (NkTables     *tables,
            NkRecordKind  kind,
            const char   *title)
{
  GtkWidget *table = nk_table_new (tables->canvas, kind, title);

  gtk_widget_set_vexpand (table, TRUE);
  gtk_widget_set_hexpand (table, TRUE);
  g_signal_connect_object (table, "counted", G_CALLBACK (on_counted), tables, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "chosen", G_CALLBACK (on_chosen), tables, G_CONNECT_SWAPPED);
  return table;
}

/* A table that nobody looks at costs nothing. */
static void
update (NkTables *tables)
{
  GtkWidget *visible = gtk_stack_get_visible_child (tables->stack);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = gtk_stack_get_child_by_name (tables->stack,
                                                     nk_schema_kind (pages[i].kind)->list);
      gboolean shown = tables->shown && page == visible;

      if (shown && gtk_widget_get_first_child (page) == NULL)
        gtk_box_append (GTK_BOX (page), make_table (tables, pages[i].kind, _(pages[i].title)));
      if (gtk_widget_get_first_child (page) != NULL)
        nk_table_set_shown (NK_TABLE (gtk_widget_get_first_child (page)), shown);
    }
}

static void
take_filter (NkTables *tables)
{
  NkTable *table = nk_tables_current (tables);

  if (table != NULL)
    nk_table_filter (table, gtk_editable_get_text (tables->filter));
}

static void
on_page (NkTables *tables)
{
  NkTable *table;

  if (tables->canvas == NULL)
    return;
  take_filter (tables);
  update (tables);
  table = nk_tables_current (tables);
  if (table == NULL)
    return;
  take_filter (tables);
  gtk_widget_insert_action_group (GTK_WIDGET (tables), "table", nk_table_actions (table));
  gtk_menu_button_set_menu_model (tables->columns, nk_table_menu (table));
  nk_window_memory_set_text (MEMORY, gtk_stack_get_visible_child_name (tables->stack));
  show_count (tables);
  nk_trace ("table %s", gtk_stack_get_visible_child_name (tables->stack));
}

static void
on_add (NkTables *tables)
{
  nk_table_add (nk_tables_current (tables));
}

void
nk_tables_focus (NkTables *tables)
{
  nk_table_focus (nk_tables_current (tables));
}

/* From the filter Down and Enter lead to the rows, and Escape, once nothing is written in it, back to the
 * map. */
static gboolean
on_filter_key (NkTables *tables,
               guint     key)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      nk_tables_focus (tables);
      return TRUE;
    case GDK_KEY_Escape:
      if (*gtk_editable_get_text (tables->filter) != '\0')
        gtk_editable_set_text (tables->filter, "");
      else
        gtk_widget_grab_focus (GTK_WIDGET (tables->canvas));
      return TRUE;
    default:
      return FALSE;
    }
}

/* How high they are */

static void
take_height (NkTables *tables)
{
  GtkPaned *halves = GTK_PANED (gtk_widget_get_parent (GTK_WIDGET (tables)));
  int whole = gtk_widget_get_height (GTK_WIDGET (halves));
  int height = nk_window_memory_integer (HEIGHT_MEMORY, USUAL_HEIGHT);

  if (whole > 0)
    gtk_paned_set_position (halves, whole - MIN (height, whole * 2 / 3));
}

static void
keep_height (NkTables *tables)
{
  int height = gtk_widget_get_height (GTK_WIDGET (tables));

  if (height > 0 && height != nk_window_memory_integer (HEIGHT_MEMORY, USUAL_HEIGHT))
    nk_window_memory_set_integer (HEIGHT_MEMORY, height);
}

void
nk_tables_set_shown (NkTables *tables,
                     gboolean  shown)
{
  if (tables->shown == shown)
    return;
  if (!shown)
    keep_height (tables);
  tables->shown = shown;
  gtk_widget_set_visible (GTK_WIDGET (tables), shown);
  if (!shown)
    {
      update (tables);
      return;
    }
  take_height (tables);
  on_page (tables);
}

gboolean
nk_tables_is_shown (NkTables *tables)
{
  return tables->shown;
}

void
nk_tables_set_canvas (NkTables *tables,
                      NkCanvas *canvas)
{
  g_autofree char *page = nk_window_memory_text (MEMORY);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_stack_add_titled (tables->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0),
                          nk_schema_kind (pages[i].kind)->list, _(pages[i].title));
  if (page != NULL && gtk_stack_get_child_by_name (tables->stack, page) != NULL)
    gtk_stack_set_visible_child_name (tables->stack, page);
  tables->canvas = canvas;
}

/* The class */

static void
nk_tables_dispose (GObject *object)
{
  NkTables *tables = NK_TABLES (object);

  tables->canvas = NULL;
  g_clear_pointer (&tables->box, gtk_widget_unparent);
  G_OBJECT_CLASS (nk_tables_parent_class)->dispose (object);
}

static void
nk_tables_class_init (NkTablesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = nk_tables_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/netzkarte/Netzkarte/tables.ui");
  gtk_widget_class_bind_template_child (widget_class, NkTables, box);
  gtk_widget_class_bind_template_child (widget_class, NkTables, filter);
  gtk_widget_class_bind_template_child (widget_class, NkTables, count);
  gtk_widget_class_bind_template_child (widget_class, NkTables, columns);
  gtk_widget_class_bind_template_child (widget_class, NkTables, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_page);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nk_tables_init (NkTables *tables)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (tables));
  gtk_widget_set_visible (GTK_WIDGET (tables), FALSE);
  g_signal_connect_swapped (tables->filter, "changed", G_CALLBACK (take_filter), tables);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_filter_key), tables);
  gtk_widget_add_controller (GTK_WIDGET (tables->filter), keys);
}
